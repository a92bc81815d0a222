//! What is kept for a receiver, over every kind of store.
mod limits;

use super::*;
use crate::{
    case::{
        keys, load, renew, take_in,
        tests::{change, kit_over, kits, note, send},
    },
    testing::{memory, stops},
};
use shared::{
    case::{
        notes::ReferralTarget,
        pack::{PackItem, PackValue},
    },
    contract::ProblemKind,
    sharing::DataKind,
};
use std::sync::{Arc, Mutex};

const SECRET: &str = "Een verzonnen plek achter het station";

fn reported(desk: &Desk) -> CaseId {
    let id = send(desk, 1).id;
    take_in(desk).unwrap();
    id
}

fn of(desk: &Desk, id: &CaseId, text: &str) -> Pack {
    let item = PackItem {
        id: "melding.waar".into(),
        name: "Waar".into(),
        kinds: vec![DataKind::Place],
        own_words: true,
        value: PackValue::Text(text.into()),
    };
    let (number, day) = (now(desk, id).origins().number, desk.now().day());
    Pack { number, to: ReferralTarget::Riec, receiver: None, ground: None, day, items: vec![item] }
}

fn now(desk: &Desk, id: &CaseId) -> Case {
    load(desk, id).unwrap().value
}

fn by(who: u8) -> AccountId {
    AccountId::from_bytes(&[who; 16])
}

/// Keeps it as it was read.
fn keeps(desk: &Desk, id: &CaseId, pack: &Pack) -> Result<KeptPack, Failure> {
    let seen = file(pack).unwrap().1;
    keep(desk, load(desk, id).unwrap(), &by(1), (1, pack), &seen)
}

fn told(desk: &Desk, id: &CaseId) -> Vec<PackKept> {
    let kept = |entry: &Entry| if let Event::PackKept(kept) = &entry.event { Some(kept.clone()) } else { None };
    now(desk, id).entries().iter().filter_map(kept).collect()
}

#[test]
fn what_goes_is_kept_to_the_letter_and_the_timeline_says_so_once() {
    for desk in kits() {
        let id = reported(&desk);
        let pack = of(&desk, &id, SECRET);
        let kept = keeps(&desk, &id, &pack).unwrap();
        assert_eq!(serde_json::from_str::<Pack>(&kept.file).unwrap(), pack);
        assert_eq!(keeps(&desk, &id, &pack), Ok(kept.clone()), "a second press");
        let print = kept.print.clone();
        assert_eq!(told(&desk, &id), [PackKept { referral: 1, to: ReferralTarget::Riec, print: print.clone() }]);
        let other = keeps(&desk, &id, &of(&desk, &id, "Een andere plek")).unwrap();
        assert_eq!((told(&desk, &id).len(), other.print == print), (2, false));
        assert_eq!(show(&desk, &now(&desk, &id), false, &print), Ok(kept));
        assert_eq!(inspected(&desk, &id), Ok(()));
    }
}

/// What `sha256sum` says of the file begins with it.
#[test]
fn the_fingerprint_is_the_first_half_of_the_sha_256() {
    assert_eq!(print_of("abc").as_str(), "ba7816bf8f01cfea414140de5dae2223");
}

#[test]
fn what_was_not_read_is_not_kept_and_what_did_not_go_is_not_shown() {
    for desk in kits() {
        let id = reported(&desk);
        let (read, goes) = (of(&desk, &id, "Gelezen"), of(&desk, &id, SECRET));
        let seen = file(&read).unwrap().1;
        let refused = keep(&desk, load(&desk, &id).unwrap(), &by(1), (1, &goes), &seen);
        assert_eq!(refused, Err(Refusal::PackChanged.into()));
        assert!(told(&desk, &id).is_empty());
        let none = show(&desk, &now(&desk, &id), false, &seen);
        assert!(matches!(none, Err(Failure::Problem(ProblemKind::NotFound, ..))));
    }
}

/// Two AFs keep the same at the same moment, each with the case as it was before.
#[test]
fn two_who_keep_the_same_keep_it_once() {
    for desk in kits() {
        let id = reported(&desk);
        let pack = of(&desk, &id, SECRET);
        let seen = file(&pack).unwrap().1;
        let [first, second] = [1, 2].map(|_| load(&desk, &id).unwrap());
        let one = keep(&desk, first, &by(1), (1, &pack), &seen).unwrap();
        assert_eq!(keep(&desk, second, &by(2), (1, &pack), &seen), Ok(one));
        assert_eq!(told(&desk, &id).len(), 1);
        // what was made of a case that somebody changed meanwhile is not what the case says now
        let stale = load(&desk, &id).unwrap();
        drop(change(&desk, &id, note()));
        let more = of(&desk, &id, "Nog iets");
        let seen = file(&more).unwrap().1;
        assert_eq!(keep(&desk, stale, &by(1), (1, &more), &seen), Err(Refusal::PackChanged.into()));
        assert_eq!((told(&desk, &id).len(), now(&desk, &id).entries().len()), (1, 2));
        assert!(show(&desk, &now(&desk, &id), true, &seen).is_err(), "nobody says that it went");
    }
}

#[test]
fn keeping_that_stops_at_any_write_is_done_by_trying_again() {
    for stop_after in 0.. {
        let stores = [memory(), memory(), memory()];
        let [inbox, cases, keys] = stores.clone();
        let desk = kit_over(inbox, cases, keys);
        let id = reported(&desk);
        let pack = of(&desk, &id, SECRET);
        let left = Arc::new(Mutex::new(stop_after));
        let [inbox, cases, keys] = stores.each_ref().map(|store| stops(store.clone(), &left));
        let stopped = kit_over(inbox, cases, keys);
        let seen = file(&pack).unwrap().1;
        drop(load(&stopped, &id).and_then(|standing| keep(&stopped, standing, &by(1), (1, &pack), &seen)));
        let shown = show(&desk, &now(&desk, &id), false, &seen);
        assert_eq!(
            shown.is_ok(),
            told(&desk, &id).len() == 1,
            "after {stop_after} writes: said to have gone, and there"
        );
        // whoever took a turn may be writing, so others wait some tries before they take the next one
        let kept = (0..40).find_map(|_| keeps(&desk, &id, &pack).ok()).unwrap();
        assert_eq!(
            (told(&desk, &id).len(), show(&desk, &now(&desk, &id), false, &seen)),
            (1, Ok(kept)),
            "{stop_after}"
        );
        if *left.lock().unwrap() > 0 {
            assert!(stop_after > 2, "{stop_after}");
            return;
        }
    }
}

#[test]
fn it_gets_another_key_with_its_case_and_is_gone_with_it() {
    for desk in kits() {
        let id = reported(&desk);
        let kept = keeps(&desk, &id, &of(&desk, &id, SECRET)).unwrap();
        renew(&desk, &id).unwrap();
        assert_eq!(show(&desk, &now(&desk, &id), false, &kept.print), Ok(kept.clone()));
        forget(&desk, &id).unwrap();
        assert!(!desk.cases.exists(&cell::packs::<()>(&id)).unwrap());
        assert!(matches!(show(&desk, &now(&desk, &id), false, &kept.print), Err(Failure::Unreadable(_))));
    }
}

/// An AF who does not read what the case says about care does not read it here either.
#[test]
fn what_went_about_care_is_for_who_reads_that() {
    for desk in kits() {
        let id = reported(&desk);
        let mut pack = of(&desk, &id, SECRET);
        pack.items[0].id = "zorg.0".into();
        let kept = keeps(&desk, &id, &pack).unwrap();
        let shown = |reads| show(&desk, &now(&desk, &id), reads, &kept.print);
        assert_eq!((shown(false), shown(true)), (Err(Refusal::CareShut.into()), Ok(kept.clone())));
        // a kind of care that stands on the form is not in the compartment, so who kept it sees it again
        let mut form = of(&desk, &id, "Kwetsbaar");
        form.items[0].kinds = vec![DataKind::Care];
        let kept = keeps(&desk, &id, &form).unwrap();
        assert_eq!(show(&desk, &now(&desk, &id), false, &kept.print), Ok(kept));
    }
}

/// What another version wrote may hold anything.
#[test]
fn what_is_not_read_as_a_pack_is_for_who_reads_about_care() {
    for desk in kits() {
        let id = reported(&desk);
        let (file, print) = ("{}".to_owned(), print_of("{}"));
        let record = PackRecord { files: vec![StoredFile { print: print.clone(), at: desk.now(), file }] };
        beside::create(&desk, &id, &record).unwrap();
        let event = Event::PackKept(PackKept { referral: 0, to: ReferralTarget::Riec, print: print.clone() });
        relations::note(&desk, load(&desk, &id).unwrap(), &Entry { at: desk.now(), by: by(1), event }).unwrap();
        assert_eq!(show(&desk, &now(&desk, &id), false, &print), Err(Refusal::CareShut.into()));
        assert!(show(&desk, &now(&desk, &id), true, &print).is_ok());
    }
}

/// Nobody gets something else than what went, and what cannot be read is not written over.
#[test]
fn a_file_that_is_not_what_its_fingerprint_says_is_told() {
    for desk in kits() {
        let id = reported(&desk);
        let kept = keeps(&desk, &id, &of(&desk, &id, SECRET)).unwrap();
        let (print, file) = (kept.print.clone(), kept.file.replace("station", "stadhuis"));
        beside::write(&desk, &id, &PackRecord { files: vec![StoredFile { print, at: kept.at, file }] }).unwrap();
        assert!(matches!(show(&desk, &now(&desk, &id), false, &kept.print), Err(Failure::Unreadable(_))));
        assert!(inspected(&desk, &id).is_err());
        keys::vault(&desk, &id).unwrap().set(&cell::packs(&id), &"iets anders").unwrap();
        let again = keeps(&desk, &id, &of(&desk, &id, "Nieuw"));
        assert!(matches!(again, Err(Failure::Unreadable(_))), "{again:?}");
    }
}
