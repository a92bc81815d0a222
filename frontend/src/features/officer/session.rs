use crate::{
    browser,
    client::{Call, Failure},
};
use leptos::{prelude::*, task::spawn_local};
use shared::{
    contract::{Endpoint, ProblemKind, SessionView},
    id::AccountId,
    profile::Instance,
};
use std::sync::Arc;

/// Who is logged in, and whether that still holds. Get it with [`Session::here`].
#[derive(Clone, Copy)]
pub struct Session {
    who: RwSignal<Option<SessionView>>,
    ended: RwSignal<bool>,
}

/// What is known of this gemeente's instance; read once.
#[derive(Clone)]
pub struct Gemeente(pub Arc<Instance>);

impl Gemeente {
    /// The instance of this entry.
    #[must_use]
    pub fn here() -> Arc<Instance> {
        expect_context::<Self>().0
    }
}

impl Session {
    /// Nobody yet. Once per entry.
    #[must_use]
    pub fn start() -> Self {
        let session = Self { who: RwSignal::new(None), ended: RwSignal::new(false) };
        provide_context(session);
        session
    }

    /// The session of this entry.
    #[must_use]
    pub fn here() -> Self {
        expect_context()
    }

    /// Who is logged in, with a subscription.
    #[must_use]
    pub fn who(self) -> Option<SessionView> {
        self.who.get()
    }

    /// The account of who is logged in.
    #[must_use]
    pub fn account(self) -> Option<AccountId> {
        self.who.with(|who| who.as_ref().map(|who| who.id.clone()))
    }

    /// Somebody logged in. The same person goes on where the session ended; another begins anew, because pages are
    /// made per account.
    pub fn begin(self, view: SessionView) {
        self.who.set(Some(view));
        self.ended.set(false);
    }

    /// Logged out: nothing of the pages stays.
    pub fn leave(self) {
        self.ended.set(false);
        self.who.set(None);
    }

    /// Whether the session ended while pages are open.
    #[must_use]
    pub fn has_ended(self) -> bool {
        self.ended.get()
    }

    /// Looks at the clock: a session ends by itself at a known moment. This device's clock may be wrong, so the server
    /// is asked before the page is covered.
    pub fn tick(self) {
        let over = self.who.with_untracked(|who| who.as_ref().is_some_and(|who| who.ends <= browser::now()));
        if over && !self.ended.get_untracked() {
            spawn_local(async move { drop(self.heed(Call::to(Endpoint::Session).get::<SessionView>().await)) });
        }
    }

    /// Passes an answer on, and notes when it says that the session is no more.
    ///
    /// # Errors
    /// The failure that came in.
    pub fn heed<T>(self, answer: Result<T, Failure>) -> Result<T, Failure> {
        if answer.as_ref().err().and_then(kind) == Some(ProblemKind::NotLoggedIn) {
            self.ended.set(true);
        }
        answer
    }
}

/// Which problem a failure is, if the server named one.
#[must_use]
pub fn kind(failure: &Failure) -> Option<ProblemKind> {
    match failure {
        Failure::Problem(problem) => problem.parsed_kind(),
        Failure::Offline | Failure::Unreadable => None,
    }
}

/// What the entry starts with: the instance, and who is logged in.
///
/// # Errors
/// Every [`Failure`] but not being logged in.
pub async fn read() -> Result<(Instance, Option<SessionView>), Failure> {
    let instance = Call::to(Endpoint::Instance).get::<Instance>().await?.body;
    match Call::to(Endpoint::Session).get::<SessionView>().await {
        Ok(answer) => Ok((instance, Some(answer.body))),
        Err(failure) if kind(&failure) == Some(ProblemKind::NotLoggedIn) => Ok((instance, None)),
        Err(failure) => Err(failure),
    }
}
