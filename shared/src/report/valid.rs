use super::Subject;
use crate::{
    answer::{Known, YesNo},
    id::{AccountId, FunctionId},
    indicators::{ExploitationForm, Tick},
    text::{Email, Line, Phone, Prose},
};
use serde::{Deserialize, Serialize};

/// A melding that was checked. It is sent once and never edited; only [`super::check`] makes one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Report {
    /// Version of the list of signals.
    #[serde(rename = "lijst")]
    pub list: String,
    /// Persoon of plek.
    #[serde(rename = "onderwerp")]
    pub subject: Subject,
    /// Vormen, at least one.
    #[serde(rename = "vormen")]
    pub forms: Vec<ExploitationForm>,
    /// Signalen, may be none: absence proves nothing.
    #[serde(rename = "signalen")]
    pub ticks: Vec<Tick>,
    /// The melder's own words.
    #[serde(rename = "verhaal")]
    pub story: Prose,
    /// Wanneer.
    #[serde(rename = "wanneer")]
    pub when: Option<Line>,
    /// Waar.
    #[serde(rename = "waar")]
    pub place: Option<Line>,
    /// The known facts about the person or place.
    #[serde(rename = "bekend")]
    pub known: Option<Prose>,
    /// About a colleague.
    #[serde(rename = "collega")]
    pub colleague: YesNo,
    /// The functions of the AFs that may not know of it; only about a colleague.
    #[serde(rename = "nietVoor", default, skip_serializing_if = "Vec::is_empty")]
    pub excluded: Vec<FunctionId>,
    /// A minor involved.
    #[serde(rename = "minderjarig")]
    pub minor: Known,
    /// Unsafe right now; not known counts as yes.
    #[serde(rename = "acuut")]
    pub acute: Known,
    /// 112 was called; asked when somebody is in danger for certain.
    #[serde(rename = "gebeld112")]
    pub called_112: Option<YesNo>,
    /// Veilig Thuis; always there when [`super::vtt_needed`].
    #[serde(rename = "veiligThuis")]
    pub vtt: Option<VttContact>,
    /// The melder.
    #[serde(rename = "melder")]
    pub reporter: Reporter,
}

/// The melder: visible to the AFs of the case only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reporter {
    /// Name.
    #[serde(rename = "naam")]
    pub name: Line,
    /// Team.
    #[serde(rename = "team")]
    pub team: Option<Line>,
    /// Work phone.
    #[serde(rename = "telefoon")]
    pub phone: Phone,
    /// Work e-mail.
    #[serde(rename = "email")]
    pub email: Option<Email>,
    /// When to call.
    #[serde(rename = "bereikbaar")]
    pub reachable: Option<Line>,
}

/// The contact with Veilig Thuis (VTT).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "stand", rename_all = "kebab-case", deny_unknown_fields)]
pub enum VttContact {
    /// A melding was made.
    #[serde(rename = "gemeld")]
    Reported {
        /// The person who reported it there.
        #[serde(rename = "wie")]
        who: Line,
        /// The time, in words.
        #[serde(rename = "wanneer")]
        when: Line,
        /// The reference VTT gave.
        #[serde(rename = "kenmerk", default)]
        reference: Option<Line>,
    },
    /// Advice was asked. That is not a melding.
    #[serde(rename = "advies-gevraagd")]
    Advised {},
    /// Called, nobody answered.
    #[serde(rename = "niet-bereikt")]
    NotReached {},
    /// Not yet, and why.
    #[serde(rename = "nog-niet")]
    NotYet {
        /// The reason.
        #[serde(rename = "waarom")]
        why: Line,
    },
}

/// How a report came in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "weg", deny_unknown_fields)]
pub enum Channel {
    /// The melder filled in the form.
    #[serde(rename = "formulier")]
    Form {},
    /// By telephone or at the desk: the words are as the AF noted them.
    #[serde(rename = "telefoon")]
    Phone {
        /// The AF who noted them.
        #[serde(rename = "genoteerdDoor")]
        noted_by: AccountId,
    },
}
