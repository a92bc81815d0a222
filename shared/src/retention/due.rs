use super::{Outcome, Terms, least::kept_until};
use crate::{choice::choice, moment::Day};
use serde::{Deserialize, Serialize};

/// The facts of a closed case that its term depends on. They are in the case's line, so a list loads no cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Kept {
    /// The day it was closed.
    #[serde(rename = "afgerondOp")]
    pub closed: Day,
    /// How it ended.
    #[serde(rename = "uitkomst")]
    pub outcome: Outcome,
    /// The day on which another system confirmed that it keeps the case from there on (overgenomen op): the clock here
    /// starts then, if that is earlier (domain §8).
    #[serde(rename = "overgenomenOp", default, skip_serializing_if = "Option::is_none")]
    pub taken_over: Option<Day>,
    /// The reason why it may not be destroyed now.
    #[serde(rename = "tegengehouden", default, skip_serializing_if = "Option::is_none")]
    pub blocked: Option<Blocked>,
}

choice!(
    /// Why a case may not be destroyed, whatever its term says.
    Blocked {
        /// Bewaarplicht: a legal hold.
        Hold = "bewaarplicht",
        /// Beperking van de verwerking (AVG 18): somebody needs it kept as it is.
        Restricted = "beperking",
        /// A data subject's request has not been decided yet: the data it is about may not be destroyed meanwhile.
        Request = "verzoek-loopt",
    }
);
choice!(
    /// The state of a closed case with respect to its term.
    DueState {
        /// Before the minimum: nobody may destroy it.
        Kept = "bewaren",
        /// After the minimum: may be proposed, with a reason.
        Early = "mag-eerder",
        /// After its term: is to be proposed.
        Due = "te-vernietigen",
        /// After the maximum: should have gone.
        Late = "te-laat",
    }
);

/// When a closed case may, should and must go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Due {
    /// The first day on which it may be destroyed.
    #[serde(rename = "vanaf")]
    pub from: Day,
    /// The day on which it is due.
    #[serde(rename = "op")]
    pub on: Day,
    /// After this day it is late.
    #[serde(rename = "uiterlijk")]
    pub latest: Day,
    /// The state today.
    #[serde(rename = "stand")]
    pub state: DueState,
}

/// When a case is due. The clock starts on the day of closing, or earlier when another system took the case over.
/// No case goes before the day of [`kept_until`]. A hold does not stop the clock: the case stays due and may not be
/// destroyed while it holds.
#[must_use]
pub fn due(kept: &Kept, terms: &Terms, today: Day) -> Due {
    let term = terms.of(kept.outcome);
    let start = kept.taken_over.map_or(kept.closed, |day| day.min(kept.closed));
    let from = term.minimum.after(start).max(kept_until(kept.closed));
    let on = term.term.after(start).max(from);
    let latest = term.maximum.after(start).max(on);
    let state = if today < from {
        DueState::Kept
    } else if today < on {
        DueState::Early
    } else if today <= latest {
        DueState::Due
    } else {
        DueState::Late
    };
    Due { from, on, latest, state }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn kept(closed: &str, outcome: Outcome) -> Kept {
        Kept { closed: day(closed), outcome, taken_over: None, blocked: None }
    }

    #[test]
    fn a_case_is_due_by_the_table_of_outcomes() {
        let terms = Terms::default();
        let table = [
            (Outcome::Likely, "2026-03-31", ["2027-03-31", "2031-03-31", "2036-03-31"]),
            (Outcome::Unclear, "2026-08-31", ["2027-02-28", "2028-08-31", "2031-08-31"]),
            (Outcome::TooLittle, "2026-08-31", ["2026-09-30", "2027-02-28", "2027-08-31"]),
            (Outcome::NotTrafficking, "2026-01-01", ["2026-02-01", "2026-07-01", "2027-01-01"]),
            (Outcome::Mistake, "2026-01-31", ["2026-03-02", "2026-03-02", "2026-04-30"]),
            (Outcome::Duplicate, "2028-01-31", ["2028-03-01", "2028-03-01", "2028-04-30"]),
            (Outcome::Malicious, "2026-11-30", ["2026-12-30", "2027-02-28", "2027-11-30"]),
        ];
        for (outcome, closed, days) in table {
            let due = due(&kept(closed, outcome), &terms, day(closed));
            assert_eq!([due.from, due.on, due.latest], days.map(day), "{outcome:?}");
        }
        assert_eq!(table.map(|(outcome, ..)| outcome).as_slice(), Outcome::ALL);
    }

    #[test]
    fn the_state_changes_on_the_day_itself() {
        let case = kept("2026-08-31", Outcome::TooLittle);
        let table = [
            ("2026-08-31", DueState::Kept),
            ("2026-09-29", DueState::Kept),
            ("2026-09-30", DueState::Early),
            ("2027-02-27", DueState::Early),
            ("2027-02-28", DueState::Due),
            ("2027-08-31", DueState::Due),
            ("2027-09-01", DueState::Late),
        ];
        for (today, state) in table {
            assert_eq!(due(&case, &Terms::default(), day(today)).state, state, "{today}");
        }
    }

    #[test]
    fn another_system_s_take_over_starts_the_clock_earlier_never_later() {
        let case = kept("2026-08-31", Outcome::TooLittle);
        let table = [("2026-06-30", "2026-12-30"), ("2026-08-31", "2027-02-28"), ("2026-10-01", "2027-02-28")];
        for (taken_over, on) in table {
            let case = Kept { taken_over: Some(day(taken_over)), ..case };
            assert_eq!(due(&case, &Terms::default(), day("2026-10-02")).on, day(on), "{taken_over}");
        }
    }

    /// One AF alone can write that another system took it over, on any day before.
    #[test]
    fn no_take_over_shortens_the_thirty_days_after_closing() {
        let long_ago = Some(day("2020-01-01"));
        for outcome in Outcome::ALL.iter().copied() {
            let case = Kept { taken_over: long_ago, ..kept("2026-08-31", outcome) };
            assert_eq!(due(&case, &Terms::default(), day("2026-09-29")).state, DueState::Kept, "{outcome:?}");
        }
    }

    #[test]
    fn lines_stored_before_there_was_more_to_say_load() {
        let old = r#"{"afgerondOp":"2026-08-31","uitkomst":"dubbel"}"#;
        assert_eq!(serde_json::from_str::<Kept>(old).unwrap(), kept("2026-08-31", Outcome::Duplicate));
    }

    proptest! {
        #[test]
        fn may_should_and_must_come_in_that_order(at in 0i64..30_000, outcome in 0usize..7, later in 0i64..5_000) {
            let start = day("2000-01-01");
            let closed = start + chrono::TimeDelta::days(at);
            let case = Kept { closed, outcome: Outcome::ALL[outcome], taken_over: None, blocked: None };
            let today = closed + chrono::TimeDelta::days(later);
            let due_ = due(&case, &Terms::default(), today);
            prop_assert!(closed <= due_.from && due_.from <= due_.on && due_.on <= due_.latest);
            let tomorrow = due(&case, &Terms::default(), today + chrono::TimeDelta::days(1));
            prop_assert!(due_.state as u8 <= tomorrow.state as u8, "a state never goes back");
        }
    }
}
