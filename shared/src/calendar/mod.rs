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
mod tests;
