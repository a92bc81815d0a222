//! A search for the lines about one case, by its number. No lines may mean that nobody looked, that there is no such
//! case, or that it was destroyed: three different answers.
use crate::{
    choice::choice,
    id::{CaseId, CaseNumber},
    moment::Day,
};
use serde::{Deserialize, Serialize};

choice!(
    /// What there is of a case number.
    SoughtState {
        /// A case.
        There = "is-er",
        /// A case that was destroyed.
        Destroyed = "vernietigd",
        /// No case ever had this number.
        Never = "bestaat-niet",
    }
);

/// What there is of the case number that was searched for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Sought {
    /// What there is.
    #[serde(rename = "stand")]
    pub state: SoughtState,
    /// The number as it is written in full; none where no case ever had it.
    #[serde(rename = "nummer", default, skip_serializing_if = "Option::is_none")]
    pub number: Option<CaseNumber>,
    /// The day of its destruction. None of before this was kept.
    #[serde(rename = "vernietigdOp", default, skip_serializing_if = "Option::is_none")]
    pub destroyed: Option<Day>,
}

/// The number of a case, by its id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NumberedCase {
    /// The id, as in the lines.
    #[serde(rename = "dossier")]
    pub case: CaseId,
    /// The number.
    #[serde(rename = "nummer")]
    pub number: CaseNumber,
}

/// A case number as somebody types it: `2026-017`, `2026-17`, `017` or `17`. The year, if it was given, and the
/// sequence.
#[must_use]
pub fn typed_number(text: &str) -> Option<(Option<i32>, u32)> {
    let digits = |text: &str| !text.is_empty() && text.len() <= 9 && text.bytes().all(|byte| byte.is_ascii_digit());
    let (year, sequence) = text.split_once('-').map_or((None, text), |(year, sequence)| (Some(year), sequence));
    if !digits(sequence) || !year.is_none_or(|year| year.len() == 4 && digits(year)) {
        return None;
    }
    Some((year.map(str::parse).transpose().ok()?, sequence.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_however_it_is_typed() {
        let table = [
            ("2026-017", Some((Some(2026), 17))),
            ("2026-5", Some((Some(2026), 5))),
            ("005", Some((None, 5))),
            ("5", Some((None, 5))),
            ("26-5", None),
            ("2026-", None),
            ("-5", None),
            ("", None),
            ("1e886a3c841d3e59", None),
            ("99999999999999999999", None),
        ];
        for (text, expected) in table {
            assert_eq!(typed_number(text), expected, "{text}");
        }
    }
}
