//! Before a session ends because nothing is asked of the server, the one who is there is asked to stay.
use super::{parts::Modal, session::Session};
use crate::{
    client::{Call, Failure},
    messages,
    ui::{Button, Notice, NoticeLook},
};
use leptos::{prelude::*, task::spawn_local};
use shared::{
    contract::{Endpoint, SessionView},
    moment::Moment,
};

/// The server ends a session after this many seconds without a request.
const IDLE_SECONDS: i64 = 30 * 60;
/// And counts a request only when the one it counted before is at least this many seconds old.
const SEEN_SECONDS: i64 = 60;
/// Asked this many seconds before the end: two minutes, and one until the page looks at its clock.
const ASK_SECONDS: i64 = 3 * 60;

/// How long nothing was asked of the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Idle {
    /// Not long.
    No,
    /// So long that the session ends in two to three minutes, or sooner after a device slept.
    Soon,
    /// So long that it has ended.
    Over,
}

impl Idle {
    /// `counted`: the last request that the server counted.
    pub fn of(counted: Moment, now: Moment) -> Self {
        if now >= counted.plus_seconds(IDLE_SECONDS) {
            Self::Over
        } else if now >= counted.plus_seconds(IDLE_SECONDS - ASK_SECONDS) {
            Self::Soon
        } else {
            Self::No
        }
    }
}

/// The last request that the server counted, now that there is one more.
pub fn count(before: Option<Moment>, now: Moment) -> Moment {
    before.filter(|before| now < before.plus_seconds(SEEN_SECONDS)).unwrap_or(now)
}

/// The question, over the page. Every answer to it is a request, and so is a yes.
#[component]
pub fn IdleQuestion() -> impl IntoView {
    let session = Session::here();
    view! { <Show when=move || session.asks_to_stay()><Question session=session/></Show> }
}

#[component]
fn Question(session: Session) -> impl IntoView {
    let (busy, failed) = (RwSignal::new(false), RwSignal::new(None::<Failure>));
    let stay = Callback::new(move |()| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let answer = session.heed(Call::to(Endpoint::Session).get::<SessionView>().await);
            // with an answer the question is gone, and its signals with it
            busy.try_set(false);
            failed.try_set(answer.err());
        });
    });
    view! {
        <Modal title="Ben je er nog?" close=stay>
            <p>"Over ongeveer twee minuten word je uitgelogd, omdat je een tijd niets deed. Wat je typte, blijft staan."</p>
            {move || failed.get().map(|failure| view! {
                <Notice look=NoticeLook::Danger live=true><p>{messages::failure(&failure)}</p></Notice>
            })}
            <Button press=stay busy=busy>"Ja, ik ga door"</Button>
        </Modal>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start() -> Moment {
        Moment::from_millis(1_800_000_000_000)
    }

    #[test]
    fn the_question_comes_at_least_two_minutes_before_the_end() {
        let after = |seconds| Idle::of(start(), start().plus_seconds(seconds));
        assert_eq!([after(0), after(27 * 60 - 1)], [Idle::No, Idle::No]);
        assert_eq!([after(27 * 60), after(30 * 60 - 1)], [Idle::Soon, Idle::Soon]);
        assert_eq!([after(30 * 60), after(9 * 3600)], [Idle::Over, Idle::Over]);
    }

    #[test]
    fn a_request_counts_as_it_does_at_the_server() {
        let later = |seconds| start().plus_seconds(seconds);
        assert_eq!(count(None, start()), start());
        assert_eq!(count(Some(start()), later(59)), start(), "too soon to be counted");
        assert_eq!(count(Some(start()), later(60)), later(60));
        let server = include_str!("../../../../api/kit/src/session.rs");
        assert!(server.contains("const IDLE_SECONDS: i64 = 30 * 60;") && IDLE_SECONDS == 30 * 60);
        assert!(server.contains("const SEEN_SECONDS: i64 = 60;") && SEEN_SECONDS == 60);
    }
}
