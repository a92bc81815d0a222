//! Working days, and the rule for "binnen 3 werkdagen".
//!
//! The rule is policy and stays one function, [`Calendar::deadline`]. The same function gives the melder's promise, the
//! AF's countdown and the administrator's `meldroute termijn`.
use crate::moment::Day;
use chrono::{Datelike, Days, TimeDelta, Weekday};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Working days between receipt and the last day of contact [seed: "AF neemt binnen 3 werkdagen contact op"].
pub const CONTACT_WITHIN: u32 = 3;

/// Working days within which a second person confirms an exclusion [design: three, as for the
/// contact]; without that it lapses.
pub const CONFIRM_WITHIN: u32 = 3;

/// The distance in days beyond which working days are no longer counted: ten years.
const FURTHEST: i64 = 3653;

/// Which days are not worked besides weekends and the statutory feasts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calendar {
    /// Days equated with a feast by royal decree [law: Algemene termijnenwet art. 3 lid 3].
    pub decreed: Vec<Day>,
    /// Days on which this gemeente is closed.
    pub closed: Vec<Day>,
}

impl Calendar {
    /// Whether `day` counts.
    #[must_use]
    pub fn is_working_day(&self, day: Day) -> bool {
        is_weekday(day) && !is_feast(day) && !self.decreed.contains(&day) && !self.closed.contains(&day)
    }

    /// The last day on which the AF keeps the promise: the third working day after the day of receipt, to its end.
    #[must_use]
    pub fn deadline(&self, received: Day) -> Day {
        self.nth_working_day_after(received, CONTACT_WITHIN)
    }

    /// The last day on which a second person can confirm an exclusion that one AF made on this day.
    #[must_use]
    pub fn confirm_by(&self, excluded: Day) -> Day {
        self.nth_working_day_after(excluded, CONFIRM_WITHIN)
    }

    /// The `n`th working day after `day`, not counting `day` itself.
    #[must_use]
    pub fn nth_working_day_after(&self, day: Day, n: u32) -> Day {
        let mut current = day;
        let mut left = n;
        while left > 0 {
            let Some(next) = current.checked_add_days(Days::new(1)) else {
                return current;
            };
            current = next;
            if self.is_working_day(current) {
                left -= 1;
            }
        }
        current
    }

    /// Working days from `today` to `deadline`: 0 on the day itself (and on the days off before it when none is left),
    /// negative when it has passed, counted in working days missed. A deadline further away than `FURTHEST` counts as
    /// one at that distance, so that no day is too far away to count with.
    #[must_use]
    pub fn days_left(&self, today: Day, deadline: Day) -> i32 {
        let days = (deadline - today).num_days().clamp(-FURTHEST, FURTHEST);
        let deadline = today.checked_add_signed(TimeDelta::days(days)).unwrap_or(today);
        let count = |after, to| i32::try_from(self.worked(after, to)).unwrap_or(i32::MAX);
        if days < 0 { -count(deadline, today).max(1) } else { count(today, deadline) }
    }

    /// How many working days there are after one day up to another, without looking at each of them.
    fn worked(&self, after: Day, to: Day) -> i64 {
        let days = (to - after).num_days();
        let rest = after.iter_days().skip(1).take(usize::try_from(days % 7).unwrap_or_default());
        let weekdays = days / 7 * 5 + rest.filter(|day| is_weekday(*day)).map(|_| 1).sum::<i64>();
        let feasts = (after.year()..=to.year()).flat_map(feasts);
        let off = feasts.chain(self.decreed.iter().copied()).chain(self.closed.iter().copied());
        // a day can be off for two reasons
        let off: BTreeSet<Day> = off.filter(|day| after < *day && *day <= to && is_weekday(*day)).collect();
        weekdays - i64::try_from(off.len()).unwrap_or_default()
    }

    /// The last day for which the decreed days are known. After it nobody can be sure.
    #[must_use]
    pub fn known_until(&self) -> Option<Day> {
        self.decreed.iter().max().copied()
    }
}

/// The statutory feasts [law: Algemene termijnenwet art. 3 lid 1]; those that fall on a Sunday need no line.
#[must_use]
pub fn is_feast(day: Day) -> bool {
    feasts(day.year()).any(|feast| feast == day)
}

/// The feasts of a year.
fn feasts(year: i32) -> impl Iterator<Item = Day> {
    let fixed = [(1, 1), (5, 5), (12, 25), (12, 26)].map(|(month, day)| Day::from_ymd_opt(year, month, day));
    // Koningsdag is a day earlier when it would be a Sunday
    let king =
        Day::from_ymd_opt(year, 4, 27).map(|day| if day.weekday() == Weekday::Sun { day - Days::new(1) } else { day });
    let easter = easter_sunday(year);
    // Goede Vrijdag, tweede paasdag, Hemelvaartsdag, tweede pinksterdag
    let moved = [-2, 1, 39, 50].map(|days| easter?.checked_add_signed(TimeDelta::days(days)));
    fixed.into_iter().chain([king]).chain(moved).flatten()
}

fn is_weekday(day: Day) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// Easter Sunday in the Gregorian calendar (the computus of Meeus, Jones and Butcher).
fn easter_sunday(year: i32) -> Option<Day> {
    let (century, rest) = (year / 100, year % 100);
    let golden = year % 19;
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let sum = epact + weekday - 7 * late + 114;
    let (month, day) = (u32::try_from(sum / 31).ok()?, u32::try_from(sum % 31 + 1).ok()?);
    Day::from_ymd_opt(year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn decreed() -> Calendar {
        let days = ["2026-01-02", "2026-05-15", "2027-05-07", "2028-04-28", "2028-05-26"];
        Calendar { decreed: days.iter().map(|text| day(text)).collect(), closed: vec![] }
    }

    #[test]
    fn the_table_of_the_domain() {
        let table = [
            ("2026-04-02", "2026-04-09"),
            ("2026-04-24", "2026-04-30"),
            ("2026-05-01", "2026-05-07"),
            ("2026-05-13", "2026-05-20"),
            ("2025-12-31", "2026-01-07"),
            ("2026-05-11", "2026-05-18"),
            ("2026-12-23", "2026-12-29"),
            ("2026-12-30", "2027-01-05"),
            ("2027-04-23", "2027-04-29"),
            ("2026-05-22", "2026-05-28"),
            ("2027-05-04", "2027-05-12"),
            ("2028-04-26", "2028-05-03"),
        ];
        for (received, by) in table {
            assert_eq!(decreed().deadline(day(received)), day(by), "received {received}");
        }
        assert_eq!(Calendar::default().deadline(day("2026-05-13")), day("2026-05-19"), "without the decree");
    }

    #[test]
    fn kings_day_moves_off_a_sunday() {
        // 27 April 2031 and 2036 are Sundays
        assert!(is_feast(day("2031-04-26")) && !is_feast(day("2031-04-27")));
        assert!(is_feast(day("2026-04-27")) && !is_feast(day("2026-04-26")));
    }

    #[test]
    fn closing_days_count_as_days_off() {
        let closed = Calendar { closed: vec![day("2026-06-03")], ..decreed() };
        assert_eq!(decreed().deadline(day("2026-06-01")), day("2026-06-04"));
        assert_eq!(closed.deadline(day("2026-06-01")), day("2026-06-05"));
    }

    #[test]
    fn days_left_in_working_days() {
        let calendar = decreed();
        let by = day("2026-04-30");
        let table = [
            ("2026-04-24", 3), // friday; 27 April is King's Day
            ("2026-04-28", 2),
            ("2026-04-30", 0),
            ("2026-05-01", -1),
            ("2026-05-02", -1),
            ("2026-05-04", -2),
        ];
        for (today, left) in table {
            assert_eq!(calendar.days_left(day(today), by), left, "{today}");
        }
    }

    #[test]
    fn a_day_far_away_is_counted_with_at_once() {
        let (calendar, today) = (decreed(), day("2026-04-30"));
        let ten_years = calendar.days_left(today, today + Days::new(3653));
        for far in ["9999-12-31", "+262142-12-31"] {
            assert_eq!(calendar.days_left(today, day(far)), ten_years, "{far}");
            assert!(calendar.days_left(day(far), today) < -2000, "{far}");
        }
        assert_eq!(calendar.days_left(Day::MIN, Day::MAX), calendar.days_left(Day::MIN, Day::MIN + Days::new(3653)));
    }

    proptest! {
        #[test]
        fn days_left_are_those_that_one_walks_past(
            from in 0u64..20_000, away in 0u64..3653, closed in proptest::collection::vec(0u64..24_000, 0..40),
        ) {
            let start = day("1995-01-01");
            let closed = closed.into_iter().map(|n| start + Days::new(n)).collect();
            let calendar = Calendar { closed, ..decreed() };
            let (from, to) = (start + Days::new(from), start + Days::new(from + away));
            let walked = from.iter_days().skip(1).take_while(|day| *day <= to).filter(|day| calendar.is_working_day(*day));
            let count = i32::try_from(walked.count()).unwrap();
            prop_assert_eq!(calendar.days_left(from, to), count);
            let missed = if from == to { 0 } else { -count.max(1) };
            prop_assert_eq!(calendar.days_left(to, from), missed);
        }

        #[test]
        fn a_deadline_is_the_third_working_day(offset in 0u64..40_000, closed in proptest::collection::vec(0u64..40_000, 0..5)) {
            let start = day("1990-01-01");
            let closed = closed.into_iter().map(|n| start + Days::new(n)).collect();
            let calendar = Calendar { closed, ..decreed() };
            let received = start + Days::new(offset);
            let by = calendar.deadline(received);
            prop_assert!(calendar.is_working_day(by));
            let between = received.iter_days().skip(1).take_while(|d| *d <= by);
            prop_assert_eq!(between.filter(|d| calendar.is_working_day(*d)).count(), 3);
            // a later receipt is never due earlier
            prop_assert!(calendar.deadline(received + Days::new(1)) >= by);
        }
    }
}
