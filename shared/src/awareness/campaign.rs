use super::check::{Findings, add, line};
use crate::{
    moment::Day,
    report::{Finding, FindingCode},
};
use serde::{Deserialize, Serialize};

/// The most campaigns that are kept.
pub const MOST_CAMPAIGNS: usize = 10;
/// The most days that a campaign runs: what always stands there is not read.
pub const LONGEST_CAMPAIGN: u64 = 92;

/// A campaign (campagne): a line on the first screen and on the pages, within its dates only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Campaign {
    /// The first day on which it shows.
    #[serde(rename = "van")]
    pub from: Day,
    /// The last day on which it shows.
    #[serde(rename = "totEnMet")]
    pub until: Day,
    /// What it says.
    #[serde(rename = "tekst")]
    pub text: String,
    /// Whether a link to the pages stands behind it.
    #[serde(rename = "verwijst", default)]
    pub links: bool,
}

impl Campaign {
    /// Whether it shows on this day.
    #[must_use]
    pub fn shows_on(&self, day: Day) -> bool {
        self.from <= day && day <= self.until
    }
}

/// The campaign of this day.
#[must_use]
pub fn running(campaigns: &[Campaign], day: Day) -> Option<&Campaign> {
    campaigns.iter().find(|campaign| campaign.shows_on(day))
}

/// What is wrong with these: two on one day, one that runs too long, and their texts.
pub(super) fn check(campaigns: &[Campaign]) -> Vec<Finding<String>> {
    let mut found = Findings::new();
    if campaigns.len() > MOST_CAMPAIGNS {
        add(&mut found, "campagnes", FindingCode::TooMany);
    }
    for (at, one) in campaigns.iter().enumerate() {
        line(&mut found, format!("campagnes/{at}/tekst"), &one.text);
        let last = one.from.checked_add_days(chrono::Days::new(LONGEST_CAMPAIGN - 1));
        if one.until < one.from {
            add(&mut found, format!("campagnes/{at}/totEnMet"), FindingCode::Contradiction);
        } else if last.is_some_and(|last| last < one.until) {
            add(&mut found, format!("campagnes/{at}/totEnMet"), FindingCode::OutOfBounds);
        }
        let meets = |other: &Campaign| other.from <= one.until && one.from <= other.until;
        if campaigns.iter().take(at).any(meets) {
            add(&mut found, format!("campagnes/{at}/van"), FindingCode::Duplicate);
        }
    }
    found
}
