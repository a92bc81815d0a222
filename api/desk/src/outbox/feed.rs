//! The calendar of one AF (RFC 5545), by a secret address: the days on which to call, and nothing of why or whom.
use super::wishes;
use crate::{
    Desk, account,
    case::{self, relations},
};
use kit::{Failure, inbox::secret::token_hash};
use shared::{
    access::Viewer,
    case::{Group, NextAction, Row},
    id::AccountId,
    moment::{Day, Moment},
    told::has,
};
use std::collections::BTreeSet;

/// The most cases that are looked at.
const MOST: usize = 200;

/// What comes before the days. A calendar needs a part, so an empty one has its time zone.
const HEAD: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Meldroute//Agenda//NL\r\nCALSCALE:GREGORIAN\r\n\
    METHOD:PUBLISH\r\nX-WR-CALNAME:Meldroute\r\nREFRESH-INTERVAL;VALUE=DURATION:PT1H\r\nX-PUBLISHED-TTL:PT1H\r\n\
    BEGIN:VTIMEZONE\r\nTZID:Europe/Amsterdam\r\n\
    BEGIN:STANDARD\r\nDTSTART:19961027T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\n\
    RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\n\
    BEGIN:DAYLIGHT\r\nDTSTART:19810329T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\n\
    RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n";

/// The calendar behind this secret.
///
/// # Errors
/// The 404 of a place where nothing is, for a secret that is not or no longer somebody's; [`Failure::Unavailable`].
pub fn feed(desk: &Desk, secret: &str) -> Result<String, Failure> {
    let hash = token_hash(secret);
    let wishes = wishes::all(desk)?;
    let mine = wishes.iter().find(|wish| wish.feed.as_ref().is_some_and(|feed| feed.hash == hash));
    let accounts = account::all(desk)?;
    let of = |who: &AccountId| accounts.iter().any(|account| account.id == *who && account.takes_cases());
    let me = mine.map(|wish| &wish.who).filter(|who| of(who)).ok_or_else(Failure::not_found)?;
    let viewer = relations::viewer(desk, me, &accounts)?;
    Ok(write(&days(desk, &viewer)?, &hash, desk.now()))
}

/// The last days for contact of the cases that are the AF's to call about. Such a day stays until there was contact.
fn days(desk: &Desk, viewer: &Viewer) -> Result<BTreeSet<Day>, Failure> {
    let of = |group: &Group| has(viewer.relation_to(group));
    let call = |row: &Row| row.next == NextAction::CallReporter && has(viewer.relation(row));
    Ok(case::open(desk)?.first(MOST, of, call, &[])?.into_iter().filter_map(|row| row.due).collect())
}

/// One event on each day, whole days. How many there are to call is not in it.
fn write(days: &BTreeSet<Day>, hash: &str, now: Moment) -> String {
    let stamp: String = now.to_string().chars().filter(char::is_ascii_alphanumeric).take(15).collect();
    let event = |day: &Day| {
        let id = token_hash(&format!("{hash} {day}"));
        let (begin, end) = (day.format("%Y%m%d"), day.succ_opt().unwrap_or(*day).format("%Y%m%d"));
        format!(
            "BEGIN:VEVENT\r\nUID:{id}@meldroute.invalid\r\nDTSTAMP:{stamp}Z\r\nDTSTART;VALUE=DATE:{begin}\r\n\
             DTEND;VALUE=DATE:{end}\r\nSUMMARY:Bellen\r\nCLASS:PRIVATE\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\n",
            id = id.get(..32).unwrap_or_default(),
        )
    };
    [HEAD.to_owned(), days.iter().map(event).collect(), "END:VCALENDAR\r\n".to_owned()].concat()
}
