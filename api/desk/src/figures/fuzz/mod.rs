//! Whoever reads published figures cannot work out one exact count. A solver that is none of ours looks for other
//! counts that fit everything that somebody can know: the totals, which rows add up, the rounding, two half-years, and
//! the sum of two gemeenten. For every number it has to find another value than the real one.
//!
//! `cargo xtask test` tries 200 sets of counts, `cargo xtask fuzz` ten thousand.
mod knows;
mod luck;
mod solver;

use fuzz::Luck;
use knows::knows;
use luck::counted;
use shared::{
    figures::{FigureTable, Figures, Span, Tally},
    profile::STEPS,
};
use solver::Puzzle;

/// Kinds of team, so many that some steps divide the number of rows.
const TEAMS: [(&str, &str); 7] = [("a", "A"), ("b", "B"), ("c", "C"), ("d", "D"), ("e", "E"), ("f", "F"), ("g", "G")];
const SIGNALS: [(&str, &str); 4] = [("s", "S"), ("t", "T"), ("u", "U"), ("v", "V")];

fn published(tally: &Tally, half: &str, step: u8) -> Figures {
    let half = half.to_owned().try_into().unwrap();
    Figures::publish(tally, half, step, "2027-01-15".parse().unwrap(), &TEAMS, &SIGNALS)
}

/// What somebody knows who reads two half-years of two gemeenten, and what is so.
fn puzzle(luck: &mut Luck) -> Puzzle {
    let mut puzzle = Puzzle::default();
    for half in ["2026-1", "2026-2"] {
        let step = u8::try_from(usize::from(*STEPS.start()) + luck.below(6)).unwrap();
        let mut sums = Vec::new();
        for _gemeente in 0..2 {
            let tally = counted(luck, step);
            sums.push(knows(&mut puzzle, &published(&tally, half, step), &tally));
        }
        let [one, two] = [&sums[0], &sums[1]];
        puzzle.region(one, two, step);
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

/// The solver does find what can be worked out: four rows of three, of which the last is shown after all.
#[test]
fn without_the_rule_of_the_last_row_a_count_is_found() {
    let mut tally = Tally::default();
    for row in Span::ALL {
        for _ in 0..3 {
            let mut one = Tally::default();
            one.put(FigureTable::ToContact, [row.as_str()]);
            tally.add(&one);
        }
    }
    let mut figures = published(&tally, "2026-1", 4);
    let last = |figures: &mut Figures, least| {
        let table = figures.tables.iter_mut().find(|one| one.table == FigureTable::ToContact).unwrap();
        let row = table.rows.last_mut().unwrap();
        std::mem::replace(&mut row.least, least)
    };
    let found = |figures: &Figures| {
        let mut puzzle = Puzzle::default();
        knows(&mut puzzle, figures, &tally);
        puzzle.pinned()
    };
    assert!(found(&figures).is_empty());
    assert_eq!(last(&mut figures, Some(0)), None, "it is not shown, whatever it is");
    let given_away = found(&figures);
    assert!(given_away.len() >= 5, "the total and four rows: {given_away:?}");
}
