//! The list of signals (signalenkaart): versioned data, never a score.
//!
//! The list itself is a file in `gemeenten/`; this is its type. A signal is only a guide: it may mean something else,
//! combinations matter, and absence proves nothing. So nothing here computes a score.
mod compare;
mod first;
mod form;
mod search;
#[cfg(test)]
mod tests;
mod traits;
mod translation;
mod version;

pub use compare::Differences;
pub use first::First;
pub use form::ExploitationForm;
pub use search::{Group, Search, Shown, stem, words};
pub use traits::names_a_trait;
pub use translation::{TranslatedSignal, Translation};
pub use version::{BadVersion, ListVersion, is_slug};

use serde::{Deserialize, Serialize};

/// How the melder knows (herkomst van een signaal).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Origin {
    /// Zelf gezien.
    #[serde(rename = "gezien")]
    Seen,
    /// Gehoord.
    #[serde(rename = "gehoord")]
    Heard,
    /// Al bekend uit mijn werk.
    #[serde(rename = "werk")]
    FromWork,
    /// Niet gezegd: the melder ticked it and did not say how they know.
    #[serde(rename = "niet-gezegd")]
    NotSaid,
}

impl Origin {
    /// The answers to choose from, in the order of the form.
    pub const OFFERED: [Self; 3] = [Self::Seen, Self::Heard, Self::FromWork];
}

/// A ticked signal: which one, and how it is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Tick {
    /// The id in the list, kebab-case; stays good when the sentence changes.
    pub id: String,
    /// How the melder knows.
    #[serde(rename = "herkomst")]
    pub origin: Origin,
}

/// One signal on the card.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// Stable, kebab-case.
    pub id: String,
    /// The sentence, plain Dutch.
    #[serde(rename = "zin")]
    pub sentence: String,
    /// A one-sentence example.
    #[serde(rename = "voorbeeld", default, skip_serializing_if = "Option::is_none")]
    pub example: Option<String>,
    /// The heading it is listed under.
    #[serde(rename = "groep")]
    pub group: String,
    /// The forms for which it is shown; empty: all.
    #[serde(rename = "vormen", default)]
    pub forms: Vec<ExploitationForm>,
    /// The publication it comes from.
    #[serde(rename = "bron")]
    pub source: String,
    /// Other words that find it, beside those of the sentence and the example. A list from before has none.
    #[serde(rename = "woorden", default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<String>,
    /// For whom it is among the first. A list from before says it of none.
    #[serde(rename = "eerst", default, skip_serializing_if = "First::is_empty")]
    pub first: First,
}

/// A version of the whole list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct IndicatorList {
    /// Name of the version, as stored with a report: `2026-1`.
    #[serde(rename = "versie")]
    pub version: String,
    /// The signals, in the order of the card.
    #[serde(rename = "signalen")]
    pub indicators: Vec<Indicator>,
    /// Words that mean the same, wherever they stand: who seeks one also finds the others.
    #[serde(rename = "synoniemen", default, skip_serializing_if = "Vec::is_empty")]
    pub synonyms: Vec<Vec<String>>,
}

/// The part of a list that a check needs: its version, and whether it has a signal.
pub trait Signals {
    /// Name of the version.
    fn version(&self) -> &str;
    /// Whether this id is on it.
    fn has(&self, id: &str) -> bool;
}

/// For a server that cannot read its list: every id may be on it.
#[derive(Debug, Clone, Copy)]
pub struct Unlisted;

impl Signals for Unlisted {
    fn version(&self) -> &'static str {
        "onbekend"
    }
    fn has(&self, _id: &str) -> bool {
        true
    }
}

impl Signals for IndicatorList {
    fn version(&self) -> &str {
        &self.version
    }
    fn has(&self, id: &str) -> bool {
        self.find(id).is_some()
    }
}

/// A list without its texts: reads the same file at a fraction of the cost.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct SignalIds {
    #[serde(rename = "versie")]
    version: String,
    #[serde(rename = "signalen")]
    signals: Vec<SignalId>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
struct SignalId {
    id: String,
}

impl SignalIds {
    /// Those of a list.
    #[must_use]
    pub fn of(list: &IndicatorList) -> Self {
        let signals = list.indicators.iter().map(|one| SignalId { id: one.id.clone() }).collect();
        Self { version: list.version.clone(), signals }
    }
}

impl Signals for SignalIds {
    fn version(&self) -> &str {
        &self.version
    }
    fn has(&self, id: &str) -> bool {
        self.signals.iter().any(|signal| signal.id == id)
    }
}

impl IndicatorList {
    /// The signal with this id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<&Indicator> {
        self.indicators.iter().find(|indicator| indicator.id == id)
    }

    /// The signals to show for the chosen forms: those for all, and those for any of them. With nothing chosen, or
    /// "weet ik niet" among the choices, everything.
    pub fn for_forms<'a>(&'a self, forms: &'a [ExploitationForm]) -> impl Iterator<Item = &'a Indicator> {
        let all = forms.is_empty() || forms.contains(&ExploitationForm::Unknown);
        self.indicators
            .iter()
            .filter(move |i| all || i.forms.is_empty() || i.forms.iter().any(|form| forms.contains(form)))
    }
}
