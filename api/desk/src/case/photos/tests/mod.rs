//! Photos from the part that a device sealed to what an AF sees, over every kind of store.
mod ends;

use super::*;
use crate::{
    case::{
        load, renew, take_answers_due, take_in,
        tests::{kit_over, kits, secret, send},
    },
    testing::{key, memory, stops},
};
use kit::{
    inbox::{photos::part_of as waiting_part, secret::status_key},
    testing::GEMEENTE,
};
use shared::{
    case::notes::{About, AdditionKind, ReporterAnswer},
    contract::{SealedReport, examples},
    moment::Moment,
    photo::PART,
    text::Prose,
};
use std::sync::{Arc, Mutex};

const KEY: [u8; 16] = [0x5a; 16];

fn photo_key() -> AdditionKey {
    AdditionKey::from_bytes(&KEY)
}

fn sealed(part: u8, parts: u8, content: &[u8]) -> SealedReport {
    let part = PhotoPart { photo: photo_key(), part, parts, content: BASE64.encode(content) };
    let json = serde_json::to_vec(&part).unwrap();
    key(5).device().seal(GEMEENTE, &status_key(&secret(1).code()), json).unwrap()
}

/// The parts of a photo arrive; the melder adds it when `added`.
fn sends(desk: &Desk, photo: &[u8], added: bool) -> u8 {
    let slot = desk.status(&status_key(&secret(1).code()));
    let parts = u8::try_from(photo.chunks(PART).count()).unwrap();
    for (at, content) in (0..).zip(photo.chunks(PART)) {
        photos::keep_part(&desk.inbox, &slot, (&photo_key(), at), &sealed(at, parts, content)).unwrap();
    }
    if added {
        assert_eq!(photos::is_whole(&desk.inbox, &photo_key(), parts), Ok(true));
        let addition = Addition { key: photo_key(), kind: AdditionKind::Photo, parts: Some(parts) };
        let words = Prose::parse("De achterdeur").unwrap();
        slot.answer(&ReporterAnswer::new(About::Addition(addition), words, desk.now())).unwrap().unwrap();
        photos::added(&desk.inbox, &photo_key()).unwrap();
    }
    parts
}

fn reported(desk: &Desk) -> CaseId {
    let id = send(desk, 1).id;
    take_in(desk).unwrap();
    id
}

/// The bytes that an AF gets.
fn shown(desk: &Desk, id: &CaseId) -> Result<Vec<u8>, Failure> {
    let view = show(desk, &load(desk, id)?.value, &photo_key())?;
    Ok(BASE64.decode(view.content.as_bytes()).unwrap())
}

/// How many values there are of photos: on their way, and in cases.
fn values(desk: &Desk) -> (usize, usize) {
    let count = |names: Vec<String>, start: &str| names.iter().filter(|name| name.starts_with(start)).count();
    (count(desk.inbox.pointers.keys().unwrap(), "photo-part:"), count(desk.cases.keys().unwrap(), "photo:"))
}

#[test]
fn a_photo_is_in_the_case_as_it_was_sent_and_nowhere_else() {
    for desk in kits() {
        let id = reported(&desk);
        let photo = examples::photo(2 * PART + 100);
        assert_eq!(sends(&desk, &photo, true), 3);
        assert_eq!(values(&desk), (3, 0));
        assert_eq!(take_answers_due(&desk), Ok(1));
        assert_eq!(values(&desk), (0, 3));
        assert_eq!(shown(&desk, &id), Ok(photo));
        assert_eq!(photos::waiting(&desk.inbox), Ok(Vec::new()));
        let other = AdditionKey::from_bytes(&[1; 16]);
        assert_eq!(show(&desk, &load(&desk, &id).unwrap().value, &other), Err(Failure::not_found()));
    }
}

#[test]
fn an_af_who_opens_it_first_waits_for_nobody() {
    let desk = &kits()[0];
    let id = reported(desk);
    let photo = examples::photo(10);
    sends(desk, &photo, true);
    assert!(crate::case::take_answers(desk, &load(desk, &id).unwrap()).unwrap());
    assert_eq!(shown(desk, &id), Ok(photo));
}

#[test]
fn taking_that_stops_at_any_write_is_finished_by_due_work() {
    let photo = examples::photo(PART + 5);
    for stop_after in 0.. {
        let stores = [memory(), memory(), memory()];
        let [inbox, cases, keys] = stores.clone();
        let desk = kit_over(inbox, cases, keys);
        let id = reported(&desk);
        sends(&desk, &photo, true);
        let left = Arc::new(Mutex::new(stop_after));
        let [inbox, cases, keys] = stores.each_ref().map(|store| stops(store.clone(), &left));
        drop(take_answers_due(&kit_over(inbox, cases, keys)));
        drop(take_answers_due(&desk));
        drop(take_answers_due(&desk));
        assert_eq!((shown(&desk, &id), values(&desk)), (Ok(photo.clone()), (0, 2)), "after {stop_after} writes");
        assert_eq!(photos::waiting(&desk.inbox), Ok(Vec::new()), "after {stop_after} writes");
        if *left.lock().unwrap() > 0 {
            assert!(stop_after > 5, "{stop_after}");
            return;
        }
    }
}

#[test]
fn what_is_no_picture_or_holds_more_is_removed_and_what_does_not_open_stays() {
    for desk in kits() {
        let id = reported(&desk);
        let more = [examples::photo(10), b"nog iets".to_vec()].concat();
        sends(&desk, &more, true);
        take_answers_due(&desk).unwrap();
        assert_eq!(values(&desk), (0, 0));
        assert!(matches!(shown(&desk, &id), Err(Failure::Problem(ProblemKind::NotFound, ..))));
    }
    let desk = &kits()[0];
    let id = reported(desk);
    sends(desk, &examples::photo(10), true);
    let whole = desk.inbox.reports.get(&waiting_part(&photo_key(), 0)).unwrap().unwrap();
    let mut raw = BASE64.decode(whole.sealed.as_bytes()).unwrap();
    raw[100] ^= 1;
    let flipped = SealedReport { sealed: BASE64.encode(&raw), ..whole.clone() };
    desk.inbox.reports.set(&waiting_part(&photo_key(), 0), &flipped).unwrap();
    take_answers_due(desk).unwrap();
    assert!(matches!(shown(desk, &id), Err(Failure::Problem(ProblemKind::NotFound, ..))));
    assert_eq!(values(desk), (1, 0), "it may open later");
    desk.inbox.reports.set(&waiting_part(&photo_key(), 0), &whole).unwrap();
    assert_eq!(shown(desk, &id), Ok(examples::photo(10)));
}

#[test]
fn parts_that_are_mixed_up_are_no_photo() {
    let desk = &kits()[0];
    let id = reported(desk);
    sends(desk, &examples::photo(PART + 5), true);
    let [first, second] =
        [0, 1].map(|part| desk.inbox.reports.get(&waiting_part(&photo_key(), part)).unwrap().unwrap());
    desk.inbox.reports.set(&waiting_part(&photo_key(), 0), &second).unwrap();
    desk.inbox.reports.set(&waiting_part(&photo_key(), 1), &first).unwrap();
    take_answers_due(desk).unwrap();
    assert!(shown(desk, &id).is_err());
}

#[test]
fn a_new_key_of_the_case_is_that_of_its_photos_too() {
    let desk = &kits()[0];
    let id = reported(desk);
    let photo = examples::photo(PART + 5);
    sends(desk, &photo, true);
    take_answers_due(desk).unwrap();
    let before = desk.cases.keys().unwrap().len();
    renew(desk, &id).unwrap();
    assert_eq!((shown(desk, &id), desk.cases.keys().unwrap().len()), (Ok(photo), before));
    assert_eq!(inspected(desk, &format!("{}0001", id.as_str())), Ok(()));
    assert!(inspected(desk, &format!("{}0001", "0".repeat(32))).is_err());
}

#[test]
fn a_list_that_cannot_be_read_loses_no_photo() {
    let desk = &kits()[0];
    let id = reported(desk);
    let photo = examples::photo(PART + 5);
    let slot = desk.status(&status_key(&secret(1).code()));
    photos::keep_part(&desk.inbox, &slot, (&photo_key(), 0), &sealed(0, 2, &photo[..PART])).unwrap();
    desk.inbox.pointers.set(&cell::photos_waiting(), &"iets anders").unwrap();
    sends(desk, &photo, true);
    take_answers_due(desk).unwrap();
    assert_eq!(shown(desk, &id), Ok(photo));
    // a case goes on as before
    take_answers_due(desk).unwrap();
}
