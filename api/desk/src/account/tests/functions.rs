//! Functions, departures, and who has seen what was given.
use super::*;
use shared::{
    contract::{AccessKind, FunctionChange},
    id::FunctionId,
};

fn function(id: &str) -> Option<FunctionId> {
    Some(FunctionId::parse(id).unwrap())
}

fn of(desk: &Desk, id: &AccountId) -> StoredAccount {
    all(desk).unwrap().into_iter().find(|account| account.id == *id).unwrap()
}

/// Which reports an AF may not see follows from the function, so a beheerder does not change it alone.
#[test]
fn another_function_waits_for_a_second_person_who_sees_before_and_after() {
    let desk = instance();
    let [fleur, bo, faye] = set_up(&desk);
    let set = |id: &str| {
        let asked = AccountCommand::SetFunction { function: function(id) };
        command(&desk, &fleur.id, fleur.revision(&desk), &asked, &bo.id)
    };
    let asked = set("regisseur-wmo").unwrap().account;
    assert!(asked.function.is_none() && asked.asked.is_some());
    assert_eq!(kind(set("zorg-en-veiligheid")), Some(ProblemKind::Exists), "one at a time");
    let request = access::page(&desk, &faye.id).unwrap().requests.remove(0);
    let change = FunctionChange { from: None, to: function("regisseur-wmo") };
    assert_eq!((request.kind, request.change), (AccessKind::Function, Some(change.clone())));
    for who in [&fleur, &bo] {
        let own = access::answer(&desk, &fleur.id, asked.revision, AccessAnswer::Confirm, &who.id);
        assert_eq!(kind(own), Some(ProblemKind::Forbidden));
    }
    let done = access::answer(&desk, &fleur.id, asked.revision, AccessAnswer::Confirm, &faye.id).unwrap();
    assert_eq!((done.account.function, done.invitation), (function("regisseur-wmo"), None));
    assert!(of(&desk, &fleur.id).can_log_in(), "and she stays who she is");
    let given = access::page(&desk, &bo.id).unwrap().given.remove(0);
    assert_eq!((given.kind, given.change), (AccessKind::Function, Some(change)));
    // refused: nothing changes
    let asked = set("zorg-en-veiligheid").unwrap().account;
    access::answer(&desk, &fleur.id, asked.revision, AccessAnswer::Refuse, &faye.id).unwrap();
    assert_eq!(of(&desk, &fleur.id).function, function("regisseur-wmo"));
}

/// Whoever confirms the access sees the function that comes with it.
#[test]
fn before_the_first_access_a_function_is_part_of_the_request() {
    let desk = instance();
    let [_, bo, faye] = set_up(&desk);
    let made = add(&desk, new("nieuw", Role::Officer), &bo.id).unwrap().account;
    let asked = AccountCommand::SetFunction { function: function("regisseur-wmo") };
    let set = command(&desk, &made.id, made.revision, &asked, &bo.id).unwrap().account;
    assert_eq!(set.function, function("regisseur-wmo"));
    let request = access::page(&desk, &faye.id).unwrap().requests.remove(0);
    assert_eq!((request.kind, request.function), (AccessKind::New, function("regisseur-wmo")));
    let stale = access::answer(&desk, &made.id, made.revision, AccessAnswer::Confirm, &faye.id);
    assert_eq!(kind(stale), Some(ProblemKind::Stale), "not on what was shown before");
}

#[test]
fn a_departure_is_of_a_blocked_officer_takes_two_and_ends_with_being_unblocked() {
    let desk = instance();
    let [_, bo, faye] = set_up(&desk);
    let sem = Person::confirmed(&desk, "tweede.af", &bo, &faye);
    let reason = Line::parse("Andere baan").unwrap();
    let by_bo = |asked: AccountCommand| command(&desk, &sem.id, sem.revision(&desk), &asked, &bo.id);
    let leave = || AccountCommand::Depart { reason: reason.clone() };
    assert_eq!(kind(by_bo(leave())), Some(ProblemKind::Exists), "still there");
    by_bo(AccountCommand::Block).unwrap();
    by_bo(leave()).unwrap();
    let request = access::page(&desk, &faye.id).unwrap().requests.remove(0);
    assert_eq!((request.kind, request.reason.as_ref()), (AccessKind::Departed, Some(&reason)));
    let done = access::answer(&desk, &sem.id, request.revision, AccessAnswer::Confirm, &faye.id).unwrap();
    assert!(done.account.blocked && done.account.left.is_some() && done.invitation.is_none());
    let departure = of(&desk, &sem.id).departure().cloned().unwrap();
    assert_eq!((departure.reason, departure.confirmed_by), (reason.clone(), faye.id.clone()));
    let given = access::page(&desk, &bo.id).unwrap().given;
    assert!(given.iter().any(|given| given.kind == AccessKind::Departed && given.reason == Some(reason.clone())));
    by_bo(AccountCommand::Unblock).unwrap();
    assert!(of(&desk, &sem.id).departure().is_none() && !of(&desk, &sem.id).is_blocked());
}

/// All of it, not the newest three, and whatever its age: until this person says that they saw it.
#[test]
fn access_is_unseen_for_each_person_until_they_say_so() {
    let desk = instance();
    let [fleur, bo, faye] = set_up(&desk);
    for login in ["een", "twee", "drie", "vier"] {
        let made = add(&desk, new(login, Role::Officer), &bo.id).unwrap().account;
        access::answer(&desk, &made.id, made.revision, AccessAnswer::Confirm, &faye.id).unwrap();
        add(&desk, new(&format!("{login}.cijfers"), Role::Analyst), &bo.id).unwrap();
    }
    later(60 * 24 * 3600);
    let unseen = |who: &Person| -> Vec<String> {
        let given = access::page(&desk, &who.id).unwrap().given;
        given.iter().filter(|given| given.unseen).map(|given| given.name.as_str().to_owned()).collect()
    };
    let names = unseen(&fleur);
    assert!(["een", "twee", "drie", "vier"].iter().all(|one| names.contains(&format!("{one} Verzonnen"))), "{names:?}");
    assert!(
        !names.iter().any(|name| name.contains("cijfers") || name == "Fleur Voorbeeld"),
        "figures only, or oneself"
    );
    assert!(names.contains(&"Bo Beheer".to_owned()), "who asks for accounts");
    assert!(!unseen(&faye).contains(&"een Verzonnen".to_owned()), "who confirmed it knows");
    let shown =
        access::page(&desk, &fleur.id).unwrap().given.into_iter().find(|one| one.name.as_str() == "een Verzonnen");
    let shown = shown.unwrap();
    let stale = access::answer(&desk, &shown.id, shown.revision.next(), AccessAnswer::Seen, &fleur.id);
    assert_eq!(kind(stale), Some(ProblemKind::Stale));
    access::answer(&desk, &shown.id, shown.revision, AccessAnswer::Seen, &fleur.id).unwrap();
    access::answer(&desk, &shown.id, shown.revision, AccessAnswer::Seen, &bo.id).unwrap();
    assert_eq!(unseen(&fleur).len(), names.len() - 1, "and the revision stayed, so another person can say so too");
    assert_eq!(access::page(&desk, &fleur.id).unwrap().given.len(), names.len() - 1, "older and seen is not shown");
}
