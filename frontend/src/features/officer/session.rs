use super::idle::{self, Idle};
use crate::{
    browser,
    client::{Call, Failure},
};
use gloo::storage::{LocalStorage, SessionStorage, Storage};
use leptos::{prelude::*, task::spawn_local};
use shared::{
    contract::{Endpoint, ProblemKind, SessionView},
    id::AccountId,
    moment::Moment,
    profile::Instance,
};
use std::sync::Arc;

/// The start of every name under which the AF's pages keep something on a device. Log-out removes them. A melder's
/// draft in the same browser has another name and stays.
const AF_NAMES: &str = "meldroute.af.";

/// The session of the user, and whether it is still valid. Get it with [`Session::here`].
#[derive(Clone, Copy)]
pub struct Session {
    who: RwSignal<Option<SessionView>>,
    ended: RwSignal<bool>,
    counted: RwSignal<Option<Moment>>,
    asks: RwSignal<bool>,
}

/// The facts of this gemeente's instance; read once.
#[derive(Clone, PartialEq)]
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
        let (who, ended) = (RwSignal::new(None), RwSignal::new(false));
        let session = Self { who, ended, counted: RwSignal::new(None), asks: RwSignal::new(false) };
        provide_context(session);
        session
    }

    /// The session of this entry.
    #[must_use]
    pub fn here() -> Self {
        expect_context()
    }

    /// The user who is logged in, with a subscription.
    #[must_use]
    pub fn who(self) -> Option<SessionView> {
        self.who.get()
    }

    /// The account of whoever is logged in.
    #[must_use]
    pub fn account(self) -> Option<AccountId> {
        self.who.with(|who| who.as_ref().map(|who| who.id.clone()))
    }

    /// Somebody logged in. The same person continues where the session ended; another person starts with new pages,
    /// because pages are made per account.
    pub fn begin(self, view: SessionView) {
        self.counted.set(None);
        self.count();
        self.who.set(Some(view));
        self.ended.set(false);
    }

    /// Logged out: nothing of the pages stays, not on the device either.
    pub fn leave(self) {
        self.ended.set(false);
        self.asks.set(false);
        self.who.set(None);
        for storage in [LocalStorage::raw(), SessionStorage::raw()] {
            let names = (0..storage.length().unwrap_or(0)).filter_map(|n| storage.key(n).ok().flatten());
            for name in names.filter(|name| name.starts_with(AF_NAMES)).collect::<Vec<_>>() {
                // a browser that keeps nothing has nothing to remove
                let _ = storage.remove_item(&name);
            }
        }
    }

    /// Whether the session ended while pages are open.
    #[must_use]
    pub fn has_ended(self) -> bool {
        self.ended.get()
    }

    /// The same at this moment, without a subscription.
    #[must_use]
    pub fn has_ended_now(self) -> bool {
        self.ended.get_untracked()
    }

    /// Whether it is about to end because it is idle.
    #[must_use]
    pub fn asks_to_stay(self) -> bool {
        self.asks.get()
    }

    /// The server answered, so the time until the session ends starts again.
    fn count(self) {
        self.counted.update(|counted| *counted = Some(idle::count(*counted, browser::now())));
        self.asks.set(false);
    }

    /// Shows the idle warning, and covers the page if nobody answers. It sends no request, because that would keep the
    /// session of an unattended page alive.
    fn look_whether_idle(self) {
        let Some(counted) = self.counted.get_untracked() else { return };
        let idle = Idle::of(counted, browser::now());
        self.asks.set(idle == Idle::Soon);
        if idle == Idle::Over {
            self.ended.set(true);
        }
    }

    /// Looks at the clock: a session ends by itself at a known time. This device's clock may be wrong, so the page asks
    /// the server before it covers itself.
    pub fn tick(self) {
        if self.who.with_untracked(Option::is_some) && !self.ended.get_untracked() {
            self.look_whether_idle();
        }
        let over = self.who.with_untracked(|who| who.as_ref().is_some_and(|who| who.ends <= browser::now()));
        if over && !self.ended.get_untracked() {
            spawn_local(async move { drop(self.heed(Call::to(Endpoint::Session).ask::<SessionView>().await)) });
        }
    }

    /// Passes an answer on, and notes when it says that the session has ended.
    ///
    /// # Errors
    /// The failure that came in.
    pub fn heed<T>(self, answer: Result<T, Failure>) -> Result<T, Failure> {
        if answer.is_ok() {
            self.count();
        }
        self.heed_by_itself(answer)
    }

    /// The same for the page's own requests: neither the server nor this counts them as activity.
    ///
    /// # Errors
    /// The failure that came in.
    pub fn heed_by_itself<T>(self, answer: Result<T, Failure>) -> Result<T, Failure> {
        if answer.as_ref().err().and_then(Failure::kind) == Some(ProblemKind::NotLoggedIn) {
            self.asks.set(false);
            self.ended.set(true);
        }
        answer
    }
}

/// Loads the initial data of the entry: the instance, and the session if there is one.
///
/// # Errors
/// Every [`Failure`] but not being logged in.
pub async fn read() -> Result<(Instance, Option<SessionView>), Failure> {
    let instance = Call::to(Endpoint::Instance).ask::<Instance>().await?.body;
    match Call::to(Endpoint::Session).ask::<SessionView>().await {
        Ok(answer) => Ok((instance, Some(answer.body))),
        Err(failure) if failure.kind() == Some(ProblemKind::NotLoggedIn) => Ok((instance, None)),
        Err(failure) => Err(failure),
    }
}
