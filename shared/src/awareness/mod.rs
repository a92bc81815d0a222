//! Awareness (bewustwording) (seed): what the pages, the poster and the card say to colleagues, the campaigns, and
//! cases to practise with.
//!
//! The texts are data: `gemeenten/lijsten/bewustwording.json` and `oefenzaken.json` are the places where they stand.
//! Telephone numbers are no part of them, because the pages take those from the profile; nor are the signals, which
//! come from the list.
mod campaign;
mod check;
mod log;
mod practice;
#[cfg(test)]
mod tests;
mod texts;

pub use campaign::{Campaign, LONGEST_CAMPAIGN, MOST_CAMPAIGNS, running};
pub use check::{LONGEST_TEXT, MOST_LINES, MOST_SIGNALS};
pub use log::{AwarenessCommand, GivenBy, Reminder, Session, SessionKind, reminder, update_due};
pub use practice::{FEWEST_CASES, LONGEST_STORY, MOST_CASES, Practice, PracticeCase};
pub use texts::{AwarenessTexts, Topic};

use crate::report::Finding;
use serde::{Deserialize, Serialize};

/// All of it, as it stands in the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Awareness {
    /// What the pages say.
    #[serde(rename = "teksten")]
    pub texts: AwarenessTexts,
    /// Campaigns, two a year by the KMT (seed).
    #[serde(rename = "campagnes", default)]
    pub campaigns: Vec<Campaign>,
}

impl Awareness {
    /// What is wrong with it, each finding at its field: `teksten/wat`, `campagnes/0/tekst`.
    #[must_use]
    pub fn check(&self) -> Vec<Finding<String>> {
        let mut found = self.texts.check();
        found.extend(campaign::check(&self.campaigns));
        found
    }
}
