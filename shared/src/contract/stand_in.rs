//! Waarneming: what is sent and what is shown.
use crate::{
    case::notes::BreakGlassReason,
    id::{AccountId, StandInId},
    moment::{Day, Moment},
    text::{Line, of_body},
};
use serde::{Deserialize, Serialize};

view!(
    /// A line of `GET waarneming`.
    StandIn {
        /// Its id.
        id: StandInId,
        /// The AF who is away.
        #[serde(rename = "voor")]
        of: AccountId,
        /// The AF who stands in.
        #[serde(rename = "waarnemer")]
        by: AccountId,
        /// The first day.
        #[serde(rename = "van")]
        from: Day,
        /// The last day.
        #[serde(rename = "totEnMet")]
        until: Day,
        /// Where the AF who stands in began it, with a reason.
        #[serde(rename = "begonnen", default, skip_serializing_if = "Option::is_none")]
        started: Option<StandInStart>,
    }
);
view!(
    /// Why an AF stands in who was not asked to.
    StandInStart {
        /// When it began.
        #[serde(rename = "op")]
        at: Moment,
        /// The reason.
        #[serde(rename = "waarom")]
        why: BreakGlassReason,
        /// The same in words. They go when it is ended, and with the next change of this list when it lapsed.
        #[serde(rename = "toelichting")]
        words: Line,
    }
);
body!(
    /// Body of `POST waarneming`.
    NewStandIn {
        /// The AF who stands in for the caller.
        #[serde(rename = "waarnemer")]
        by: AccountId,
        /// The first day.
        #[serde(rename = "van")]
        from: Day,
        /// The last day, at most [`NewStandIn::MAX_DAYS`] after the first.
        #[serde(rename = "totEnMet")]
        until: Day,
    }
);
body!(
    /// Body of `POST waarneming-met-reden`: an AF stands in from today on for a colleague who did not arrange that.
    StartStandIn {
        /// The AF who is away.
        #[serde(rename = "voor")]
        of: AccountId,
        /// The last day: with today, [`StartStandIn::MAX_DAYS`] at most.
        #[serde(rename = "totEnMet")]
        until: Day,
        /// Why. The FG sees it.
        #[serde(rename = "waarom")]
        why: BreakGlassReason,
        /// The same in words, for the colleague.
        #[serde(rename = "toelichting", deserialize_with = "of_body")]
        words: Line,
    }
);

impl StartStandIn {
    /// The most days, with today [design: for longer, somebody else decides who has the cases].
    pub const MAX_DAYS: i64 = 31;

    /// Checks the last day.
    ///
    /// # Errors
    /// [`PeriodError`].
    pub fn check_until(until: Day, today: Day) -> Result<(), PeriodError> {
        if until < today {
            Err(PeriodError::Over)
        } else if (until - today).num_days() >= Self::MAX_DAYS {
            Err(PeriodError::TooLong)
        } else {
            Ok(())
        }
    }
}

/// The reason why a stand-in between two days is impossible.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeriodError {
    /// The last day comes before the first.
    EndsBeforeItBegins,
    /// The last day is in the past.
    Over,
    /// There are more than [`NewStandIn::MAX_DAYS`] between the days.
    TooLong,
    /// It begins more than [`NewStandIn::MAX_DAYS`] from today.
    TooFarAhead,
}

impl NewStandIn {
    /// The longest period, in days.
    pub const MAX_DAYS: i64 = 366;

    /// Checks the first and the last day.
    ///
    /// # Errors
    /// [`PeriodError`].
    pub fn check_days(from: Day, until: Day, today: Day) -> Result<(), PeriodError> {
        if until < from {
            Err(PeriodError::EndsBeforeItBegins)
        } else if until < today {
            Err(PeriodError::Over)
        } else if (until - from).num_days() > Self::MAX_DAYS {
            Err(PeriodError::TooLong)
        } else if (from - today).num_days() > Self::MAX_DAYS {
            Err(PeriodError::TooFarAhead)
        } else {
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_stands_in_with_a_reason_does_so_for_31_days_at_most() {
        let check = |until: &str| StartStandIn::check_until(until.parse().unwrap(), "2026-04-30".parse().unwrap());
        assert_eq!([check("2026-04-30"), check("2026-05-30")], [Ok(()), Ok(())], "the first and the 31st day");
        assert_eq!(check("2026-04-29"), Err(PeriodError::Over));
        assert_eq!(check("2026-05-31"), Err(PeriodError::TooLong));
    }

    #[test]
    fn a_period_ends_after_it_begins_and_today_or_later_and_within_a_year() {
        let check = |from: &str, until: &str| {
            let [from, until, today] = [from, until, "2026-04-30"].map(|day| day.parse().unwrap());
            NewStandIn::check_days(from, until, today)
        };
        assert_eq!(check("2026-04-30", "2026-04-30"), Ok(()));
        assert_eq!(check("2026-04-01", "2026-04-30"), Ok(()), "it may have begun");
        assert_eq!(check("2026-05-01", "2027-05-02"), Ok(()));
        assert_eq!(check("2026-05-01", "2027-05-03"), Err(PeriodError::TooLong));
        assert_eq!(check("2026-05-14", "2026-05-01"), Err(PeriodError::EndsBeforeItBegins));
        assert_eq!(check("2026-04-01", "2026-04-29"), Err(PeriodError::Over));
    }
}
