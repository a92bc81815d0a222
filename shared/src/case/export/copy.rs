//! The content of the copy.
use crate::{
    answer::Known,
    case::{
        ProgressStep,
        notes::{AgeGroup, Roles},
    },
    choice::choice,
    id::CaseNumber,
    moment::Day,
    report::Subject,
};
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

/// The structured fields of the person it is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CopyPerson {
    /// Roles, as it seemed.
    #[serde(rename = "rol")]
    pub roles: Roles,
    /// Age group.
    #[serde(rename = "leeftijd")]
    pub age: AgeGroup,
    /// Whether an interpreter was needed.
    #[serde(rename = "tolk")]
    pub interpreter: Known,
}

/// The copy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AccessCopy {
    /// The case's number.
    #[serde(rename = "nummer")]
    pub number: CaseNumber,
    /// Whether it is about a person or a place.
    #[serde(rename = "onderwerp")]
    pub subject: Subject,
    /// The steps and their days.
    #[serde(rename = "stappen")]
    pub steps: Vec<ProgressStep>,
    /// When it was closed, if it was.
    #[serde(rename = "afgerondOp")]
    pub closed: Option<Day>,
    /// The person.
    #[serde(rename = "persoon")]
    pub person: Option<CopyPerson>,
    /// The passages that the AF released.
    #[serde(rename = "passages")]
    pub passages: Vec<Passage>,
    /// How many passages were kept back.
    #[serde(rename = "achtergehouden")]
    pub withheld: usize,
}
