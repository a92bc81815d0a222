use super::idle::{self, Ending};
use crate::{
    browser,
    client::{Call, Failure},
    tabs::{Tabs, Word},
    typed::Typed,
};
use gloo::storage::{LocalStorage, SessionStorage, Storage};
use leptos::{ev, prelude::*, task::spawn_local};
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
    state: RwSignal<State>,
    ending: RwSignal<Ending>,
    counted: RwSignal<Option<Moment>>,
    /// When something was typed last.
    wrote: StoredValue<Option<Moment>>,
    /// Whether the page of a conversation is open.
    talking: StoredValue<bool>,
    typed: Typed,
    tabs: Tabs,
}

/// Whether the pages may be shown to whoever sits here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// They may.
    On,
    /// The browser left this page and may come back to it. Nothing is shown until the server was asked.
    Away,
    /// The session has ended: somebody has to log in first.
    Ended,
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
        let session = Self {
            who: RwSignal::new(None),
            state: RwSignal::new(State::On),
            ending: RwSignal::new(Ending::No),
            counted: RwSignal::new(None),
            wrote: StoredValue::new(None),
            talking: StoredValue::new(false),
            typed: Typed::start(),
            tabs: Tabs::open(),
        };
        provide_context(session);
        let typing = window_event_listener(ev::input, move |_| session.wrote.set_value(Some(browser::now())));
        on_cleanup(move || typing.remove());
        session
    }

    /// The session of this entry.
    #[must_use]
    pub fn here() -> Self {
        expect_context()
    }

    /// What was typed and not sent.
    #[must_use]
    pub fn typed(self) -> Typed {
        self.typed
    }

    /// The other tabs of this browser.
    #[must_use]
    pub fn tabs(self) -> Tabs {
        self.tabs
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

    /// The same at this moment, without a subscription.
    #[must_use]
    pub fn account_now(self) -> Option<AccountId> {
        self.who.with_untracked(|who| who.as_ref().map(|who| who.id.clone()))
    }

    /// Somebody logged in here. The other tabs hear of it.
    pub fn begin(self, view: SessionView) {
        self.go_on(view);
        self.tabs.tell(Word::LoggedIn);
    }

    /// There is a session. The same person continues where it ended; another person starts with new pages, because
    /// pages are made per account, and finds nothing that the other one typed.
    pub fn go_on(self, view: SessionView) {
        self.typed.of(&view.id);
        self.counted.set(None);
        self.count();
        self.who.set(Some(view));
        self.state.set(State::On);
    }

    /// Logged out: nothing of the pages stays, not on the device either.
    pub fn leave(self) {
        self.state.set(State::On);
        self.ending.set(Ending::No);
        self.who.set(None);
        self.typed.forget();
        for storage in [LocalStorage::raw(), SessionStorage::raw()] {
            let names = (0..storage.length().unwrap_or(0)).filter_map(|n| storage.key(n).ok().flatten());
            for name in names.filter(|name| name.starts_with(AF_NAMES)).collect::<Vec<_>>() {
                // a browser that keeps nothing has nothing to remove
                let _ = storage.remove_item(&name);
            }
        }
    }

    /// The session ended while pages are open: they go, and the log-in comes.
    pub fn end(self) {
        self.ending.set(Ending::No);
        if self.who.with_untracked(Option::is_some) {
            self.state.set(State::Ended);
        }
    }

    /// The browser leaves this page, and may keep it to come back to.
    pub fn go_away(self) {
        if self.who.with_untracked(Option::is_some) && self.state.get_untracked() == State::On {
            self.state.set(State::Away);
        }
    }

    /// Whether the pages may be shown, with a subscription.
    #[must_use]
    pub fn state(self) -> State {
        self.state.get()
    }

    /// The same, without a subscription.
    #[must_use]
    pub fn state_now(self) -> State {
        self.state.get_untracked()
    }

    /// How near its end is.
    #[must_use]
    pub fn ending(self) -> Ending {
        self.ending.get()
    }

    /// The server answered a person, here or in another tab: the time until the session ends starts again.
    pub fn count(self) {
        self.counted.update(|counted| *counted = Some(idle::count(*counted, browser::now())));
        if self.ending.get_untracked() != Ending::Last {
            self.ending.set(Ending::No);
        }
    }

    /// A conversation begins or ends: meanwhile somebody may listen for an hour without typing.
    pub fn talks(self, talking: bool) {
        if talking {
            self.wrote.set_value(Some(browser::now()));
        }
        self.talking.set_value(talking);
    }

    /// Looks at the clock. Somebody who types is there, which the server hears. Otherwise nothing is sent, because that
    /// would keep the session of an unattended page alive. This device's clock may be wrong, so the page asks the
    /// server before it takes the last end for true.
    pub fn tick(self) {
        let ends = self.who.with_untracked(|who| who.as_ref().map(|who| who.ends));
        let (Some(ends), Some(counted)) = (ends, self.counted.get_untracked()) else { return };
        if self.state.get_untracked() != State::On {
            return;
        }
        let now = browser::now();
        let ending = Ending::of(counted, ends, now);
        if ending == Ending::Over {
            return self.end();
        }
        self.ending.set(ending);
        if ends <= now {
            let ask = Call::to(Endpoint::Session).by_itself().ask::<SessionView>();
            spawn_local(async move { drop(self.heed_by_itself(ask.await)) });
        } else if idle::has_news(self.wrote.get_value(), counted, now)
            || self.talking.get_value() && idle::still_talks(self.wrote.get_value(), counted, now)
        {
            let ask = Call::to(Endpoint::Session).ask::<SessionView>();
            spawn_local(async move { drop(self.heed(ask.await)) });
        }
    }

    /// Passes an answer on, and notes when it says that the session has ended.
    ///
    /// # Errors
    /// The failure that came in.
    pub fn heed<T>(self, answer: Result<T, Failure>) -> Result<T, Failure> {
        if answer.is_ok() {
            self.count();
            self.tabs.tell(Word::AtWork);
        }
        self.heed_by_itself(answer)
    }

    /// The same for the page's own requests: neither the server nor this counts them as activity.
    ///
    /// # Errors
    /// The failure that came in.
    pub fn heed_by_itself<T>(self, answer: Result<T, Failure>) -> Result<T, Failure> {
        if let Err(failure) = &answer {
            self.hear(failure);
        }
        answer
    }

    fn hear(self, failure: &Failure) {
        if failure.kind() == Some(ProblemKind::NotLoggedIn) {
            self.end();
            self.tabs.tell(Word::Ended);
        }
    }
}
