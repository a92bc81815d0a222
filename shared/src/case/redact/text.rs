use crate::choice::choice;
use serde::{Deserialize, Serialize};

/// A piece of free text, which the AF may release.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Passage {
    /// The field it comes from: `melding.verhaal`.
    pub id: String,
    /// Its name, Dutch.
    #[serde(rename = "naam")]
    pub name: String,
    /// The text, already blanked.
    #[serde(rename = "tekst")]
    pub text: String,
}

choice!(
    /// What something that is looked for is.
    SoughtKind {
        /// Naam van de melder.
        Name = "naam",
        /// Team van de melder.
        Team = "team",
        /// Telefoon van de melder.
        Phone = "telefoon",
        /// E-mailadres van de melder.
        Email = "email",
        /// Wanneer de melder bereikbaar is.
        Reachable = "bereikbaar",
        /// Plek, bedrijf of voertuig.
        Place = "plek",
        /// Omschrijving van een ander op het formulier.
        Other = "ander",
    }
);

/// Something that was looked for in what may be released.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Sought {
    /// What it is.
    #[serde(rename = "soort")]
    pub kind: SoughtKind,
    /// As it stands in the case.
    #[serde(rename = "tekst")]
    pub text: String,
}
