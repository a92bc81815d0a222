use super::{super::super::super::melding::of_failure, store::Phone};
use crate::{
    browser,
    client::{Call, Failure},
};
use leptos::prelude::*;
use shared::{
    contract::{Endpoint, NewCode},
    report::Draft,
};

impl Phone {
    /// Sends it, unless something is wrong. It is kept first: what a colleague sent already is not sent again.
    pub fn send(self) {
        let busy = self.request.is_busy() || self.dropping.is_busy() || self.wanted.get_untracked();
        if !self.melding.try_to_send() || busy || self.clash.with_untracked(Option::is_some) {
            return;
        }
        self.wanted.set(true);
        self.save();
    }

    /// It was sent from here and the answer got lost: the same report with the same key has the same code.
    pub fn ask_code(self) {
        self.post(self.melding.draft.with_untracked(Draft::as_asked));
    }

    /// Every try uses the same key: it is one report with one code.
    pub(super) fn post(self, report: Draft) {
        let Some(key) = self.key.get_untracked().or_else(browser::secret) else {
            self.request.fail(Failure::NoKey);
            return;
        };
        self.key.set(Some(key.clone()));
        self.request.run(
            async move {
                let sent = Call::to(Endpoint::AddCase).key(&key).send::<_, NewCode>(&report).await;
                self.melding.found_by_server(sent.as_ref().err().map(of_failure).unwrap_or_default());
                sent
            },
            |answer| answer.body,
        );
    }

    /// Whether sending it was tried from here.
    #[must_use]
    pub fn was_tried(self) -> bool {
        self.key.with_untracked(Option::is_some)
    }

    /// Whether it is being sent.
    #[must_use]
    pub fn busy(self) -> Signal<bool> {
        let busy = self.request.busy();
        Signal::derive(move || busy.get() || self.wanted.get())
    }

    /// Whether there is something to throw away.
    #[must_use]
    pub fn is_begun(self) -> bool {
        let draft = self.melding.draft.get();
        self.is_kept() || draft != self.melding.empty()
    }

    /// Whether it cannot wait.
    #[must_use]
    pub fn is_urgent(self) -> bool {
        self.melding.draft.with_untracked(|draft| !draft.alarms().is_empty())
    }

    /// Why it was not sent, unless the server found something at a field: then that field shows it. A clash says so
    /// itself.
    #[must_use]
    pub fn failure(self) -> Signal<Option<Failure>> {
        let failure = self.request.failure();
        let is_shown = move |failure: &Failure| of_failure(failure).is_empty() && self.clash.with(Option::is_none);
        Signal::derive(move || failure.get().filter(is_shown))
    }
}
