//! Changes to one case, and what follows from them.
use super::{
    super::{index, keys},
    *,
};
use shared::case::Step;

#[test]
fn two_changes_on_one_revision_are_one_change() {
    for desk in kits() {
        let id = send(&desk, 1).id;
        take_in(&desk).unwrap();
        let standing = load(&desk, &id).unwrap();
        assert!(matches!(change(&desk, &id, contact()), Saved::Done(_)));
        let event = shared::case::Event::Attempted(notes::Attempt { happened: None, way: None, note: None });
        let late = save(&desk, &standing, Entry { at: desk.now(), by: actor(), event }).unwrap();
        assert_eq!(late, Saved::Stale);
        assert_eq!(load(&desk, &id).unwrap().value.status().step(), Step::InContact);
    }
}

#[test]
fn the_melder_sees_the_progress_of_each_act() {
    for desk in kits() {
        let id = send(&desk, 1).id;
        take_in(&desk).unwrap();
        change(&desk, &id, contact());
        let status = desk.status(&status_key(&secret(1).code())).get().unwrap().unwrap();
        assert_eq!(status.progress.unwrap().stage, shared::case::Stage::Contact);
    }
}

#[test]
fn reading_a_case_repairs_its_line_and_the_melders_status() {
    for desk in kits() {
        let id = send(&desk, 1).id;
        take_in(&desk).unwrap();
        // as after a crash between the case and what follows from it
        let standing = load(&desk, &id).unwrap();
        let (by, at) = (actor(), desk.now());
        let Act::RecordContact(note) = contact() else { panic!("a contact") };
        let event = shared::case::Event::ContactMade(note);
        let after = standing.value.clone().apply(Entry { at, by, event }).unwrap();
        assert!(keys::vault(&desk, &id).unwrap().replace(&record(&id), &standing, &after).unwrap());
        assert_eq!(open_rows(&desk).unwrap()[0].step, Step::Received);
        repair(&desk, &load(&desk, &id).unwrap().value).unwrap();
        assert_eq!(open_rows(&desk).unwrap()[0].step, Step::InContact);
    }
}

#[test]
fn a_first_look_is_kept_and_makes_nothing_stale_for_a_colleague() {
    for desk in kits() {
        let id = send(&desk, 1).id;
        take_in(&desk).unwrap();
        let seen = load(&desk, &id).unwrap();
        assert!(open_rows(&desk).unwrap()[0].unopened.is_some());
        look(&desk, &seen, &actor()).unwrap();
        // a colleague read it at the same moment, and looks too
        look(&desk, &seen, &AccountId::from_bytes(&[2; 16])).unwrap();
        let now = load(&desk, &id).unwrap().value;
        assert_eq!(now.first_look().map(|look| look.by.clone()), Some(actor()));
        assert_eq!((now.revision(), open_rows(&desk).unwrap()[0].unopened), (seen.value.revision(), None));
        // a slow writer with the line of before does not take it back
        index::put(&desk, std::slice::from_ref(&seen.value)).unwrap();
        assert_eq!(open_rows(&desk).unwrap()[0].unopened, None);
        let event = shared::case::Event::Attempted(notes::Attempt { way: None, happened: None, note: None });
        let done = save(&desk, &seen, Entry { at: desk.now(), by: actor(), event }).unwrap();
        assert!(matches!(done, Saved::Done(case) if case.first_look().is_some()), "on what was read before the look");
    }
}
