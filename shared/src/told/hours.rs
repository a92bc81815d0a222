//! The hours in which AFs work. They are policy, in one place.
use crate::{
    calendar::Calendar,
    moment::{Day, Moment},
};
use chrono::Timelike;

/// The hours in which ordinary messages go: from the first to before the second, on working days.
const DAY: (u32, u32) = (8, 18);
/// The hour at which a working day ends, for what has to be opened on it.
const END: i64 = 17;

/// Whether an ordinary message may go now: nobody is woken for one, and nobody gets one on a day off.
#[must_use]
pub fn is_day(now: Moment, calendar: &Calendar) -> bool {
    calendar.is_working_day(now.day()) && (DAY.0..DAY.1).contains(&now.local().hour())
}

/// The end of a working day.
#[must_use]
pub fn end_of_day(day: Day) -> Moment {
    // the clock is moved on Sundays only
    Moment::start_of(day).plus_seconds(END * 3600)
}

/// When a report has to be opened by [design, domain §3]: an urgent one by the end of the working day on which it came,
/// or else of the next one; any other after one working day.
#[must_use]
pub fn to_be_opened_by(received: Moment, urgent: bool, calendar: &Calendar) -> Moment {
    let day = received.day();
    if urgent && calendar.is_working_day(day) && received < end_of_day(day) {
        return end_of_day(day);
    }
    end_of_day(calendar.nth_working_day_after(day, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(clock: &str) -> Moment {
        Moment::from_clock(clock).unwrap()
    }

    #[test]
    fn ordinary_messages_go_by_day_on_working_days() {
        let table = [
            ("2026-04-24T07:59", false),
            ("2026-04-24T08:00", true),
            ("2026-04-24T17:59", true),
            ("2026-04-24T18:00", false),
            ("2026-04-25T12:00", false),
            ("2026-04-27T12:00", false),
            ("2026-12-25T12:00", false),
        ];
        for (clock, goes) in table {
            assert_eq!(is_day(at(clock), &Calendar::default()), goes, "{clock}");
        }
    }

    #[test]
    fn a_report_is_to_be_opened_within_a_working_day() {
        let table = [
            // Friday: urgent on the day itself, another one on Tuesday, because Monday is Koningsdag
            ("2026-04-24T10:00", true, "2026-04-24T17:00"),
            ("2026-04-24T10:00", false, "2026-04-28T17:00"),
            ("2026-04-24T17:00", true, "2026-04-28T17:00"),
            ("2026-04-25T03:00", true, "2026-04-28T17:00"),
            ("2026-04-25T03:00", false, "2026-04-28T17:00"),
            ("2026-10-22T23:30", true, "2026-10-23T17:00"),
            ("2026-10-23T23:30", false, "2026-10-26T17:00"),
        ];
        for (received, urgent, by) in table {
            let found = to_be_opened_by(at(received), urgent, &Calendar::default());
            assert_eq!(found.on_clock(), by, "{received} {urgent}");
        }
    }
}
