//! Refusals without a session. Anybody on the network can cause any number of these, so they are counted, and one line
//! reports many. A refusal of somebody with a session has its own line.
use crate::{choice::choice, moment::Moment};
use serde::{Deserialize, Serialize};

choice!(
    /// A refusal without a session. Its text form is the action in the audit line.
    Denial {
        /// Log-in name, password or code was wrong, or the account is blocked.
        LogIn = "inloggen-geweigerd",
        /// So many tries to log in that the next one has to wait.
        LogInBrake = "rem-op-inloggen",
        /// A log-in with a work account that a check said no to.
        WorkAccount = "werkaccount-geweigerd",
        /// So many of those that the next one has to wait.
        WorkAccountBrake = "rem-op-werkaccount",
        /// An invitation that is unknown or no longer valid.
        Invitation = "uitnodiging-geweigerd",
        /// A link to a question to KMT that opens nothing (any more), or a wrong code with it.
        KmtLink = "link-naar-adviesvraag",
        /// A first set-up with a wrong word, or for the second time.
        SetUp = "inrichting-geweigerd",
        /// Due work was asked for with a wrong word.
        Work = "onderhoud-geweigerd",
        /// Something that needs a session, without one.
        NoSession = "zonder-sessie",
        /// Something that needs a session, asked for by another website's page.
        ForeignOrigin = "andere-website",
        /// So many receipt codes that are none that the next one has to wait. Counted per day, without who or where: a
        /// melder may not become traceable.
        CodeBrake = "rem-op-ontvangstcodes",
    }
);

/// Equal refusals that one line reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Repeated {
    /// The count. For requests without a rate limit this is a lower bound.
    #[serde(rename = "aantal")]
    pub count: u32,
    /// The moment of the first one. Of [`Denial::CodeBrake`] only the day: the moment at which it begins.
    #[serde(rename = "eerste")]
    pub first: Moment,
    /// The moment of the last one.
    #[serde(rename = "laatste")]
    pub last: Moment,
}

impl Repeated {
    /// It happened now.
    #[must_use]
    pub fn once(at: Moment) -> Self {
        Self { count: 1, first: at, last: at }
    }

    /// Both together.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self {
            count: self.count.saturating_add(other.count),
            first: self.first.min(other.first),
            last: self.last.max(other.last),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_counts_together_keep_the_first_and_the_last() {
        let [early, late] = [1_000, 9_000].map(|millis| Repeated::once(Moment::from_millis(millis)));
        let both = Repeated { count: 2, first: early.first, last: late.last };
        assert_eq!((early.with(late), late.with(early)), (both, both));
        assert_eq!(Repeated { count: u32::MAX, ..early }.with(late).count, u32::MAX);
    }
}
