//! The declarations of what was destroyed.
use super::*;
use shared::contract::Certificate;

#[test]
fn declarations_come_newest_first_and_hold_nothing_of_the_case() {
    let place = Place::new();
    let ids = place.closed(60);
    let desk = place.later();
    for id in &ids {
        propose(&desk, id, DestructionGround::Term, &who(1)).unwrap();
        approve(&desk, id, Agreeing::Officer(&who(2))).unwrap();
    }
    let (page, next) = certificates(&desk, None, &Reader::PrivacyOfficer).unwrap();
    assert_eq!((page.len(), page[0].certificate, next), (50, 60, Some(11)));
    let (rest, end) = certificates(&desk, next, &Reader::PrivacyOfficer).unwrap();
    assert_eq!((rest.len(), rest.last().unwrap().certificate, end), (10, 1, None));
    let text = serde_json::to_string(&page).unwrap();
    assert!(ids.iter().all(|id| !text.contains(id.as_str())) && !text.contains("Nadia"));
}

#[test]
fn a_certificate_and_a_register_load_as_they_were_stored() {
    let certificate = r#"{"verklaring":1,"dossiernummer":{"jaar":2026,"volgnummer":1},"afgerondOp":"2026-05-01",
        "uitkomst":"vergissing","termijnVerstreekOp":"2026-06-01","grond":"termijn",
        "voorgesteldDoor":"01010101010101010101010101010101","voorgesteldOp":"2026-06-02T10:00:00.000Z",
        "akkoordDoor":"02020202020202020202020202020202","akkoordOp":"2026-06-03T10:00:00.000Z","revisies":3}"#;
    assert_eq!(serde_json::from_str::<Certificate>(certificate).unwrap().certificate, 1);
    let register = r#"{"verklaringen":4,"open":[]}"#;
    assert_eq!(serde_json::from_str::<register::StoredRegister>(register).unwrap().last, 4);
}
