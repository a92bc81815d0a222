//! Exact counts, as they are before they are published. They stay on the AF's server.
use super::FigureTable;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Counts for the tables of one half-year.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally(BTreeMap<String, Counts>);

/// The counts of one table.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Cases.
    #[serde(rename = "totaal")]
    pub total: u32,
    /// Cases by row.
    #[serde(rename = "rijen")]
    pub rows: BTreeMap<String, u32>,
}

impl Tally {
    /// Counts one case in these rows of a table, in each once; in no row it is not counted at all. What was put into
    /// the table before counts no more.
    pub fn put<'a>(&mut self, table: FigureTable, rows: impl IntoIterator<Item = &'a str>) {
        let once: BTreeMap<String, u32> = rows.into_iter().map(|row| (row.to_owned(), 1)).collect();
        if !once.is_empty() {
            self.0.insert(table.as_str().to_owned(), Counts { total: 1, rows: once });
        }
    }

    /// Adds what was counted elsewhere.
    pub fn add(&mut self, other: &Self) {
        for (table, counts) in &other.0 {
            let sum = self.0.entry(table.clone()).or_default();
            sum.total = sum.total.saturating_add(counts.total);
            for (row, count) in &counts.rows {
                let here = sum.rows.entry(row.clone()).or_default();
                *here = here.saturating_add(*count);
            }
        }
    }

    /// The counts of a table; none where nothing was counted.
    #[must_use]
    pub fn of(&self, table: FigureTable) -> Counts {
        self.0.get(table.as_str()).cloned().unwrap_or_default()
    }

    /// Whether nothing was counted.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
