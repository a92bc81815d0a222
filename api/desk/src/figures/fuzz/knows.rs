//! What somebody can know who reads the figures of a half-year and knows how they are made.
use super::{
    SIGNALS,
    solver::{Count, Puzzle, Relation},
};
use shared::{
    figures::{FigureTable, Figures, Rows, Shown, Tally},
    retention::Outcome,
};

/// More cases than any set has.
const MANY: u32 = 1_000;

/// The tables about the reports that came in: each has the same total.
const RECEIVED: [FigureTable; 3] = [FigureTable::Subject, FigureTable::Team, FigureTable::Form];
/// Decisions, as against cases that ended without one.
const DECIDED: [Outcome; 3] = [Outcome::Likely, Outcome::Unclear, Outcome::TooLittle];

/// A table with the counts behind it.
struct Behind {
    table: FigureTable,
    total: Count,
    rows: Vec<(String, Count)>,
}

/// Adds it to what is known. Answers all its counts.
pub fn knows(puzzle: &mut Puzzle, figures: &Figures, tally: &Tally) -> Vec<Count> {
    let tables: Vec<Behind> = figures.tables.iter().map(|shown| table(puzzle, shown, figures.step, tally)).collect();
    let find = |table: FigureTable| tables.iter().find(|one| one.table == table).unwrap();
    let row = |table: FigureTable, code: &str| {
        find(table).rows.iter().find(|(row, _)| row == code).map(|(_, count)| *count).unwrap()
    };
    for table in &RECEIVED[1..] {
        puzzle.together(&[find(*table).total], Relation::Equal, &[find(RECEIVED[0]).total]);
    }
    let outcome = find(FigureTable::Outcome).total;
    let decided = DECIDED.map(|outcome| row(FigureTable::Outcome, outcome.as_str()));
    puzzle.together(&decided, Relation::AtLeast, &[find(FigureTable::Referral).total]);
    // likely and unclear: what went on
    for (signal, _) in SIGNALS {
        let (all, on) = (row(FigureTable::Signal, signal), row(FigureTable::SignalOn, signal));
        puzzle.together(&[outcome], Relation::AtLeast, &[all]);
        puzzle.together(&[all], Relation::AtLeast, &[on]);
        puzzle.together(&decided[..2], Relation::AtLeast, &[on]);
    }
    tables.iter().flat_map(|one| one.rows.iter().map(|(_, count)| *count).chain([one.total])).collect()
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
