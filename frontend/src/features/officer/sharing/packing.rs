use super::super::{dossier::Dossier, request::Request};
use crate::{browser, client::Call};
use leptos::prelude::*;
use shared::{
    case::pack::{KeptPack, PackAnswer, PackItem, PackQuestion, PackToKeep, PackToSee},
    contract::Endpoint,
    id::PackPrint,
    sharing::ReferralTarget,
};

/// The id of the heading above what was made.
pub const TITLE: &str = "stuk-titel";

/// What goes to one receiver: what may go, what was chosen, what was made of it, and what was kept as it went.
#[derive(Clone, Copy)]
pub struct Packing {
    /// Which referral of the decision, counted from 0, and its receiver.
    of: (usize, ReferralTarget),
    /// What goes, by id.
    pub chosen: RwSignal<Vec<String>>,
    /// Asks for it.
    pub request: Request<PackAnswer>,
    /// The latest answer. While the next one is made, it stays.
    pub answer: Memo<Option<PackAnswer>>,
    /// Keeps what was made, or asks for what was kept.
    pub keeping: Request,
    /// What was kept and is on the screen.
    pub kept: RwSignal<Option<KeptPack>>,
    dossier: Dossier,
}

impl Packing {
    /// For this referral, counted from 0; nothing is asked for yet.
    pub fn of(referral: usize, to: ReferralTarget) -> Self {
        let (request, chosen) = (Request::new(), RwSignal::new(Vec::new()));
        let done: Signal<Option<PackAnswer>> = request.done();
        let answer =
            Memo::new(move |before: Option<&Option<PackAnswer>>| done.get().or_else(|| before.cloned().flatten()));
        let (keeping, kept) = (Request::new(), RwSignal::new(None));
        // another choice is another pack
        Effect::new(move |before: Option<()>| {
            chosen.track();
            before.map(|()| kept.set(None)).unwrap_or_default();
        });
        Self { of: (referral, to), chosen, request, answer, keeping, kept, dossier: Dossier::here() }
    }

    /// For what was kept alone: nothing can be made.
    pub fn nowhere() -> Self {
        Self::of(usize::MAX, ReferralTarget::TooLittle)
    }

    /// Whether nothing can be made here.
    pub fn only_shows(self) -> bool {
        self.of.1 == ReferralTarget::TooLittle
    }

    /// Whether it is being made or kept.
    pub fn busy(self) -> Signal<bool> {
        let (made, kept) = (self.request.busy(), self.keeping.busy());
        Signal::derive(move || made.get() || kept.get())
    }

    /// Asks what may go. What people did not write in their own words is chosen from the start.
    pub fn start(self) {
        self.ask(move |answer| {
            let usual = answer.choice.iter().filter(|item| !item.own_words).map(|item| item.id.clone());
            self.chosen.set(usual.collect());
        });
    }

    /// Makes it of what is chosen.
    pub fn make(self) {
        self.kept.set(None);
        self.keeping.forget();
        self.ask(|_| {});
    }

    /// Keeps what was made and read.
    pub fn keep(self) {
        let Some(seen) = self.answer.with_untracked(|answer| answer.as_ref().map(|one| one.print.clone())) else {
            return;
        };
        let body = PackToKeep { question: self.question(), seen };
        let (call, chosen) = (self.call(Endpoint::KeepPack), self.chosen.get_untracked());
        self.keeping.run(async move { call.send::<_, KeptPack>(&body).await }, move |answer| {
            if self.chosen.get_untracked() == chosen {
                self.shows(answer.body);
            }
            // the timeline has it now
            self.dossier.read();
        });
    }

    /// Shows what was kept.
    pub fn look(self, print: PackPrint) {
        let call = self.call(Endpoint::KeptPack);
        let body = PackToSee { print };
        self.keeping.run(async move { call.send::<_, KeptPack>(&body).await }, move |answer| self.shows(answer.body));
    }

    /// The button that was pressed may be gone, so the focus goes to what it brought.
    fn shows(self, kept: KeptPack) {
        self.kept.set(Some(kept));
        browser::focus(TITLE);
    }

    /// Whether what was made is what is chosen now, and holds something.
    pub fn is_made(self) -> bool {
        let ids = |items: &[PackItem]| items.iter().map(|item| item.id.clone()).collect::<Vec<_>>();
        let chosen = |answer: &PackAnswer| {
            let may = answer.choice.iter().map(|item| &item.id);
            self.chosen.with(|chosen| may.filter(|id| chosen.contains(id)).cloned().collect::<Vec<_>>())
        };
        let same = |answer: &PackAnswer| !answer.pack.items.is_empty() && ids(&answer.pack.items) == chosen(answer);
        self.answer.with(|answer| answer.as_ref().is_some_and(same))
    }

    fn ask(self, then: impl FnOnce(&PackAnswer) + 'static) {
        let (question, call) = (self.question(), self.call(Endpoint::Pack));
        self.request.run(async move { call.send::<_, PackAnswer>(&question).await }, |answer| {
            then(&answer.body);
            answer.body
        });
    }

    fn question(self) -> PackQuestion {
        let (referral, to) = self.of;
        PackQuestion { referral, to, chosen: self.chosen.get_untracked() }
    }

    fn call(self, endpoint: Endpoint) -> Call {
        Call::on(endpoint, self.dossier.id().as_str())
    }
}
