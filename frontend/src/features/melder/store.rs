use super::{
    findings::found,
    known::Known,
    page::Step,
    saved::{self, Saved},
};
use crate::{browser, client::Failure, messages, ui::FieldNote};
use leptos::prelude::*;
use shared::report::{Draft, Field, Finding};

/// How sending goes.
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

/// What is kept on the device: the draft and its secret.
type Kept = (Draft, Option<String>);

/// The one store of the melder's entry. Steps read and write fields of it; nothing is copied.
#[derive(Clone, Copy)]
pub struct Store {
    /// What was typed.
    pub draft: RwSignal<Draft>,
    /// The secret it is sent with.
    pub key: RwSignal<Option<String>>,
    /// What is known of this instance, once it was read.
    pub instance: RwSignal<Option<Known>>,
    /// Whether a draft of before waits until somebody asks for it.
    pub covered: RwSignal<bool>,
    /// How sending goes.
    pub sending: RwSignal<Sending>,
    /// A code to look up at once on "mijn melding".
    pub code: RwSignal<String>,
    findings: Memo<Vec<Finding>>,
    told: RwSignal<Vec<Finding>>,
    tried: RwSignal<[u32; Step::ALL.len()]>,
}

impl Store {
    /// Takes up what was kept on the device and keeps every change.
    #[must_use]
    pub fn start() -> Self {
        let kept = saved::load(browser::now());
        let covered = kept.is_some() && !saved::at_work();
        let Saved { draft, key, .. } = kept.unwrap_or_default();
        let draft = RwSignal::new(draft);
        let instance = RwSignal::new(None::<Known>);
        let told = RwSignal::new(Vec::new());
        let store = Self {
            draft,
            key: RwSignal::new(key),
            instance,
            covered: RwSignal::new(covered),
            sending: RwSignal::default(),
            code: RwSignal::default(),
            findings: Memo::new(move |_| found(&draft.read(), instance.read().as_ref(), &told.read())),
            told,
            tried: RwSignal::default(),
        };
        Effect::new(move |before| store.keep(before));
        provide_context(store);
        store
    }

    /// The store of this entry.
    #[must_use]
    pub fn here() -> Self {
        expect_context()
    }

    /// Runs at every change of what is kept; the first time nothing has changed yet.
    fn keep(self, before: Option<Kept>) -> Kept {
        let now = (self.draft.get(), self.key.get());
        if before.is_some_and(|before| before != now) {
            if now.0 == self.empty() {
                saved::forget();
            } else {
                saved::keep(&Saved { draft: now.0.clone(), key: now.1.clone(), at: browser::now().millis() });
                saved::set_at_work(true);
            }
            self.told.set(Vec::new());
        }
        now
    }

    fn empty(self) -> Draft {
        let list = self.draft.with_untracked(|draft| draft.list.clone());
        Draft { list, ..Draft::default() }
    }

    /// Takes what is known of the instance. A draft without signals goes over to the list now in use.
    pub fn learn(self, instance: Known) {
        let version = instance.indicators.version.clone();
        self.instance.set(Some(instance));
        self.draft.update(|draft| {
            if draft.ticks.is_empty() || draft.list.is_empty() {
                draft.list = version;
            }
        });
    }

    /// Begins anew: nothing stays on the device.
    pub fn wipe(self) {
        self.draft.set(self.empty());
        self.key.set(None);
        self.tried.set(Default::default());
        self.told.set(Vec::new());
        self.sending.set(Sending::Idle);
        self.covered.set(false);
        saved::forget();
    }

    /// What is found on a step, warnings left out.
    #[must_use]
    pub fn errors(self, step: Step) -> Vec<Finding> {
        let all = self.findings.read();
        all.iter().filter(|one| !one.code.is_warning() && Step::of(one.field) == step).copied().collect()
    }

    /// How often going on from a step was tried.
    #[must_use]
    pub fn tried(self, step: Step) -> u32 {
        self.tried.read()[step as usize]
    }

    /// Going on from a step is tried: its findings are shown from now on.
    pub fn try_step(self, step: Step) {
        self.tried.update(|tried| tried[step as usize] += 1);
    }

    /// What the server found as well.
    pub fn told(self, findings: Vec<Finding>) {
        self.told.set(findings);
    }

    /// What to say at a field: errors once its step was tried, warnings always.
    #[must_use]
    pub fn note(self, field: Field) -> FieldNote {
        let step = Step::of(field);
        let of = move |warning: bool| {
            let all = self.findings.read();
            let code = all.iter().find(|one| one.field == field && one.code.is_warning() == warning)?.code;
            Some(messages::finding(field, code))
        };
        FieldNote {
            error: Signal::derive(move || if self.tried(step) > 0 { of(false) } else { None }),
            warning: Signal::derive(move || of(true)),
        }
    }
}
