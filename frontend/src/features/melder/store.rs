use super::{
    super::melding::{Melding, Offered, Wording},
    keep::Keeper,
    known::Known,
    saved::{self, Saved},
};
use crate::{browser, client::Failure};
use leptos::prelude::*;
use shared::profile::Contact;

/// The state of sending.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Sending {
    /// Not tried yet, or done.
    #[default]
    Idle,
    /// Under way.
    Busy,
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
    /// The secret it is sent with.
    pub key: RwSignal<Option<String>>,
    /// Keeps both on the device.
    pub keeper: Keeper,
    /// The contact for a worry about a colleague, once it was read.
    pub confidant: RwSignal<Option<Contact>>,
    /// Whether a draft of before waits until somebody asks for it.
    pub covered: RwSignal<bool>,
    /// The state of sending.
    pub sending: RwSignal<Sending>,
    /// A code to look up at once on "mijn melding".
    pub code: RwSignal<String>,
}

impl Store {
    /// Loads the draft kept on the device and keeps every change. The form uses the texts of `wording`.
    #[must_use]
    pub fn start(wording: &'static Wording) -> Self {
        let kept = saved::load(browser::now());
        let covered = kept.is_some() && !saved::at_work();
        let Saved { draft, key, .. } = kept.unwrap_or_default();
        let (melding, key) = (Melding::start(draft, None, wording), RwSignal::new(key));
        let store = Self {
            melding,
            key,
            keeper: Keeper::start(melding, key),
            confidant: RwSignal::default(),
            covered: RwSignal::new(covered),
            sending: RwSignal::default(),
            code: RwSignal::default(),
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
        let (indicators, functions, confidant) = known.parts();
        self.confidant.set(Some(confidant));
        self.melding.offer(Offered { indicators, functions });
    }

    /// Starts again: nothing stays on the device.
    pub fn wipe(self) {
        self.melding.wipe();
        self.key.set(None);
        self.sending.set(Sending::Idle);
        self.covered.set(false);
        self.keeper.forget();
    }
}
