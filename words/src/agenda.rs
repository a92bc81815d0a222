use chrono::{Datelike, Days};
use shared::moment::Day;

/// What an entry of a calendar says.
pub const SOMEBODY_CALLS: &str = "Een collega belt (uiterlijk vandaag)";

/// A day for the melder's calendar, with what it says. It does not name its subject, because calendars are shared.
/// `now` is the moment in UTC as `2026-04-24T13:42:00.000Z`. Days are formatted by hand, because chrono's formatting
/// would add more code than this page has.
#[must_use]
pub fn calendar(says: &str, contact_by: Day, now: &str) -> String {
    let stamp = now.split('.').next().unwrap_or_default().replace(['-', ':'], "");
    let after = contact_by.checked_add_days(Days::new(1)).unwrap_or(contact_by);
    let lines = [
        "BEGIN:VCALENDAR".into(),
        "VERSION:2.0".into(),
        "PRODID:-//Agenda//NL".into(),
        "BEGIN:VEVENT".into(),
        format!("UID:{stamp}@agenda.invalid"),
        format!("DTSTAMP:{stamp}Z"),
        format!("DTSTART;VALUE=DATE:{}", basic(contact_by)),
        format!("DTEND;VALUE=DATE:{}", basic(after)),
        format!("SUMMARY:{says}"),
        "TRANSP:TRANSPARENT".into(),
        "CLASS:PRIVATE".into(),
        "END:VEVENT".into(),
        "END:VCALENDAR".into(),
        String::new(),
    ];
    lines.join("\r\n")
}

/// `20260430`.
fn basic(day: Day) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_without_a_word_of_what_it_is_about() {
        for says in [SOMEBODY_CALLS, crate::english::melder::SOMEBODY_CALLS] {
            let text = calendar(says, Day::from_ymd_opt(2026, 4, 30).unwrap(), "2026-04-24T13:42:00.123Z");
            assert!(text.contains("\r\nDTSTART;VALUE=DATE:20260430\r\nDTEND;VALUE=DATE:20260501\r\n"));
            assert!(text.contains("DTSTAMP:20260424T134200Z") && text.ends_with("END:VCALENDAR\r\n"));
            let lower = text.to_lowercase();
            assert!(["mensenhandel", "traffick", "meld", "report"].iter().all(|word| !lower.contains(word)), "{lower}");
        }
    }
}
