//! Lengths of time in whole months or days.
use crate::moment::Day;
use chrono::{Days, Months};
use serde::{Deserialize, Serialize};

/// A length of time as a profile writes it: `"6 maanden"`, `"30 dagen"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Length {
    /// Whole months.
    Months(u16),
    /// Whole days.
    Days(u16),
}

/// Not a number with `maanden` or `dagen`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LengthError;

impl std::fmt::Display for LengthError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("is geen aantal maanden of dagen")
    }
}

impl std::error::Error for LengthError {}

impl Length {
    /// The day this long after `day`. In a month that is too short it is the last day of that month.
    #[must_use]
    pub fn after(self, day: Day) -> Day {
        let moved = match self {
            Self::Months(months) => day.checked_add_months(Months::new(u32::from(months))),
            Self::Days(days) => day.checked_add_days(Days::new(u64::from(days))),
        };
        moved.unwrap_or(Day::MAX)
    }

    /// Whether it is; a month counts as thirty days.
    #[must_use]
    pub fn is_shorter_than(self, other: Self) -> bool {
        self.weight() < other.weight()
    }

    /// For comparing only.
    fn weight(self) -> u32 {
        match self {
            Self::Months(months) => u32::from(months) * 30,
            Self::Days(days) => u32::from(days),
        }
    }
}

impl std::fmt::Display for Length {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Months(1) => f.write_str("1 maand"),
            Self::Months(months) => write!(f, "{months} maanden"),
            Self::Days(1) => f.write_str("1 dag"),
            Self::Days(days) => write!(f, "{days} dagen"),
        }
    }
}

impl From<Length> for String {
    fn from(length: Length) -> Self {
        length.to_string()
    }
}

impl TryFrom<String> for Length {
    type Error = LengthError;
    fn try_from(raw: String) -> Result<Self, LengthError> {
        let (number, unit) = raw.split_once(' ').ok_or(LengthError)?;
        let number = number.parse().map_err(|_| LengthError)?;
        match unit {
            "maand" | "maanden" => Ok(Self::Months(number)),
            "dag" | "dagen" => Ok(Self::Days(number)),
            _ => Err(LengthError),
        }
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Length {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Length".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^[0-9]{1,5} (maand|maanden|dag|dagen)$" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_go_there_and_back() {
        for text in ["1 maand", "60 maanden", "0 dagen", "1 dag", "30 dagen"] {
            assert_eq!(Length::try_from(text.to_owned()).unwrap().to_string(), text);
        }
        for bad in ["", "6", "6 weken", "-1 dagen", "6  maanden", "zes maanden", "70000 dagen"] {
            assert_eq!(Length::try_from(bad.to_owned()), Err(LengthError), "{bad}");
        }
    }

    #[test]
    fn a_length_ends_on_the_last_day_of_a_short_month() {
        let table = [
            ("2026-01-31", Length::Months(1), "2026-02-28"),
            ("2027-12-31", Length::Months(2), "2028-02-29"),
            ("2026-05-15", Length::Months(12), "2027-05-15"),
            ("2026-12-25", Length::Days(10), "2027-01-04"),
            ("2026-12-25", Length::Days(0), "2026-12-25"),
        ];
        for (from, length, to) in table {
            assert_eq!(length.after(from.parse().unwrap()).to_string(), to, "{from} {length}");
        }
    }
}
