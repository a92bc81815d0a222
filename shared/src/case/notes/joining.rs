//! Joining (samenvoegen): several reports about one person or place go on under one lead case.
use crate::{
    choice::choice,
    id::{AccountId, BadId, CaseId, CaseNumber},
    retention::Outcome,
    text::Prose,
};
use serde::{Deserialize, Serialize};

/// The number of a case as an AF types it: `2026-017`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TypedNumber(pub CaseNumber);

impl TypedNumber {
    /// Reads a year, a hyphen and the sequence. Zeros before the sequence say nothing.
    ///
    /// # Errors
    /// [`BadId`] for anything else.
    pub fn parse(raw: &str) -> Result<Self, BadId> {
        let (year, sequence) = raw.split_once('-').ok_or(BadId)?;
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if year.len() != 4 || !(1..=9).contains(&sequence.len()) || !digits(year) || !digits(sequence) {
            return Err(BadId);
        }
        let (year, sequence) = (year.parse().map_err(|_| BadId)?, sequence.parse().map_err(|_| BadId)?);
        Ok(Self(CaseNumber { year, sequence }))
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for TypedNumber {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "TypedNumber".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^[0-9]{4}-[0-9]{1,9}$" })
    }
}

impl TryFrom<String> for TypedNumber {
    type Error = BadId;
    fn try_from(raw: String) -> Result<Self, BadId> {
        Self::parse(&raw)
    }
}

impl From<TypedNumber> for String {
    fn from(number: TypedNumber) -> Self {
        number.0.to_string()
    }
}

note!(
    /// Joining a report under a lead case.
    JoinUnder {
        /// The number of the lead case.
        #[serde(rename = "onder")]
        lead: TypedNumber,
        /// Why they belong together.
        #[serde(rename = "reden")]
        reason: Prose,
    }
);
note!(
    /// A report that was joined under a lead case.
    JoinedUnder {
        /// The id of the lead case.
        #[serde(rename = "hoofddossier")]
        lead: CaseId,
        /// Its number.
        #[serde(rename = "nummer")]
        number: CaseNumber,
        /// Why they belong together.
        #[serde(rename = "reden")]
        reason: Prose,
    }
);
note!(
    /// How far the lead case is now.
    LeadMove {
        /// The stand.
        #[serde(rename = "stand")]
        stand: LeadStand,
        /// How it ended, once it is closed.
        #[serde(rename = "einde")]
        end: Option<LeadEnd>,
    }
);
note!(
    /// How the lead case ended. The joined report ends the same.
    LeadEnd {
        /// The outcome, on which the term for keeping depends.
        #[serde(rename = "uitkomst")]
        outcome: Outcome,
        /// The people who decided it.
        #[serde(rename = "besluitVan")]
        decided_by: Vec<AccountId>,
    }
);

choice!(
    /// How far the lead case is, as far as a joined report depends on it.
    LeadStand {
        /// The investigation has not begun.
        Begun = "begonnen",
        /// In the investigation.
        Investigated = "onderzoek",
        /// Waits for the werkoverleg.
        Discussed = "beslismoment",
        /// Decided: the melder of a joined report can be told.
        Decided = "besloten",
        /// Closed.
        Closed = "afgerond",
    }
);

impl LeadStand {
    /// The last stand before it was closed.
    #[must_use]
    pub fn open(self) -> Self {
        match self {
            Self::Closed => Self::Decided,
            Self::Begun | Self::Investigated | Self::Discussed | Self::Decided => self,
        }
    }

    /// Whether the melder of a joined report can be told how it ended.
    #[must_use]
    pub fn is_decided(self) -> bool {
        match self {
            Self::Decided | Self::Closed => true,
            Self::Begun | Self::Investigated | Self::Discussed => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_as_it_is_shown_and_nothing_else_is() {
        let number = CaseNumber { year: 2026, sequence: 17 };
        for typed in ["2026-017", "2026-17", "2026-000017"] {
            assert_eq!(TypedNumber::parse(typed), Ok(TypedNumber(number)), "{typed}");
        }
        assert_eq!(String::from(TypedNumber(number)), "2026-017");
        for typed in ["", "2026", "2026-", "26-017", "2026-01x", "2026-+17", "2026-0123456789", "2026-017-1"] {
            assert_eq!(TypedNumber::parse(typed), Err(BadId), "{typed}");
        }
    }
}
