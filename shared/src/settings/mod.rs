//! Settings (inrichting): what the functioneel beheerder changes on screen, as an overlay on the profile's file.
//!
//! The file stays the base. A part of the settings that was never changed is absent here, and the file's holds. The
//! page, the API and `meldroute profiel` use one check: [`Part::check`]. The numbers 112, of Veilig Thuis and of the
//! police are no part of it: the first screen never depends on a store.
mod check;
#[cfg(test)]
mod tests;

pub use check::{MOST_DAYS, MOST_SOURCES, MOST_TEXTS};

use crate::{
    choice::choice,
    moment::Day,
    profile::{Backup, Contact, Profile, Source},
};
use serde::{Deserialize, Serialize};

choice!(
    /// A part of the settings that is changed as a whole (onderdeel).
    PartKind {
        /// Telefoonnummers. A wrong number to call would be an attack, so two people change them.
        Phones = "telefoon",
        /// Sluitingsdagen.
        Closed = "sluitingsdagen",
        /// Bronnen met grondslag.
        Sources = "bronnen",
        /// Standaardteksten voor de melder.
        Texts = "teksten",
    }
);

impl PartKind {
    /// Whether a change takes a second person: an AF or the FG.
    #[must_use]
    pub fn needs_second_person(self) -> bool {
        match self {
            Self::Phones => true,
            Self::Closed | Self::Sources | Self::Texts => false,
        }
    }
}

/// The numbers that can be changed on screen, and who answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Phones {
    /// Kenniscentrum Mensenhandel Twente.
    pub kmt: Contact,
    /// The contact for a worry about a colleague.
    #[serde(rename = "vertrouwenspersoon")]
    pub confidant: Contact,
    /// Who is told when nobody opens a report in time. A browser of a melder does not get it.
    #[serde(rename = "achterwacht", default, skip_serializing_if = "Option::is_none")]
    pub backup: Option<Backup>,
}

/// One part, as it is to be. Without a value it is as the file says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(transform = crate::optional::value))]
#[serde(tag = "onderdeel", content = "waarde", deny_unknown_fields)]
pub enum Part {
    /// [`PartKind::Phones`].
    #[serde(rename = "telefoon")]
    Phones(Option<Phones>),
    /// [`PartKind::Closed`].
    #[serde(rename = "sluitingsdagen")]
    Closed(Option<Vec<Day>>),
    /// [`PartKind::Sources`].
    #[serde(rename = "bronnen")]
    Sources(Option<Vec<Source>>),
    /// [`PartKind::Texts`].
    #[serde(rename = "teksten")]
    Texts(Option<Vec<String>>),
}

impl Part {
    /// Which part.
    #[must_use]
    pub fn kind(&self) -> PartKind {
        match self {
            Self::Phones(_) => PartKind::Phones,
            Self::Closed(_) => PartKind::Closed,
            Self::Sources(_) => PartKind::Sources,
            Self::Texts(_) => PartKind::Texts,
        }
    }

    /// The value that this profile has for a part.
    #[must_use]
    pub fn of(kind: PartKind, profile: &Profile) -> Self {
        match kind {
            PartKind::Phones => Self::Phones(Some(Phones {
                kmt: profile.contacts.kmt.clone(),
                confidant: profile.contacts.confidant.clone(),
                backup: profile.backup.clone(),
            })),
            PartKind::Closed => Self::Closed(Some(profile.closed.clone())),
            PartKind::Sources => Self::Sources(Some(profile.sources.clone())),
            PartKind::Texts => Self::Texts(Some(profile.texts.clone())),
        }
    }
}

/// The whole overlay: the parts that were changed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// Telephone numbers.
    #[serde(rename = "telefoon", default, skip_serializing_if = "Option::is_none")]
    pub phones: Option<Phones>,
    /// Days on which this gemeente is closed.
    #[serde(rename = "sluitingsdagen", default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<Vec<Day>>,
    /// Sources, each with its ground.
    #[serde(rename = "bronnen", default, skip_serializing_if = "Option::is_none")]
    pub sources: Option<Vec<Source>>,
    /// Standard texts for the melder.
    #[serde(rename = "teksten", default, skip_serializing_if = "Option::is_none")]
    pub texts: Option<Vec<String>>,
}

impl Settings {
    /// A part of it.
    #[must_use]
    pub fn part(&self, kind: PartKind) -> Part {
        match kind {
            PartKind::Phones => Part::Phones(self.phones.clone()),
            PartKind::Closed => Part::Closed(self.closed.clone()),
            PartKind::Sources => Part::Sources(self.sources.clone()),
            PartKind::Texts => Part::Texts(self.texts.clone()),
        }
    }

    /// The same with another part.
    #[must_use]
    pub fn with(self, part: Part) -> Self {
        match part {
            Part::Phones(phones) => Self { phones, ..self },
            Part::Closed(closed) => Self { closed, ..self },
            Part::Sources(sources) => Self { sources, ..self },
            Part::Texts(texts) => Self { texts, ..self },
        }
    }

    /// Whether every part is in order.
    #[must_use]
    pub fn is_in_order(&self) -> bool {
        PartKind::ALL.iter().all(|kind| self.part(*kind).check().is_empty())
    }

    /// As everybody may see it: without the achterwacht.
    #[must_use]
    pub fn shown(mut self) -> Self {
        self.phones = self.phones.map(|phones| Phones { backup: None, ..phones });
        self
    }

    /// The profile with the parts that were changed.
    #[must_use]
    pub fn over(self, mut profile: Profile) -> Profile {
        if let Some(Phones { kmt, confidant, backup }) = self.phones {
            profile.contacts.kmt = kmt;
            profile.contacts.confidant = confidant;
            profile.backup = backup;
        }
        if let Some(closed) = self.closed {
            profile.closed = closed;
        }
        if let Some(sources) = self.sources {
            profile.sources = sources;
        }
        if let Some(texts) = self.texts {
            profile.texts = texts;
        }
        profile
    }
}
