//! When reports are taken, and how long an invitation counts.
use super::*;
use crate::{
    Stores,
    testing::{self, Touch, Watch, Watched},
};
use keyvalue::StoreError;
use kit::{
    inbox::intake_open,
    store::cell::{self, Kind},
};
use shared::contract::Password;
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

#[test]
fn reports_are_taken_once_an_officer_is_there_and_the_privacy_officer_has_seen_everybody() {
    let desk = instance();
    let roles = [Role::Officer, Role::Administrator, Role::PrivacyOfficer];
    let done = first(&desk, roles.map(|role| examples::new_account(role).unwrap()).to_vec()).unwrap();
    let is_open = || intake_open::check(&desk.inbox).is_ok();
    for at in [1, 0, 2] {
        let _person = Person::accept(&desk, &done[at]);
        assert!(!is_open(), "after {at}");
    }
    let [fleur, bo, faye] = [0, 1, 2].map(|at| done[at].account.id.clone());
    for other in [&fleur, &bo] {
        see_all(&desk, other);
        assert!(!is_open(), "only the FG decides");
    }
    see_all(&desk, &faye);
    assert!(is_open());
    assert_eq!(kind(first(&desk, vec![new("nog.iemand", Role::Officer)])), Some(ProblemKind::Exists));
}

#[test]
fn an_invitation_works_once_within_a_week_and_names_errors() {
    let desk = instance();
    let [_, bo, _] = set_up(&desk);
    let done = add(&desk, new("nog.een.beheer", Role::Administrator), &bo.id).unwrap();
    let words = whole(&done);
    assert_eq!(done.invitation.as_ref().unwrap().until, Some(now().plus_seconds(7 * 24 * 3600)));
    let (one, two) = (invitation::look(&desk, &words).unwrap(), invitation::look(&desk, &words).unwrap());
    assert_ne!(one.secret, two.secret, "whoever looked first does not know what the next one enrols");
    let ask = |nonce: &str, password: &str, secret: &str| AcceptInvitation {
        word: words.word.clone(),
        other: None,
        nonce: nonce.into(),
        password: password.into(),
        code: TotpKey::parse(secret).unwrap().code(step(now())),
    };
    let wrong = problem(invitation::accept(&desk, &ask(&two.nonce, "te kort", &one.secret)));
    let pointers: Vec<&str> = wrong.errors.iter().map(|error| error.pointer.as_str()).collect();
    assert_eq!(pointers, ["/wachtwoord", "/code"], "all at once");
    let guessed = problem(invitation::accept(&desk, &ask(&two.nonce, "Wachtwoord2026!", &two.secret)));
    assert_eq!(guessed.errors[0].code, Password::GUESSABLE);
    assert!(invitation::accept(&desk, &ask(&two.nonce, PASSWORD, &two.secret)).is_ok());
    assert_eq!(kind(invitation::accept(&desk, &ask(&two.nonce, PASSWORD, &two.secret))), Some(ProblemKind::NotFound));
    assert_eq!(kind(invitation::look(&desk, &words)), Some(ProblemKind::NotFound));
    let late = whole(&add(&desk, new("te.laat", Role::Administrator), &bo.id).unwrap());
    later(7 * 24 * 3600);
    assert_eq!(kind(invitation::look(&desk, &late)), Some(ProblemKind::NotFound));
}

#[test]
fn a_refused_withdrawn_or_blocked_invitation_opens_nothing() {
    let desk = instance();
    let [fleur, bo, faye] = set_up(&desk);
    let ask = |login: &str| add(&desk, new(login, Role::Officer), &bo.id).unwrap();
    let refused = ask("een").account;
    access::answer(&desk, &refused.id, refused.revision, AccessAnswer::Refuse, &faye.id).unwrap();
    let twice = access::answer(&desk, &refused.id, Revision(2), AccessAnswer::Confirm, &fleur.id);
    assert_eq!(kind(twice), Some(ProblemKind::NotFound), "no request is left");
    for (login, end) in [("twee", AccountCommand::Withdraw), ("drie", AccountCommand::Block)] {
        let half = ask(login);
        let asked = half.account.clone();
        let done = access::answer(&desk, &asked.id, asked.revision, AccessAnswer::Confirm, &fleur.id).unwrap();
        let words = both(&half, &done);
        assert!(invitation::look(&desk, &words).is_ok());
        command(&desk, &asked.id, done.account.revision, &end, &bo.id).unwrap();
        assert_eq!(kind(invitation::look(&desk, &words)), Some(ProblemKind::NotFound), "{login}");
        command(&desk, &asked.id, Revision(3), &AccountCommand::Unblock, &bo.id).unwrap();
        assert_eq!(kind(invitation::look(&desk, &words)), Some(ProblemKind::NotFound), "{login}, set free again");
    }
}

/// Between a swap of the accounts and the look whether it succeeded, changes the name of somebody else's account.
struct Between {
    stores: Stores,
    swapped: AtomicBool,
}

impl Watch for Between {
    fn touch(&self, touch: &Touch<'_>) -> Result<(), StoreError> {
        if matches!(touch, Touch::Swap(key) if *key == Kind::Accounts.name()) {
            self.swapped.store(true, Ordering::SeqCst);
        }
        Ok(())
    }

    fn seen(&self, key: &str, value: Option<Vec<u8>>) -> Option<Vec<u8>> {
        if key != Kind::Accounts.name() || !self.swapped.swap(false, Ordering::SeqCst) {
            return value;
        }
        let other = testing::desk(self.stores.clone(), now, &[5]);
        update(&other, |accounts| {
            accounts[1].name = Line::parse("Intussen").unwrap();
            Ok(())
        })
        .unwrap();
        self.stores.cases.get(key).unwrap()
    }
}

/// Some stores say of every swap that it lost. Whoever looks finds what somebody else has written since.
#[test]
fn an_invitation_stays_accepted_when_somebody_else_is_at_it_in_the_same_moment() {
    for (name, kind) in testing::KINDS_OF_STORE {
        let stores = Stores { inbox: kind(), cases: kind(), keys: kind() };
        let desk = testing::desk(stores.clone(), now, &[5]);
        crate::key_check::check(&desk).unwrap();
        let roles = [Role::Officer, Role::Administrator, Role::PrivacyOfficer];
        let done = first(&desk, roles.map(|role| examples::new_account(role).unwrap()).to_vec()).unwrap();
        let watch = Between { stores: stores.clone(), swapped: AtomicBool::new(false) };
        let cases = Arc::new(Watched { store: stores.cases.clone(), watch });
        let busy = testing::desk(Stores { cases, ..stores }, now, &[5]);
        let fleur = Person::accept(&busy, &done[0]);
        assert!(fleur.log_in(&desk, &fleur.recovery[0]).is_ok(), "{name}");
    }
}

/// A machine that stops in the middle leaves no access that the audit says nothing of: a number that was taken and has
/// no line is accounted for.
#[test]
fn accepting_that_stops_at_any_write_leaves_the_number_of_a_line() {
    let (mut enrolled, mut whole) = (0, false);
    for writes in 0..20 {
        let stores = testing::stores();
        let desk = testing::desk(stores.clone(), now, &[5]);
        crate::key_check::check(&desk).unwrap();
        let done = first(&desk, vec![examples::new_account(Role::Officer).unwrap()]).unwrap().remove(0);
        let words = whole_words(&desk, &done);
        let number = || desk.cases.last_number(&cell::AUDIT_NUMBERS).unwrap();
        let before = number();
        let left = Arc::new(std::sync::Mutex::new(writes));
        let cases = testing::stops(stores.cases.clone(), &left);
        let stopping = testing::desk(Stores { cases, ..stores.clone() }, now, &[5]);
        whole = invitation::accept(&stopping, &words).is_ok();
        if all(&desk).unwrap()[0].can_log_in() {
            enrolled += 1;
            assert!(number() > before, "after {writes} writes");
        }
        if whole {
            break;
        }
    }
    assert!(enrolled > 1 && whole);
}

/// An invitation that was looked at, filled in.
fn whole_words(desk: &Desk, done: &AccountDone) -> AcceptInvitation {
    let InvitationView { nonce, secret, .. } = invitation::look(desk, &whole(done)).unwrap();
    let code = TotpKey::parse(&secret).unwrap().code(step(now()));
    AcceptInvitation { word: word(done), other: None, nonce, password: PASSWORD.into(), code }
}
