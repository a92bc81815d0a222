//! Passwords, codes and recovery codes.
use super::*;
use crate::{
    Stores,
    login::{limit::Caller, own},
    testing::{self, Touch, Watch, Watched},
};
use keyvalue::StoreError;
use kit::store::cell;
use shared::contract::OwnAccountCommand;
use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

fn caller(desk: &Desk) -> Caller {
    Caller::of(desk, &http::HeaderMap::new())
}

#[test]
fn a_code_counts_once_and_so_does_a_recovery_code() {
    let desk = instance();
    let [fleur, ..] = set_up(&desk);
    assert_eq!(kind(fleur.log_in(&desk, &fleur.code())), Some(ProblemKind::WrongCredentials), "used to accept");
    later(30);
    let code = fleur.code();
    assert!(fleur.log_in(&desk, &code).is_ok());
    assert_eq!(kind(fleur.log_in(&desk, &code)), Some(ProblemKind::WrongCredentials));
    let recovery = fleur.recovery[3].to_lowercase().replace(' ', "-");
    assert!(fleur.log_in(&desk, &recovery).is_ok());
    assert_eq!(kind(fleur.log_in(&desk, &recovery)), Some(ProblemKind::WrongCredentials));
    assert_eq!(fleur.recovery.len(), 10);
    for bad in ["", "000000", "abcd", &fleur.recovery[4][..13]] {
        assert_eq!(kind(fleur.log_in(&desk, bad)), Some(ProblemKind::WrongCredentials), "{bad}");
    }
}

#[test]
fn a_right_code_beside_a_wrong_password_stays_good() {
    let desk = instance();
    let [fleur, ..] = set_up(&desk);
    later(30);
    let (password, code) = ("een heel ander verzonnen zin".into(), fleur.code());
    let wrong = Credentials { login: fleur.login.clone(), password, code: code.clone() };
    let wrong = problem(session::log_in(&desk, &wrong));
    assert!(fleur.log_in(&desk, &code).is_ok());
    let nobody = Credentials { login: Login::parse("niemand").unwrap(), password: PASSWORD.into(), code };
    assert_eq!(problem(session::log_in(&desk, &nobody)), wrong, "the same answer for a name that nobody has");
}

#[test]
fn the_same_code_at_the_same_moment_lets_one_in() {
    let desk = instance();
    let [fleur, ..] = set_up(&desk);
    later(30);
    let (code, millis) = (fleur.code(), NOW.get());
    let inside = std::thread::scope(|scope| {
        let one = || {
            NOW.set(millis);
            fleur.log_in(&desk, &code).is_ok()
        };
        let all: Vec<_> = (0..4).map(|_| scope.spawn(one)).collect();
        all.into_iter().map(|one| one.join().unwrap()).filter(|inside| *inside).count()
    });
    assert_eq!(inside, 1);
}

#[test]
fn own_password_and_codes_change_only_after_both_are_shown_again() {
    let desk = instance();
    let [fleur, ..] = set_up(&desk);
    later(30);
    let (here, there) = (fleur.log_in(&desk, &fleur.code()).unwrap(), fleur.log_in(&desk, &fleur.recovery[0]).unwrap());
    let ask = |password: &str, code: String, new: &str| {
        let asked = OwnAccountCommand::Password { password: password.into(), code, new: new.into() };
        own::command(&desk, &here, &caller(&desk), &asked)
    };
    let fresh = "een nieuwe verzonnen zin";
    later(30);
    assert_eq!(kind(ask("een heel ander verzonnen zin", fleur.code(), fresh)), Some(ProblemKind::WrongCredentials));
    assert_eq!(kind(ask(PASSWORD, "000000".into(), fresh)), Some(ProblemKind::WrongCredentials));
    assert_eq!(kind(ask(PASSWORD, fleur.code(), "te kort")), Some(ProblemKind::BadRequest));
    ask(PASSWORD, fleur.code(), fresh).unwrap();
    assert_eq!(kind(ask(PASSWORD, fleur.recovery[1].clone(), fresh)), Some(ProblemKind::WrongCredentials));
    let asked = OwnAccountCommand::RecoveryCodes { password: fresh.into(), code: fleur.recovery[1].clone() };
    let codes = own::command(&desk, &here, &caller(&desk), &asked).unwrap().recovery_codes;
    assert_eq!(codes.len(), 10);
    let credentials =
        |code: &str| Credentials { login: fleur.login.clone(), password: fresh.into(), code: code.into() };
    assert!(session::log_in(&desk, &credentials(&fleur.recovery[2])).is_err(), "the old codes ended");
    assert!(session::log_in(&desk, &credentials(&codes[0])).is_ok());
    let _both = (here, there);
}

/// An account as it was stored before there were second factors. Whoever had only a password needs an invitation.
#[test]
fn an_account_of_before_loads_and_cannot_log_in() {
    let desk = instance();
    let old = serde_json::json!([{
        "id": "00112233445566778899aabbccddeeff", "revisie": 3, "inlognaam": "Oud.Verzonnen", "naam": "Oud Verzonnen",
        "rol": "af", "wachtwoord": "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAA", "geblokkeerd": false,
        "tijdperk": 2
    }]);
    desk.cases.set(&cell::accounts(), &old).unwrap();
    let account = all(&desk).unwrap().remove(0);
    assert!(!account.can_log_in() && account.revision == Revision(3));
    let login = Login::parse("oud.verzonnen").unwrap();
    let credentials = Credentials { login, password: PASSWORD.into(), code: "123456".into() };
    assert_eq!(kind(session::log_in(&desk, &credentials)), Some(ProblemKind::WrongCredentials));
}

/// Counts how often the store is asked.
#[derive(Default)]
struct Asked(Arc<AtomicUsize>);

impl Watch for Asked {
    fn touch(&self, _: &Touch<'_>) -> Result<(), StoreError> {
        self.0.fetch_add(1, Ordering::SeqCst);
        Ok(())
    }
}

/// The time an answer takes says nothing of who has an account.
#[test]
fn an_unknown_name_asks_the_store_as_often_as_a_known_one() {
    let stores = testing::stores();
    let desk = testing::desk(stores.clone(), now, &[5]);
    crate::key_check::check(&desk).unwrap();
    let new = vec![examples::new_account(Role::Officer).unwrap()];
    first_enrolled(&desk, new, PASSWORD, TotpKey::from_bytes([7; 20])).unwrap();
    let count = Arc::<AtomicUsize>::default();
    let cases = Arc::new(Watched { store: stores.cases.clone(), watch: Asked(count.clone()) });
    let watched = testing::desk(Stores { cases, ..stores }, now, &[5]);
    let times = |login: &str| {
        count.store(0, Ordering::SeqCst);
        let login = Login::parse(login).unwrap();
        let credentials = Credentials { login, password: "een heel ander verzonnen zin".into(), code: "123456".into() };
        assert_eq!(kind(session::log_in(&watched, &credentials)), Some(ProblemKind::WrongCredentials));
        count.load(Ordering::SeqCst)
    };
    times("fleur.voorbeeld");
    assert_eq!(times("fleur.voorbeeld"), times("niemand.verzonnen"));
}
