//! The end of a session, and the warning before it.
use shared::{
    moment::Moment,
    session::{IDLE_SECONDS, SEEN_SECONDS},
};

/// The warning appears this many seconds before the end: two minutes, and one more because the page checks its clock
/// once a minute.
const ASK_SECONDS: i64 = 3 * 60;

/// While somebody types, the server hears of it about this often.
const TYPING_SECONDS: i64 = 4 * 60;

/// In a conversation nobody has to type for this long.
const TALK_SECONDS: i64 = 60 * 60;

/// How near the end is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// Not near.
    No,
    /// Nothing was asked of the server for so long that the session ends in two to three minutes, or sooner when the
    /// device slept.
    Idle,
    /// The session ends in two to three minutes, whatever happens: it has lasted as long as one may.
    Last,
    /// Nothing was asked for so long that it has ended.
    Over,
}

impl Ending {
    /// `counted`: the last request that the server counted. `ends`: when the session ends in any case.
    #[must_use]
    pub fn of(counted: Moment, ends: Moment, now: Moment) -> Self {
        if now >= counted.plus_seconds(IDLE_SECONDS) {
            Self::Over
        } else if now >= ends.plus_seconds(-ASK_SECONDS) {
            Self::Last
        } else if now >= counted.plus_seconds(IDLE_SECONDS - ASK_SECONDS) {
            Self::Idle
        } else {
            Self::No
        }
    }
}

/// The last request that the server counted, after one more.
#[must_use]
pub fn count(before: Option<Moment>, now: Moment) -> Moment {
    before.filter(|before| now < before.plus_seconds(SEEN_SECONDS)).unwrap_or(now)
}

/// Whether the server should hear that somebody is there: something was typed since it last did, and that is a while
/// ago.
#[must_use]
pub fn has_news(typed: Option<Moment>, counted: Moment, now: Moment) -> bool {
    typed.is_some_and(|typed| typed > counted) && now >= counted.plus_seconds(TYPING_SECONDS)
}

/// Whether the server should hear that somebody is in a conversation: whoever listens types nothing for a while.
#[must_use]
pub fn still_talks(typed: Option<Moment>, counted: Moment, now: Moment) -> bool {
    typed.is_some_and(|typed| now < typed.plus_seconds(TALK_SECONDS)) && now >= counted.plus_seconds(TYPING_SECONDS)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start() -> Moment {
        Moment::from_millis(1_800_000_000_000)
    }

    fn later(seconds: i64) -> Moment {
        start().plus_seconds(seconds)
    }

    #[test]
    fn the_question_comes_at_least_two_minutes_before_the_end() {
        let after = |seconds| Ending::of(start(), later(9 * 3600), later(seconds));
        assert_eq!([after(0), after(27 * 60 - 1)], [Ending::No, Ending::No]);
        assert_eq!([after(27 * 60), after(30 * 60 - 1)], [Ending::Idle, Ending::Idle]);
        assert_eq!([after(30 * 60), after(9 * 3600)], [Ending::Over, Ending::Over]);
    }

    #[test]
    fn the_last_end_is_announced_too_and_not_asked_about() {
        let at = |seconds| Ending::of(later(seconds - 60), later(9 * 3600), later(seconds));
        assert_eq!(
            [at(9 * 3600 - 181), at(9 * 3600 - 180), at(9 * 3600 - 1)],
            [Ending::No, Ending::Last, Ending::Last]
        );
        let idle_too = Ending::of(start(), later(30 * 60), later(28 * 60));
        assert_eq!(idle_too, Ending::Last, "staying would not help");
    }

    #[test]
    fn a_request_counts_as_it_does_at_the_server() {
        assert_eq!(count(None, start()), start());
        assert_eq!(count(Some(start()), later(59)), start(), "too soon to be counted");
        assert_eq!(count(Some(start()), later(60)), later(60));
    }

    #[test]
    fn a_conversation_goes_on_for_an_hour_after_what_was_typed_last() {
        let talks = |typed: Option<i64>, now| still_talks(typed.map(later), start(), later(now));
        assert!(!talks(None, 600) && !talks(Some(0), 239) && talks(Some(0), 240));
        assert!(talks(Some(-300), 3299) && !talks(Some(-300), 3300));
    }

    #[test]
    fn typing_is_news_a_few_minutes_after_the_last_request() {
        let news = |typed: Option<i64>, now| has_news(typed.map(later), start(), later(now));
        assert!(!news(None, 600) && !news(Some(-1), 600), "nothing was typed since");
        assert!(!news(Some(10), 239) && news(Some(10), 240));
    }
}
