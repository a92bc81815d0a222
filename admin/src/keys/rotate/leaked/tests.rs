//! After a leak the old secret makes nothing that counts, and nobody is locked out who has a right to come in.
use super::*;
use crate::{
    backup::{make, tests::options as backup_options, tests::put_back},
    check::inspect,
    keys::{KeyVariables, Task, run as run_keys},
    seed::tests::{profiles, seeded},
};
use desk::{account::ACCOUNTS, audit, case, login::session};
use keyvalue::{Memory, Store};
use kit::{
    Failure, clock,
    inbox::{arrival::accept, secret::Secret},
    instance::PRACTICE_FACTOR,
    totp::TotpKey,
};
use shared::{
    access::Role,
    audit::AuditAction,
    contract::{Credentials, InvitationWord, examples},
    report::Channel,
    text::Login,
};
use std::sync::Arc;

/// A practice instance whose key was seen: with what the thief has, and a new key in front of it.
struct Leak {
    _folder: tempfile::TempDir,
    seeded: crate::seed::Options,
    old: KeyVariables,
}

impl Leak {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (_, seeded) = seeded(folder.path());
        let old = seeded.keys.read().unwrap();
        run_keys(&Task::Rotate(seeded.keys.clone()), profiles()).unwrap();
        Self { _folder: folder, seeded, old }
    }

    fn stores(&self, keys: KeyVariables) -> Stores {
        Stores::open(&self.seeded.runtime_config, keys).unwrap()
    }

    /// The instance with the keys that are in the file now.
    fn now(&self) -> (Stores, Desk) {
        let stores = self.stores(self.seeded.keys.read().unwrap());
        let desk = stores.desk(profiles(), "hengelo", true, clock::now);
        (stores, desk)
    }

    fn command(&self) -> Done {
        let (runtime_config, keys) = (self.seeded.runtime_config.clone(), self.seeded.keys.clone());
        let instance = Instance { runtime_config, keys, gemeente: "hengelo".into() };
        let two_hands = TwoHands { af: Some("fleur.voorbeeld".into()), fg: Some("faye.gegevens".into()) };
        after_leak(profiles(), &instance, &two_hands, Duration::ZERO).unwrap()
    }

    /// The list of accounts with the beheerder as an AF, as whoever has the old secret makes it.
    fn forged(&self, desk: &Desk) -> Vec<u8> {
        let memory: [Arc<dyn Store>; 3] = std::array::from_fn(|_| Arc::new(Memory::default()) as Arc<dyn Store>);
        let [inbox, cases, keys] = memory;
        let old = self.old.clone();
        let variables = Arc::new(move |name: &str| match name {
            "gemeente" => Some("hengelo".to_owned()),
            "sealing_public" => Some(old.public.clone()),
            "sealing_secrets" => Some(old.secrets.clone()),
            _other => None,
        });
        let environment = kit::instance::Environment {
            now: clock::now,
            profiles: profiles().to_owned(),
            variables,
            overlay: Default::default(),
        };
        let thief = Desk::new(desk::Stores { inbox, cases: cases.clone(), keys }, environment);
        let mut all = account::all(desk).unwrap();
        all.iter_mut().filter(|one| one.role == Role::Administrator).for_each(|one| one.role = Role::Officer);
        thief.cases.set(&ACCOUNTS, &all).unwrap();
        cases.get("accounts").unwrap().unwrap()
    }
}

fn officers(desk: &Desk) -> Result<usize, Failure> {
    Ok(account::all(desk)?.iter().filter(|one| one.role == Role::Officer).count())
}

#[test]
fn accounts_made_with_the_old_secret_count_before_the_command_and_not_after_it() {
    let leak = Leak::new();
    let (stores, desk) = leak.now();
    let (forged, real) = (leak.forged(&desk), stores.raw().cases.get("accounts").unwrap().unwrap());
    stores.raw().cases.set("accounts", &forged).unwrap();
    assert_eq!(officers(&desk), Ok(3), "one more than there are");
    stores.raw().cases.set("accounts", &real).unwrap();
    assert!(leak.command().marked);
    let (stores, desk) = leak.now();
    let real = stores.raw().cases.get("accounts").unwrap().unwrap();
    stores.raw().cases.set("accounts", &forged).unwrap();
    assert_eq!(officers(&desk), Err(Failure::Unreadable("account list")));
    stores.raw().cases.set("accounts", &real).unwrap();
    assert_eq!(officers(&desk), Ok(2));
    assert_eq!(inspect(&stores, &desk).unwrap().findings, Vec::<String>::new());
    let another = leak.stores(leak.old.clone());
    assert!(officers(&another.kit_now(profiles(), "hengelo")).is_err());
}

#[test]
fn a_report_sealed_with_the_old_public_key_still_comes_in() {
    let leak = Leak::new();
    leak.command();
    let before = leak.stores(leak.old.clone()).desk(profiles(), "hengelo", true, clock::now);
    let secret = Secret::from_bytes([9; 16]);
    let accepted = accept(&before.inbox, &secret, &examples::draft(), Channel::Form {}).unwrap();
    let (stores, desk) = leak.now();
    assert_eq!(case::take_in(&desk), Ok(Some(1)));
    assert!(case::load(&desk, &accepted.id).is_ok());
    assert_eq!(inspect(&stores, &desk).unwrap().findings, Vec::<String>::new());
}

#[test]
fn old_log_ins_are_over_two_named_people_come_in_and_a_second_run_takes_nothing_away() {
    let leak = Leak::new();
    let code = |desk: &Desk| TotpKey::from_bytes(*PRACTICE_FACTOR).code(kit::totp::step(desk.now()));
    let log_in = |desk: &Desk, login: &str| {
        let (login, password, code) = (Login::parse(login).unwrap(), "oefenen met meldroute".into(), code(desk));
        session::log_in(desk, &Credentials { login, password, code })
    };
    let (stores, desk) = leak.now();
    log_in(&desk, "mo.fictief").unwrap();
    let sessions =
        |stores: &Stores| stores.raw().cases.keys().unwrap().iter().filter(|name| name.starts_with("session:")).count();
    assert_eq!(sessions(&stores), 1);
    let done = leak.command();
    let (stores, desk) = leak.now();
    assert_eq!(sessions(&stores), 0);
    for login in ["fleur.voorbeeld", "mo.fictief", "faye.gegevens", "bo.beheer"] {
        assert!(log_in(&desk, login).is_err(), "{login}");
    }
    let recalled = done.recalled.unwrap();
    assert_eq!((recalled.invited.len(), recalled.waiting.len(), recalled.out.len()), (2, 1, 2));
    let again = leak.command();
    assert!(again.recalled.is_none() && again.records == 0, "{}", again.records);
    for done in &recalled.invited {
        let word = InvitationWord { word: done.invitation.as_ref().unwrap().word.clone(), other: None };
        assert!(account::invitation::look(&desk, &word).is_ok());
    }
}

#[test]
fn nothing_is_done_before_two_people_are_named() {
    let leak = Leak::new();
    let (runtime_config, keys) = (leak.seeded.runtime_config.clone(), leak.seeded.keys.clone());
    let instance = Instance { runtime_config, keys, gemeente: "hengelo".into() };
    let why = after_leak(profiles(), &instance, &TwoHands::default(), Duration::ZERO).err().unwrap().to_string();
    assert!(why.contains("fleur.voorbeeld") && why.contains("faye.gegevens") && !why.contains("bo.beheer"), "{why}");
    assert!(!leak.seeded.keys.read().unwrap().secrets.contains("uitgelekt"));
}

#[test]
fn the_audit_begins_anew_and_names_the_head_of_before() {
    let leak = Leak::new();
    leak.command();
    let (_, desk) = leak.now();
    let lines = audit::list(&desk, &audit::Filter::default()).unwrap().lines;
    let begin = lines.iter().find(|line| line.action == AuditAction::NewRoot).unwrap();
    let (number, _) = begin.reason.as_ref().unwrap().as_str().split_once(':').unwrap();
    assert!(number.parse::<i64>().unwrap() < begin.number);
    audit::seal(&desk).unwrap();
    assert_eq!(audit::verify(&desk, None).unwrap().findings, []);
}

#[test]
fn a_backup_of_before_the_leak_is_put_back_and_is_sealed_with_the_new_key() {
    let folder = tempfile::tempdir().unwrap();
    let (_, seeded) = seeded(folder.path());
    let options = backup_options(folder.path(), &seeded);
    let made = make(profiles(), &options).unwrap();
    let old = seeded.keys.read().unwrap();
    run_keys(&Task::Rotate(seeded.keys.clone()), profiles()).unwrap();
    let leak = Leak { _folder: tempfile::tempdir().unwrap(), seeded, old };
    leak.command();
    let to = folder.path().join("terug");
    let done = put_back(&made, &options, &to).unwrap();
    assert_eq!(done.findings, Vec::<String>::new());
    assert!(done.cases > 0);
}
