//! Days of the calendar as numbers, and seconds as text: all that xtask needs of a calendar.

use std::time::{SystemTime, UNIX_EPOCH};

const SECONDS_PER_DAY: i64 = 86_400;

/// Days since 1 January 1970 of a date in the Gregorian calendar.
pub fn number(year: i64, month: i64, day: i64) -> i64 {
    // a year that begins in March puts the day of leap years at its end
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + (153 * month + 2) / 5 + day
        - 719_469
}

/// Today, as such a number.
pub fn today() -> i64 {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    i64::try_from(seconds).unwrap_or_default() / SECONDS_PER_DAY
}

/// Seconds since 1 January 1970 as `2026-11-26T15:00:00Z`.
pub fn timestamp(seconds: i64) -> String {
    let (days, rest) = (seconds.div_euclid(SECONDS_PER_DAY), seconds.rem_euclid(SECONDS_PER_DAY));
    let mut year = 1970 + days.div_euclid(366);
    while number(year + 1, 1, 1) <= days {
        year += 1;
    }
    let month = (1..=12).rev().find(|month| number(year, *month, 1) <= days).unwrap_or(1);
    let day = days - number(year, month, 1) + 1;
    format!("{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}Z", rest / 3600, rest / 60 % 60, rest % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_over_leap_years() {
        assert_eq!(number(1970, 1, 1), 0);
        assert_eq!(number(2000, 2, 29) + 1, number(2000, 3, 1));
        assert_eq!(number(2100, 2, 28) + 1, number(2100, 3, 1));
        assert_eq!(number(2026, 11, 26), 20_783);
    }

    #[test]
    fn seconds_are_shown_as_a_date_and_time() {
        assert_eq!(timestamp(0), "1970-01-01T00:00:00Z");
        assert_eq!(timestamp(951_827_696), "2000-02-29T12:34:56Z");
        assert_eq!(timestamp(1_798_761_599), "2026-12-31T23:59:59Z");
    }
}
