//! The content of the copy.
use crate::{
    answer::Known,
    case::{
        ProgressStep,
        notes::{AgeGroup, Roles},
        redact::Passage,
    },
    id::CaseNumber,
    moment::Day,
    report::Subject,
};
use serde::{Deserialize, Serialize};

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
