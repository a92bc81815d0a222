//! Figures as they are published: rounded down, and frozen.
use super::{Counts, FigureTable, HalfYear, OTHER_TEAM, Tally};
use crate::{moment::Day, profile::STEPS};
use serde::{Deserialize, Serialize};

/// The figures of one half-year (cijfers), as published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Figures {
    /// The half-year.
    #[serde(rename = "halfjaar")]
    pub half: HalfYear,
    /// The step: every number is rounded down to a multiple of it.
    #[serde(rename = "stap")]
    pub step: u8,
    /// The day on which it was counted.
    #[serde(rename = "geteldOp")]
    pub on: Day,
    /// Whether something may be missing, so that numbers may be too low: a case that could not be read, cases of before
    /// the counting began, or what was counted after a backup that was put back.
    #[serde(rename = "onvolledig", default, skip_serializing_if = "std::ops::Not::not")]
    pub incomplete: bool,
    /// The tables.
    #[serde(rename = "tabellen")]
    pub tables: Vec<Shown>,
}

/// A table as published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Shown {
    /// Which table.
    #[serde(rename = "tabel")]
    pub table: FigureTable,
    /// At least so many cases; none where there is no total.
    #[serde(rename = "totaal", default, skip_serializing_if = "Option::is_none")]
    pub total: Option<u32>,
    /// The rows. Of signals, those with a number above 0.
    #[serde(rename = "rijen")]
    pub rows: Vec<Row>,
}

/// A row as published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// What is counted, by its code.
    pub code: String,
    /// Its name, where that is data of the gemeente.
    #[serde(rename = "naam", default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// At least so many cases, and less than one step more; none where it is not shown, whatever it is.
    #[serde(rename = "minstens", default, skip_serializing_if = "Option::is_none")]
    pub least: Option<u32>,
}

/// The rows that are data: kinds of team and signals, by id and name, in their order.
pub type Named<'a> = &'a [(&'a str, &'a str)];

impl Figures {
    /// Publishes what was counted.
    ///
    /// Each number is rounded down by itself. A total says something of a row only when all rows are as far above their
    /// number as they can be: one less than the step. All rows together are then above their sum by that many times one
    /// less than the step. That is only seen when it is a multiple of the step, so when the number of rows is one. Such
    /// a table never shows its last row. So what is shown does not depend on the counts, and nothing follows from what
    /// is not shown.
    ///
    /// A step that is not one of [`STEPS`] is the next one.
    #[must_use]
    pub fn publish(tally: &Tally, half: HalfYear, step: u8, on: Day, teams: Named<'_>, signals: Named<'_>) -> Self {
        let step = STEPS.iter().copied().find(|one| *one >= step).unwrap_or(STEPS[STEPS.len() - 1]);
        let shown = |table: FigureTable| {
            let counts = tally.of(table);
            let total = table.has_total().then(|| down(counts.total, step));
            let rows = match table.codes() {
                Some(codes) => rows(&counts, step, &codes.into_iter().map(|code| (code, "")).collect::<Vec<_>>()),
                None if table == FigureTable::Team => team_rows(counts, step, teams),
                None => signal_rows(&counts, step, signals),
            };
            Shown { table, total, rows }
        };
        let tables = FigureTable::ALL.iter().copied().map(shown).collect();
        Self { half, step, on, incomplete: false, tables }
    }

    /// One of its tables.
    #[must_use]
    pub fn table(&self, table: FigureTable) -> Option<&Shown> {
        self.tables.iter().find(|one| one.table == table)
    }
}

/// A count rounded down to a multiple of the step.
fn down(count: u32, step: u8) -> u32 {
    count - count % u32::from(step)
}

fn row(code: &str, name: &str, least: Option<u32>) -> Row {
    Row { code: code.to_owned(), name: (!name.is_empty()).then(|| name.to_owned()), least }
}

fn rows(counts: &Counts, step: u8, codes: Named<'_>) -> Vec<Row> {
    let hidden = codes.len().is_multiple_of(step.into()).then(|| codes.len().saturating_sub(1));
    let shown = |(at, (code, name)): (usize, &(&str, &str))| {
        let count = counts.rows.get(*code).copied().unwrap_or_default();
        row(code, name, (hidden != Some(at)).then(|| down(count, step)))
    };
    codes.iter().enumerate().map(shown).collect()
}

/// The kinds of team, then what is none. A kind that was taken off the list meanwhile counts as none.
fn team_rows(mut counts: Counts, step: u8, teams: Named<'_>) -> Vec<Row> {
    let all: Vec<(&str, &str)> = teams.iter().copied().chain([(OTHER_TEAM, "")]).collect();
    let gone = |id: &String| all.iter().all(|(known, _)| known != id);
    let without: u32 = counts.rows.iter().filter(|(id, _)| gone(id)).map(|(_, count)| count).sum();
    *counts.rows.entry(OTHER_TEAM.to_owned()).or_default() += without;
    rows(&counts, step, &all)
}

/// The signals with a number. A signal without one is below the step. Those of an older list come last, by their id.
fn signal_rows(counts: &Counts, step: u8, signals: Named<'_>) -> Vec<Row> {
    let known = signals.iter().filter_map(|(id, name)| Some((*id, *name, counts.rows.get(*id)?)));
    let older = counts.rows.iter().filter(|(id, _)| signals.iter().all(|(known, _)| known != id));
    let older = older.map(|(id, count)| (id.as_str(), "", count));
    let least = |(id, name, count): (&str, &str, &u32)| row(id, name, Some(down(*count, step)));
    known.chain(older).map(least).filter(|row| row.least > Some(0)).collect()
}
