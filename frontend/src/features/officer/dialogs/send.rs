use super::super::{
    case::{Change, Dossier, change},
    session::Session,
};
use crate::{
    browser,
    client::{Call, Failure},
    messages,
};
use leptos::{prelude::*, task::spawn_local};
use shared::{
    case::{Command, CommandKind},
    contract::{CaseDetail, CommandDone, Endpoint, ProblemKind},
};
use std::sync::Arc;

/// Why a command was not carried out, or not for certain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// What to tell; it can be sent again.
    Failed(String),
    /// The case changed meanwhile.
    Changed {
        /// Who did that.
        who: String,
        /// What happened.
        what: Vec<String>,
        /// Whether this command can still be asked.
        possible: bool,
    },
}

/// Sending the command of one dialog. A second press while it is under way does nothing.
#[derive(Clone, Copy)]
pub struct Sending {
    kind: CommandKind,
    dossier: Dossier,
    session: Session,
    /// Under way.
    pub busy: RwSignal<bool>,
    /// How the last try ended.
    pub trouble: RwSignal<Option<Trouble>>,
    /// The same for every try, so that a code that was made is not made twice.
    key: StoredValue<Option<String>>,
    /// An earlier try had no answer: it may have arrived.
    unsure: StoredValue<bool>,
}

impl Sending {
    /// Not tried yet.
    #[must_use]
    pub fn new(kind: CommandKind) -> Self {
        Self {
            kind,
            dossier: Dossier::here(),
            session: Session::here(),
            busy: RwSignal::new(false),
            trouble: RwSignal::new(None),
            key: StoredValue::new(None),
            unsure: StoredValue::new(false),
        }
    }

    /// Sends it, on the revision the page shows.
    pub fn send(self, command: Command) {
        let Some(before) = self.dossier.detail.get_untracked() else { return };
        if self.busy.get_untracked() {
            return;
        }
        let Some(call) = self.call(&before) else {
            let text = "Deze browser kan geen veilige sleutel maken. Gebruik een andere browser.";
            self.trouble.set(Some(Trouble::Failed(text.into())));
            return;
        };
        self.busy.set(true);
        self.trouble.set(None);
        spawn_local(async move {
            let answer = self.session.heed(call.send::<_, CommandDone>(&command).await);
            match answer {
                Ok(done) => self.dossier.finish(self.kind, done.body),
                Err(failure) => self.settle(&before, failure).await,
            }
            self.busy.try_set(false);
        });
    }

    fn call(self, before: &CaseDetail) -> Option<Call> {
        let call = Call::on(Endpoint::CommandCase, self.dossier.id().as_str()).if_match(before.revision);
        if self.kind != CommandKind::IssueCode {
            return Some(call);
        }
        let key = self.key.get_value().or_else(browser::secret)?;
        self.key.set_value(Some(key.clone()));
        Some(call.key(&key))
    }

    async fn settle(self, before: &CaseDetail, failure: Failure) {
        match failure.kind() {
            Some(ProblemKind::Stale) => self.catch_up(before, &failure).await,
            Some(ProblemKind::NotFound) => {
                self.fail(
                    "Een collega heeft dit dossier nu, of het is niet meer voor jou. Kopieer wat je wilt bewaren.",
                );
            }
            Some(ProblemKind::NotLoggedIn) => self.fail("Je was niet meer ingelogd. Log in en verstuur dit opnieuw."),
            Some(_) => self.fail(&messages::failure(&failure)),
            None => {
                self.unsure.try_set_value(true);
                self.fail(&messages::failure(&failure));
            }
        }
    }

    /// Reads the case again, behind the dialog, and finds out what the change means.
    async fn catch_up(self, before: &CaseDetail, stale: &Failure) {
        let Ok(after) = self.dossier.fetch().await else {
            self.fail(&messages::failure(stale));
            return;
        };
        let unsure = self.unsure.try_get_value().unwrap_or_default();
        match change(before, &after, self.session.account().as_ref(), self.kind, unsure) {
            Change::Arrived => self.dossier.arrived(self.kind, after),
            Change::Others { who, what, possible } => self.changed(after, Trouble::Changed { who, what, possible }),
        }
    }

    fn changed(self, after: Arc<CaseDetail>, trouble: Trouble) {
        self.dossier.detail.try_set(Some(after));
        self.trouble.try_set(Some(trouble));
    }

    fn fail(self, text: &str) {
        self.trouble.try_set(Some(Trouble::Failed(text.into())));
    }
}
