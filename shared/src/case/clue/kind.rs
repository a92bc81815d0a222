//! What a clue can be, and what two open cases have in common.
use crate::{
    choice::choice,
    id::{CaseId, CaseNumber},
};
use serde::{Deserialize, Serialize};

choice!(
    /// What a clue is.
    #[derive(PartialOrd, Ord)]
    ClueKind {
        /// The name of somebody on the meldingsformulier, or how to recognise them.
        Name = "naam",
        /// Street and house number, or postcode and house number.
        Address = "adres",
        /// Telefoonnummer.
        Phone = "telefoon",
        /// Kenteken.
        Plate = "kenteken",
    }
);

/// Another open case of this gemeente that has something in common with the one that is looked at. It says nothing
/// about a person, and a name alone is never enough.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SharedClue {
    /// The other case.
    pub id: CaseId,
    /// Its number.
    #[serde(rename = "nummer")]
    pub number: CaseNumber,
    /// What they have in common: an address, a telephone number, a number plate.
    #[serde(rename = "zelfde")]
    pub kinds: Vec<ClueKind>,
}

impl SharedClue {
    /// The most cases that are named.
    pub const MOST: usize = 5;
}
