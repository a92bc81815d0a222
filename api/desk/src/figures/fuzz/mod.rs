//! Whoever reads published figures cannot work out one exact count. A solver that is none of ours looks for other
//! counts that fit everything that somebody can know: the totals, which rows add up, the rounding, two half-years, and
//! the sum of three gemeenten. For every number it has to find another value than the real one.
//!
//! `cargo xtask test` tries 200 sets of counts, `cargo xtask fuzz` ten thousand.
mod knows;
mod luck;
mod solver;

use fuzz::Luck;
use knows::{Behind, knows};
use luck::counted;
use shared::{
    figures::{FigureTable, Figures, OTHER_TEAM, OfGemeente, Region, Tally},
    profile::{STEPS, USUAL_STEP},
};
use solver::{Puzzle, Relation};

/// Kinds of team, as many as there are: with the row of all others there are ten, which some steps divide.
const TEAMS: [(&str, &str); 9] =
    [("a", "A"), ("b", "B"), ("c", "C"), ("d", "D"), ("e", "E"), ("f", "F"), ("g", "G"), ("h", "H"), ("i", "I")];
const SIGNALS: [(&str, &str); 4] = [("s", "S"), ("t", "T"), ("u", "U"), ("v", "V")];

fn published(tally: &Tally, half: &str, step: u8, teams: &[(&str, &str)]) -> Figures {
    let half = half.to_owned().try_into().unwrap();
    Figures::publish(tally, half, step, "2027-01-15".parse().unwrap(), teams, &SIGNALS)
}

/// What somebody knows who reads two half-years of three gemeenten and their sums, and what is so.
fn puzzle(luck: &mut Luck) -> Puzzle {
    let mut puzzle = Puzzle::default();
    let step = *luck.pick(&STEPS).unwrap();
    // of each gemeente, what it counted in the half-year before
    let mut before: Vec<Vec<Behind>> = Vec::new();
    for half in ["2026-1", "2026-2"] {
        let (mut given, mut counts) = (Vec::new(), Vec::new());
        for gemeente in ["a", "b", "c"] {
            let tally = counted(luck, step);
            let figures = published(&tally, half, step, &TEAMS);
            counts.push(knows(&mut puzzle, &figures, &tally));
            given.push(OfGemeente { gemeente: gemeente.into(), name: gemeente.into(), practice: false, figures });
        }
        knows::region(&mut puzzle, &Region::of(&[], &given).unwrap(), &counts);
        for (now, before) in counts.iter().zip(&before) {
            knows::since_the_beginning(&mut puzzle, before, now);
        }
        before = counts;
    }
    puzzle
}

#[test]
fn for_every_number_there_is_another_count_that_fits_what_was_published() {
    let sets = (fuzz::count() * 2 / 5).min(10_000);
    for n in 0..sets {
        let mut luck = Luck::new(fuzz::seed(), "figures", n);
        let pinned = puzzle(&mut luck).pinned();
        assert!(pinned.is_empty(), "set {n} gives away: {pinned:?}");
    }
}

fn many(table: FigureTable, rows: &[(&str, u32)]) -> Tally {
    let mut sum = Tally::default();
    for (row, count) in rows {
        let mut one = Tally::default();
        one.put(table, [*row]);
        (0..*count).for_each(|_| sum.add(&one));
    }
    sum
}

/// The solver does find what can be worked out: five rows of four, of which the last is shown after all.
#[test]
fn without_the_rule_of_the_last_row_a_count_is_found() {
    let tally = many(FigureTable::Team, &[("a", 4), ("b", 4), ("c", 4), ("d", 4), (OTHER_TEAM, 4)]);
    let mut figures = published(&tally, "2026-1", USUAL_STEP, &TEAMS[..4]);
    figures.tables.retain(|one| one.table == FigureTable::Team);
    let last = |figures: &mut Figures, least| {
        let row = figures.tables.iter_mut().find_map(|one| one.rows.last_mut()).unwrap();
        std::mem::replace(&mut row.least, least)
    };
    let found = |figures: &Figures| {
        let mut puzzle = Puzzle::default();
        knows(&mut puzzle, figures, &tally);
        puzzle.pinned()
    };
    assert!(found(&figures).is_empty());
    assert_eq!(last(&mut figures, Some(0)), None, "it is not shown, whatever it is");
    assert_eq!(found(&figures).len(), 6, "the total and five rows");
}

/// Why a gemeente cannot round to six: a signal that stood in every case that did not go on, each of the five outcomes
/// one below the step.
#[test]
fn with_a_step_of_six_seven_counts_would_be_found() {
    for (step, found) in [(6, 7), (5, 0)] {
        let mut puzzle = Puzzle::default();
        let shown = |count: u32| (count - count % step, count - count % step + step - 1);
        let mut count = |name: &str, real| puzzle.count(name.to_owned(), shown(real), real);
        let off: Vec<_> = (0..5).map(|_| count("an outcome", step - 1)).collect();
        let (signal, on) = (count("a signal", 6 * (step - 1)), count("of which went on", step - 1));
        let most: Vec<_> = off.into_iter().chain([on]).collect();
        puzzle.together(&most, Relation::AtLeast, &[signal]);
        assert_eq!(puzzle.pinned().len(), found, "{step}");
    }
}
