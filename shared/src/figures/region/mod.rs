//! The figures of more gemeenten as one picture (regio).
#[cfg(test)]
mod tests;

use super::{FigureTable, Figures, HalfYear, Row, Rows, Shown};
use crate::{indicators::is_slug, profile::STEPS};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The least gemeenten of one picture: with fewer, each could take its own away and hold that of one other.
pub const LEAST: usize = 3;

/// No gemeente has more cases in a half-year.
const MOST: u32 = 1_000_000;

/// A half-year as a gemeente gives it to the region.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfGemeente {
    /// The id of its profile.
    pub gemeente: String,
    /// Its name.
    #[serde(rename = "naam")]
    pub name: String,
    /// Whether it is an instance to practise with, so that the figures are made up.
    #[serde(rename = "oefenomgeving", default, skip_serializing_if = "std::ops::Not::not")]
    pub practice: bool,
    /// What was published.
    #[serde(rename = "cijfers")]
    pub figures: Figures,
}

impl OfGemeente {
    /// Whether it can be what an instance publishes: names of one line, a step that there is, no table and no row
    /// twice, numbers that are multiples of the step, and names for what is data only.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        let Self { gemeente, name, figures, .. } = self;
        let named = is_slug(gemeente) && is_name(name) && STEPS.contains(&figures.step);
        let tables = BTreeSet::from_iter(figures.tables.iter().map(|shown| shown.table.as_str()));
        named
            && tables.len() == figures.tables.len()
            && figures.tables.iter().all(|shown| is_sound(shown, figures.step))
    }
}

fn is_sound(shown: &Shown, step: u8) -> bool {
    let number = |count: Option<u32>| count.is_none_or(|count| count <= MOST && count.is_multiple_of(step.into()));
    let codes = shown.table.codes();
    let row = |row: &Row| match &codes {
        Some(codes) => codes.contains(&row.code.as_str()) && row.name.is_none(),
        None => is_slug(&row.code) && row.name.as_ref().is_none_or(|name| is_name(name)),
    };
    let once = BTreeSet::from_iter(shown.rows.iter().map(|row| row.code.as_str())).len() == shown.rows.len();
    once && number(shown.total) && shown.rows.iter().all(|one| number(one.least) && row(one))
}

/// A name of a gemeente or of a kind of team, or a sentence of a signal.
fn is_name(name: &str) -> bool {
    !name.trim().is_empty() && name.chars().count() <= 500 && !name.chars().any(char::is_control)
}

/// The half-years of some gemeenten, added up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Region {
    /// The half-year.
    #[serde(rename = "halfjaar")]
    pub half: HalfYear,
    /// The names of the gemeenten whose figures are in it.
    #[serde(rename = "gemeenten")]
    pub of: Vec<String>,
    /// The names of those whose figures are missing.
    #[serde(rename = "ontbreken")]
    pub missing: Vec<String>,
    /// Whether something may be missing at one of them, so that numbers may be too low.
    #[serde(rename = "onvolledig", default, skip_serializing_if = "std::ops::Not::not")]
    pub incomplete: bool,
    /// Whether these are made up.
    #[serde(rename = "oefenomgeving", default, skip_serializing_if = "std::ops::Not::not")]
    pub practice: bool,
    /// The tables.
    #[serde(rename = "tabellen")]
    pub tables: Vec<RegionTable>,
}

/// A table of the region.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegionTable {
    /// Which table.
    #[serde(rename = "tabel")]
    pub table: FigureTable,
    /// All cases of the table; none where there is no total.
    #[serde(rename = "totaal", default, skip_serializing_if = "Option::is_none")]
    pub total: Option<Between>,
    /// The rows, in the order in which they were met.
    #[serde(rename = "rijen")]
    pub rows: Vec<RegionRow>,
}

/// A row of the region.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegionRow {
    /// What is counted, by its code.
    pub code: String,
    /// Its name, where that is data.
    #[serde(rename = "naam", default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// How many.
    #[serde(rename = "aantal")]
    pub count: Between,
}

/// Between which numbers a count is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Between {
    /// At least so many.
    #[serde(rename = "minstens")]
    pub least: u32,
    /// At most so many; none where a gemeente does not show this row.
    #[serde(rename = "hoogstens", default, skip_serializing_if = "Option::is_none")]
    pub most: Option<u32>,
}

impl Between {
    const NOTHING: Self = Self { least: 0, most: Some(0) };

    fn of(least: Option<u32>, step: u8) -> Self {
        Self { least: least.unwrap_or_default(), most: least.map(|least| least + u32::from(step) - 1) }
    }

    fn and(self, other: Self) -> Self {
        let most = self.most.zip(other.most).map(|(one, two)| one.saturating_add(two));
        Self { least: self.least.saturating_add(other.least), most }
    }
}

/// Why figures cannot be added up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoRegion {
    /// There are fewer gemeenten than [`LEAST`].
    TooFew,
    /// They are of more than one half-year.
    Halves,
    /// One gemeente is there twice: its name.
    Twice(String),
}

impl Region {
    /// Adds up what some gemeenten published, in the order of their ids, and names those of `all` (by id and name)
    /// whose figures are missing.
    ///
    /// Only what was published goes in, so the sum says no more of a gemeente than it published itself: nothing of it
    /// is worked out again.
    ///
    /// # Errors
    /// [`NoRegion`].
    pub fn of(all: &[(String, String)], given: &[OfGemeente]) -> Result<Self, NoRegion> {
        let half = given.first().ok_or(NoRegion::TooFew)?.figures.half;
        if given.iter().any(|one| one.figures.half != half) {
            return Err(NoRegion::Halves);
        }
        for (at, one) in given.iter().enumerate() {
            if given.iter().take(at).any(|other| other.gemeente == one.gemeente) {
                return Err(NoRegion::Twice(one.name.clone()));
            }
        }
        if given.len() < LEAST {
            return Err(NoRegion::TooFew);
        }
        let mut given = given.to_vec();
        given.sort_by(|one, other| one.gemeente.cmp(&other.gemeente));
        let is_given = |id: &String| given.iter().any(|one| one.gemeente == *id);
        let missing = all.iter().filter(|(id, _)| !is_given(id)).map(|(_, name)| name.clone()).collect();
        Ok(Self {
            half,
            of: given.iter().map(|one| one.name.clone()).collect(),
            missing,
            incomplete: given.iter().any(|one| one.figures.incomplete),
            practice: given.iter().any(|one| one.practice),
            tables: FigureTable::ALL.iter().map(|table| sum(*table, &given)).collect(),
        })
    }
}

fn sum(table: FigureTable, given: &[OfGemeente]) -> RegionTable {
    let add = |of: &dyn Fn(&Shown, u8) -> Between| {
        // of a table that one of them has not, nothing is known
        let unknown = Between { least: 0, most: None };
        let each =
            given.iter().map(|one| one.figures.table(table).map_or(unknown, |shown| of(shown, one.figures.step)));
        each.fold(Between::NOTHING, Between::and)
    };
    let total = table.has_total().then(|| add(&|shown, step| Between::of(shown.total, step)));
    let mut rows: Vec<RegionRow> = Vec::new();
    for row in given.iter().filter_map(|one| one.figures.table(table)).flat_map(|shown| &shown.rows) {
        if rows.iter().all(|known| known.code != row.code) {
            // a signal that a gemeente has not: there are fewer than its step. Of another row nothing is known: its
            // cases are in another one there
            let absent = (table.rows() == Rows::Any).then_some(0);
            let of = |shown: &Shown| shown.rows.iter().find(|one| one.code == row.code).map_or(absent, |one| one.least);
            let count = add(&|shown, step| Between::of(of(shown), step));
            rows.push(RegionRow { code: row.code.clone(), name: row.name.clone(), count });
        }
    }
    RegionTable { table, total, rows }
}
