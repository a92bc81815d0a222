use crate::{
    answer::Known,
    case::notes::{AgeGroup, Assessment, Roles, VttStand},
    choice::choice,
    indicators::ExploitationForm,
    report::Subject,
    sharing::DataKind,
};
use serde::{Deserialize, Serialize};

/// Something that may go along.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PackItem {
    /// The field it comes from: `melding.waar`.
    pub id: String,
    /// Its name, Dutch.
    #[serde(rename = "naam")]
    pub name: String,
    /// The kinds of data in it; none of what the AF wrote for this receiver.
    #[serde(rename = "soorten")]
    pub kinds: Vec<DataKind>,
    /// Whether somebody wrote it in their own words: then an AF reads it before it goes.
    #[serde(rename = "eigenWoorden")]
    pub own_words: bool,
    /// What it is.
    #[serde(rename = "inhoud")]
    pub value: PackValue,
}

/// The content of an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum PackValue {
    /// Words, blanked.
    #[serde(rename = "tekst")]
    Text(String),
    /// A person or a place.
    #[serde(rename = "onderwerp")]
    Subject(Subject),
    /// Forms of exploitation.
    #[serde(rename = "vormen")]
    Forms(Vec<ExploitationForm>),
    /// The sentences of the signals.
    #[serde(rename = "signalen")]
    Signals(Vec<String>),
    /// How old people are, in groups, by their roles.
    #[serde(rename = "leeftijden")]
    Ages(Vec<RoleAndAge>),
    /// An answer to a question.
    #[serde(rename = "antwoord")]
    Answer(Known),
    /// What the AFs think.
    #[serde(rename = "inschatting")]
    Assessment(Assessment),
    /// How it stands with Veilig Thuis.
    #[serde(rename = "veiligThuis")]
    VeiligThuis(VttStand),
    /// Somebody who is named.
    #[serde(rename = "persoon")]
    Person(PackPerson),
}

/// Somebody, without anything that points at them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RoleAndAge {
    /// Roles, as it seems.
    #[serde(rename = "rol")]
    pub roles: Roles,
    /// Age group.
    #[serde(rename = "leeftijd")]
    pub age: AgeGroup,
}

/// Somebody who is named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PackPerson {
    /// Roles, as it seems.
    #[serde(rename = "rol")]
    pub roles: Roles,
    /// The name, or how to recognise them.
    #[serde(rename = "omschrijving")]
    pub description: Option<String>,
    /// Languages.
    #[serde(rename = "talen")]
    pub languages: Option<String>,
    /// Whether an interpreter is needed.
    #[serde(rename = "tolk")]
    pub interpreter: Known,
}

choice!(
    /// Why something stays.
    KeptWhy {
        /// The table does not let this kind go there.
        Kind = "soort",
        /// It is in somebody's own words, and nothing that points at anybody goes there.
        OwnWords = "eigen-woorden",
        /// The ground that was decided on is not one of the table's.
        Ground = "grondslag",
        /// It is not written how the person agreed.
        Consent = "instemming",
        /// It is not written whether this person may be forced.
        Unanswered = "gedwongen",
        /// This AF did not open what is written about care and health.
        Unopened = "zorg-dicht",
    }
);

/// Something that stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KeptBack {
    /// Its name, Dutch.
    #[serde(rename = "naam")]
    pub name: String,
    /// Why.
    #[serde(rename = "waarom")]
    pub why: KeptWhy,
    /// The kinds that may not go there.
    #[serde(rename = "soorten")]
    pub kinds: Vec<DataKind>,
}
