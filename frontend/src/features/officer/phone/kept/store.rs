use super::{
    super::{
        super::{
            super::melding::{Melding, Offered},
            request::Request,
            saving::{Kept, Saving},
            session::Gemeente,
        },
        wording::OFFICER,
    },
    begin::{Begin, Left},
};
use crate::{
    client::{Call, Failure},
    typed::Typed,
};
use leptos::prelude::*;
use shared::{
    contract::{Endpoint, NewCode, PhoneDraftChange, PhoneDraftView, ProblemKind},
    id::AccountId,
    report::Draft,
};

/// The draft of a report by phone, and the state of keeping and sending it.
#[derive(Clone, Copy)]
pub struct Phone {
    /// The form.
    pub melding: Melding,
    /// Sending; it keeps the melder's code.
    pub request: Request<NewCode>,
    /// The melder's code, once it was sent.
    pub sent: Signal<Option<NewCode>>,
    /// Keeping it at the server.
    pub saving: Saving,
    /// Throwing it away.
    pub dropping: Request,
    /// Somebody else changed it, and this is how it is at the server (`None`: not there for this AF). Nothing is kept
    /// before one of the two is chosen.
    pub clash: RwSignal<Option<Option<PhoneDraftView>>>,
    pub(super) key: RwSignal<Option<String>>,
    of: StoredValue<AccountId>,
    me: StoredValue<AccountId>,
    /// Where it is kept on the device.
    place: StoredValue<String>,
    /// Goes back to one's own report.
    pub leave: Callback<()>,
    /// The version at the server that this was typed over.
    seen: RwSignal<u32>,
    /// What the server has.
    base: RwSignal<Option<Draft>>,
    /// What was sent to be kept since the last answer. An answer may have been lost.
    tried: StoredValue<Vec<Draft>>,
    /// To be sent as a report once it is kept.
    pub(super) wanted: RwSignal<bool>,
    looking: Request,
}

impl Phone {
    /// The report that `of` began, as it was left, or an empty one. `view` is what the server has, if it was reached.
    /// Once per page.
    #[must_use]
    pub fn start(of: AccountId, me: AccountId, view: Option<PhoneDraftView>, leave: Callback<()>) -> Self {
        let instance = Gemeente::here();
        let (indicators, functions) = (instance.indicators.clone(), instance.profile.functions.clone());
        let empty = Draft { list: indicators.version.clone(), ..Draft::default() };
        let place = if of == me { "telefoon".to_owned() } else { format!("telefoon.{of}") };
        let begun = Begin::of(view.as_ref(), Typed::here().draft(&place), empty);
        let request = Request::new();
        let phone = Self {
            melding: Melding::start(begun.left.draft.clone(), None, &OFFICER),
            request,
            sent: request.done(),
            saving: Saving::start(),
            dropping: Request::new(),
            clash: RwSignal::new(begun.clashes.then_some(view)),
            key: RwSignal::new(begun.left.key),
            of: StoredValue::new(of),
            me: StoredValue::new(me),
            place: StoredValue::new(place),
            leave,
            seen: RwSignal::new(begun.left.seen),
            base: RwSignal::new(begun.base),
            tried: StoredValue::new(vec![begun.left.draft]),
            wanted: RwSignal::new(false),
            looking: Request::new(),
        };
        phone.melding.offer(Offered { indicators, functions });
        phone.keep();
        phone
    }

    /// Keeps every change from here on, until it is sent: on the device at once, and at the server soon.
    fn keep(self) {
        let (typed, sent) = (Typed::here(), self.sent);
        Effect::new(move |_| {
            let left = Left { draft: self.melding.draft.get(), key: self.key.get(), seen: self.seen.get() };
            let (base, free) = (self.base.get(), self.clash.with(Option::is_none));
            let is_left = sent.with(Option::is_none) && left.draft != self.melding.empty();
            typed.keep(&self.place.get_value(), is_left.then_some(&left));
            let is_news = base.map_or(is_left, |base| base != left.draft);
            if sent.with(Option::is_none) && free && is_news {
                self.saving.changed();
            }
        });
        self.saving.by(Callback::new(move |()| self.save()));
        Effect::new(move |_| {
            if let Kept::NotYet(failure) = self.saving.kept.get() {
                self.not_kept(failure);
            }
        });
    }

    /// Sends what the server does not have yet; everything, when it is to be sent as a report: so the server says
    /// whether somebody else was first.
    pub(super) fn save(self) {
        let (Some(draft), Some(base)) = (self.melding.draft.try_get_untracked(), self.base.try_get_untracked()) else {
            return;
        };
        let (wanted, sent) = (self.wanted.get_untracked(), self.sent.with_untracked(Option::is_some));
        let is_news = base.map_or_else(|| draft != self.melding.empty(), |base| base != draft);
        let busy = sent || self.request.is_busy() || self.dropping.is_busy();
        if busy || self.clash.with_untracked(Option::is_some) || !(wanted || is_news) {
            return;
        }
        self.tried.update_value(|tried| tried.push(draft.clone()));
        let report = draft.as_asked();
        let change = PhoneDraftChange { of: self.of.get_value(), seen: self.seen.get_untracked(), draft: Some(draft) };
        let work = async move { Call::to(Endpoint::SavePhoneDraft).send::<_, PhoneDraftView>(&change).await };
        self.saving.run(work, move |view| {
            self.took(view);
            if wanted {
                self.wanted.set(false);
                self.post(report);
            }
        });
    }

    /// The server has this.
    fn took(self, view: PhoneDraftView) {
        let base = view.typed.map(|typed| typed.draft);
        self.tried.set_value(base.clone().into_iter().collect());
        self.seen.set(view.version);
        self.base.set(base);
    }

    /// It was not kept. When somebody else was first, this looks what there is now.
    fn not_kept(self, failure: Failure) {
        let others = matches!(failure.kind(), Some(ProblemKind::Stale | ProblemKind::NotFound));
        if self.wanted.get_untracked() {
            self.wanted.set(false);
            self.request.fail(failure);
        }
        if others {
            let ask = Call::to(Endpoint::PhoneDrafts).ask::<Vec<PhoneDraftView>>();
            self.looking.run(ask, move |answer| {
                self.met(answer.body.into_iter().find(|one| one.of == self.of.get_value()));
            });
        }
    }

    /// There is a newer version. If it is what this page sent itself, only the answer was lost.
    fn met(self, view: Option<PhoneDraftView>) {
        let is_own = |view: &PhoneDraftView| {
            let typed = view.typed.as_ref().filter(|typed| typed.by == self.me.get_value());
            typed.is_some_and(|typed| self.tried.with_value(|tried| tried.contains(&typed.draft)))
        };
        match view {
            Some(view) if is_own(&view) => {
                self.took(view);
                self.saving.changed();
            }
            other => self.clash.set(Some(other)),
        }
    }

    /// What the server has comes in the place of what is typed here.
    pub fn take_theirs(self, view: PhoneDraftView) {
        self.key.set(None);
        self.request.forget();
        match &view.typed {
            Some(typed) => self.melding.draft.set(typed.draft.clone()),
            None if self.of.get_value() != self.me.get_value() => return self.forget(),
            None => self.melding.wipe(),
        }
        self.took(view);
        self.clash.set(None);
    }

    /// It is not there any more: what is typed here goes too, and one's own report comes back.
    pub fn forget(self) {
        self.base.set(None);
        self.melding.wipe();
        self.leave.run(());
    }

    /// What is typed here comes in the place of what the server has.
    pub fn keep_own(self, view: PhoneDraftView) {
        self.request.forget();
        self.took(view);
        self.clash.set(None);
    }

    /// It goes, here and at the server.
    pub fn drop(self) {
        let change = PhoneDraftChange { of: self.of.get_value(), seen: self.seen.get_untracked(), draft: None };
        let work = async move { Call::to(Endpoint::SavePhoneDraft).send::<_, PhoneDraftView>(&change).await };
        self.dropping.run(work, move |answer| self.take_theirs(answer.body));
    }

    /// Whoever is logged in.
    #[must_use]
    pub fn me(self) -> AccountId {
        self.me.get_value()
    }

    /// Whether the server has something.
    #[must_use]
    pub fn is_kept(self) -> bool {
        self.base.with(Option::is_some)
    }
}
