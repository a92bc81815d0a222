//! Moments and days. A moment is UTC; a day is a day in Europe/Amsterdam, because promises are made there.
use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, TimeDelta, Weekday};
use serde::{Deserialize, Serialize};

/// Day and time as a field for both has them.
const CLOCK: &str = "%Y-%m-%dT%H:%M";

/// A point in time in UTC, to the millisecond. On the wire as RFC 3339 with `Z`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Moment(i64);

impl Moment {
    /// The moment so many milliseconds after 1970-01-01T00:00:00Z.
    #[must_use]
    pub fn from_millis(millis: i64) -> Self {
        Self(millis)
    }

    /// Milliseconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub fn millis(self) -> i64 {
        self.0
    }

    /// This moment moved by whole seconds.
    #[must_use]
    pub fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds.saturating_mul(1000)))
    }

    /// When a day begins in the Netherlands.
    #[must_use]
    pub fn start_of(day: Day) -> Self {
        let midnight = Self(day.and_time(chrono::NaiveTime::MIN).and_utc().timestamp_millis());
        let summer = midnight.plus_seconds(-2 * 3600);
        if summer.day() == day { summer } else { midnight.plus_seconds(-3600) }
    }

    fn utc(self) -> NaiveDateTime {
        DateTime::from_timestamp_millis(self.0).unwrap_or_default().naive_utc()
    }

    /// Date and time on the clock in the Netherlands.
    #[must_use]
    pub fn local(self) -> NaiveDateTime {
        let utc = self.utc();
        utc + TimeDelta::hours(if summer_time(utc) { 2 } else { 1 })
    }

    /// The moment of this Dutch local time (`2026-04-30T14:05`). In the hour that occurs twice it is the first one.
    /// `None` for a skipped hour, and for any other text.
    #[must_use]
    pub fn from_clock(shown: &str) -> Option<Self> {
        read_day(shown.get(..10)?)?;
        let shown = NaiveDateTime::parse_from_str(shown, CLOCK).ok()?;
        let utc = Self(shown.and_utc().timestamp_millis());
        [2, 1].into_iter().map(|ahead| utc.plus_seconds(-3600 * ahead)).find(|moment| moment.local() == shown)
    }

    /// The time in the Netherlands, to the minute: `2026-04-30T14:05`.
    #[must_use]
    pub fn on_clock(self) -> String {
        self.local().format(CLOCK).to_string()
    }

    /// The year it is in the Netherlands.
    #[must_use]
    pub fn year(self) -> i32 {
        self.day().year()
    }

    /// The day it is in the Netherlands.
    #[must_use]
    pub fn day(self) -> NaiveDate {
        self.local().date()
    }
}

impl std::fmt::Display for Moment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.utc().format("%Y-%m-%dT%H:%M:%S%.3fZ"))
    }
}

impl From<Moment> for String {
    fn from(moment: Moment) -> Self {
        moment.to_string()
    }
}

impl TryFrom<String> for Moment {
    type Error = chrono::ParseError;
    fn try_from(raw: String) -> Result<Self, Self::Error> {
        DateTime::parse_from_rfc3339(&raw).map(|at| Self(at.timestamp_millis()))
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Moment {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Moment".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "format": "date-time" })
    }
}

/// A day on the calendar, `2026-04-30` on the wire.
pub type Day = NaiveDate;

/// Reads a day as it is on the wire, and in no other form: four digits of a year, two of a month, two of a day.
#[must_use]
pub fn read_day(text: &str) -> Option<Day> {
    let shaped = text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _digit => byte.is_ascii_digit(),
        });
    let number = |from: usize, to: usize| text.get(from..to)?.parse::<u16>().ok();
    // chrono's own reader would be six kilobytes of the browser's module
    if shaped { Day::from_ymd_opt(number(0, 4)?.into(), number(5, 7)?.into(), number(8, 10)?.into()) } else { None }
}

/// [`read_day`] for serde: for a field of what the melder's browser reads.
///
/// # Errors
/// When it is no day in that form.
pub(crate) fn wire_day<'de, D: serde::Deserializer<'de>>(raw: D) -> Result<Day, D::Error> {
    on_wire(String::deserialize(raw)?)
}

/// The same for a day that may be missing.
///
/// # Errors
/// When it is there and no day in that form.
pub(crate) fn wire_day_or_none<'de, D: serde::Deserializer<'de>>(raw: D) -> Result<Option<Day>, D::Error> {
    Option::<String>::deserialize(raw)?.map(on_wire).transpose()
}

fn on_wire<E: serde::de::Error>(text: String) -> Result<Day, E> {
    read_day(&text).ok_or_else(|| E::custom("not a day"))
}

/// EU summer time: from the last Sunday of March 01:00 UTC to the last Sunday of October 01:00 UTC
/// [law: Directive 2000/84/EC].
fn summer_time(utc: NaiveDateTime) -> bool {
    let switch = |month| last_sunday(utc.year(), month).and_then(|day| day.and_hms_opt(1, 0, 0));
    match (switch(3), switch(10)) {
        (Some(start), Some(end)) => utc >= start && utc < end,
        _ => false,
    }
}

fn last_sunday(year: i32, month: u32) -> Option<NaiveDate> {
    let last = NaiveDate::from_ymd_opt(year, month, 31)?;
    let back = last.weekday().days_since(Weekday::Sun);
    Some(last - TimeDelta::days(i64::from(back)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Moment {
        Moment::try_from(text.to_owned()).unwrap()
    }

    #[test]
    fn midnight_in_the_netherlands_makes_the_day() {
        let table = [
            ("2026-01-15T22:59:59Z", "2026-01-15"),
            ("2026-01-15T23:00:00Z", "2026-01-16"),
            ("2026-07-15T21:59:59Z", "2026-07-15"),
            ("2026-07-15T22:00:00Z", "2026-07-16"),
            // the clock goes forward on 29 March 2026 and back on 25 October 2026
            ("2026-03-28T23:30:00Z", "2026-03-29"),
            ("2026-03-29T22:30:00Z", "2026-03-30"),
            ("2026-10-24T22:30:00Z", "2026-10-25"),
            ("2026-10-25T22:30:00Z", "2026-10-25"),
        ];
        for (moment, day) in table {
            assert_eq!(at(moment).day().to_string(), day, "{moment}");
        }
    }

    #[test]
    fn a_day_begins_at_midnight_in_the_netherlands() {
        for day in ["2026-01-16", "2026-03-29", "2026-03-30", "2026-07-16", "2026-10-25", "2026-10-26"] {
            let start = Moment::start_of(day.parse().unwrap());
            assert_eq!(start.local().to_string(), format!("{day} 00:00:00"));
        }
    }

    #[test]
    fn summer_time_begins_and_ends_on_the_second() {
        assert_eq!(at("2026-03-29T00:59:59Z").local().to_string(), "2026-03-29 01:59:59");
        assert_eq!(at("2026-03-29T01:00:00Z").local().to_string(), "2026-03-29 03:00:00");
        assert_eq!(at("2026-10-25T00:59:59Z").local().to_string(), "2026-10-25 02:59:59");
        assert_eq!(at("2026-10-25T01:00:00Z").local().to_string(), "2026-10-25 02:00:00");
    }

    #[test]
    fn a_clock_is_read_as_it_is_shown() {
        for moment in ["2026-01-15T13:42:00Z", "2026-07-15T13:42:00Z", "2026-10-25T00:30:00Z", "2026-03-29T01:00:00Z"] {
            assert_eq!(Moment::from_clock(&at(moment).on_clock()), Some(at(moment)), "{moment}");
        }
        let twice = Moment::from_clock("2026-10-25T02:30");
        assert_eq!(twice, Some(at("2026-10-25T00:30:00Z")), "of the hour that comes twice the first");
        for never in ["2026-03-29T02:30", "2026-04-31T10:00", "30-04-2026 10:00", "+262142-12-31T23:59", ""] {
            assert_eq!(Moment::from_clock(never), None, "{never}");
        }
    }

    #[test]
    fn a_day_has_one_form() {
        assert_eq!(read_day("2026-04-30").map(|day| day.to_string()).as_deref(), Some("2026-04-30"));
        for other in
            ["2026-4-30", "+2026-04-3", "+262142-12-31", "2026-04-31", "30-04-2026", " 2026-4-30", "2026-0é-3", ""]
        {
            assert_eq!(read_day(other), None, "{other}");
        }
    }

    #[test]
    fn text_there_and_back() {
        let moment = Moment::from_millis(1_777_000_000_123);
        assert_eq!(at(&moment.to_string()), moment);
        assert_eq!(at("2026-04-24T15:42:00+02:00").to_string(), "2026-04-24T13:42:00.000Z");
    }
}
