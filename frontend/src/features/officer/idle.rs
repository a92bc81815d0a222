//! The end of an idle session, and the warning before it.
use shared::{
    moment::Moment,
    session::{IDLE_SECONDS, SEEN_SECONDS},
};

/// The warning appears this many seconds before the end: two minutes, and one more because the page checks its clock
/// once a minute.
const ASK_SECONDS: i64 = 3 * 60;

/// How long nothing was asked of the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Idle {
    /// Not long.
    No,
    /// So long that the session ends in two to three minutes, or sooner when the device slept.
    Soon,
    /// So long that it has ended.
    Over,
}

impl Idle {
    /// `counted`: the last request that the server counted.
    #[must_use]
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

/// The last request that the server counted, after one more.
#[must_use]
pub fn count(before: Option<Moment>, now: Moment) -> Moment {
    before.filter(|before| now < before.plus_seconds(SEEN_SECONDS)).unwrap_or(now)
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
    }
}
