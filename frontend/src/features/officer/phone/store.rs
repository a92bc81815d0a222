use super::{
    super::{
        super::melding::{Melding, Offered, of_failure},
        request::Request,
        session::Gemeente,
    },
    wording::OFFICER,
};
use crate::{
    browser,
    client::{Call, Failure},
    typed::Typed,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use shared::{
    contract::{Endpoint, NewCode},
    report::Draft,
};

/// Where what is typed is kept.
const PLACE: &str = "telefoon";

/// What is kept until it is sent: the form, and the secret it was tried with, because another try is the same report.
#[derive(Serialize, Deserialize)]
struct Kept {
    draft: Draft,
    key: Option<String>,
}

/// The draft of a report by phone, and the state of sending it.
#[derive(Clone, Copy)]
pub struct Phone {
    /// The form.
    pub melding: Melding,
    /// Sending; it keeps the melder's code.
    pub request: Request<NewCode>,
    key: RwSignal<Option<String>>,
}

impl Phone {
    /// As it was left, or an empty one. Once per page.
    #[must_use]
    pub fn start() -> Self {
        let instance = Gemeente::here();
        let (indicators, functions) = (instance.indicators.clone(), instance.profile.functions.clone());
        let empty = Draft { list: indicators.version.clone(), ..Draft::default() };
        let kept = Typed::here().draft(PLACE).unwrap_or(Kept { draft: empty, key: None });
        let phone = Self {
            melding: Melding::start(kept.draft, None, &OFFICER),
            request: Request::new(),
            key: RwSignal::new(kept.key),
        };
        phone.melding.offer(Offered { indicators, functions });
        phone.keep();
        phone
    }

    /// Keeps every change from here on, until it is sent.
    fn keep(self) {
        let (typed, sent) = (Typed::here(), self.request.done());
        Effect::new(move |_| {
            let kept = Kept { draft: self.melding.draft.get(), key: self.key.get() };
            let left = sent.with(Option::is_none) && kept.draft != self.melding.empty();
            typed.keep(PLACE, left.then_some(&kept));
        });
    }

    /// Sends it, unless something is wrong. Every try uses the same key: it is one report with one code.
    pub fn send(self) {
        if !self.melding.try_to_send() || self.request.is_busy() {
            return;
        }
        let Some(key) = self.key.get_untracked().or_else(browser::secret) else {
            self.request.fail(Failure::NoKey);
            return;
        };
        self.key.set(Some(key.clone()));
        let draft = self.melding.draft.with_untracked(Draft::as_asked);
        self.request.run(
            async move {
                let sent = Call::to(Endpoint::AddCase).key(&key).send::<_, NewCode>(&draft).await;
                self.melding.found_by_server(sent.as_ref().err().map(of_failure).unwrap_or_default());
                sent
            },
            |answer| answer.body,
        );
    }

    /// Whether it cannot wait.
    #[must_use]
    pub fn is_urgent(self) -> bool {
        self.melding.draft.with_untracked(|draft| !draft.alarms().is_empty())
    }

    /// Why it was not sent, unless the server found something at a field: then that field shows it.
    #[must_use]
    pub fn failure(self) -> Signal<Option<Failure>> {
        let failure = self.request.failure();
        Signal::derive(move || failure.get().filter(|failure| of_failure(failure).is_empty()))
    }
}
