//! For whom a signal is among the first that are shown.
use super::form::ExploitationForm;
use serde::{Deserialize, Serialize};

/// The place of a signal among the first (`eerst`), for each form and for a place: 1 comes first, 8 last. It only says
/// what is shown before the rest. It is not shown itself, says nothing about a person, and is no score.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct First {
    /// For sexual exploitation.
    #[serde(rename = "seksueel", default, skip_serializing_if = "Option::is_none")]
    pub sexual: Option<u8>,
    /// For labour exploitation.
    #[serde(rename = "arbeid", default, skip_serializing_if = "Option::is_none")]
    pub labour: Option<u8>,
    /// For criminal exploitation.
    #[serde(rename = "crimineel", default, skip_serializing_if = "Option::is_none")]
    pub criminal: Option<u8>,
    /// For forced removal of organs and surrogacy.
    #[serde(rename = "orgaan-draagmoederschap", default, skip_serializing_if = "Option::is_none")]
    pub organ_surrogacy: Option<u8>,
    /// For who does not know the form, or thinks of something else.
    #[serde(rename = "weet-niet", default, skip_serializing_if = "Option::is_none")]
    pub general: Option<u8>,
    /// For a place or business.
    #[serde(rename = "plek", default, skip_serializing_if = "Option::is_none")]
    pub place: Option<u8>,
}

impl First {
    /// How many are shown before the rest.
    pub const MOST: usize = 8;

    /// The names of its fields, in the order of [`First::all`].
    pub const NAMES: [&str; 6] = ["seksueel", "arbeid", "crimineel", "orgaan-draagmoederschap", "weet-niet", "plek"];

    /// Every place that it has.
    #[must_use]
    pub fn all(&self) -> [Option<u8>; 6] {
        [self.sexual, self.labour, self.criminal, self.organ_surrogacy, self.general, self.place]
    }

    /// Whether it is never among the first.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The place for a form that has a first eight of its own.
    #[must_use]
    pub fn of(&self, form: ExploitationForm) -> Option<u8> {
        match form {
            ExploitationForm::Sexual => self.sexual,
            ExploitationForm::Labour => self.labour,
            ExploitationForm::Criminal => self.criminal,
            ExploitationForm::OrganSurrogacy => self.organ_surrogacy,
            ExploitationForm::Other | ExploitationForm::Unknown => None,
        }
    }
}
