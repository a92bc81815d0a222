//! A work account that nobody here is known to have: it becomes a second way to log in for somebody who is there, or
//! somebody new whom a second person confirms. One human does not become two people unseen.
use super::*;
use shared::contract::{AccessKind, LogInMeans};
use work::Admitted;

const WORK: &str = "0b0b";

fn account(desk: &Desk, id: &AccountId) -> StoredAccount {
    all(desk).unwrap().into_iter().find(|account| account.id == *id).unwrap()
}

/// Who comes in with this work account, if anybody does.
fn come(desk: &Desk, role: Role) -> Option<AccountId> {
    match work::admit(desk, WORK, Some(&Line::parse("F. Voorbeeld (werk)").unwrap()), role) {
        Ok(Admitted::In(account)) => Some(account.id),
        Ok(Admitted::Arrived(_)) | Err(_) => None,
    }
}

#[test]
fn a_linked_work_account_is_the_same_person() {
    let desk = instance();
    let [fleur, bo, faye] = set_up(&desk);
    let arrived = arrive(&desk, WORK, Role::Officer);
    let before = all(&desk).unwrap().len();
    let linked = work::link(&desk, &arrived.id, &fleur.id).unwrap();
    assert_eq!(linked.view().means, [LogInMeans::Local, LogInMeans::Work]);
    assert_eq!(all(&desk).unwrap().len(), before - 1, "the arrival is nobody any more");
    assert_eq!(come(&desk, Role::Officer), Some(fleur.id.clone()));
    assert_eq!(linked.name.as_str(), "Fleur Voorbeeld", "the name stays the one that colleagues know");
    later(30);
    assert_eq!(fleur.log_in(&desk, &fleur.code()).unwrap().account, fleur.id);
    let given = access::page(&desk, &faye.id).unwrap().given;
    assert!(given.iter().any(|given| given.kind == AccessKind::Linked && given.name == linked.name), "all see it");
    // the same person, so not the second one
    let asked = command(&desk, &fleur.id, linked.revision, &AccountCommand::Invite, &bo.id).unwrap().account;
    let who = come(&desk, Role::Officer).unwrap();
    let own = access::answer(&desk, &fleur.id, asked.revision, AccessAnswer::Confirm, &who);
    assert_eq!(kind(own), Some(ProblemKind::Forbidden));
}

#[test]
fn blocking_a_person_ends_every_way_to_log_in() {
    let desk = instance();
    let [_, bo, faye] = set_up(&desk);
    let sem = Person::confirmed(&desk, "tweede.af", &bo, &faye);
    work::link(&desk, &arrive(&desk, WORK, Role::Officer).id, &sem.id).unwrap();
    command(&desk, &sem.id, sem.revision(&desk), &AccountCommand::Block, &bo.id).unwrap();
    later(30);
    assert_eq!(kind(sem.log_in(&desk, &sem.code())), Some(ProblemKind::WrongCredentials));
    assert_eq!(come(&desk, Role::Officer), None);
    let asked = command(&desk, &sem.id, sem.revision(&desk), &AccountCommand::Unblock, &bo.id).unwrap();
    assert!(asked.account.blocked && come(&desk, Role::Officer).is_none(), "and back only with a second person");
}

/// The claim has to give the role that the account has; what it gives besides is not followed.
#[test]
fn without_the_role_in_the_claim_a_linked_work_account_is_refused() {
    let desk = instance();
    let [fleur, ..] = set_up(&desk);
    work::link(&desk, &arrive(&desk, WORK, Role::Officer).id, &fleur.id).unwrap();
    for other in [Role::PrivacyOfficer, Role::Administrator] {
        let refused = work::admit(&desk, WORK, None, other).err().map(|refused| refused.code());
        assert_eq!(refused, Some(shared::contract::WorkAccountRefusal::OtherRole));
        assert_eq!(account(&desk, &fleur.id).role, Role::Officer);
    }
    assert_eq!(come(&desk, Role::Officer), Some(fleur.id));
}

#[test]
fn only_an_arrival_is_linked_and_only_to_an_account_with_its_role_and_without_one() {
    let desk = instance();
    let [fleur, bo, faye] = set_up(&desk);
    let arrived = arrive(&desk, WORK, Role::Officer);
    for other in [&bo, &faye] {
        assert_eq!(kind(work::link(&desk, &arrived.id, &other.id)), Some(ProblemKind::Exists), "another role");
    }
    assert_eq!(kind(work::link(&desk, &bo.id, &fleur.id)), Some(ProblemKind::NotFound), "a person is no arrival");
    work::link(&desk, &arrived.id, &fleur.id).unwrap();
    assert_eq!(kind(work::link(&desk, &arrived.id, &fleur.id)), Some(ProblemKind::NotFound), "it was used");
    let second = arrive(&desk, "0c0c", Role::Officer);
    assert_eq!(kind(work::link(&desk, &second.id, &fleur.id)), Some(ProblemKind::Exists), "one is enough");
}

/// The second person sees that somebody of this name is there already; the comparison is not deceived by capitals and
/// spaces, and those who are blocked do not count.
#[test]
fn a_second_person_sees_namesakes_of_whoever_arrives() {
    let desk = instance();
    let [fleur, bo, faye] = set_up(&desk);
    let name = Line::parse("FLEUR  voorbeeld").unwrap();
    let Ok(Admitted::Arrived(new)) = work::admit(&desk, WORK, Some(&name), Role::Officer) else { panic!("let in") };
    let page = access::page(&desk, &faye.id).unwrap();
    let shown: Vec<&str> = page.requests[0].namesakes.iter().map(|one| one.login.as_str()).collect();
    assert_eq!(shown, [fleur.login.as_str()]);
    assert!(page.namesakes.is_empty(), "no two people with this name can log in yet");
    access::answer(&desk, &new.id, new.revision, AccessAnswer::Confirm, &faye.id).unwrap();
    assert_eq!(access::page(&desk, &faye.id).unwrap().namesakes.len(), 2, "now they can, and everybody sees it");
    command(&desk, &new.id, account(&desk, &new.id).revision, &AccountCommand::Block, &bo.id).unwrap();
    assert!(access::page(&desk, &faye.id).unwrap().namesakes.is_empty());
}

/// Nobody gets an invitation for an arrival, also not on the server.
#[test]
fn an_arrival_is_invited_by_nobody() {
    let desk = instance();
    let [_, bo, _] = set_up(&desk);
    let arrived = arrive(&desk, WORK, Role::Officer);
    let asked = command(&desk, &arrived.id, arrived.revision, &AccountCommand::Invite, &bo.id).unwrap();
    assert!(asked.invitation.is_none() && asked.account.asked.is_some());
    assert_eq!(kind(access::invite_on_server(&desk, &arrived.login)), Some(ProblemKind::Exists));
    let gone = command(&desk, &arrived.id, asked.account.revision, &AccountCommand::Withdraw, &bo.id).unwrap();
    assert!(gone.account.asked.is_none() && !gone.account.enrolled);
}

/// Somebody had access with a work account in another role. What they did stays under their name.
#[test]
fn an_arrival_that_was_let_in_before_stays_when_it_is_linked() {
    let desk = instance();
    let [fleur, _, faye] = set_up(&desk);
    let arrived = arrive(&desk, WORK, Role::Officer);
    access::answer(&desk, &arrived.id, arrived.revision, AccessAnswer::Confirm, &fleur.id).unwrap();
    let again = arrive(&desk, WORK, Role::PrivacyOfficer);
    assert_eq!(again.id, arrived.id);
    work::link(&desk, &again.id, &faye.id).unwrap();
    let left = account(&desk, &arrived.id);
    assert!(left.is_blocked() && left.fingerprint().is_none());
    assert_eq!(come(&desk, Role::PrivacyOfficer), Some(faye.id));
}
