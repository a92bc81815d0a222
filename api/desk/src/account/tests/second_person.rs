//! Access that a second person confirms.
use super::*;
use shared::contract::AccessKind;

/// Everything a beheerder can ask alone about an account of this role. Nothing of it gives more than half an
/// invitation.
#[test]
fn a_role_that_reads_content_or_confirms_needs_a_second_person() {
    let desk = instance();
    let [fleur, bo, faye] = set_up(&desk);
    for role in [Role::Officer, Role::PrivacyOfficer] {
        let done = add(&desk, new(role.as_str(), role), &bo.id).unwrap();
        assert!(is_half(&desk, &done));
        let (id, revision) = (done.account.id.clone(), done.account.revision);
        // asking again gives no more, nor do two first halves together, nor does answering the own request
        let again = command(&desk, &id, revision, &AccountCommand::Invite, &bo.id).unwrap();
        assert!(is_half(&desk, &again) && word(&again) != word(&done));
        assert_eq!(kind(invitation::look(&desk, &both(&done, &again))), Some(ProblemKind::NotFound));
        let revision = again.account.revision;
        let own = access::answer(&desk, &id, revision, AccessAnswer::Confirm, &bo.id);
        assert_eq!(kind(own), Some(ProblemKind::Forbidden));
        let stale = access::answer(&desk, &id, Revision(1), AccessAnswer::Confirm, &fleur.id);
        assert_eq!(kind(stale), Some(ProblemKind::Stale), "a person confirms what they looked at");
        let page = access::page(&desk, &fleur.id).unwrap();
        let shown = page.requests.iter().find(|request| request.id == id).unwrap();
        assert!(shown.may_answer && shown.asked_by.as_str() == "Bo Beheer" && shown.kind == AccessKind::New);
        let confirmed = access::answer(&desk, &id, revision, AccessAnswer::Confirm, &faye.id).unwrap();
        let person = Person::accept_both(&desk, &again, &confirmed);
        later(30);
        assert!(person.log_in(&desk, &person.code()).is_ok());
        let given = access::page(&desk, &fleur.id).unwrap().given;
        let given = given.iter().find(|given| given.name == done.account.name).unwrap();
        assert_eq!(given.asked_by.as_ref().map(Line::as_str), Some("Bo Beheer"));
        assert_eq!(given.confirmed_by.as_ref().map(Line::as_str), Some("Faye Gegevens"));
    }
}

#[test]
fn a_new_way_to_log_in_takes_another_person_and_ends_the_old_one() {
    let desk = instance();
    let [fleur, bo, faye] = set_up(&desk);
    later(30);
    let session = fleur.log_in(&desk, &fleur.code()).unwrap();
    let asked = command(&desk, &fleur.id, fleur.revision(&desk), &AccountCommand::Invite, &bo.id).unwrap();
    assert!(is_half(&desk, &asked));
    let revision = asked.account.revision;
    assert_eq!(
        kind(access::answer(&desk, &fleur.id, revision, AccessAnswer::Confirm, &fleur.id)),
        Some(ProblemKind::Forbidden),
        "nobody confirms their own access"
    );
    assert!(!access::page(&desk, &fleur.id).unwrap().requests[0].may_answer);
    let done = access::answer(&desk, &fleur.id, revision, AccessAnswer::Confirm, &faye.id).unwrap();
    later(30);
    assert!(fleur.log_in(&desk, &fleur.code()).is_ok(), "the old way works until the new one is accepted");
    let again = Person::accept_both(&desk, &asked, &done);
    later(60);
    assert_eq!(kind(fleur.log_in(&desk, &fleur.code())), Some(ProblemKind::WrongCredentials), "the old app");
    assert_eq!(kind(fleur.log_in(&desk, &fleur.recovery[0])), Some(ProblemKind::WrongCredentials), "the old codes");
    assert!(again.log_in(&desk, &again.code()).is_ok());
    let account = all(&desk).unwrap().into_iter().find(|account| account.id == session.account).unwrap();
    assert!(account.epoch > 2, "and every earlier session has ended");
}

#[test]
fn the_last_account_that_can_log_in_is_not_blocked() {
    let desk = instance();
    let people = set_up(&desk);
    // an account that nobody can log in with does not count
    add(&desk, new("nog.niemand", Role::Officer), &people[1].id).unwrap();
    for person in &people {
        let blocked = command(&desk, &person.id, person.revision(&desk), &AccountCommand::Block, &people[1].id);
        assert_eq!(kind(blocked), Some(ProblemKind::Exists));
    }
}

/// An account that is blocked, as an AF and as a beheerder: nothing gives it an invitation before it is unblocked.
#[test]
fn nobody_who_is_blocked_is_invited() {
    let desk = instance();
    let [fleur, bo, _] = set_up(&desk);
    for role in [Role::Officer, Role::Administrator] {
        let made = add(&desk, new(role.as_str(), role), &bo.id).unwrap().account;
        let on = |at: Revision, asked: &AccountCommand| command(&desk, &made.id, at, asked, &bo.id);
        let blocked = on(made.revision, &AccountCommand::Block).unwrap().account;
        assert!(blocked.asked.is_none() && blocked.invited_until.is_none());
        assert_eq!(kind(on(blocked.revision, &AccountCommand::Invite)), Some(ProblemKind::Exists));
        assert_eq!(kind(access::invite_on_server(&desk, &made.login)), Some(ProblemKind::Exists));
        let requests = access::page(&desk, &fleur.id).unwrap().requests;
        assert!(requests.iter().all(|request| request.id != made.id));
        let free = on(blocked.revision, &AccountCommand::Unblock).unwrap().account;
        assert!(on(free.revision, &AccountCommand::Invite).is_ok());
    }
}

/// Whoever confirms could otherwise choose a password and an app in the name of a colleague.
#[test]
fn neither_who_asks_nor_who_confirms_can_accept_alone() {
    let desk = instance();
    let [fleur, bo, faye] = set_up(&desk);
    let asked = add(&desk, new("tweede.af", Role::Officer), &bo.id).unwrap();
    let id = asked.account.id.clone();
    let confirmed = access::answer(&desk, &id, asked.account.revision, AccessAnswer::Confirm, &faye.id).unwrap();
    let stored = serde_json::to_string(&all(&desk).unwrap()).unwrap();
    for done in [&asked, &confirmed] {
        let half = word(done);
        let refused = |other: Option<String>| {
            let look = invitation::look(&desk, &InvitationWord { word: half.clone(), other: other.clone() });
            let (nonce, password, code) = (String::from("00"), PASSWORD.into(), "123456".into());
            let accept = AcceptInvitation { word: half.clone(), other, nonce, password, code };
            assert_eq!(kind(look), Some(ProblemKind::NotFound));
            assert_eq!(kind(invitation::accept(&desk, &accept)), Some(ProblemKind::NotFound));
        };
        [None, Some(half.clone()), Some(half.replace(['1', '2'], "3"))].into_iter().for_each(refused);
        assert!(!stored.contains(half.get(2..).unwrap()), "it is stored nowhere");
    }
    let other_way = InvitationWord { word: word(&confirmed), other: Some(word(&asked)) };
    assert!(invitation::look(&desk, &other_way).is_ok(), "in either order");
    let person = Person::accept_both(&desk, &asked, &confirmed);
    assert_eq!(kind(invitation::look(&desk, &both(&asked, &confirmed))), Some(ProblemKind::NotFound), "once");
    // the halves of two invitations do not fit together
    let again = command(&desk, &id, person.revision(&desk), &AccountCommand::Invite, &bo.id).unwrap();
    access::answer(&desk, &id, again.account.revision, AccessAnswer::Confirm, &fleur.id).unwrap();
    assert_eq!(kind(invitation::look(&desk, &both(&again, &confirmed))), Some(ProblemKind::NotFound));
}

/// A request of before there were halves has none.
#[test]
fn a_request_without_a_half_is_asked_again() {
    let desk = instance();
    let [_, bo, faye] = set_up(&desk);
    let asked = add(&desk, new("tweede.af", Role::Officer), &bo.id).unwrap().account;
    update(&desk, |accounts| {
        let mut stored = serde_json::to_value(&accounts).unwrap();
        let of = stored.as_array_mut().unwrap().iter_mut().find(|one| one["id"] == asked.id.as_str()).unwrap();
        of["gevraagd"].as_object_mut().unwrap().remove("helft").expect("a half");
        *accounts = serde_json::from_value(stored).unwrap();
        Ok(())
    })
    .unwrap();
    let confirmed = access::answer(&desk, &asked.id, asked.revision, AccessAnswer::Confirm, &faye.id);
    assert_eq!(kind(confirmed), Some(ProblemKind::Exists));
    let again = command(&desk, &asked.id, asked.revision, &AccountCommand::Invite, &bo.id).unwrap();
    let done = access::answer(&desk, &asked.id, again.account.revision, AccessAnswer::Confirm, &faye.id).unwrap();
    Person::accept_both(&desk, &again, &done);
}

/// Being invited is not being there: a case would wait for somebody who cannot see it.
#[test]
fn cases_are_given_to_an_officer_who_can_log_in() {
    let desk = instance();
    let [fleur, bo, _] = set_up(&desk);
    add(&desk, new("nog.niemand", Role::Officer), &bo.id).unwrap();
    let accounts = all(&desk).unwrap();
    let active = colleagues(&desk, &accounts).unwrap().into_iter().filter(|one| one.active).map(|one| one.id);
    assert_eq!(active.collect::<Vec<_>>(), std::slice::from_ref(&fleur.id));
    let named = accounts.iter().map(StoredAccount::named).filter(|one| one.active).map(|one| one.id);
    assert_eq!(named.collect::<Vec<_>>(), [fleur.id], "the same to the screens, and no beheerder or FG");
}

/// Blocking takes the local log-in away, so unblocking alone gives nothing back.
#[test]
fn a_blocked_account_has_no_log_in_left_when_it_is_unblocked() {
    let desk = instance();
    let [_, bo, faye] = set_up(&desk);
    let person = Person::confirmed(&desk, "tweede.af", &bo, &faye);
    for act in [AccountCommand::Block, AccountCommand::Unblock] {
        command(&desk, &person.id, person.revision(&desk), &act, &bo.id).unwrap();
        later(30);
        assert_eq!(kind(person.log_in(&desk, &person.code())), Some(ProblemKind::WrongCredentials), "{act:?}");
    }
    assert!(!desk.cases.keys().unwrap().iter().any(|key| {
        all(&desk).unwrap().iter().all(|one| one.credential().is_none_or(|name| !key.ends_with(name)))
            && key.starts_with("credential:")
    }));
    let asked = command(&desk, &person.id, person.revision(&desk), &AccountCommand::Invite, &bo.id).unwrap();
    assert!(is_half(&desk, &asked), "a second person confirms it");
}

#[test]
fn a_blocked_work_account_that_sees_content_is_unblocked_by_two() {
    let desk = instance();
    let [fleur, bo, _] = set_up(&desk);
    let fingerprint = "0b".repeat(16);
    let work = arrive(&desk, &fingerprint, Role::Officer);
    access::answer(&desk, &work.id, work.revision, AccessAnswer::Confirm, &fleur.id).unwrap();
    let revision = || all(&desk).unwrap().into_iter().find(|one| one.id == work.id).unwrap().revision;
    let by_bo = |act| command(&desk, &work.id, revision(), &act, &bo.id).unwrap();
    by_bo(AccountCommand::Block);
    let asked = by_bo(AccountCommand::Unblock).account;
    assert!(asked.blocked && asked.asked.is_some());
    assert!(work::admit(&desk, &fingerprint, None, Role::Officer).is_err(), "still blocked");
    let own = access::answer(&desk, &work.id, revision(), AccessAnswer::Confirm, &bo.id);
    assert_eq!(kind(own), Some(ProblemKind::Forbidden));
    let done = access::answer(&desk, &work.id, revision(), AccessAnswer::Confirm, &fleur.id).unwrap();
    assert!(!done.account.blocked && done.invitation.is_none());
    let given = access::page(&desk, &fleur.id).unwrap().given;
    assert!(given.iter().any(|given| given.kind == AccessKind::Unblocked));
    assert!(work::admit(&desk, &fingerprint, None, Role::Officer).is_ok());
}
