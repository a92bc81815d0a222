//! The figures of more gemeenten as one picture (regio).
use super::{FigureTable, Figures, HalfYear, Rows, Shown};
use serde::{Deserialize, Serialize};

/// The least gemeenten of one picture: with fewer, each could take its own away and hold that of one other.
pub const LEAST: usize = 3;

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
    /// Whether something could not be read at one of them, so that numbers may be too low.
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
    /// Adds up what some gemeenten published, and names those of `all` (by id and name) whose figures are missing.
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
        let is_given = |id: &String| given.iter().any(|one| one.gemeente == *id);
        let missing = all.iter().filter(|(id, _)| !is_given(id)).map(|(_, name)| name.clone()).collect();
        Ok(Self {
            half,
            of: given.iter().map(|one| one.name.clone()).collect(),
            missing,
            incomplete: given.iter().any(|one| one.figures.incomplete),
            practice: given.iter().any(|one| one.practice),
            tables: FigureTable::ALL.iter().map(|table| sum(*table, given)).collect(),
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
    let total = (table.rows() != Rows::Any).then(|| add(&|shown, step| Between::of(shown.total, step)));
    let mut rows: Vec<RegionRow> = Vec::new();
    for row in given.iter().filter_map(|one| one.figures.table(table)).flat_map(|shown| &shown.rows) {
        if rows.iter().all(|known| known.code != row.code) {
            // a row that a gemeente has not: there are fewer than its step
            let of =
                |shown: &Shown| shown.rows.iter().find(|one| one.code == row.code).map_or(Some(0), |one| one.least);
            let count = add(&|shown, step| Between::of(of(shown), step));
            rows.push(RegionRow { code: row.code.clone(), name: row.name.clone(), count });
        }
    }
    RegionTable { table, total, rows }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::Tally;

    const TEAMS: [(&str, &str); 2] = [("balie", "Balie"), ("zorg", "Zorg")];

    fn of(gemeente: &str, half: &str, step: u8, places: u32) -> OfGemeente {
        let mut tally = Tally::default();
        for _ in 0..places {
            let mut one = Tally::default();
            one.put(FigureTable::Subject, ["plek"]);
            one.put(FigureTable::Signal, ["ramen-afgeplakt"]);
            tally.add(&one);
        }
        let half = half.to_owned().try_into().unwrap();
        let signals = [("ramen-afgeplakt", "De ramen zijn afgeplakt.")];
        let figures = Figures::publish(&tally, half, step, "2026-07-15".parse().unwrap(), &TEAMS, &signals);
        OfGemeente { gemeente: gemeente.into(), name: gemeente.to_uppercase(), practice: false, figures }
    }

    fn all() -> Vec<(String, String)> {
        ["a", "b", "c", "d"].map(|id| (id.to_owned(), id.to_uppercase())).to_vec()
    }

    fn count(region: &Region, table: FigureTable, code: &str) -> Between {
        let table = region.tables.iter().find(|one| one.table == table).unwrap();
        table.rows.iter().find(|row| row.code == code).unwrap().count
    }

    #[test]
    fn published_numbers_are_added_up_and_who_is_missing_is_named() {
        let given = [of("a", "2026-1", 5, 7), of("b", "2026-1", 5, 4), of("c", "2026-1", 6, 12)];
        let region = Region::of(&all(), &given).unwrap();
        assert_eq!((region.of.join(" "), region.missing.join(" ")), ("A B C".to_owned(), "D".to_owned()));
        assert_eq!(count(&region, FigureTable::Subject, "plek"), Between { least: 17, most: Some(30) });
        // at one of them nobody sees it: there are fewer than five
        assert_eq!(count(&region, FigureTable::Signal, "ramen-afgeplakt"), Between { least: 17, most: Some(30) });
        let total = region.tables.iter().find(|one| one.table == FigureTable::Subject).unwrap().total;
        assert_eq!(total, Some(Between { least: 17, most: Some(30) }));
        let json = serde_json::to_string(&region).unwrap();
        assert_eq!(serde_json::from_str::<Region>(&json).unwrap(), region);
    }

    #[test]
    fn a_row_that_one_of_them_does_not_show_has_no_upper_bound() {
        // four rows of teams, and a step of four
        let given = [of("a", "2026-1", 4, 1), of("b", "2026-1", 5, 1), of("c", "2026-1", 5, 1)];
        let region = Region::of(&all(), &given).unwrap();
        assert_eq!(count(&region, FigureTable::Team, "anders"), Between { least: 0, most: None });
        assert_eq!(count(&region, FigureTable::Team, "balie"), Between { least: 0, most: Some(11) });
    }

    #[test]
    fn of_a_table_that_one_of_them_has_not_nothing_is_known() {
        let [a, b, mut c] = ["a", "b", "c"].map(|id| of(id, "2026-1", 5, 7));
        c.figures.tables.retain(|shown| shown.table != FigureTable::Subject);
        let region = Region::of(&all(), &[a, b, c]).unwrap();
        assert_eq!(count(&region, FigureTable::Subject, "plek"), Between { least: 10, most: None });
    }

    #[test]
    fn what_does_not_belong_together_is_not_added_up() {
        let [a, b, c] = ["a", "b", "c"].map(|id| of(id, "2026-1", 5, 7));
        let region = |given: &[OfGemeente]| Region::of(&all(), given).err();
        assert_eq!(region(&[]), Some(NoRegion::TooFew));
        assert_eq!(region(&[a.clone(), b.clone()]), Some(NoRegion::TooFew));
        assert_eq!(region(&[a.clone(), b.clone(), of("c", "2026-2", 5, 7)]), Some(NoRegion::Halves));
        assert_eq!(region(&[a.clone(), b.clone(), a.clone()]), Some(NoRegion::Twice("A".into())));
        assert_eq!(region(&[a, b, c]), None);
    }
}
