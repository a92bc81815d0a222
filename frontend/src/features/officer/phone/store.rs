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
};
use leptos::prelude::*;
use shared::{
    contract::{Endpoint, NewCode},
    report::Draft,
};

/// The draft of a report by phone, and the state of sending it. It stays in memory only.
#[derive(Clone, Copy)]
pub struct Phone {
    /// The form.
    pub melding: Melding,
    /// Sending; it keeps the melder's code.
    pub request: Request<NewCode>,
    key: StoredValue<Option<String>>,
}

impl Phone {
    /// An empty one. Once per page.
    #[must_use]
    pub fn start() -> Self {
        let instance = Gemeente::here();
        let (indicators, functions) = (instance.indicators.clone(), instance.profile.functions.clone());
        let draft = Draft { list: indicators.version.clone(), ..Draft::default() };
        Self {
            melding: Melding::start(draft, Some(Offered { indicators, functions }), &OFFICER),
            request: Request::new(),
            key: StoredValue::new(None),
        }
    }

    /// Sends it, unless something is wrong. Every try uses the same key: it is one report with one code.
    pub fn send(self) {
        if !self.melding.try_to_send() || self.request.is_busy() {
            return;
        }
        let Some(key) = self.key.get_value().or_else(browser::secret) else {
            self.request.fail(Failure::NoKey);
            return;
        };
        self.key.set_value(Some(key.clone()));
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
