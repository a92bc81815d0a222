//! When reports are taken, and how long an invitation counts.
use super::*;
use kit::inbox::intake_open;

#[test]
fn reports_are_taken_once_an_officer_and_the_privacy_officer_can_log_in() {
    let desk = instance();
    let roles = [Role::Officer, Role::Administrator, Role::PrivacyOfficer];
    let done = first(&desk, roles.map(|role| examples::new_account(role).unwrap()).to_vec()).unwrap();
    for (at, open) in [(1, false), (0, false), (2, true)] {
        let _person = Person::accept(&desk, &done[at]);
        assert_eq!(intake_open::check(&desk.inbox).is_ok(), open, "after {at}");
    }
    assert_eq!(kind(first(&desk, vec![new("nog.iemand", Role::Officer)])), Some(ProblemKind::Exists));
}

#[test]
fn an_invitation_works_once_within_a_week_and_names_errors() {
    let desk = instance();
    let [_, bo, _] = set_up(&desk);
    let done = add(&desk, new("nog.een.beheer", Role::Administrator), &bo.id).unwrap();
    let word = done.invitation.clone().unwrap().word;
    assert_eq!(done.invitation.as_ref().unwrap().until, now().plus_seconds(7 * 24 * 3600));
    let (one, two) = (invitation::look(&desk, &word).unwrap(), invitation::look(&desk, &word).unwrap());
    assert_ne!(one.secret, two.secret, "whoever looked first does not know what the next one enrols");
    let ask = |nonce: &str, password: &str, secret: &str| AcceptInvitation {
        word: word.clone(),
        nonce: nonce.into(),
        password: password.into(),
        code: TotpKey::parse(secret).unwrap().code(step(now())),
    };
    let wrong = problem(invitation::accept(&desk, &ask(&two.nonce, "te kort", &one.secret)));
    let pointers: Vec<&str> = wrong.errors.iter().map(|error| error.pointer.as_str()).collect();
    assert_eq!(pointers, ["/wachtwoord", "/code"], "all at once");
    assert!(invitation::accept(&desk, &ask(&two.nonce, PASSWORD, &two.secret)).is_ok());
    assert_eq!(kind(invitation::accept(&desk, &ask(&two.nonce, PASSWORD, &two.secret))), Some(ProblemKind::NotFound));
    assert_eq!(kind(invitation::look(&desk, &word)), Some(ProblemKind::NotFound));
    let late = add(&desk, new("te.laat", Role::Administrator), &bo.id).unwrap().invitation.unwrap().word;
    later(7 * 24 * 3600);
    assert_eq!(kind(invitation::look(&desk, &late)), Some(ProblemKind::NotFound));
}

#[test]
fn a_refused_withdrawn_or_blocked_invitation_opens_nothing() {
    let desk = instance();
    let [fleur, bo, faye] = set_up(&desk);
    let ask = |login: &str| add(&desk, new(login, Role::Officer), &bo.id).unwrap().account;
    let refused = ask("een");
    access::answer(&desk, &refused.id, refused.revision, AccessAnswer::Refuse, &faye.id).unwrap();
    let twice = access::answer(&desk, &refused.id, Revision(2), AccessAnswer::Confirm, &fleur.id);
    assert_eq!(kind(twice), Some(ProblemKind::NotFound), "no request is left");
    for (login, end) in [("twee", AccountCommand::Withdraw), ("drie", AccountCommand::Block)] {
        let asked = ask(login);
        let done = access::answer(&desk, &asked.id, asked.revision, AccessAnswer::Confirm, &fleur.id).unwrap();
        let word = done.invitation.unwrap().word;
        command(&desk, &asked.id, done.account.revision, &end, &bo.id).unwrap();
        assert_eq!(kind(invitation::look(&desk, &word)), Some(ProblemKind::NotFound), "{login}");
        command(&desk, &asked.id, Revision(3), &AccountCommand::Unblock, &bo.id).unwrap();
        assert_eq!(kind(invitation::look(&desk, &word)), Some(ProblemKind::NotFound), "{login}, set free again");
    }
}
