//! What a melder is told who left an address.
use super::*;
use crate::{
    case::tests::kit_over,
    testing::{changed_profiles, memory, stops},
};
use kit::{Failure, store::cell};
use shared::{case::notes::Question, text::Prose};

/// The address that the melder of these tests leaves.
const NADIA: &str = "nadia.verzonnen";

/// A desk in an instance that tells melders.
fn telling(desk: &Desk) -> (Desk, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    changed_profiles(&desk.environment().profiles, folder.path(), |profile| profile["mailAanMelder"] = true.into());
    let mut desk = desk.clone();
    desk.inbox.environment.profiles = folder.path().to_owned();
    (desk, folder)
}

fn asks(desk: &Desk, id: &CaseId) {
    happens(desk, id, &AccountId::from_bytes(&[1; 16]), question());
}

fn question() -> Event {
    Event::ReporterAsked(Question { text: Prose::parse("Welke dag was het?").unwrap() })
}

#[test]
fn news_is_told_by_day_once_an_hour_and_says_nothing_of_it() {
    for desk in kits() {
        let outside = Outside::default();
        let (desk, _folder) = telling(&outside.desk(&at(&desk, "2026-04-24T07:00")));
        let id = arrives(&desk, 1, &examples::draft());
        send_due(&desk).unwrap();
        assert_eq!(outside.took(), ["webhook"], "who just reported knows that");
        asks(&desk, &id);
        assert_eq!(send_due(&desk), Ok(0), "nobody is woken for it");
        send_due(&at(&desk, "2026-04-24T08:30")).unwrap();
        let bodies = std::mem::take(&mut outside.0.lock().unwrap().bodies);
        let [(_, body)] = <[_; 1]>::try_from(bodies).unwrap();
        let mut body: Value = serde_json::from_str(&body).unwrap();
        assert_eq!(body["id"].as_str().map(str::len), Some(32));
        body["id"] = "".into();
        let address = examples::draft().email;
        assert_eq!(body, serde_json::json!({ "id": "", "aan": address, "voor": "melder" }));
        asks(&at(&desk, "2026-04-24T08:40"), &id);
        assert_eq!(send_due(&at(&desk, "2026-04-24T09:29")), Ok(0), "an hour of an AF is one piece of news");
        send_due(&at(&desk, "2026-04-24T09:31")).unwrap();
        assert_eq!(outside.took(), [NADIA]);
        for later in ["2026-04-24T12:00", "2026-04-27T09:00"] {
            assert_eq!(send_due(&at(&desk, later)), Ok(0), "it is told once");
        }
        let letters = desk.cases.get(&OUTBOX).unwrap().unwrap().letters;
        assert!(letters.iter().all(|(to, _)| !to.is_reporter()), "nothing of it stays");
    }
}

#[test]
fn nobody_is_told_without_an_address_or_before_the_profile_says_so() {
    let outside = Outside::default();
    let desk = outside.desk(&at(&kits()[0], "2026-04-24T10:00"));
    let id = arrives(&desk, 1, &examples::draft());
    asks(&desk, &id);
    assert_eq!(send_due(&desk), Ok(0));
    let (telling, _folder) = telling(&desk);
    let id = arrives(&telling, 2, &Draft { email: String::new(), ..examples::draft() });
    asks(&telling, &id);
    assert_eq!(send_due(&at(&telling, "2026-04-24T11:00")), Ok(0));
    // what waits does not go once it was turned off
    let id = arrives(&telling, 3, &examples::draft());
    asks(&telling, &id);
    assert_eq!(send_due(&at(&desk, "2026-04-24T12:00")), Ok(0));
    assert_eq!(send_due(&at(&telling, "2026-04-24T13:00")), Ok(0));
}

#[test]
fn a_note_for_afs_is_no_news() {
    let outside = Outside::default();
    let (desk, _folder) = telling(&outside.desk(&at(&kits()[0], "2026-04-24T10:00")));
    let [ada, _] = people(&desk);
    let id = arrives(&desk, 1, &examples::draft());
    happens(&desk, &id, &ada, Event::Remarked(notes::Remark { text: Prose::parse("Gelezen").unwrap() }));
    send_due(&desk).unwrap();
    assert!(!outside.took().contains(&NADIA.to_owned()));
    happens(&desk, &id, &ada, attempt());
    send_due(&at(&desk, "2026-04-24T11:00")).unwrap();
    assert_eq!(outside.took(), [NADIA], "somebody tried to call");
}

/// The same desk over stores that stop after so many writes, and then over the whole ones.
#[test]
fn news_that_stops_at_any_write_is_told_once_the_case_is_read() {
    for stop_after in 0.. {
        let stores = [memory(), memory(), memory()];
        let over = |stores: [_; 3]| {
            let [inbox, cases, keys] = stores;
            kit_over(inbox, cases, keys)
        };
        let outside = Outside::default();
        let (desk, folder) = telling(&outside.desk(&at(&over(stores.clone()), "2026-04-24T10:00")));
        let id = arrives(&desk, 1, &examples::draft());
        send_due(&desk).unwrap();
        assert_eq!(outside.took(), ["webhook"]);
        let left = Arc::new(Mutex::new(stop_after));
        let weak = stores.each_ref().map(|store| stops(store.clone(), &left));
        let mut weak = outside.desk(&at(&over(weak), "2026-04-24T10:00"));
        weak.inbox.environment.profiles = folder.path().to_owned();
        let entry = Entry { at: desk.now(), by: AccountId::from_bytes(&[1; 16]), event: question() };
        drop(save(&weak, &load(&desk, &id).unwrap(), entry));
        let case = load(&desk, &id).unwrap().value;
        crate::case::repair(&desk, &case).unwrap();
        send_due(&at(&desk, "2026-04-24T11:00")).unwrap();
        let expected: &[&str] = if case.open_questions() == 1 { &[NADIA] } else { &[] };
        assert_eq!(outside.took(), expected, "after {stop_after} writes");
        if *left.lock().unwrap() > 0 {
            assert!(stop_after > 3 && expected.len() == 1, "{stop_after}");
            return;
        }
    }
}

#[test]
fn whoever_is_destroyed_or_cannot_be_read_gets_no_letter_and_keeps_none_from_others() {
    let outside = Outside::default();
    let (desk, _folder) = telling(&outside.desk(&at(&kits()[0], "2026-04-24T10:00")));
    let ids = [1, 2, 3].map(|n| arrives(&desk, n, &examples::draft()));
    for id in &ids {
        asks(&desk, id);
    }
    desk.keys.delete(&cell::case_key::<()>(&ids[0])).unwrap();
    desk.keys.set(&cell::case_key(&ids[1]), &"iets anders").unwrap();
    send_due(&at(&desk, "2026-04-24T11:00")).unwrap();
    assert_eq!(outside.took(), [NADIA]);
}

#[test]
fn an_address_that_takes_nothing_is_given_up_after_a_week_and_is_no_fault_of_the_way() {
    let outside = Outside::default();
    let (desk, _folder) = telling(&outside.desk(&at(&kits()[0], "2026-04-24T10:00")));
    let begin = desk.now();
    let id = arrives(&desk, 1, &examples::draft());
    send_due(&desk).unwrap();
    outside.away(true);
    asks(&desk, &id);
    send_due(&after(&desk, begin, 3600)).unwrap();
    let failing = |desk: &Desk| health(desk).map(|health| health.unwrap().failing.is_some());
    assert_eq!(failing(&desk), Ok::<_, Failure>(true), "nothing went since");
    let waits = |desk: &Desk| desk.cases.get(&OUTBOX).unwrap().unwrap().letters.iter().any(|(to, _)| to.is_reporter());
    let mut hours = 1;
    while waits(&desk) && hours < 9 * 24 {
        hours += 1;
        assert_eq!(send_due(&after(&desk, begin, hours * 3600)), Ok(0));
    }
    assert!((7 * 24..=8 * 24).contains(&hours), "{hours} hours");
    assert_eq!(failing(&desk), Ok(false));
}
