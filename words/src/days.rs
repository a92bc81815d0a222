use chrono::{Datelike, Timelike};
use shared::moment::{Day, Moment};

const WEEKDAYS: [&str; 7] = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];
const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];

fn weekday(day: Day) -> &'static str {
    WEEKDAYS[day.weekday().num_days_from_monday() as usize]
}

fn month(day: Day) -> &'static str {
    MONTHS[day.month0() as usize]
}

/// `donderdag 30 april`.
#[must_use]
pub fn day(day: Day) -> String {
    format!("{} {} {}", weekday(day), day.day(), month(day))
}

/// `donderdag 30 april 2026`.
#[must_use]
pub fn day_with_year(day: Day) -> String {
    format!("{} {}", self::day(day), day.year())
}

/// `do 30 apr`.
#[must_use]
pub fn day_short(day: Day) -> String {
    let month = if day.month() == 3 { "mrt" } else { &month(day)[..3] };
    format!("{} {} {month}", &weekday(day)[..2], day.day())
}

/// `15.42`: the time in the Netherlands.
#[must_use]
pub fn clock(moment: Moment) -> String {
    let local = moment.local();
    format!("{:02}.{:02}", local.hour(), local.minute())
}

/// `donderdag 30 april 2026 om 14.05`.
#[must_use]
pub fn day_and_time(moment: Moment) -> String {
    format!("{} om {}", day_with_year(moment.day()), clock(moment))
}

/// `donderdag 30 april`; with its year when it is another than that of the day from which it is seen.
#[must_use]
pub fn day_seen(day: Day, from: Day) -> String {
    if day.year() == from.year() { self::day(day) } else { day_with_year(day) }
}

/// `vandaag`, `morgen`, `gisteren`, else `donderdag 30 april`, with its year when that is not this year.
#[must_use]
pub fn days_left(day: Day, today: Day) -> String {
    match (day - today).num_days() {
        0 => "vandaag".into(),
        1 => "morgen".into(),
        -1 => "gisteren".into(),
        _ => day_seen(day, today),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_in_words() {
        let thursday = Day::from_ymd_opt(2026, 4, 30).unwrap();
        assert_eq!(day(thursday), "donderdag 30 april");
        assert_eq!(day_with_year(thursday), "donderdag 30 april 2026");
        assert_eq!(day_short(thursday), "do 30 apr");
        assert_eq!(day_short(Day::from_ymd_opt(2026, 3, 1).unwrap()), "zo 1 mrt");
        let table = [(30, "vandaag"), (29, "morgen"), (28, "donderdag 30 april")];
        let next_year = Day::from_ymd_opt(2027, 5, 1).unwrap();
        assert_eq!(days_left(next_year, thursday), "zaterdag 1 mei 2027");
        for (today, words) in table {
            assert_eq!(days_left(thursday, Day::from_ymd_opt(2026, 4, today).unwrap()), words);
        }
    }

    #[test]
    fn the_clock_is_the_one_in_the_netherlands() {
        assert_eq!(clock(Moment::try_from("2026-04-24T13:42:00Z".to_owned()).unwrap()), "15.42");
    }
}
