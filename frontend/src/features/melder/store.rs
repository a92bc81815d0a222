use super::{
    super::melding::{Melding, Offered, Wording},
    call::show_current,
    keep::Keeper,
    known::Known,
    saved::{self, Kept},
};
use crate::client::Failure;
use leptos::prelude::*;
use shared::profile::{Contact, DeviceKey};

/// The state of sending.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Sending {
    /// Not tried yet, or done.
    #[default]
    Idle,
    /// Under way.
    Busy,
    /// Under way, and computing: very many reports come in.
    Working,
    /// Not arrived, or not for certain.
    Failed(Failure),
    /// An earlier version of it is in, with this code.
    EarlierVersionIsIn(String),
}

/// The one store of the melder's entry: the form, and what is around it.
#[derive(Clone, Copy)]
pub struct Store {
    /// The form.
    pub melding: Melding,
    /// Typed in another version, and not in this form.
    pub rest: RwSignal<String>,
    /// Keeps both on the device.
    pub keeper: Keeper,
    /// The contact for a worry about a colleague, once it was read.
    pub confidant: RwSignal<Option<Contact>>,
    /// The key that the report is sealed to, once it was read, where the gemeente has one.
    pub sealing: StoredValue<Option<DeviceKey>>,
    /// Whether a draft of before waits until somebody asks for it.
    pub covered: RwSignal<bool>,
    /// The state of sending.
    pub sending: RwSignal<Sending>,
}

impl Store {
    /// Begins with the draft that was kept on the device and keeps every change. The form uses the texts of `wording`.
    #[must_use]
    pub fn start(kept: Kept, wording: &'static Wording) -> Self {
        let Kept { vault, saved, fresh } = kept;
        let covered = saved.is_some() && !fresh && !saved::at_work();
        let saved = saved.unwrap_or_default();
        let (melding, rest) = (Melding::start(saved.draft, None, wording), RwSignal::new(saved.rest));
        let store = Self {
            melding,
            rest,
            keeper: Keeper::start(melding, rest, vault),
            confidant: RwSignal::default(),
            sealing: StoredValue::default(),
            covered: RwSignal::new(covered),
            sending: RwSignal::default(),
        };
        provide_context(store);
        store
    }

    /// The store of this entry.
    #[must_use]
    pub fn here() -> Self {
        expect_context()
    }

    /// Takes over the facts about the instance.
    pub fn learn(self, known: Known) {
        show_current(known.name(), known.kmt());
        self.sealing.set_value(known.sealing().cloned());
        let (indicators, functions, confidant) = known.parts();
        self.confidant.set(Some(confidant));
        self.melding.offer(Offered { indicators, functions });
    }

    /// Starts again: nothing stays on the device.
    pub fn wipe(self) {
        self.melding.wipe();
        self.rest.set(String::new());
        self.sending.set(Sending::Idle);
        self.covered.set(false);
        self.keeper.forget();
    }
}
