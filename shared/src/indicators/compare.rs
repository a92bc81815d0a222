//! What is different in a newer version of the list.
use super::{Indicator, IndicatorList};

/// The differences between two versions, each in the order of its list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Differences {
    /// Signals that the newer one has and the older one has not.
    pub added: Vec<Indicator>,
    /// Signals that the newer one no longer has.
    pub removed: Vec<Indicator>,
    /// Signals that say or do something else: as they were, and as they are.
    pub changed: Vec<(Indicator, Indicator)>,
    /// Whether those that stay come in another order.
    pub reordered: bool,
    /// Whether other words mean the same.
    pub synonyms: bool,
}

impl IndicatorList {
    /// What is different in a newer version. A signal is the same when its id is.
    #[must_use]
    pub fn compare(&self, newer: &Self) -> Differences {
        let pairs = || self.indicators.iter().filter_map(|old| Some((old, newer.find(&old.id)?)));
        let place = |id: &str| newer.indicators.iter().position(|one| one.id == id);
        let without = |one: &&Indicator, list: &Self| list.find(&one.id).is_none();
        Differences {
            added: newer.indicators.iter().filter(|one| without(one, self)).cloned().collect(),
            removed: self.indicators.iter().filter(|one| without(one, newer)).cloned().collect(),
            changed: pairs().filter(|(old, new)| old != new).map(|(old, new)| (old.clone(), new.clone())).collect(),
            reordered: !pairs().map(|(old, _)| place(&old.id)).is_sorted(),
            synonyms: self.synonyms != newer.synonyms,
        }
    }
}

impl Differences {
    /// Whether the two say the same.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
