//! The context of `intake`.
use super::{lists, settings, status::StatusSlot};
use crate::{
    Fault,
    instance::{Environment, Overlay},
    store::{
        Patience, Vault,
        cell::{Pointers, Reports},
        seal::{KeyRing, Seal},
    },
};
use keyvalue::Store;
use shared::{id::StatusKey, moment::Moment};
use std::sync::Arc;

/// The store `inbox`, and the instance it belongs to.
#[derive(Clone)]
pub struct Inbox {
    /// Pointers and flags, without content.
    pub pointers: Vault<Pointers>,
    /// Reports, sealed to the gemeente.
    pub reports: Vault<Reports>,
    /// The instance.
    pub environment: Environment,
    /// How long the work of another request is waited for.
    pub patience: Patience,
}

impl Inbox {
    /// An inbox over a store, with the keys that the variables give.
    #[must_use]
    pub fn new(store: Arc<dyn Store>, environment: Environment) -> Self {
        let ring = environment.keys();
        Self::with_keys(store, environment, ring)
    }

    /// The same with keys that were read already.
    #[must_use]
    pub fn with_keys(store: Arc<dyn Store>, mut environment: Environment, ring: Result<Arc<KeyRing>, Fault>) -> Self {
        let pointers: Vault<Pointers> = Vault::new(store, &environment.gemeente(), Seal::Plain);
        let (shown, list) = (pointers.clone(), pointers.clone());
        environment.overlay = Overlay::of(
            move || settings::shown(&shown).unwrap_or_default(),
            move |version| lists::shown(&list, version),
        );
        Self { reports: pointers.sealed(Seal::Gemeente(ring)), pointers, environment, patience: Patience::USUAL }
    }

    /// The time.
    #[must_use]
    pub fn now(&self) -> Moment {
        (self.environment.now)()
    }

    /// The statuses for holders of receipt codes.
    #[must_use]
    pub fn status(&self, key: &StatusKey) -> StatusSlot {
        StatusSlot::new(&self.pointers, key)
    }
}
