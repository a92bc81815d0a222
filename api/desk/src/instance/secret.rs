//! What everything follows from that only this instance knows and that outlives its keys: random, and sealed with them.
//!
//! The first root stays for ever, for names that must stay the same. After somebody may have seen the keys there is a
//! later one: from then on it makes the marks that nobody else may make. What an earlier root marked stays good up to
//! the audit line where its use ended.
use crate::{
    Failure, Kit,
    cell::{self, Cases, Cell},
    seal::Key,
    vault::{Change, Standing},
};
use serde::{Deserialize, Serialize};
use zeroize::Zeroize;

/// As stored under [`Roots::CELL`], sealed with the instance's key: opens when the key is the right one.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Roots {
    #[serde(rename = "wortel")]
    first: [u8; 32],
    #[serde(rename = "later", default, skip_serializing_if = "Vec::is_empty")]
    later: Vec<Later>,
}

#[derive(Clone, Serialize, Deserialize)]
struct Later {
    #[serde(rename = "wortel")]
    root: [u8; 32],
    /// The instance's key that was in use when it was made.
    #[serde(rename = "onder")]
    made_under: String,
    /// The last audit line that the roots before it may have marked; not known while a request may still use one.
    #[serde(rename = "eerderTot", default)]
    earlier_to: Option<i64>,
}

impl Roots {
    /// Where they are kept.
    pub(crate) const CELL: Cell<Cases, Self> = cell::key_check();

    /// For a store that was never used.
    pub(crate) fn random() -> Result<Self, Failure> {
        Ok(Self { first: *Key::random()?.bytes(), later: Vec::new() })
    }

    /// The first.
    pub(crate) fn first(&self) -> &[u8; 32] {
        &self.first
    }

    /// The one in use.
    pub(crate) fn latest(&self) -> &[u8; 32] {
        self.later.last().map_or(&self.first, |later| &later.root)
    }

    /// What follows from each of them for one purpose, in their places.
    pub(crate) fn derived(&self, purpose: &str) -> Self {
        let derived = |root: &[u8; 32]| *Key::derive(root, purpose).bytes();
        let later = |later: &Later| Later { root: derived(&later.root), ..later.clone() };
        Self { first: derived(&self.first), later: self.later.iter().map(later).collect() }
    }

    /// Those that may have marked this audit line, the one in use first.
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

fn standing(kit: &Kit) -> Result<Standing<Roots>, Failure> {
    kit.cases.standing(&Roots::CELL)?.ok_or(Failure::Unreadable("key check"))
}

/// A new root, unless the one in use was made under the instance's key that is in use now. From here on every new request
/// uses it; `false`: there was nothing to do.
///
/// # Errors
/// [`Failure::Unreadable`] in a store that was never used; [`Failure::Unavailable`].
pub fn renew(kit: &Kit) -> Result<bool, Failure> {
    let (made_under, root) = (kit.key_in_use()?, *Key::random()?.bytes());
    kit.cases.update(&Roots::CELL, |stored| {
        let mut roots = stored.ok_or(Failure::Unreadable("key check"))?;
        if roots.later.last().is_some_and(|later| later.made_under == made_under) {
            return Ok(Change::Keep(false));
        }
        // one before it that was not ended: that end is the same
        roots.later.push(Later { root, made_under: made_under.clone(), earlier_to: None });
        Ok(Change::Write(roots, true))
    })
}

/// Whether a root before the one in use may still mark new audit lines: [`renew`] was done and [`end_earlier`] was not.
///
/// # Errors
/// As [`renew`].
pub fn has_open_end(kit: &Kit) -> Result<bool, Failure> {
    Ok(standing(kit)?.value.later.iter().any(|later| later.earlier_to.is_none()))
}

/// Ends the use of all roots before the one in use, at the last audit line that was given a number. To be done when no
/// request that began before [`renew`] can still be under way.
///
/// # Errors
/// As [`renew`].
pub fn end_earlier(kit: &Kit) -> Result<(), Failure> {
    let last = kit.cases.last_number(&cell::AUDIT_NUMBERS)?;
    kit.cases.update(&Roots::CELL, |stored| {
        let mut roots = stored.ok_or(Failure::Unreadable("key check"))?;
        roots.later.iter_mut().for_each(|later| later.earlier_to = later.earlier_to.or(Some(last)));
        Ok(Change::Write(roots, ()))
    })
}

#[cfg(test)]
mod tests;
