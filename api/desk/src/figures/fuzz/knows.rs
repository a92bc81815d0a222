//! What somebody can know who reads the figures of a half-year and knows how they are made.
use super::{
    SIGNALS,
    solver::{Count, Puzzle, Relation},
};
use shared::{
    figures::{Between, FigureTable, Figures, Region, Rows, Shown, Tally},
    retention::Outcome,
};

/// More cases than any set has.
const MANY: u32 = 1_000;

/// The tables about the reports that came in: each has the same total.
const RECEIVED: [FigureTable; 3] = [FigureTable::Subject, FigureTable::Team, FigureTable::Form];
/// Decisions, as against cases that ended without one.
const DECIDED: [Outcome; 3] = [Outcome::Likely, Outcome::Unclear, Outcome::TooLittle];
/// What went on.
const ON: [Outcome; 2] = [Outcome::Likely, Outcome::Unclear];

/// A table with the counts behind it.
pub struct Behind {
    table: FigureTable,
    total: Count,
    rows: Vec<(String, Count)>,
}

impl Behind {
    fn row(&self, code: &str) -> Option<Count> {
        self.rows.iter().find(|(row, _)| row == code).map(|(_, count)| *count)
    }
}

fn of(tables: &[Behind], table: FigureTable) -> Option<&Behind> {
    tables.iter().find(|one| one.table == table)
}

/// Adds it to what is known. Answers the counts behind it.
pub fn knows(puzzle: &mut Puzzle, figures: &Figures, tally: &Tally) -> Vec<Behind> {
    let tables: Vec<Behind> = figures.tables.iter().map(|shown| table(puzzle, shown, figures.step, tally)).collect();
    if let [Some(subject), Some(team), Some(form)] = RECEIVED.map(|table| of(&tables, table)) {
        for other in [team, form] {
            puzzle.together(&[other.total], Relation::Equal, &[subject.total]);
        }
    }
    if let Some(outcome) = of(&tables, FigureTable::Outcome) {
        ends(puzzle, &tables, outcome);
    }
    tables
}

/// How the outcomes hang together with where cases went, with the signals, and with the step before them.
fn ends(puzzle: &mut Puzzle, tables: &[Behind], outcome: &Behind) {
    let is_on = |code: &str| ON.iter().any(|outcome| outcome.as_str() == code);
    let counts = |on: bool| outcome.rows.iter().filter(move |(code, _)| is_on(code) == on).map(|(_, count)| *count);
    let (on, off): (Vec<Count>, Vec<Count>) = (counts(true).collect(), counts(false).collect());
    let decided: Vec<Count> = DECIDED.iter().filter_map(|one| outcome.row(one.as_str())).collect();
    if let Some(referral) = of(tables, FigureTable::Referral) {
        puzzle.together(&decided, Relation::AtLeast, &[referral.total]);
    }
    // whoever decides goes on from the step before
    if let Some(ruling) = of(tables, FigureTable::ToRuling) {
        puzzle.together(&[ruling.total], Relation::AtLeast, &decided);
    }
    let signals = |table| of(tables, table).into_iter().flat_map(|table| &table.rows);
    for (id, all) in signals(FigureTable::Signal) {
        puzzle.together(&[outcome.total], Relation::AtLeast, &[*all]);
        for (_, went_on) in signals(FigureTable::SignalOn).filter(|(other, _)| other == id) {
            puzzle.together(&[*all], Relation::AtLeast, &[*went_on]);
            puzzle.together(&on, Relation::AtLeast, &[*went_on]);
            // what did not go on is at least the signals that did not
            let most: Vec<Count> = off.iter().copied().chain([*went_on]).collect();
            puzzle.together(&most, Relation::AtLeast, &[*all]);
        }
    }
}

/// In the first half-year of a gemeente every case went through all steps in it, and KMT was asked before each
/// decision. In the first two there are no more last days for contact than reports.
pub fn since_the_beginning(puzzle: &mut Puzzle, first: &[Behind], second: &[Behind]) {
    let both = |table| [first, second].map(|tables| of(tables, table).map(|table| table.total));
    if let ([Some(one), Some(two)], [Some(due), Some(later)]) = (both(FigureTable::Subject), both(FigureTable::Contact))
    {
        puzzle.together(&[one], Relation::AtLeast, &[due]);
        puzzle.together(&[one, two], Relation::AtLeast, &[due, later]);
    }
    for (more, fewer) in
        [(FigureTable::ToInquiry, FigureTable::ToDecision), (FigureTable::ToDecision, FigureTable::ToRuling)]
    {
        if let (Some(more), Some(fewer)) = (of(first, more), of(first, fewer)) {
            puzzle.together(&[more.total], Relation::AtLeast, &[fewer.total]);
        }
    }
    if let (Some(outcome), Some(kmt)) = (of(first, FigureTable::Outcome), of(first, FigureTable::Kmt)) {
        let decided = DECIDED.map(Outcome::as_str).into_iter().filter_map(|code| outcome.row(code));
        puzzle.together(&[kmt.total], Relation::AtLeast, &decided.collect::<Vec<_>>());
    }
}

/// The sums of the region: each between what it says.
pub fn region(puzzle: &mut Puzzle, region: &Region, gemeenten: &[Vec<Behind>]) {
    for sum in &region.tables {
        let tables = || gemeenten.iter().filter_map(|tables| of(tables, sum.table));
        let mut between = |counts: Vec<Count>, sum: Between| {
            if counts.len() == gemeenten.len() {
                puzzle.sum(&counts, sum.least, sum.most);
            }
        };
        if let Some(total) = sum.total {
            between(tables().map(|table| table.total).collect(), total);
        }
        for row in &sum.rows {
            between(tables().filter_map(|table| table.row(&row.code)).collect(), row.count);
        }
    }
}

fn table(puzzle: &mut Puzzle, shown: &Shown, step: u8, tally: &Tally) -> Behind {
    let (table, counts) = (shown.table, tally.of(shown.table));
    let bounds = |least: Option<u32>| least.map_or((0, MANY), |least| (least, least + u32::from(step) - 1));
    let name = |code: &str| format!("{} {} of {}", table.as_str(), code, step);
    let rows: Vec<(String, Option<u32>)> = if table.rows() == Rows::Any {
        // a signal without a row is below the step
        let least = |id: &str| shown.rows.iter().find(|row| row.code == id).map_or(Some(0), |row| row.least);
        SIGNALS.iter().map(|(id, _)| ((*id).to_owned(), least(id))).collect()
    } else {
        shown.rows.iter().map(|row| (row.code.clone(), row.least)).collect()
    };
    let rows: Vec<(String, Count)> = rows
        .into_iter()
        .map(|(code, least)| {
            let count = puzzle.count(name(&code), bounds(least), counts.rows.get(&code).copied().unwrap_or_default());
            (code, count)
        })
        .collect();
    let total = puzzle.count(name("together"), bounds(shown.total), counts.total);
    let all: Vec<Count> = rows.iter().map(|(_, count)| *count).collect();
    match table.rows() {
        Rows::One => puzzle.together(&all, Relation::Equal, &[total]),
        Rows::Several => {
            puzzle.together(&all, Relation::AtLeast, &[total]);
            all.iter().for_each(|one| puzzle.together(&[total], Relation::AtLeast, &[*one]));
        }
        Rows::Any => {}
    }
    Behind { table, total, rows }
}
