//! Half-years.
use crate::moment::Day;
use chrono::{Datelike, Days};
use serde::{Deserialize, Serialize};

/// Days after a half-year before it is counted: contact in its last days may be recorded some days later \[design\].
const SETTLING: u64 = 14;
/// A report counts on its last day for contact, also when nothing happened to it since it came. That day is no more
/// days after it.
const BEFORE: u64 = 62;

/// A half-year (halfjaar): January to June, or July to December. As text `2026-1` or `2026-2`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct HalfYear {
    year: u16,
    second: bool,
}

/// Not a year and a 1 or 2.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HalfYearError;

impl std::fmt::Display for HalfYearError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("is geen halfjaar, zoals 2026-1")
    }
}

impl std::error::Error for HalfYearError {}

impl HalfYear {
    /// The half-year of a day.
    #[must_use]
    pub fn of(day: Day) -> Self {
        Self { year: u16::try_from(day.year()).unwrap_or_default(), second: day.month() > 6 }
    }

    /// Its first day.
    #[must_use]
    pub fn first(self) -> Day {
        let month = if self.second { 7 } else { 1 };
        Day::from_ymd_opt(self.year.into(), month, 1).unwrap_or(Day::MAX)
    }

    /// Its last day.
    #[must_use]
    pub fn last(self) -> Day {
        self.next().first().pred_opt().unwrap_or(Day::MAX)
    }

    /// The first day on which it may be counted.
    #[must_use]
    pub fn counted_from(self) -> Day {
        self.next().first() + Days::new(SETTLING)
    }

    /// A case in which nothing happened from this day on adds nothing to it.
    #[must_use]
    pub fn looked_at_from(self) -> Day {
        self.first() - Days::new(BEFORE)
    }

    /// Whether this day is in it.
    #[must_use]
    pub fn has(self, day: Day) -> bool {
        Self::of(day) == self
    }

    /// The one after it.
    #[must_use]
    pub fn next(self) -> Self {
        Self { year: self.year.saturating_add(u16::from(self.second)), second: !self.second }
    }

    /// The one before it.
    #[must_use]
    pub fn previous(self) -> Self {
        Self { year: self.year.saturating_sub(u16::from(!self.second)), second: !self.second }
    }

    /// Its place in the row of all half-years: the next one has one more.
    #[must_use]
    pub fn number(self) -> i64 {
        i64::from(self.year) * 2 + i64::from(self.second)
    }
}

impl std::fmt::Display for HalfYear {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{}", self.year, if self.second { 2 } else { 1 })
    }
}

impl From<HalfYear> for String {
    fn from(half: HalfYear) -> Self {
        half.to_string()
    }
}

impl TryFrom<String> for HalfYear {
    type Error = HalfYearError;
    fn try_from(raw: String) -> Result<Self, HalfYearError> {
        let (year, half) = raw.split_once('-').ok_or(HalfYearError)?;
        let second = match half {
            "1" => false,
            "2" => true,
            _ => return Err(HalfYearError),
        };
        let digits = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
        let year = year.parse().ok().filter(|_| digits).ok_or(HalfYearError)?;
        Ok(Self { year, second })
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for HalfYear {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "HalfYear".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^[0-9]{4}-[12]$" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn half(text: &str) -> HalfYear {
        HalfYear::try_from(text.to_owned()).unwrap()
    }

    #[test]
    fn a_half_year_begins_in_january_or_july_and_ends_before_the_next() {
        let table = [("2026-1", "2026-01-01", "2026-06-30"), ("2026-2", "2026-07-01", "2026-12-31")];
        for (text, first, last) in table {
            let (half, first, last): (_, Day, Day) = (half(text), first.parse().unwrap(), last.parse().unwrap());
            assert_eq!((half.first(), half.last(), half.to_string().as_str()), (first, last, text));
            assert!(half.has(first) && half.has(last) && HalfYear::of(first) == half);
            assert!(!half.has(first.pred_opt().unwrap()) && !half.has(last.succ_opt().unwrap()));
        }
    }

    #[test]
    fn half_years_follow_each_other() {
        let row = ["2025-2", "2026-1", "2026-2", "2027-1"].map(half);
        for pair in row.windows(2) {
            assert_eq!((pair[0].next(), pair[1].previous()), (pair[1], pair[0]));
            assert!(pair[0] < pair[1] && pair[0].number() + 1 == pair[1].number());
        }
    }

    #[test]
    fn nothing_else_is_a_half_year() {
        for bad in ["", "2026", "2026-0", "2026-3", "26-1", "+026-1", "2026-1-1", "20261-1", "2026-11"] {
            assert_eq!(HalfYear::try_from(bad.to_owned()), Err(HalfYearError), "{bad}");
        }
    }
}
