//! Where every value is kept: a [`Cell`] names the store, the key, the type and the [`Kind`] of one stored value.
//!
//! Cells are made in `kind.rs` alone, and a [`crate::store::Vault`] reads and writes through cells alone. So a value in
//! the wrong store, or sealed in the wrong way, does not compile. The room that owns a stored type declares its cell
//! once, with that type. Keys hold `[a-z0-9:._-]`, at most 200 bytes, and nothing about a person.
mod kind;
mod layout;
mod rows;
#[cfg(test)]
mod tests;

pub use kind::*;
pub use layout::Layout;

use std::{borrow::Cow, marker::PhantomData};

/// A store of the instance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum StoreName {
    /// Reports on their way in, and what melders may see.
    Inbox,
    /// Cases, accounts, sessions, lists.
    Cases,
    /// The keys of the cases.
    Keys,
    /// Not a store: the file of a backup.
    Backup,
}

impl StoreName {
    /// Its label in the manifest.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Inbox => "inbox",
            Self::Cases => "cases",
            Self::Keys => "keys",
            Self::Backup => "backup",
        }
    }
}

/// How values are sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sealing {
    /// Not sealed: a pointer, a flag or a counter, without content.
    Not,
    /// Sealed to the gemeente's public key.
    Gemeente,
    /// Sealed with a key derived from a receipt code.
    Code,
    /// Sealed with a key derived from the instance's secret.
    Instance,
    /// Sealed with a key of its own, which is in the store of keys.
    OwnKey,
    /// Sealed with the backup's own key.
    Backup,
}

/// The values of one store that are sealed in one way.
pub trait Area: Copy + Send + Sync + 'static {
    /// The store.
    const STORE: StoreName;
    /// How they are sealed.
    const SEALING: Sealing;
    /// The area that represents the store: values of one store can be written in one step.
    type Store;
}

macro_rules! areas {
    ($($(#[$doc:meta])* $area:ident in $store:ident ($first:ident), $sealing:ident;)+) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, Copy, PartialEq, Eq)]
            pub struct $area;

            impl Area for $area {
                const STORE: StoreName = StoreName::$store;
                const SEALING: Sealing = Sealing::$sealing;
                type Store = $first;
            }
        )+
    };
}

areas! {
    /// Pointers and flags in the inbox, without content.
    Pointers in Inbox (Pointers), Not;
    /// Reports in the inbox.
    Reports in Inbox (Pointers), Gemeente;
    /// The statuses that melders may see.
    Statuses in Inbox (Pointers), Code;
    /// Accounts, sessions, lists, the audit.
    Cases in Cases (Cases), Instance;
    /// The cases themselves, and the lines that tell of them.
    CaseRecords in Cases (Cases), OwnKey;
    /// The keys of the cases.
    Keys in Keys (Keys), Instance;
    /// The parts of a backup.
    Backup in Backup (Backup), Backup;
}

/// The value of a counter. It is no record: a counter is read and added to, and nothing else.
#[derive(Debug, Clone, Copy)]
pub enum Count {}

/// The place of one stored value of type `T`, in the area `A`.
pub struct Cell<A, T> {
    kind: Kind,
    key: Cow<'static, str>,
    is: PhantomData<fn() -> (A, T)>,
}

impl<A: Area, T> Cell<A, T> {
    const fn new(kind: Kind, key: Cow<'static, str>) -> Self {
        Self { kind, key, is: PhantomData }
    }

    /// The cell with this key; `None` when the key is of no kind of this area.
    #[must_use]
    pub fn named(key: &str) -> Option<Self> {
        let kind = Kind::of(A::STORE, key).filter(|kind| kind.sealing() == A::SEALING && !kind.is_counter())?;
        Some(Self::new(kind, Cow::Owned(key.to_owned())))
    }
}

impl<A: Area> Cell<A, Count> {
    /// The counter with this key; `None` when the key is not a counter's.
    #[must_use]
    pub fn counter(key: &str) -> Option<Self> {
        let kind = Kind::of(A::STORE, key).filter(|kind| kind.is_counter() && kind.sealing() == A::SEALING)?;
        Some(Self::new(kind, Cow::Owned(key.to_owned())))
    }
}

impl<A, T> Cell<A, T> {
    /// Its key in the store.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }

    /// Its kind of value.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }
}

impl<A: Area, T> Cell<A, T> {
    /// Its key alone, to remove it together with others of the same store.
    #[must_use]
    pub fn to_key(&self) -> Key<A::Store> {
        Key { key: self.key.clone(), store: PhantomData }
    }
}

/// A key in one store.
pub struct Key<S> {
    key: Cow<'static, str>,
    store: PhantomData<fn() -> S>,
}

impl<S> Key<S> {
    /// The key.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.key
    }
}

impl<A, T> Clone for Cell<A, T> {
    fn clone(&self) -> Self {
        Self { kind: self.kind, key: self.key.clone(), is: PhantomData }
    }
}

impl<A, T> PartialEq for Cell<A, T> {
    fn eq(&self, other: &Self) -> bool {
        self.kind == other.kind && self.key == other.key
    }
}

impl<A, T> Eq for Cell<A, T> {}

impl<A, T> std::fmt::Debug for Cell<A, T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Cell").field(&self.key).finish()
    }
}
