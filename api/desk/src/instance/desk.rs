//! The context of the AF's server.
use super::{secret::Roots, settings::overlay};
use keyvalue::Store;
use kit::{
    Failure, Fault,
    inbox::{Inbox, StatusSlot},
    instance::Environment,
    store::{
        Once, Vault,
        cell::{Area, Cases, Cell, Count, Keys, Kind},
        seal::{Key, KeyRing, Seal},
    },
    web::fetch::{self, Fetch},
};
use serde::{Serialize, de::DeserializeOwned};
use shared::{calendar::Calendar, id::StatusKey, moment::Moment, profile::Profile};
use std::sync::{Arc, OnceLock};

/// The stores of an instance, as the manifest labels them.
#[derive(Clone)]
pub struct Stores {
    /// Reports on their way in, and what melders may see. `intake` has it too.
    pub inbox: Arc<dyn Store>,
    /// Cases, accounts, sessions, lists.
    pub cases: Arc<dyn Store>,
    /// The key of every case, in a file of its own.
    pub keys: Arc<dyn Store>,
}

/// The context of the AF's server, made for every request. Only `review` and the administrator's commands have it.
#[derive(Clone)]
pub struct Desk {
    /// Reports on their way in, and what melders may see.
    pub inbox: Inbox,
    /// Accounts, sessions, lists; cases themselves through [`crate::case`].
    pub cases: Vault<Cases>,
    /// The keys of the cases.
    pub keys: Vault<Keys>,
    /// The instance's keys, or the fault found in them.
    pub ring: Result<Arc<KeyRing>, Fault>,
    /// The way to other servers; nowhere unless the component has one.
    pub fetch: Fetch,
    /// The instance's root secrets, once they were read.
    roots: Arc<OnceLock<Roots>>,
}

impl Desk {
    /// A desk over these stores, with the keys that the variables give.
    #[must_use]
    pub fn new(stores: Stores, environment: Environment) -> Self {
        let (gemeente, ring) = (environment.gemeente(), environment.keys());
        let instance = Seal::Instance(ring.clone());
        let mut inbox = Inbox::with_keys(stores.inbox, environment, ring.clone());
        let cases: Vault<Cases> = Vault::new(stores.cases, &gemeente, instance.clone());
        inbox.environment.overlay = overlay(cases.clone(), inbox.pointers.clone());
        Self {
            inbox,
            cases,
            keys: Vault::new(stores.keys, &gemeente, instance),
            roots: Arc::default(),
            ring,
            fetch: fetch::nowhere(),
        }
    }

    /// The same for one request, which reads the accounts, the relations of AFs and the settings once, wherever it
    /// needs them.
    #[must_use]
    pub fn for_request(mut self) -> Self {
        let cases = self.cases.remembering(&[Kind::Accounts, Kind::Relations, Kind::Settings]);
        self.inbox.environment.overlay = overlay(cases.clone(), self.inbox.pointers.clone());
        Self { cases, ..self }
    }

    /// The environment of the instance.
    #[must_use]
    pub fn environment(&self) -> &Environment {
        &self.inbox.environment
    }

    /// The same with a way to other servers.
    #[must_use]
    pub fn with_fetch(self, fetch: Fetch) -> Self {
        Self { fetch, ..self }
    }

    /// The same at another time.
    #[must_use]
    pub fn at(mut self, now: fn() -> Moment) -> Self {
        self.inbox.environment.now = now;
        self
    }

    /// The time.
    #[must_use]
    pub fn now(&self) -> Moment {
        self.inbox.now()
    }

    /// The gemeente's profile.
    ///
    /// # Errors
    /// As [`Environment::instance`].
    pub fn profile(&self) -> Result<Profile, Failure> {
        self.environment().profile()
    }

    /// The working days of this gemeente.
    ///
    /// # Errors
    /// As [`Environment::instance`].
    pub fn calendar(&self) -> Result<Calendar, Failure> {
        self.environment().calendar()
    }

    /// A variable that has to be there.
    ///
    /// # Errors
    /// [`Failure::Internal`] when the manifest does not give it to this component.
    pub fn variable(&self, name: &str) -> Result<String, Failure> {
        self.environment().variable(name)
    }

    /// The statuses for holders of receipt codes.
    #[must_use]
    pub fn status(&self, key: &StatusKey) -> StatusSlot {
        self.inbox.status(key)
    }

    /// 32 bytes that only this instance knows, for one purpose; the same after its keys are changed, and other ones
    /// after somebody may have seen them.
    ///
    /// # Errors
    /// [`Failure::Keys`]; [`Failure::Unreadable`] in a store that was never used.
    pub fn derive(&self, purpose: &str) -> Result<[u8; 32], Failure> {
        Ok(*Key::derive(self.roots()?.latest(), purpose).bytes())
    }

    /// As [`Desk::derive`], from the root that is stored now: this desk may have read the roots before there was a new
    /// one.
    ///
    /// # Errors
    /// As [`Desk::derive`].
    pub(crate) fn derive_anew(&self, purpose: &str) -> Result<[u8; 32], Failure> {
        let roots = self.cases.get(&Roots::CELL)?.ok_or(Failure::Unreadable("key check"))?;
        Ok(*Key::derive(roots.latest(), purpose).bytes())
    }

    /// The same for a purpose that must never change, such as a name under which somebody is found again.
    ///
    /// # Errors
    /// As [`Desk::derive`].
    pub fn derive_lasting(&self, purpose: &str) -> Result<[u8; 32], Failure> {
        Ok(*Key::derive(self.roots()?.first(), purpose).bytes())
    }

    /// Makes a record that a store of an earlier version does not have yet. One of all who come at the same moment
    /// does.
    pub(crate) fn begin_record<T: Serialize + Default>(
        &self,
        cell: &Cell<Cases, T>,
        turns: &Cell<Cases, Count>,
    ) -> Result<(), Failure> {
        if self.cases.exists(cell)? {
            return Ok(());
        }
        let there = || Ok(self.cases.exists(cell)?.then_some(()));
        match self.cases.once(turns, self.inbox.patience, there, || self.cases.set(cell, &T::default()))? {
            Once::Done(()) | Once::Found(()) => Ok(()),
            Once::Waiting => Err(Failure::Unavailable),
        }
    }

    /// Does `work`, and makes this record again when it cannot be read: see [`Vault::healed`]. Only where the keys fit:
    /// with other keys nothing can be read, and nothing is wrong with it.
    pub(crate) fn healed<T: Serialize + DeserializeOwned, R>(
        &self,
        cell: &Cell<Cases, T>,
        remake: impl FnOnce() -> Result<T, Failure>,
        work: impl FnMut() -> Result<R, Failure>,
    ) -> Result<R, Failure> {
        self.healed_in(&self.cases, cell, remake, work)
    }

    /// As [`Desk::healed`], for a record of this vault.
    pub(crate) fn healed_in<A: Area, T: Serialize + DeserializeOwned, R>(
        &self,
        vault: &Vault<A>,
        cell: &Cell<A, T>,
        remake: impl FnOnce() -> Result<T, Failure>,
        work: impl FnMut() -> Result<R, Failure>,
    ) -> Result<R, Failure> {
        let remake = || self.roots().map_err(|_| Fault::Unknown).map_err(Failure::from).and_then(|_| remake());
        vault.healed(cell, remake, work)
    }

    pub(crate) fn roots(&self) -> Result<&Roots, Failure> {
        // the key check has read them for nearly every request that gets here
        if self.roots.get().is_none() {
            self.keep_roots(self.cases.get(&Roots::CELL)?.ok_or(Failure::Unreadable("key check"))?);
        }
        self.roots.get().ok_or(Failure::Unavailable)
    }

    pub(crate) fn keep_roots(&self, roots: Roots) {
        self.roots.get_or_init(|| roots);
    }

    /// The id of the instance's key that is in use.
    pub(crate) fn key_in_use(&self) -> Result<String, Failure> {
        let ring = self.ring.as_ref().map_err(|fault| *fault)?;
        Ok(ring.first()?.id().to_string())
    }
}
