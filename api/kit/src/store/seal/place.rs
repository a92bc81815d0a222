//! The place of a sealed value: moved to another place, it does not open.
use crate::store::cell::{Area, Cell, Kind, StoreName};

/// The place of a stored value, to which it is bound.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    pub(super) gemeente: &'a str,
    pub(super) store: StoreName,
    pub(super) key: &'a str,
    pub(super) kind: Kind,
}

impl<'a> Place<'a> {
    /// The place of a cell in one gemeente's instance.
    #[must_use]
    pub fn of<A: Area, T>(gemeente: &'a str, cell: &'a Cell<A, T>) -> Self {
        Self { gemeente, store: A::STORE, key: cell.key(), kind: cell.kind() }
    }

    /// Every part with its length before it, so that no two places give the same bytes. The kind's byte comes last.
    pub(super) fn bind(&self, head: &[u8]) -> Vec<u8> {
        let mut bound = head.to_vec();
        bound.extend(join(&[self.gemeente, self.store.as_str(), self.key]));
        bound.push(self.kind.byte());
        bound
    }
}

/// Every part with its length before it, so that no two lists of parts give the same bytes.
pub(super) fn join(parts: &[&str]) -> Vec<u8> {
    let mut joined = Vec::new();
    for part in parts {
        joined.extend_from_slice(&u32::try_from(part.len()).unwrap_or(u32::MAX).to_be_bytes());
        joined.extend_from_slice(part.as_bytes());
    }
    joined
}
