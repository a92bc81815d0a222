use super::{CallFirst, Subject};
use crate::{
    answer::{Known, YesNo},
    id::FunctionId,
    indicators::{ExploitationForm, Tick},
    moment::Day,
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
    /// Who it came from: a melder, or KMT.
    #[serde(flatten)]
    pub sender: Sender,
}

impl Report {
    /// The melder; none where the signal came from KMT.
    #[must_use]
    pub fn reporter(&self) -> Option<&Reporter> {
        match &self.sender {
            Sender::Reporter(reporter) => Some(reporter),
            Sender::Kmt(_) => None,
        }
    }

    /// What is known of the signal where it came from KMT.
    #[must_use]
    pub fn kmt(&self) -> Option<&KmtSignal> {
        match &self.sender {
            Sender::Reporter(_) => None,
            Sender::Kmt(signal) => Some(signal),
        }
    }
}

/// Who a report came from. In JSON it is the field `melder` or the field `kmt` of the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Sender {
    /// A melder.
    #[serde(rename = "melder")]
    Reporter(Reporter),
    /// KMT (Kenniscentrum Mensenhandel Twente): there is no melder.
    #[serde(rename = "kmt")]
    Kmt(KmtSignal),
}

/// A signal from KMT.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KmtSignal {
    /// Who at KMT: a function.
    #[serde(rename = "wie")]
    pub who: Line,
    /// The day on which KMT gave it.
    #[serde(rename = "dag")]
    pub day: Day,
    /// KMT's own reference.
    #[serde(rename = "kenmerk", default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<Line>,
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
    /// The colleague who saw it, where the melder reports on their behalf.
    #[serde(rename = "namens", default, skip_serializing_if = "Option::is_none")]
    pub colleague: Option<Colleague>,
}

impl Reporter {
    /// The colleague, where they are to be called before the melder.
    #[must_use]
    pub fn called_before(&self) -> Option<(&Colleague, &Phone)> {
        let colleague = self.colleague.as_ref().filter(|one| one.first == CallFirst::Colleague)?;
        Some((colleague, colleague.phone.as_ref()?))
    }
}

/// A colleague of the melder who saw it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Colleague {
    /// Name.
    #[serde(rename = "naam")]
    pub name: Line,
    /// Work phone; always there when they are called first.
    #[serde(rename = "telefoon")]
    pub phone: Option<Phone>,
    /// Who is called first.
    #[serde(rename = "eerstBellen")]
    pub first: CallFirst,
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
