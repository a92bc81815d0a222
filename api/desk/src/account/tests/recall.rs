//! Everybody is let in anew, and who is closed stays closed when an older list is put back.
use super::{super::recall::*, *};
use crate::testing::{self, stops};
use kit::store::Change;
use std::sync::{Arc, Mutex};

fn logins(people: &[&Person]) -> Vec<Login> {
    people.iter().map(|person| person.login.clone()).collect()
}

fn block(desk: &Desk, who: &Person, by: &Person) -> Result<AccountDone, Failure> {
    command(desk, &who.id, who.revision(desk), &AccountCommand::Block, &by.id)
}

/// The same list as it was.
fn put_back(desk: &Desk, old: &[StoredAccount]) {
    desk.cases.update(&ACCOUNTS, |_| Ok(Change::Write(old.to_vec(), ()))).unwrap();
}

fn second_officer(desk: &Desk, [fleur, bo, _]: &[Person; 3]) -> Person {
    let asked = add(desk, new("sem", Role::Officer), &bo.id).unwrap();
    let AccountView { id, revision, .. } = &asked.account;
    let confirmed = access::answer(desk, id, *revision, AccessAnswer::Confirm, &fleur.id).unwrap();
    Person::accept_both(desk, &asked, &confirmed)
}

#[test]
fn after_a_leak_no_old_log_in_works_and_two_named_people_let_the_others_in() {
    let desk = instance();
    let people = set_up(&desk);
    let sem = second_officer(&desk, &people);
    let [fleur, bo, faye] = &people;
    later(60);
    assert!(fleur.log_in(&desk, &fleur.code()).is_ok());
    later(60);
    let done = recall(&desk, Why::Leaked, &logins(&[fleur, faye])).unwrap();
    assert_eq!((done.invited.len(), done.waiting.len(), done.out.len()), (2, 1, 1));
    for person in [fleur, bo, faye, &sem] {
        assert!(person.log_in(&desk, &person.code()).is_err(), "an old password and an old app");
        assert!(person.log_in(&desk, &person.recovery[0]).is_err());
    }
    let fleur = Person::accept(&desk, &done.invited[0]);
    let request = access::page(&desk, &fleur.id).unwrap().requests.remove(0);
    assert!(request.id == sem.id && request.may_answer);
    assert_eq!(request.asked_by.as_str(), "de beheerder van de server");
    assert!(!access::page(&desk, &sem.id).unwrap().requests.remove(0).may_answer, "not one's own");
    let again = access::answer(&desk, &sem.id, request.revision, AccessAnswer::Confirm, &fleur.id).unwrap();
    assert!(is_half(&desk, &again) && is_half(&desk, &done.waiting[0]), "neither gets in alone");
    assert_eq!(Person::accept_both(&desk, &done.waiting[0], &again).id, sem.id, "the same person");
    assert_eq!(desk.cases.keys().unwrap().iter().filter(|name| name.starts_with("credential:")).count(), 2);
}

#[test]
fn after_a_restore_who_sees_no_content_keeps_the_log_in_and_open_invitations_are_dead() {
    let desk = instance();
    let people = set_up(&desk);
    let [fleur, bo, faye] = &people;
    let word = whole(&add(&desk, new("bea", Role::Administrator), &bo.id).unwrap());
    let done = recall(&desk, Why::Restored, &logins(&[fleur, faye])).unwrap();
    assert_eq!((done.invited.len(), done.waiting.len(), done.out.len()), (2, 0, 0));
    later(60);
    assert!(bo.log_in(&desk, &bo.code()).is_ok() && fleur.log_in(&desk, &fleur.code()).is_err());
    assert_eq!(kind(invitation::look(&desk, &word)), Some(ProblemKind::NotFound));
    let nobody = recall(&desk, Why::Restored, &[Login::parse("niemand").unwrap()]);
    assert_eq!(kind(nobody), Some(ProblemKind::NotFound));
}

#[test]
fn a_work_account_waits_too_and_the_server_lets_in_only_who_had_access() {
    let desk = instance();
    let people = set_up(&desk);
    let arrived = arrive(&desk, "zegel", Role::Officer);
    let confirmed = access::answer(&desk, &arrived.id, arrived.revision, AccessAnswer::Confirm, &people[0].id).unwrap();
    let stranger = arrive(&desk, "vreemd", Role::Officer);
    recall(&desk, Why::Leaked, &[]).unwrap();
    assert!(matches!(work::admit(&desk, "zegel", None, Role::Officer), Ok(work::Admitted::Arrived(_))));
    let invited = access::invite_on_server(&desk, &confirmed.account.login).unwrap();
    assert!(invited.invitation.is_none());
    assert!(matches!(work::admit(&desk, "zegel", None, Role::Officer), Ok(work::Admitted::In(_))));
    assert_eq!(kind(access::invite_on_server(&desk, &stranger.login)), Some(ProblemKind::Exists));
}

#[test]
fn stopped_at_any_write_a_blocked_account_is_blocked_after_a_restore() {
    let mut blocked = 0;
    for stop_after in 0..6 {
        let stores = testing::stores();
        let desk = testing::desk(stores.clone(), now, &[5]);
        crate::key_check::check(&desk).unwrap();
        let people = set_up(&desk);
        let (sem, [fleur, bo, faye]) = (second_officer(&desk, &people), &people);
        let old = all(&desk).unwrap();
        let left = Arc::new(Mutex::new(stop_after));
        let [inbox, cases, keys] = [stores.inbox, stores.cases, stores.keys].map(|store| stops(store, &left));
        let stopping = testing::desk(crate::Stores { inbox, cases, keys }, now, &[5]);
        let done = block(&stopping, &sem, bo);
        let is_blocked = all(&desk).unwrap().iter().any(|one| one.id == sem.id && one.is_blocked());
        assert!(is_blocked || done.is_err());
        put_back(&desk, &old);
        let recalled = recall(&desk, Why::Restored, &logins(&[fleur, faye])).unwrap();
        assert!(!is_blocked || recalled.closed.iter().any(|one| one.id == sem.id), "stopped after {stop_after}");
        blocked += usize::from(is_blocked);
    }
    assert!(blocked > 2, "{blocked}");
}

#[test]
fn who_was_unblocked_is_not_closed_by_a_restore() {
    let desk = instance();
    let people = set_up(&desk);
    let (sem, [fleur, bo, faye]) = (second_officer(&desk, &people), &people);
    let old = all(&desk).unwrap();
    block(&desk, &sem, bo).unwrap();
    command(&desk, &sem.id, sem.revision(&desk), &AccountCommand::Unblock, &bo.id).unwrap();
    put_back(&desk, &old);
    let recalled = recall(&desk, Why::Restored, &logins(&[fleur, faye])).unwrap();
    assert!(recalled.closed.is_empty() && recalled.waiting.len() == 1);
}
