//! Relations of AFs to cases: opening, standing in, exclusion by function, leaving.
mod covering;
mod functions;
mod leaving;

use super::*;
use crate::{
    account::{StoredAccount, access},
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
    contract::{AccessAnswer, AccountCommand, HandOverBody, NewStandIn, examples},
    id::{AccountId, CaseId, FunctionId, Revision},
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

/// A beheerder who is in no list.
fn beheerder() -> AccountId {
    AccountId::from_bytes(&[9; 16])
}

/// The FG, who has no cases.
fn fg() -> Session {
    Session::of_test(AccountId::from_bytes(&[8; 16]), Role::PrivacyOfficer)
}

fn revision(desk: &Desk, who: &Session) -> Revision {
    account::all(desk).unwrap().iter().find(|one| one.id == who.account).unwrap().revision
}

/// A command of the beheerder about this person.
fn by_beheerder(desk: &Desk, who: &Session, command: &AccountCommand) {
    account::command(desk, &who.account, revision(desk, who), command, &beheerder()).unwrap();
}

fn happened(desk: &Desk, id: &CaseId, by: &Session, event: Event) {
    let standing = load(desk, id).unwrap();
    save(desk, &standing, Entry { at: desk.now(), by: by.account.clone(), event }).unwrap();
}

/// A case that this AF has.
fn case_of(desk: &Desk, n: u16, who: &Session) -> CaseId {
    let id = send(desk, n).id;
    take_in(desk).unwrap();
    happened(desk, &id, who, Event::Attempted(notes::Attempt { happened: None, way: None, note: None }));
    id
}

fn relation(desk: &Desk, id: &CaseId, who: &Session) -> Relation {
    let viewer = viewer(desk, &who.account, &account::all(desk).unwrap()).unwrap();
    viewer.relation(&Row::of(&load(desk, id).unwrap().value))
}

fn reason() -> notes::BreakGlass {
    notes::BreakGlass { why: notes::BreakGlassReason::Absent, words: Line::parse("Verzonnen reden").unwrap() }
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
        assert_eq!(
            open(&desk, &bea, &id, notes::BreakGlass { why: notes::BreakGlassReason::Other, ..reason() }),
            Ok(first.clone())
        );
        assert_eq!(relation(&desk, &id, &bea), Relation::Opened);
        assert_eq!(openings(&desk), Ok(vec![first.clone()]));
        let events = load(&desk, &id).unwrap().value.entries().to_vec();
        let opened = events.into_iter().filter(|entry| matches!(entry.event, Event::Opened(_)));
        assert_eq!(opened.map(|entry| entry.event).collect::<Vec<_>>(), [Event::Opened(reason())], "once, in the case");
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
        assert_eq!(end(&desk, &bea, &planned[0].id), Err(Failure::not_found()), "only who arranged it ends it");
        assert_eq!(end(&desk, &fg(), &planned[0].id), Err(Failure::not_found()), "nor is it for the FG");
        end(&desk, &ada, &planned[0].id).unwrap();
        assert_eq!(relation(&tomorrow(&desk), &id, &bea), Relation::Other);
        for (from, until) in [(2, 1), (-2, -1), (0, 400)] {
            assert!(add(&desk, &ada.account, &plan(from, until)).is_err(), "{from} {until}");
        }
        let oneself = NewStandIn { by: ada.account.clone(), ..plan(0, 1) };
        assert!(add(&desk, &ada.account, &oneself).is_err());
    }
}
