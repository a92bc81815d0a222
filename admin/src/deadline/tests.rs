//! The command against the table of the domain, and against what everybody else is told.
use super::*;
use desk::{account, case, outbox, testing};
use kit::inbox::{
    arrival,
    secret::{Secret, status_key},
};
use shared::{
    access::Role,
    case::{
        Entry, Event,
        notes::{ContactNote, Means},
    },
    contract::{MessagesCommand, examples},
    moment::Moment,
    report::Channel,
};
use std::sync::atomic::{AtomicI64, Ordering};

fn profiles() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../gemeenten"))
}

#[test]
fn the_lists_of_the_project_give_the_table_of_the_domain() {
    let calendar = calendar(profiles(), Some("hengelo")).unwrap();
    for (received, by) in [("2026-05-13", "2026-05-20"), ("2025-12-31", "2026-01-07"), ("2028-04-26", "2028-05-03")] {
        assert_eq!(calendar.deadline(received.parse().unwrap()), by.parse::<Day>().unwrap(), "{received}");
    }
    assert!(super::calendar(profiles(), Some("atlantis")).is_err());
}

static NOW: AtomicI64 = AtomicI64::new(0);

fn now() -> Moment {
    Moment::from_millis(NOW.load(Ordering::Relaxed))
}

/// Every 180th day of 2024 to 2050, and those around Easter and the turn of the year of some years.
fn received() -> Vec<Day> {
    let begin: Day = "2024-01-01".parse().unwrap();
    let often = begin.iter_days().step_by(180).take(55);
    let around = ["2026-04-02", "2026-05-13", "2027-04-23", "2030-12-30", "2035-05-01", "2046-03-21"];
    let mut days: Vec<Day> = often.chain(around.map(|day| day.parse().unwrap())).collect();
    days.sort_unstable();
    days
}

#[test]
fn what_the_melder_the_af_the_calendar_and_the_command_say_is_one_day() {
    let desk = testing::desk(testing::stores(), now, &[5]);
    NOW.store(Moment::from_clock("2024-01-01T00:00").unwrap().millis(), Ordering::Relaxed);
    desk::key_check::check(&desk).unwrap();
    let factor = kit::totp::TotpKey::from_bytes([7; 20]);
    let new = vec![examples::new_account(Role::Officer).unwrap()];
    let af = account::first_enrolled(&desk, new, "een lange verzonnen zin", factor).unwrap().remove(0).id;
    let feed = outbox::command(&desk, &af, &MessagesCommand::NewFeed).unwrap().feed.unwrap();
    let calendar = calendar(profiles(), Some("hengelo")).unwrap();
    for (n, day) in received().into_iter().enumerate() {
        // the first and the last minute of a day alternate: a day is one on the Dutch clock
        let clock = format!("{day}T{}", if n % 2 == 0 { "00:00" } else { "23:59" });
        NOW.store(Moment::from_clock(&clock).unwrap().millis(), Ordering::Relaxed);
        let mut bytes = [7; 16];
        bytes[..8].copy_from_slice(&n.to_be_bytes());
        let secret = Secret::from_bytes(bytes);
        let accepted = arrival::accept(&desk.inbox, &secret, &examples::draft(), Channel::Form {}).unwrap();
        case::take_in(&desk).unwrap();
        let told = accepted.receipt.contact_by;
        assert_eq!(line(&calendar, day), format!("{day} {told}"), "meldroute termijn");
        let status = desk.inbox.status(&status_key(&secret.code())).get().unwrap().unwrap();
        assert_eq!(status.progress.unwrap().contact_by, told, "the melder's page, received {clock}");
        let row = case::open_rows(&desk).unwrap().into_iter().find(|row| row.id == accepted.id).unwrap();
        assert_eq!(row.due, Some(told), "the AF's list, received {clock}");
        let text = outbox::feed(&desk, feed.rsplit('/').next().unwrap()).unwrap();
        let event = format!("DTSTART;VALUE=DATE:{}\r\n", told.format("%Y%m%d"));
        assert!(text.contains(&event), "the calendar of the AF, received {clock}");
        assert_eq!(text.matches("BEGIN:VEVENT").count(), 1, "of this report alone");
        // the next one is alone again
        let summary = shared::text::Prose::parse("Gesproken").ok();
        let note = ContactNote { happened: None, means: Means::Phone, summary };
        let entry = Entry { at: now(), by: af.clone(), event: Event::ContactMade(note) };
        case::save(&desk, &case::load(&desk, &accepted.id).unwrap(), entry).unwrap();
    }
}
