//! The time that every closed case is kept, whatever the terms of the gemeente.
use crate::moment::Day;
use chrono::TimeDelta;

/// However a case ended, it is kept this many days after it was closed: long enough for a colleague to notice a case
/// that was ended wrongly [design; check with FG].
pub const KEPT_AT_LEAST: u16 = 30;

/// The first day on which a case that was closed on this day may go, whatever its term.
#[must_use]
pub fn kept_until(closed: Day) -> Day {
    closed.checked_add_signed(TimeDelta::days(KEPT_AT_LEAST.into())).unwrap_or(Day::MAX)
}
