use super::{
    super::{
        super::melding::{Melding, Offered, of_failure},
        session::{Gemeente, Session},
    },
    wording::OFFICER,
};
use crate::{
    browser,
    client::{Call, Failure},
    messages,
};
use leptos::{prelude::*, task::spawn_local};
use shared::{
    contract::{Endpoint, NewCode},
    report::Draft,
};

/// What is noted on the phone, and how sending goes. It stays in memory only.
#[derive(Clone, Copy)]
pub struct Phone {
    /// The form.
    pub melding: Melding,
    /// Under way.
    pub busy: RwSignal<bool>,
    /// Why it was not sent, or not for certain.
    pub failed: RwSignal<Option<String>>,
    /// It is in, with the code.
    pub done: RwSignal<Option<NewCode>>,
    key: StoredValue<Option<String>>,
    session: Session,
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
            busy: RwSignal::new(false),
            failed: RwSignal::new(None),
            done: RwSignal::new(None),
            key: StoredValue::new(None),
            session: Session::here(),
        }
    }

    /// Sends it, unless something is wrong. Every try uses the same key: it is one report with one code.
    pub fn send(self) {
        if !self.melding.try_to_send() || self.busy.get_untracked() {
            return;
        }
        let Some(key) = self.key.get_value().or_else(browser::secret) else {
            self.failed.set(Some("Deze browser kan geen veilige sleutel maken. Gebruik een andere browser.".into()));
            return;
        };
        self.key.set_value(Some(key.clone()));
        self.busy.set(true);
        self.failed.set(None);
        spawn_local(async move {
            let draft = self.melding.draft.get_untracked();
            let sent = Call::to(Endpoint::AddCase).key(&key).send::<_, NewCode>(&draft).await;
            match self.session.heed(sent) {
                Ok(answer) => drop(self.done.try_set(Some(answer.body))),
                Err(failure) => self.refused(&failure),
            }
            self.busy.try_set(false);
        });
    }

    /// Shows why it was not sent: at the fields where the server found something, else as a whole.
    fn refused(self, failure: &Failure) {
        let found = of_failure(failure);
        if found.is_empty() {
            self.failed.try_set(Some(messages::failure(failure)));
        } else {
            self.melding.found_by_server(found);
        }
    }
}
