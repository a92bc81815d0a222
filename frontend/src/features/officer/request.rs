//! One request of a page: whether it is in flight, and its result. Every button that calls the server has one, so that
//! all of them handle a second press, a lost session and a closed page in the same way.
use super::session::Session;
use crate::{client::Failure, messages, ui::Alert};
use leptos::{prelude::*, task::spawn_local};

/// The state of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
enum State<T> {
    /// Not sent yet.
    Idle,
    /// Under way.
    Busy,
    /// It succeeded; this is kept to show.
    Done(T),
    /// It did not succeed.
    Failed(Failure),
}

/// The origin of a request: a person, which keeps the session alive, or the page by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum By {
    Person,
    Page,
}

/// A request of a page, which keeps `T` of the last answer to show. Cheap to copy.
pub struct Request<T: Send + Sync + 'static = ()> {
    state: RwSignal<State<T>>,
    /// `None` for requests that need no session.
    session: Option<Session>,
}

impl<T: Send + Sync + 'static> Clone for Request<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Request<T> {}

impl<T: Clone + Send + Sync + 'static> Request<T> {
    /// A request that was not sent yet, for somebody who is logged in. If the session turns out to have ended, the
    /// log-in covers the page.
    #[must_use]
    pub fn new() -> Self {
        Self { state: RwSignal::new(State::Idle), session: Some(Session::here()) }
    }

    /// A request that was not sent yet and needs no session: logging in, an invitation, the set-up.
    #[must_use]
    pub fn without_session() -> Self {
        Self { state: RwSignal::new(State::Idle), session: None }
    }

    /// Sends the request, unless an earlier one is still in flight. `then` gets the answer and returns the value to
    /// keep. It is not called if the page is closed by then.
    pub fn run<A: 'static>(
        self,
        work: impl Future<Output = Result<A, Failure>> + 'static,
        then: impl FnOnce(A) -> T + 'static,
    ) {
        self.start(By::Person, work, then);
    }

    /// The same, asked by the page and not by a person: it does not keep the session alive.
    pub fn run_by_itself<A: 'static>(
        self,
        work: impl Future<Output = Result<A, Failure>> + 'static,
        then: impl FnOnce(A) -> T + 'static,
    ) {
        self.start(By::Page, work, then);
    }

    fn start<A: 'static>(
        self,
        by: By,
        work: impl Future<Output = Result<A, Failure>> + 'static,
        then: impl FnOnce(A) -> T + 'static,
    ) {
        if self.begin() {
            spawn_local(async move { self.end(self.heed(by, work.await), then) });
        }
    }

    /// Whether it may start now; from here on it is under way.
    fn begin(self) -> bool {
        let free = self.state.try_with_untracked(|state| !state.is_busy()).unwrap_or_default();
        if free {
            self.state.try_set(State::Busy);
        }
        free
    }

    fn heed<A>(self, by: By, answer: Result<A, Failure>) -> Result<A, Failure> {
        match (self.session, by) {
            (Some(session), By::Person) => session.heed(answer),
            (Some(session), By::Page) => session.heed_by_itself(answer),
            (None, By::Person | By::Page) => answer,
        }
    }

    fn end<A>(self, answer: Result<A, Failure>, then: impl FnOnce(A) -> T) {
        if self.state.is_disposed() {
            return;
        }
        let state = match answer {
            Ok(answer) => State::Done(then(answer)),
            Err(failure) => State::Failed(failure),
        };
        self.state.try_set(state);
    }

    /// It did not succeed, for a reason that showed before anything was sent.
    pub fn fail(self, failure: Failure) {
        self.state.try_set(State::Failed(failure));
    }

    /// Forgets how the last one ended; one that is under way goes on.
    pub fn forget(self) {
        if !self.is_busy() {
            self.state.try_set(State::Idle);
        }
    }

    /// Whether it is under way at this moment, without a subscription.
    #[must_use]
    pub fn is_busy(self) -> bool {
        self.state.try_with_untracked(State::is_busy).unwrap_or_default()
    }

    /// Whether it is under way.
    #[must_use]
    pub fn busy(self) -> Signal<bool> {
        Memo::new(move |_| self.state.with(State::is_busy)).into()
    }

    /// The result of the last request, until the next one starts.
    #[must_use]
    pub fn done(self) -> Signal<Option<T>>
    where
        T: PartialEq,
    {
        Memo::new(move |_| self.state.with(State::done)).into()
    }

    /// Why it did not succeed, until the next one starts.
    #[must_use]
    pub fn failure(self) -> Signal<Option<Failure>> {
        Memo::new(move |_| self.state.with(State::failure)).into()
    }
}

impl<T: Clone> State<T> {
    fn is_busy(&self) -> bool {
        match self {
            Self::Busy => true,
            Self::Idle | Self::Done(_) | Self::Failed(_) => false,
        }
    }

    fn done(&self) -> Option<T> {
        match self {
            Self::Done(kept) => Some(kept.clone()),
            Self::Idle | Self::Busy | Self::Failed(_) => None,
        }
    }

    fn failure(&self) -> Option<Failure> {
        match self {
            Self::Failed(failure) => Some(failure.clone()),
            Self::Idle | Self::Busy | Self::Done(_) => None,
        }
    }
}

/// Reports why a request did not succeed; see [`Alert`] for how.
#[component]
pub fn Failed(
    #[prop(into)] failure: Signal<Option<Failure>>,
    #[prop(optional, into)] title: String,
    /// The text, where a failure means more than usual.
    #[prop(default = messages::failure)]
    words: fn(&Failure) -> String,
) -> impl IntoView {
    let text = Signal::derive(move || failure.with(|failure| failure.as_ref().map(words)));
    view! { <Alert text=text title=title/> }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A request outside a browser: what `run` does, step by step.
    fn request() -> Request<u8> {
        Request::without_session()
    }

    #[test]
    fn a_second_press_does_nothing_until_the_answer_is_there() {
        Owner::new().with(|| {
            let request = request();
            assert!(request.begin(), "nothing is under way");
            assert!(request.busy().get() && !request.begin(), "a second press");
            request.end(Ok(7), |answer| answer + 1);
            assert_eq!((request.busy().get(), request.done().get()), (false, Some(8)));
            assert!(request.begin(), "asked again");
            assert_eq!(request.done().get(), None, "the old answer is not shown beside what is under way");
        });
    }

    #[test]
    fn a_failure_stays_until_it_is_tried_again() {
        Owner::new().with(|| {
            let request = request();
            assert!(request.begin());
            request.end(Err(Failure::Offline), |(): ()| 0);
            assert_eq!(request.failure().get(), Some(Failure::Offline));
            assert!(request.begin());
            assert_eq!(request.failure().get(), None);
            request.forget();
            assert!(request.is_busy(), "what is under way is not forgotten");
            request.end(Err(Failure::NoKey), |(): ()| 0);
            request.forget();
            assert_eq!((request.failure().get(), request.done().get()), (None, None));
        });
    }

    #[test]
    fn an_answer_for_a_page_that_is_gone_is_dropped() {
        let owner = Owner::new();
        let request = owner.with(request);
        assert!(request.begin());
        owner.cleanup();
        request.end(Ok(()), |()| panic!("nobody is there"));
        assert!(!request.begin() && !request.is_busy());
        request.fail(Failure::Offline);
        request.forget();
    }
}
