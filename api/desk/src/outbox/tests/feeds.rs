//! The calendar behind a secret address, read by a parser that is not ours.
use super::*;
use icalendar::{Calendar, CalendarDateTime, Component, DatePerhapsTime, EventLike};

/// The secret in a path.
fn secret_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap()
}

fn new_feed(desk: &Desk, who: &AccountId) -> String {
    secret_of(&command(desk, who, &MessagesCommand::NewFeed).unwrap().feed.unwrap()).to_owned()
}

/// The days in a calendar, and that there is nothing else in it.
fn days(text: &str) -> Vec<String> {
    let read: Calendar = text.parse().unwrap();
    let events = read.components.iter().filter_map(|component| component.as_event());
    events
        .map(|event| {
            assert_eq!(event.get_summary(), Some("Bellen"));
            assert!(event.get_description().is_none() && event.get_location().is_none() && event.get_uid().is_some());
            match event.get_start() {
                Some(DatePerhapsTime::Date(day)) => day.to_string(),
                Some(DatePerhapsTime::DateTime(CalendarDateTime::Utc(_) | _)) | None => panic!("not a whole day"),
            }
        })
        .collect()
}

#[test]
fn it_has_the_days_on_which_to_call_and_no_number_or_name() {
    for desk in kits() {
        let desk = at(&desk, "2026-04-24T10:00");
        let [ada, bea] = people(&desk);
        let [adas, beas] = [&ada, &bea].map(|who| new_feed(&desk, who));
        assert_eq!(days(&feed(&desk, &adas).unwrap()), [""; 0], "an empty one is valid too");
        let first = arrives(&desk, 1, &examples::draft());
        arrives(&desk, 2, &examples::draft());
        arrives(&at(&desk, "2026-04-28T10:00"), 3, &hidden(examples::draft()));
        let text = feed(&desk, &adas).unwrap();
        assert_eq!(days(&text), ["2026-04-30", "2026-05-01"], "one on a day, however many there are");
        assert_eq!(days(&feed(&desk, &beas).unwrap()), ["2026-04-30"], "not of what Bea may not know of");
        let name = examples::draft().name;
        assert!(![first.as_str(), ada.as_str(), "2026-0", name.as_str()].iter().any(|part| text.contains(part)));
        assert!(text.lines().all(|line| line.len() <= 75) && text.split("\r\n").all(|line| !line.contains('\n')));
    }
}

#[test]
fn a_day_stays_until_there_was_contact() {
    let desk = at(&kits()[0], "2026-04-24T10:00");
    let [ada, bea] = people(&desk);
    let [adas, beas] = [&ada, &bea].map(|who| new_feed(&desk, who));
    let id = arrives(&desk, 1, &examples::draft());
    happens(&desk, &id, &ada, attempt());
    assert_eq!(days(&feed(&desk, &beas).unwrap()), [""; 0], "Ada has it");
    let later = at(&desk, "2026-05-20T10:00");
    assert_eq!(days(&feed(&later, &adas).unwrap()), ["2026-04-30"], "a try moves nothing");
    let summary = shared::text::Prose::parse("Gesproken").ok();
    let note = notes::ContactNote { happened: None, means: notes::Means::Phone, summary };
    happens(&later, &id, &ada, Event::ContactMade(note));
    assert_eq!(days(&feed(&later, &adas).unwrap()), [""; 0]);
}

#[test]
fn an_address_ends_and_only_its_hash_is_stored() {
    let desk = at(&kits()[0], "2026-04-24T10:00");
    let [ada, bea] = people(&desk);
    let first = new_feed(&desk, &ada);
    let stored = serde_json::to_string(&desk.cases.get::<Value>(&kit::store::cell::wishes()).unwrap()).unwrap();
    assert!(!stored.contains(&first));
    let second = new_feed(&desk, &ada);
    assert_eq!(feed(&desk, &first), Err(Failure::not_found()), "there is one at a time");
    assert!(feed(&desk, &second).is_ok());
    command(&desk, &ada, &MessagesCommand::EndFeed).unwrap();
    assert!(own(&desk, &ada).unwrap().feed_since.is_none());
    for none in [second.as_str(), "", "0", "{id}"] {
        assert_eq!(feed(&desk, none), Err(Failure::not_found()), "{none}");
    }
    let beas = new_feed(&desk, &bea);
    let revision = account::all(&desk).unwrap().iter().find(|one| one.id == bea).unwrap().revision;
    let block = shared::contract::AccountCommand::Block;
    account::command(&desk, &bea, revision, &block, &AccountId::from_bytes(&[9; 16])).unwrap();
    assert_eq!(feed(&desk, &beas), Err(Failure::not_found()), "of somebody who can no longer log in");
}
