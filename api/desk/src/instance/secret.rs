//! The instance's root secrets. They survive the change of its keys, and are stored sealed with the current one.
//!
//! The first root is permanent, for names that must not change. After a possible compromise of the keys there is a
//! later root, which makes all new MACs. MACs of an earlier root stay valid up to the audit line where its use ended.
use kit::{
    Failure,
    store::{
        cell::{self, Cases, Cell},
        seal::Key,
    },
};
use serde::{Deserialize, Serialize};
use shared::audit::Head;
use zeroize::Zeroize;

/// As stored under [`Roots::CELL`], sealed with the instance's key: opens when the key is the right one.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Roots {
    #[serde(rename = "wortel")]
    first: [u8; 32],
    #[serde(rename = "later", default, skip_serializing_if = "Vec::is_empty")]
    pub(super) later: Vec<Later>,
}

#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Later {
    #[serde(rename = "wortel")]
    pub root: [u8; 32],
    /// The instance's key that was in use when it was made.
    #[serde(rename = "onder")]
    pub made_under: String,
    /// The last audit line whose MAC may come from an earlier root; none while a request may still use one.
    #[serde(rename = "eerderTot", default)]
    pub earlier_to: Option<i64>,
    /// The head of the audit when that use had ended: where the audit of this root begins. Older forms have none.
    #[serde(rename = "hoofd", default, skip_serializing_if = "Option::is_none")]
    pub begins_after: Option<Head>,
}

impl Roots {
    /// The cell of the roots.
    pub(crate) const CELL: Cell<Cases, Self> = cell::key_check();

    /// New roots, for a store that was never used.
    pub(crate) fn random() -> Result<Self, Failure> {
        Ok(Self { first: *Key::random()?.bytes(), later: Vec::new() })
    }

    /// The first.
    pub(crate) fn first(&self) -> &[u8; 32] {
        &self.first
    }

    /// The root in use: 32 bytes.
    pub(crate) fn latest(&self) -> &[u8; 32] {
        self.later.last().map_or(&self.first, |later| &later.root)
    }

    /// The key that each of them gives for one purpose, in the same order.
    pub(crate) fn derived(&self, purpose: &str) -> Self {
        let derived = |root: &[u8; 32]| *Key::derive(root, purpose).bytes();
        let later = |later: &Later| Later { root: derived(&later.root), ..later.clone() };
        Self { first: derived(&self.first), later: self.later.iter().map(later).collect() }
    }

    /// The heads of the audit at which a later root began, oldest first.
    pub(crate) fn beginnings(&self) -> impl Iterator<Item = &Head> {
        self.later.iter().filter_map(|later| later.begins_after.as_ref())
    }

    /// The roots that may have made the MAC of this audit line, the one in use first.
    pub(crate) fn of_line(&self, number: i64) -> Vec<&[u8; 32]> {
        let all: Vec<&[u8; 32]> =
            std::iter::once(&self.first).chain(self.later.iter().map(|later| &later.root)).collect();
        let ends = self.later.iter().map(|later| later.earlier_to);
        let earlier = all.into_iter().zip(ends).filter(|(_, end)| end.is_none_or(|end| number <= end));
        std::iter::once(self.latest()).chain(earlier.map(|(root, _)| root)).collect()
    }
}

impl Drop for Roots {
    fn drop(&mut self) {
        self.first.zeroize();
        self.later.iter_mut().for_each(|later| later.root.zeroize());
    }
}
