use super::*;
use crate::{
    account::StoredAccount,
    case::{
        closed_rows_to, load, open_rows, save, take_in,
        tests::{kit_over, kits, memory, secret, send, stops},
    },
    login::session::Session,
};
use shared::{
    access::{Action, Relation, Role},
    answer::YesNo,
    case::{Entry, Event, Row, notes},
    contract::{HandOverBody, NewStandIn, examples},
    id::{CaseId, FunctionId},
    moment::{Day, Moment},
    report::{Channel, Draft},
    text::{Line, Login, Prose},
};
use std::sync::{Arc, Mutex};

/// Ada, Bea and Cor, of whom Cor's function is not known.
fn people(desk: &Desk) -> [Session; 3] {
    let made =
        [("ada", Some("regisseur-wmo")), ("bea", Some("zorg-en-veiligheid")), ("cor", None)].map(|(name, function)| {
            let new = examples::new_account(Role::Officer).unwrap();
            let function = function.map(|id| FunctionId::parse(id).unwrap());
            shared::contract::NewAccount { login: Login::parse(name).unwrap(), function, ..new }
        });
    let factor = kit::totp::TotpKey::from_bytes([7; 20]);
    let made = account::first_enrolled(desk, made.to_vec(), "een lange verzonnen zin", factor).unwrap();
    let [ada, bea, cor] = <[_; 3]>::try_from(made).ok().unwrap();
    [ada, bea, cor].map(|one| Session::of_test(one.id, one.role))
}

fn block(desk: &Desk, who: &Session) {
    desk.cases
        .update(&crate::account::ACCOUNTS, |stored| {
            let mut accounts = stored.unwrap();
            accounts.iter_mut().filter(|one| one.id == who.account).for_each(StoredAccount::block);
            Ok(kit::store::Change::Write(accounts, ()))
        })
        .unwrap();
}

fn happened(desk: &Desk, id: &CaseId, by: &Session, event: Event) {
    let standing = load(desk, id).unwrap();
    save(desk, &standing, Entry { at: desk.now(), by: by.account.clone(), event }).unwrap();
}

/// A case that this AF has.
fn case_of(desk: &Desk, n: u16, who: &Session) -> CaseId {
    let id = send(desk, n).id;
    take_in(desk).unwrap();
    happened(desk, &id, who, Event::Attempted(notes::Attempt { happened: None, note: None }));
    id
}

fn relation(desk: &Desk, id: &CaseId, who: &Session) -> Relation {
    let viewer = viewer(desk, &who.account, &account::all(desk).unwrap()).unwrap();
    viewer.relation(&Row::of(&load(desk, id).unwrap().value))
}

fn reason() -> Line {
    Line::parse("Verzonnen reden").unwrap()
}

/// The same instance a day later.
fn tomorrow(desk: &Desk) -> Desk {
    desk.clone().at(|| Moment::from_millis(1_777_000_000_000 + 86_400_000))
}

fn day(later: i64) -> Day {
    Moment::from_millis(1_777_000_000_000).plus_seconds(later * 86_400).day()
}

#[test]
fn break_glass_lasts_until_the_end_of_the_day_and_is_recorded() {
    for desk in kits() {
        let [ada, bea, _] = people(&desk);
        let id = case_of(&desk, 1, &ada);
        assert_eq!(see(&desk, &bea, &id, Action::See).err(), Some(Failure::not_found()));
        let first = open(&desk, &bea, &id, reason()).unwrap();
        assert_eq!(open(&desk, &bea, &id, Line::parse("Nog eens").unwrap()), Ok(first.clone()));
        assert_eq!(relation(&desk, &id, &bea), Relation::Opened);
        assert_eq!(openings(&desk), Ok(vec![first.clone()]));
        assert_eq!(open(&desk, &ada, &id, reason()).err(), Some(Failure::not_found()), "one's own needs no opening");
        let later = tomorrow(&desk);
        assert_eq!(relation(&later, &id, &bea), Relation::Other);
        assert_eq!(openings(&later), Ok(vec![first]), "the FG still sees it");
    }
}

#[test]
fn a_stand_in_sees_between_the_days_and_no_longer() {
    for desk in kits() {
        let [ada, bea, cor] = people(&desk);
        let id = case_of(&desk, 1, &ada);
        let plan = |from, until| NewStandIn { by: bea.account.clone(), from: day(from), until: day(until) };
        add(&desk, &ada.account, &plan(1, 1)).unwrap();
        assert_eq!(relation(&desk, &id, &bea), Relation::Other, "not yet");
        assert_eq!(relation(&tomorrow(&desk), &id, &bea), Relation::StandIn);
        assert_eq!(relation(&tomorrow(&desk), &id, &cor), Relation::Other);
        let planned = mine(&desk, &bea.account).unwrap();
        assert_eq!((planned.len(), &planned[0].of), (1, &ada.account));
        assert_eq!(mine(&desk, &cor.account), Ok(vec![]));
        assert_eq!(end(&desk, &bea.account, &planned[0].id), Err(Failure::not_found()), "only who arranged it ends it");
        end(&desk, &ada.account, &planned[0].id).unwrap();
        assert_eq!(relation(&tomorrow(&desk), &id, &bea), Relation::Other);
        for (from, until) in [(2, 1), (-2, -1), (0, 400)] {
            assert!(add(&desk, &ada.account, &plan(from, until)).is_err(), "{from} {until}");
        }
        let oneself = NewStandIn { by: ada.account.clone(), ..plan(0, 1) };
        assert!(add(&desk, &ada.account, &oneself).is_err());
    }
}

#[test]
fn a_function_that_a_melder_excluded_stays_out_whoever_has_it_now_or_had_it_then() {
    for desk in kits() {
        let [ada, bea, cor] = people(&desk);
        let excluded = vec![FunctionId::parse("regisseur-wmo").unwrap()];
        let draft = Draft { colleague: Some(YesNo::Yes), excluded, ..examples::draft() };
        let id = kit::inbox::arrival::accept(&desk.inbox, &secret(1), &draft, Channel::Form {}).unwrap().id;
        take_in(&desk).unwrap();
        assert_eq!(relation(&desk, &id, &ada), Relation::Excluded);
        assert_eq!(relation(&desk, &id, &cor), Relation::Excluded, "a function that is not known proves nothing");
        assert_eq!(relation(&desk, &id, &bea), Relation::Unassigned);
        assert_eq!(open(&desk, &ada, &id, reason()).err(), Some(Failure::not_found()));
        let swap = |accounts: Option<Vec<StoredAccount>>| {
            let mut accounts = accounts.unwrap();
            let function = accounts[0].function.take();
            accounts[0].function = accounts[1].function.take();
            accounts[1].function = function;
            Ok(kit::store::Change::Write(accounts, ()))
        };
        desk.cases.update(&crate::account::ACCOUNTS, swap).unwrap();
        assert_eq!(relation(&desk, &id, &ada), Relation::Excluded, "had it at take-in");
        assert_eq!(relation(&desk, &id, &bea), Relation::Excluded, "has it now");
        let number = load(&desk, &id).unwrap().value.origins().number;
        assert_eq!(without_officer(&desk, &crate::case::open(&desk).unwrap()), Ok(vec![number]), "and somebody is told that nobody is left");
    }
}

#[test]
fn everybody_and_nobody_of_the_profile_cannot_be_excluded() {
    let [desk, ..] = kits();
    let all = ["regisseur-wmo", "zorg-en-veiligheid"].map(|id| FunctionId::parse(id).unwrap());
    let stranger = vec![FunctionId::parse("burgemeester").unwrap()];
    for excluded in [all.to_vec(), stranger] {
        let draft = Draft { colleague: Some(YesNo::Yes), excluded, ..examples::draft() };
        assert!(kit::inbox::arrival::accept(&desk.inbox, &secret(1), &draft, Channel::Form {}).is_err());
    }
}

#[test]
fn handing_over_that_stops_at_any_write_is_finished_by_asking_again() {
    for stop_after in 0..30 {
        let [inbox, cases, keys] = [memory(), memory(), memory()];
        let whole = kit_over(inbox.clone(), cases.clone(), keys.clone());
        let [ada, bea, cor] = people(&whole);
        let open_ones: Vec<CaseId> = (0..3).map(|n| case_of(&whole, n, &ada)).collect();
        let closed = case_of(&whole, 3, &ada);
        let words = || Prose::parse("Verzonnen").unwrap();
        let feedback = notes::FeedbackNote { means: notes::Means::Phone, text: words(), day: day(0) };
        let end_note = notes::EarlyEnd { reason: notes::EarlyReason::Mistake, explanation: words(), feedback };
        happened(&whole, &closed, &ada, Event::ClosedEarly(end_note));
        block(&whole, &ada);
        let asked = HandOverBody { from: ada.account.clone(), to: bea.account.clone() };
        let left = Arc::new(Mutex::new(stop_after));
        let stops = |store: Arc<dyn keyvalue::Store>| stops(store, &left);
        let _ = hand_over(&kit_over(stops(inbox), stops(cases), stops(keys)), &cor, &asked);
        let mut last = hand_over(&whole, &cor, &asked).unwrap();
        while last.left > 0 {
            last = hand_over(&whole, &cor, &asked).unwrap();
        }
        for id in &open_ones {
            let case = load(&whole, id).unwrap().value;
            assert_eq!(case.assigned(), Some(&bea.account), "stopped after {stop_after} writes");
            assert_eq!(case.entries().len(), 2, "once each");
        }
        assert_eq!(relation(&whole, &closed, &bea), Relation::StandIn, "what was closed follows");
        assert_eq!(relation(&whole, &closed, &cor), Relation::Other);
        assert_eq!(hand_over(&whole, &cor, &asked).unwrap().done, 0, "and again is nothing");
        assert_eq!(open_rows(&whole).unwrap().len(), 3);
        assert_eq!(closed_rows_to(&whole, 1, |row| row.assigned.as_ref() == Some(&ada.account)).unwrap().0.len(), 1);
    }
}

#[test]
fn cases_are_handed_over_by_their_owner_or_when_the_owner_is_gone_and_never_past_an_exclusion() {
    for desk in kits() {
        let [ada, bea, cor] = people(&desk);
        let (plain, not_bea, not_cor) = (case_of(&desk, 1, &ada), case_of(&desk, 2, &ada), case_of(&desk, 3, &ada));
        for (id, who) in [(&not_bea, &bea), (&not_cor, &cor)] {
            let note = shared::case::Exclusion { who: who.account.clone(), reason: Prose::parse("Verzonnen").unwrap() };
            happened(&desk, id, &ada, Event::Excluded(note));
        }
        let asked = HandOverBody { from: ada.account.clone(), to: bea.account.clone() };
        assert!(hand_over(&desk, &cor, &asked).is_err(), "a colleague who is still there gives his own");
        block(&desk, &ada);
        let back = HandOverBody { from: bea.account.clone(), to: ada.account.clone() };
        assert!(hand_over(&desk, &bea, &back).is_err(), "nobody who cannot log in gets any");
        let done = hand_over(&desk, &cor, &asked).unwrap();
        assert_eq!((done.done, done.left, done.refused), (1, 0, 1), "the one that is not for Cor is not even counted");
        assert_eq!(relation(&desk, &plain, &bea), Relation::Assigned);
        assert_eq!(relation(&desk, &not_bea, &bea), Relation::Excluded);
        assert_eq!(load(&desk, &not_cor).unwrap().value.assigned(), Some(&ada.account));
    }
}
