//! Messages (berichten) and the calendar of one AF, and what is said of messages elsewhere.
use crate::{
    moment::{Day, Moment},
    text::{Email, Sent},
    told::Occasion,
};
use serde::{Deserialize, Deserializer, Serialize, de::Error};

/// What an AF chose, and how it goes. Addresses are personal and the one of the calendar opens it, so `Debug` hides
/// them.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OwnMessages {
    /// Whether this instance sends e-mail.
    #[serde(rename = "perMail")]
    pub by_mail: bool,
    /// The address; without one nothing is sent.
    #[serde(rename = "email")]
    pub email: Option<Email>,
    /// What they are told of.
    #[serde(rename = "over")]
    pub about: Vec<Occasion>,
    /// How it goes.
    #[serde(rename = "bezorging")]
    pub delivery: Delivery,
    /// Since when there is an address of the calendar; none without one.
    #[serde(rename = "agendaSinds")]
    pub feed_since: Option<Moment>,
    /// The path of the calendar, once: when it was made.
    #[serde(rename = "agenda", default, skip_serializing_if = "Option::is_none")]
    pub feed: Option<String>,
}

impl std::fmt::Debug for OwnMessages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("OwnMessages(…)")
    }
}

/// How one's own messages go: nothing of what a colleague got.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Delivery {
    /// When one last went.
    #[serde(rename = "gelukt", default, skip_serializing_if = "Option::is_none")]
    pub sent: Option<Moment>,
    /// Since when one does not get through.
    #[serde(rename = "mislukkenSinds", default, skip_serializing_if = "Option::is_none")]
    pub failing: Option<Moment>,
}

/// Whether messages go, for whoever watches over the instance: the day and not the hour of the last one, so that
/// nobody can tell from it that a report came which they may not know of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MessagesHealth {
    /// The day on which one last went.
    #[serde(rename = "laatsteGelukt", default, skip_serializing_if = "Option::is_none")]
    pub sent: Option<Day>,
    /// Since when one does not get through.
    #[serde(rename = "mislukkenSinds", default, skip_serializing_if = "Option::is_none")]
    pub failing: Option<Day>,
}

view!(
    /// Answer to `GET gezondheid`.
    Health {
        /// `goed` when reports can be stored.
        stand: String,
        /// How messages go; none where nobody gets any.
        #[serde(rename = "berichten", default, skip_serializing_if = "Option::is_none")]
        messages: Option<MessagesHealth>,
    }
);

/// Body of `POST mijn-berichten`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "soort", content = "inhoud", deny_unknown_fields)]
pub enum MessagesCommand {
    /// Where to, and about what.
    #[serde(rename = "kiezen")]
    Choose {
        /// The work address; none: no messages.
        #[serde(default, deserialize_with = "address")]
        email: Option<Email>,
        /// What to tell of.
        #[serde(rename = "over", deserialize_with = "occasions")]
        #[cfg_attr(feature = "schema", schemars(length(max = Occasion::ALL.len())))]
        about: Vec<Occasion>,
    },
    /// Sends a message now, to see whether it arrives.
    #[serde(rename = "proef")]
    Try,
    /// A new address of the calendar; the one before it ends.
    #[serde(rename = "agenda-nieuw")]
    NewFeed,
    /// The calendar has no address any more.
    #[serde(rename = "agenda-einde")]
    EndFeed,
}

/// An address as typed, unlike a stored one.
fn address<'de, D: Deserializer<'de>>(raw: D) -> Result<Option<Email>, D::Error> {
    let typed = Option::<String>::deserialize(raw)?;
    typed.map(|typed| Email::of_body(&typed).map_err(D::Error::custom)).transpose()
}

/// No more than there are.
fn occasions<'de, D: Deserializer<'de>>(raw: D) -> Result<Vec<Occasion>, D::Error> {
    let about = Vec::<Occasion>::deserialize(raw)?;
    if about.len() > Occasion::ALL.len() { Err(D::Error::custom("more than there are")) } else { Ok(about) }
}

impl std::fmt::Debug for MessagesCommand {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("MessagesCommand(…)")
    }
}
