//! The ways in which a report comes in.
use crate::{choice::choice, id::AccountId};
use serde::{Deserialize, Serialize};

choice!(
    /// How a report that an AF writes down comes in. The melder's own form has none.
    WayIn {
        /// Per telefoon.
        Phone = "telefoon",
        /// Aan de balie.
        Desk = "balie",
        /// Namens een collega: one civil servant tells what another saw.
        Colleague = "collega",
        /// Van KMT: there is no melder.
        Kmt = "kmt",
    }
);
choice!(
    /// Who is called first when one reports on behalf of another.
    CallFirst {
        /// De melder.
        Reporter = "melder",
        /// De collega die het zag.
        Colleague = "collega",
    }
);

/// How a report came in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "weg", deny_unknown_fields)]
pub enum Channel {
    /// The melder filled in the form.
    #[serde(rename = "formulier")]
    Form {},
    /// By telephone: the words are as the AF noted them.
    #[serde(rename = "telefoon")]
    Phone {
        /// The AF who noted them.
        #[serde(rename = "genoteerdDoor")]
        noted_by: AccountId,
    },
    /// At the desk.
    #[serde(rename = "balie")]
    Desk {
        /// The AF who noted the words.
        #[serde(rename = "genoteerdDoor")]
        noted_by: AccountId,
    },
    /// Told by one who reports on behalf of a colleague.
    #[serde(rename = "collega")]
    Colleague {
        /// The AF who noted the words.
        #[serde(rename = "genoteerdDoor")]
        noted_by: AccountId,
    },
    /// A signal from KMT.
    #[serde(rename = "kmt")]
    Kmt {
        /// The AF who noted the words.
        #[serde(rename = "genoteerdDoor")]
        noted_by: AccountId,
    },
}

impl Channel {
    /// Of a report that an AF writes down. A page of before there was a choice names no way: then it is by telephone.
    #[must_use]
    pub fn noted(way: Option<WayIn>, noted_by: AccountId) -> Self {
        match way {
            None | Some(WayIn::Phone) => Self::Phone { noted_by },
            Some(WayIn::Desk) => Self::Desk { noted_by },
            Some(WayIn::Colleague) => Self::Colleague { noted_by },
            Some(WayIn::Kmt) => Self::Kmt { noted_by },
        }
    }

    /// The AF who wrote it down, and how it came in then; none for the melder's own form.
    #[must_use]
    pub fn noted_by(&self) -> Option<(WayIn, &AccountId)> {
        match self {
            Self::Form {} => None,
            Self::Phone { noted_by } => Some((WayIn::Phone, noted_by)),
            Self::Desk { noted_by } => Some((WayIn::Desk, noted_by)),
            Self::Colleague { noted_by } => Some((WayIn::Colleague, noted_by)),
            Self::Kmt { noted_by } => Some((WayIn::Kmt, noted_by)),
        }
    }
}

/// The colleague on whose behalf the melder reports, as typed.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct ColleagueDraft {
    /// Name; empty when the melder saw it themselves.
    #[serde(rename = "naam")]
    pub name: String,
    /// Work phone.
    #[serde(rename = "telefoon")]
    pub phone: String,
    /// Who is called first.
    #[serde(rename = "eerstBellen")]
    pub first: Option<CallFirst>,
}

impl ColleagueDraft {
    /// Whether nothing is filled in.
    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl std::fmt::Debug for ColleagueDraft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ColleagueDraft(…)")
    }
}

/// What is known of a signal from KMT, as typed.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct KmtDraft {
    /// Who at KMT: a function.
    #[serde(rename = "wie")]
    pub who: String,
    /// The day on which KMT gave it (`2026-04-27`).
    #[serde(rename = "dag")]
    pub day: String,
    /// KMT's own reference, if any.
    #[serde(rename = "kenmerk")]
    pub reference: String,
}

impl KmtDraft {
    /// Whether nothing is filled in.
    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl std::fmt::Debug for KmtDraft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("KmtDraft(…)")
    }
}
