//! Days in words.
use chrono::Datelike;
use shared::{moment::Day, retention::Length};

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `Thursday 30 April`; with its year when it is another than that of the day from which it is seen.
#[must_use]
pub fn day_seen(day: Day, from: Day) -> String {
    if day.year() == from.year() { self::day(day) } else { day_with_year(day) }
}

/// `Thursday 30 April 2026`.
#[must_use]
pub fn day_with_year(day: Day) -> String {
    format!("{} {}", self::day(day), day.year())
}

/// `24 months`.
#[must_use]
pub fn length(length: Length) -> String {
    match length {
        Length::Months(1) => "1 month".into(),
        Length::Months(months) => format!("{months} months"),
        Length::Days(1) => "1 day".into(),
        Length::Days(days) => format!("{days} days"),
    }
}

fn day(day: Day) -> String {
    let weekday = WEEKDAYS[day.weekday().num_days_from_monday() as usize];
    format!("{weekday} {} {}", day.day(), MONTHS[day.month0() as usize])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_in_words() {
        let thursday = Day::from_ymd_opt(2026, 4, 30).unwrap();
        assert_eq!(day_seen(thursday, thursday), "Thursday 30 April");
        assert_eq!(day_seen(Day::from_ymd_opt(2027, 5, 1).unwrap(), thursday), "Saturday 1 May 2027");
    }
}
