use crate::indicators::ExploitationForm;
use serde::{Deserialize, Serialize};

crate::choice::choice!(
    /// A form of exploitation that has a page: the four of the seed.
    Topic {
        /// Seksuele uitbuiting.
        Sexual = "seksueel",
        /// Arbeidsuitbuiting.
        Labour = "arbeid",
        /// Criminele uitbuiting.
        Criminal = "crimineel",
        /// Gedwongen orgaanverwijdering en draagmoederschap.
        Organ = "orgaan",
    }
);

impl Topic {
    /// The form of exploitation, to find its signals.
    #[must_use]
    pub fn form(self) -> ExploitationForm {
        match self {
            Self::Sexual => ExploitationForm::Sexual,
            Self::Labour => ExploitationForm::Labour,
            Self::Criminal => ExploitationForm::Criminal,
            Self::Organ => ExploitationForm::OrganSurrogacy,
        }
    }
}

/// What the pages, the poster and the card say. Plain Dutch (B1), to a colleague.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AwarenessTexts {
    /// What mensenhandel is.
    #[serde(rename = "wat")]
    pub what: String,
    /// That it is not mensensmokkel (seed).
    #[serde(rename = "smokkel")]
    pub smuggling: String,
    /// That no coercion needs to be shown for a minor [law: 273f Sr].
    #[serde(rename = "minderjarig")]
    pub minors: String,
    /// What seksuele uitbuiting is.
    #[serde(rename = "seksueel")]
    pub sexual: String,
    /// What arbeidsuitbuiting is.
    #[serde(rename = "arbeid")]
    pub labour: String,
    /// What criminele uitbuiting is.
    #[serde(rename = "crimineel")]
    pub criminal: String,
    /// What gedwongen orgaanverwijdering en draagmoederschap is.
    #[serde(rename = "orgaan")]
    pub organ: String,
    /// The large line of the poster.
    #[serde(rename = "posterKop")]
    pub poster_head: String,
    /// What stands below it.
    #[serde(rename = "posterTekst")]
    pub poster_text: String,
    /// What a colleague does.
    #[serde(rename = "doen")]
    pub steps: Vec<String>,
    /// What a colleague does not do.
    #[serde(rename = "niet")]
    pub never: Vec<String>,
    /// The signals on the card for a team meeting.
    #[serde(rename = "kaart")]
    pub card: Vec<String>,
}

impl AwarenessTexts {
    /// What this form of exploitation is.
    #[must_use]
    pub fn of(&self, topic: Topic) -> &str {
        match topic {
            Topic::Sexual => &self.sexual,
            Topic::Labour => &self.labour,
            Topic::Criminal => &self.criminal,
            Topic::Organ => &self.organ,
        }
    }
}
