//! Closing many at once, over every kind of store.
mod hidden;

use super::{agree, finish, go_on, page, propose, reject};
use crate::{
    Desk, account,
    case::{
        load, open_rows, relations, take_in,
        tests::{change, kit_over, kits, memory, secret, stops},
    },
};
use kit::{
    Failure,
    inbox::{arrival::accept, secret::status_key},
};
use shared::{
    access::{Role, Viewer},
    answer::{Known, YesNo},
    case::{Act, Event, Refusal, Step, Word, notes, together::Selection},
    contract::{NewAccount, TogetherView, examples},
    id::{AccountId, CaseId, FunctionId, TogetherId},
    moment::Moment,
    report::{Channel, Draft, VttDraft, VttState},
    text::{Line, Login, Prose},
};
use std::sync::{Arc, Mutex};

/// Ada and Bea, who have a function each, and Dia, who has Bea's.
fn people(desk: &Desk) -> [AccountId; 3] {
    let of = [("ada", "regisseur-wmo"), ("bea", "zorg-en-veiligheid"), ("dia", "zorg-en-veiligheid")];
    let new = of.map(|(name, function)| {
        let function = FunctionId::parse(function).ok();
        let new = examples::new_account(Role::Officer).unwrap();
        NewAccount { login: Login::parse(name).unwrap(), function, ..new }
    });
    let factor = kit::totp::TotpKey::from_bytes([7; 20]);
    let made = account::first_enrolled(desk, new.to_vec(), "een lange verzonnen zin", factor).unwrap();
    <[_; 3]>::try_from(made).ok().unwrap().map(|one| one.id)
}

fn viewer(desk: &Desk, who: &AccountId) -> Viewer {
    relations::viewer(desk, who, &account::all(desk).unwrap()).unwrap()
}

/// Sends a report, and takes it in.
fn arrives(desk: &Desk, n: u16, draft: &Draft) -> CaseId {
    let accepted = accept(&desk.inbox, &secret(n), draft, Channel::Form {}).unwrap();
    take_in(desk).unwrap();
    accepted.id
}

fn all(like: Option<u32>) -> Selection {
    let (from, until) = (Moment::from_millis(0), Moment::from_millis(4_000_000_000_000));
    Selection { from, until, like, reason: Line::parse("Steeds dezelfde verzonnen tekst").unwrap() }
}

fn seen(desk: &Desk, who: &AccountId) -> Vec<TogetherView> {
    page(desk, &viewer(desk, who), &account::all(desk).unwrap(), false).unwrap().proposals
}

/// The id of the only proposal.
fn only(desk: &Desk, who: &AccountId) -> TogetherId {
    let [one] = <[_; 1]>::try_from(seen(desk, who)).ok().unwrap();
    one.id
}

fn step(desk: &Desk, id: &CaseId) -> Step {
    load(desk, id).unwrap().value.status().step()
}

fn refused(answer: Result<(), Failure>) -> Option<String> {
    match answer {
        Err(Failure::Problem(_, _, errors)) => errors.first().map(|error| error.code.clone()),
        Err(_) | Ok(()) => None,
    }
}

#[test]
fn two_afs_close_exactly_what_one_selected() {
    for desk in kits() {
        let [ada, bea, _] = people(&desk);
        let selected: Vec<CaseId> = (0..60).map(|n| arrives(&desk, n, &examples::draft())).collect();
        assert!(!propose(&desk, &viewer(&desk, &ada), &all(None)).unwrap());
        let later = arrives(&desk, 100, &examples::draft());
        let id = only(&desk, &bea);
        let code = Some(Refusal::OtherOfficerNeeded.as_str().to_owned());
        assert_eq!(refused(agree(&desk, &viewer(&desk, &ada), &id)), code, "one AF alone closes nothing");
        let shown = &seen(&desk, &bea)[0];
        assert_eq!((shown.count, shown.may_agree, shown.examples.len()), (60, true, 5));
        assert!(!seen(&desk, &ada)[0].may_agree);
        agree(&desk, &viewer(&desk, &bea), &id).unwrap();
        go_on(&desk, &viewer(&desk, &bea), &id).unwrap();
        for id in &selected {
            let case = load(&desk, id).unwrap().value;
            let [entry] = case.entries() else { panic!("{:?}", case.entries()) };
            assert!(matches!(&entry.event, Event::ClosedTogether(note) if note.proposed_by == ada && entry.by == bea));
            let told = desk.status(case.status_key()).get().unwrap().and_then(|stored| stored.progress).unwrap();
            assert_eq!(told.word, Some(Word::EndedUntold));
        }
        assert_eq!(step(&desk, &later), Step::Received, "nobody agreed to what came later");
        assert_eq!(open_rows(&desk).unwrap().iter().map(|row| row.id.clone()).collect::<Vec<_>>(), [later]);
        let shown = &seen(&desk, &ada)[0];
        assert_eq!((shown.closed, shown.ended.is_some(), shown.may_agree), (60, true, false));
        assert!(agree(&desk, &viewer(&desk, &bea), &id).is_err(), "once");
    }
}

/// Another store with the same in it.
fn copy(store: &Arc<dyn keyvalue::Store>) -> Arc<dyn keyvalue::Store> {
    let copy = memory();
    for key in store.keys().unwrap() {
        copy.set(&key, &store.get(&key).unwrap().unwrap()).unwrap();
    }
    copy
}

#[test]
fn closing_that_stops_at_any_write_is_finished_by_due_work_and_closes_nothing_twice() {
    let agreed = [memory(), memory(), memory()];
    let [inbox, cases, keys] = agreed.clone();
    let desk = kit_over(inbox, cases, keys);
    let [ada, bea, _] = people(&desk);
    let ids: Vec<CaseId> = (0..5).map(|n| arrives(&desk, n, &examples::draft())).collect();
    propose(&desk, &viewer(&desk, &ada), &all(None)).unwrap();
    agree(&desk, &viewer(&desk, &bea), &only(&desk, &bea)).unwrap();
    for stop_after in 0..70 {
        let [inbox, cases, keys] = agreed.clone().map(|store| copy(&store));
        let whole = kit_over(inbox.clone(), cases.clone(), keys.clone());
        let left = Arc::new(Mutex::new(stop_after));
        let stops = |store: Arc<dyn keyvalue::Store>| stops(store, &left);
        let _ = finish(&kit_over(stops(inbox), stops(cases), stops(keys)));
        finish(&whole).unwrap();
        for id in &ids {
            assert_eq!(load(&whole, id).unwrap().value.entries().len(), 1, "stopped after {stop_after} writes");
            assert_eq!(step(&whole, id), Step::Closed);
        }
        assert_eq!(open_rows(&whole).unwrap(), []);
        let shown = &seen(&whole, &ada)[0];
        assert_eq!((shown.closed, shown.ended.is_some()), (5, true), "stopped after {stop_after} writes");
        finish(&whole).unwrap();
        assert_eq!(seen(&whole, &ada)[0].closed, 5, "and again is nothing");
    }
}

#[test]
fn danger_and_what_somebody_took_up_stay_open() {
    for desk in kits() {
        let [ada, bea, _] = people(&desk);
        let plain = arrives(&desk, 1, &examples::draft());
        let vtt = VttDraft { state: Some(VttState::Advised), ..VttDraft::default() };
        let (yes, unknown) = (Some(Known::Yes), Some(Known::Unknown));
        let draft = Draft { called_112: Some(YesNo::Yes), vtt, ..examples::draft() };
        let acute = arrives(&desk, 2, &Draft { acute: yes, ..draft.clone() });
        let minor = arrives(&desk, 3, &Draft { minor: unknown, called_112: None, ..draft });
        let [before, meanwhile] = [4, 5].map(|n| arrives(&desk, n, &examples::draft()));
        let note = || Act::AddRemark(notes::Remark { text: Prose::parse("Bekeken").unwrap() });
        change(&desk, &before, note());
        propose(&desk, &viewer(&desk, &ada), &all(None)).unwrap();
        let shown = &seen(&desk, &bea)[0];
        assert_eq!((shown.count, shown.apart), (2, 2));
        change(&desk, &meanwhile, note());
        let id = only(&desk, &bea);
        agree(&desk, &viewer(&desk, &bea), &id).unwrap();
        finish(&desk).unwrap();
        let steps = [&plain, &acute, &minor, &before, &meanwhile].map(|id| step(&desk, id));
        let open = Step::Received;
        assert_eq!(steps, [Step::Closed, open, open, open, open]);
        let shown = &seen(&desk, &ada)[0];
        assert_eq!((shown.closed, shown.ended.is_some()), (1, true));
    }
}

#[test]
fn only_reports_with_the_same_text_where_that_is_asked() {
    for desk in kits() {
        let [ada, bea, _] = people(&desk);
        let draft = |story: &str| Draft { story: story.into(), ..examples::draft() };
        let same: Vec<CaseId> = (0..3).map(|n| arrives(&desk, n, &draft("Verzonnen en steeds gelijk."))).collect();
        let other = arrives(&desk, 9, &draft("Een ander verzonnen verhaal."));
        let number = load(&desk, &same[1]).unwrap().value.origins().number.sequence;
        propose(&desk, &viewer(&desk, &ada), &all(Some(number))).unwrap();
        let shown = &seen(&desk, &bea)[0];
        assert_eq!((shown.count, shown.like.map(|like| like.sequence)), (3, Some(number)));
        assert_eq!(shown.story.as_ref().map(Prose::as_str), Some("Verzonnen en steeds gelijk."));
        let id = only(&desk, &bea);
        agree(&desk, &viewer(&desk, &bea), &id).unwrap();
        finish(&desk).unwrap();
        assert!(same.iter().all(|id| step(&desk, id) == Step::Closed));
        assert_eq!(step(&desk, &other), Step::Received);
    }
}

#[test]
fn a_range_of_arrival_selects_across_chunks_of_lines() {
    let desk = kit_over(memory(), memory(), memory());
    let [ada, bea, _] = people(&desk);
    let ids: Vec<CaseId> = (0..130).map(|n| arrives(&desk, n, &examples::draft())).collect();
    let received = |at: usize| load(&desk, &ids[at]).unwrap().value.origins().received;
    let selection = Selection { from: received(45), until: received(104), ..all(None) };
    propose(&desk, &viewer(&desk, &ada), &selection).unwrap();
    assert_eq!(seen(&desk, &ada)[0].count, 60);
    let none = Selection { from: Moment::from_millis(0), until: Moment::from_millis(1), ..all(None) };
    assert!(propose(&desk, &viewer(&desk, &ada), &none).is_err());
    // what waits in one proposal is in no other
    propose(&desk, &viewer(&desk, &bea), &all(None)).unwrap();
    assert_eq!(seen(&desk, &ada)[1].count, 70);
    for id in seen(&desk, &ada).into_iter().map(|one| one.id) {
        reject(&desk, &viewer(&desk, &ada), &id).unwrap();
    }
    assert_eq!(seen(&desk, &ada), []);
    assert_eq!(open_rows(&desk).unwrap().len(), 130);
}

/// The code of a report that was closed this way still opens its status.
#[test]
fn the_melder_reads_that_it_ended() {
    let desk = kit_over(memory(), memory(), memory());
    let [ada, bea, _] = people(&desk);
    arrives(&desk, 1, &examples::draft());
    propose(&desk, &viewer(&desk, &ada), &all(None)).unwrap();
    let id = only(&desk, &bea);
    agree(&desk, &viewer(&desk, &bea), &id).unwrap();
    finish(&desk).unwrap();
    let told = desk.inbox.status(&status_key(&secret(1).code())).get().unwrap().unwrap().progress.unwrap();
    assert_eq!((told.word, told.stage), (Some(Word::EndedUntold), shared::case::Stage::Done));
}
