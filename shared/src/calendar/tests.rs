//! The calendar against tables: of the domain, and of a calendar that is not ours.
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

/// The feasts of 2024 up to and with 2050 by a calendar that is not ours.
fn table() -> BTreeSet<Day> {
    let rows = include_str!("feasts.txt").lines().filter(|line| !line.starts_with('#'));
    let days = |row: &str| {
        let (year, days) = row.split_once(' ').unwrap();
        days.split(' ').map(|each| day(&format!("{year}-{each}"))).collect::<Vec<_>>()
    };
    rows.flat_map(days).collect()
}

#[test]
fn every_day_of_2024_to_2050_is_what_an_independent_calendar_says() {
    let (table, calendar) = (table(), Calendar::default());
    let days: Vec<Day> = day("2024-01-01").iter_days().take_while(|day| day.year() <= 2050).collect();
    assert_eq!((table.len(), days.len()), (297, 9862));
    // the last day of contact, walked in the table from the end
    let mut worked: Vec<Day> = vec![];
    for day in days.iter().rev() {
        if let [.., third, _second, _first] = worked.as_slice() {
            assert_eq!(calendar.deadline(*day), *third, "received {day}");
        }
        let off = matches!(day.weekday(), Weekday::Sat | Weekday::Sun) || table.contains(day);
        assert_eq!(calendar.is_working_day(*day), !off, "{day}");
        if !off {
            worked.push(*day);
        }
    }
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
