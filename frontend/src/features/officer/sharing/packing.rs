use super::super::{dossier::Dossier, request::Request};
use crate::client::Call;
use leptos::prelude::*;
use shared::{
    case::pack::{PackAnswer, PackItem, PackQuestion},
    contract::Endpoint,
};

/// What goes to one receiver: what may go, what was chosen, and what was made of it.
#[derive(Clone, Copy)]
pub struct Packing {
    /// Which referral of the decision, counted from 0.
    pub referral: usize,
    /// What goes, by id.
    pub chosen: RwSignal<Vec<String>>,
    /// Asks for it.
    pub request: Request<PackAnswer>,
    /// The latest answer. While the next one is made, it stays.
    pub answer: Memo<Option<PackAnswer>>,
    dossier: Dossier,
}

impl Packing {
    /// For this referral. What people did not write in their own words is chosen from the start.
    pub fn start(referral: usize) -> Self {
        let (request, chosen) = (Request::new(), RwSignal::new(Vec::new()));
        let done: Signal<Option<PackAnswer>> = request.done();
        let answer =
            Memo::new(move |before: Option<&Option<PackAnswer>>| done.get().or_else(|| before.cloned().flatten()));
        let packing = Self { referral, chosen, request, answer, dossier: Dossier::here() };
        packing.ask(move |answer| {
            let usual = answer.choice.iter().filter(|item| !item.own_words).map(|item| item.id.clone());
            chosen.set(usual.collect());
        });
        packing
    }

    /// Makes it of what is chosen.
    pub fn make(self) {
        self.ask(|_| {});
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
        let question = PackQuestion { referral: self.referral, chosen: self.chosen.get_untracked() };
        let call = Call::on(Endpoint::Pack, self.dossier.id().as_str());
        self.request.run(async move { call.send::<_, PackAnswer>(&question).await }, |answer| {
            then(&answer.body);
            answer.body
        });
    }
}
