use super::asked::{CasePart, OtherPart};
use leptos::{prelude::*, task::spawn_local, wasm_split::SplitLoaderError};
use std::pin::Pin;

/// Fetches a part. It gives what makes a page of it; once it succeeded it asks nothing of the network any more.
pub type Fetch<P> = fn() -> Pin<Box<dyn Future<Output = Result<Show<P>, Missing>>>>;

/// Makes a page of a part.
pub type Show<P> = fn(P) -> AnyView;

/// The part did not come: no connection, another version at the server, or not what the entry was made with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Missing;

impl From<SplitLoaderError> for Missing {
    fn from(_: SplitLoaderError) -> Self {
        Self
    }
}

/// The parts of this entry. Get them with [`Parts::here`].
#[derive(Clone, Copy)]
pub struct Parts {
    /// A dossier and what is done with it.
    pub case: Part<CasePart>,
    /// All other pages.
    pub other: Part<OtherPart>,
}

impl Parts {
    /// None is there yet. Once per entry, which knows how to fetch them.
    pub fn start(case: Fetch<CasePart>, other: Fetch<OtherPart>) {
        provide_context(Self { case: Part::new(case), other: Part::new(other) });
    }

    /// Those of this entry.
    ///
    /// # Panics
    /// When the entry did not call [`Parts::start`].
    #[must_use]
    pub fn here() -> Self {
        expect_context()
    }
}

/// One part, and whether it is there. Cheap to copy.
pub struct Part<P: 'static> {
    fetch: Fetch<P>,
    state: RwSignal<State<P>>,
}

impl<P> Clone for Part<P> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<P> Copy for Part<P> {}

/// Whether a part is there.
pub enum State<P> {
    /// Nobody asked for it yet.
    Unasked,
    /// Under way.
    Coming,
    /// There.
    Here(Show<P>),
    /// The last try failed.
    Missing,
}

impl<P> Clone for State<P> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<P> Copy for State<P> {}

impl<P: 'static> Part<P> {
    fn new(fetch: Fetch<P>) -> Self {
        Self { fetch, state: RwSignal::new(State::Unasked) }
    }

    /// Whether it is there, with a subscription.
    #[must_use]
    pub fn state(self) -> State<P> {
        self.state.get()
    }

    /// Fetches it, unless it is there or under way.
    pub fn ask(self) {
        if self.begin() {
            spawn_local(async move { self.end((self.fetch)().await) });
        }
    }

    /// Fetches it before anybody asks, and waits for that. If it does not come, a page says so when it is opened. A
    /// page that says so already is left alone.
    pub async fn have(self) {
        if self.is_unasked() && self.begin() {
            self.end((self.fetch)().await);
        }
    }

    fn is_unasked(self) -> bool {
        matches!(self.state.get_untracked(), State::Unasked)
    }

    /// Whether to fetch it now; from here on it is under way.
    fn begin(self) -> bool {
        let wanted = match self.state.get_untracked() {
            State::Unasked | State::Missing => true,
            State::Coming | State::Here(_) => false,
        };
        if wanted {
            self.state.set(State::Coming);
        }
        wanted
    }

    fn end(self, answer: Result<Show<P>, Missing>) {
        self.state.set(match answer {
            Ok(show) => State::Here(show),
            Err(Missing) => State::Missing,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show((): ()) -> AnyView {
        ().into_any()
    }

    fn part() -> Part<()> {
        Part::new(|| Box::pin(async { Ok(show as Show<()>) }))
    }

    #[test]
    fn a_part_is_asked_once_while_it_comes_and_never_again_once_it_is_there() {
        Owner::new().with(|| {
            let part = part();
            assert!(part.is_unasked() && part.begin(), "nobody asked yet");
            assert!(!part.begin(), "it is under way");
            part.end(Ok(show));
            assert!(matches!(part.state(), State::Here(_)) && !part.begin());
        });
    }

    #[test]
    fn a_part_that_did_not_come_is_asked_again() {
        Owner::new().with(|| {
            let part = part();
            assert!(part.begin());
            part.end(Err(Missing));
            assert!(matches!(part.state(), State::Missing));
            assert!(!part.is_unasked(), "not fetched again before somebody asks");
            assert!(part.begin(), "a second try");
            assert!(matches!(part.state(), State::Coming), "the first failure is not shown beside the second try");
        });
    }
}
