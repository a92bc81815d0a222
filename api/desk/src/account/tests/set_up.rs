//! An instance is founded and set up once, by however many at once and wherever it stops.
use super::*;
use crate::{
    Stores, audit, key_check,
    testing::{self, KINDS_OF_STORE, NewStore, SHORT, Watch, Watched, stops_one_by_one},
};
use keyvalue::Store;
use kit::store::cell::Kind;
use shared::contract::{Audited, Endpoint};
use std::sync::{
    Arc, Barrier, Mutex,
    atomic::{AtomicBool, Ordering},
};

const AT_ONCE: usize = 6;

fn three() -> Vec<NewAccount> {
    [Role::Officer, Role::Administrator, Role::PrivacyOfficer].map(|role| examples::new_account(role).unwrap()).to_vec()
}

fn stores(new: NewStore) -> Stores {
    Stores { inbox: new(), cases: new(), keys: new() }
}

/// What one request has: a desk of its own.
fn desk(stores: &Stores) -> Desk {
    let mut desk = testing::desk(stores.clone(), now, &[5]).for_request();
    desk.inbox.patience = SHORT;
    desk
}

/// One request to set up.
fn asked(desk: &Desk) -> Result<Vec<AccountDone>, Failure> {
    key_check::check(desk)?;
    first(desk, three())
}

/// Every invitation opens.
fn all_open(desk: &Desk, made: &[AccountDone]) {
    assert_eq!(made.len(), 3);
    for done in made {
        assert_eq!(invitation::look(desk, &whole(done)).unwrap().login, done.account.login);
    }
}

/// How many audit lines tell of a first account.
fn told(desk: &Desk) -> usize {
    let (Audited::Line(made) | Audited::Noted(made)) = Endpoint::SetUp.audited() else { panic!("it leaves no line") };
    let filter = audit::Filter { action: Some(made), ..audit::Filter::default() };
    audit::list(desk, &filter).unwrap().lines.len()
}

#[test]
fn of_six_who_set_up_at_once_one_gets_invitations_and_the_others_hear_that_it_was_done() {
    for (name, new) in KINDS_OF_STORE {
        for round in 0..30 {
            let (stores, start) = (stores(new), Barrier::new(AT_ONCE));
            let answers: Vec<_> = std::thread::scope(|scope| {
                let ask = || {
                    let desk = desk(&stores);
                    start.wait();
                    (asked(&desk), desk.derive_lasting("a").unwrap())
                };
                let threads: Vec<_> = (0..AT_ONCE).map(|_| scope.spawn(ask)).collect();
                threads.into_iter().map(|thread| thread.join().unwrap()).collect()
            });
            let made: Vec<_> = answers.iter().filter_map(|(answer, _)| answer.as_ref().ok()).collect();
            assert_eq!(made.len(), 1, "{name}, round {round}: {}", made.len());
            let refused = answers.iter().filter_map(|(answer, _)| answer.as_ref().err());
            assert!(refused.clone().all(|failure| failure.problem().parsed_kind() == Some(ProblemKind::Exists)));
            assert_eq!(refused.count(), AT_ONCE - 1);
            assert!(answers.iter().all(|(_, root)| *root == answers[0].1), "{name}, round {round}: one root");
            all_open(&desk(&stores), made[0]);
            assert_eq!(told(&desk(&stores)), 3, "{name}, round {round}: a line for each account, and for no other");
        }
    }
}

#[test]
fn a_set_up_that_stops_at_any_write_can_be_done_again() {
    for (name, new) in KINDS_OF_STORE {
        for stop_after in 0..40 {
            let (stores, left) = (stores(new), Arc::new(Mutex::new(stop_after)));
            let stops = |store: &Arc<dyn Store>| stops_one_by_one(store.clone(), &left);
            let (inbox, cases, keys) = (stops(&stores.inbox), stops(&stores.cases), stops(&stores.keys));
            let first = asked(&desk(&Stores { inbox, cases, keys }));
            let again = asked(&desk(&stores));
            match first {
                Ok(made) => {
                    assert_eq!(kind(again), Some(ProblemKind::Exists));
                    all_open(&desk(&stores), &made);
                    assert!(stop_after > 15, "{name}: founding, accounts, audit");
                    break;
                }
                Err(failure) => {
                    assert_eq!(failure, Failure::Unavailable, "{name}, stopped after {stop_after} writes");
                    all_open(&desk(&stores), &again.unwrap());
                }
            }
            assert_eq!(all(&desk(&stores)).unwrap().len(), 3);
            assert!(stop_after < 39, "it ends");
        }
    }
}

/// Says once that there is no key check, after another request has founded the instance and set it up.
struct Late {
    stores: Stores,
    done: AtomicBool,
}

impl Watch for Late {
    fn seen(&self, key: &str, value: Option<Vec<u8>>) -> Option<Vec<u8>> {
        if key != Kind::KeyCheck.name() || self.done.swap(true, Ordering::SeqCst) {
            return value;
        }
        asked(&desk(&self.stores)).unwrap();
        None
    }
}

#[test]
fn who_looked_for_the_key_check_just_before_it_came_finds_it() {
    for (name, new) in KINDS_OF_STORE {
        let stores = stores(new);
        let watch = Late { stores: stores.clone(), done: AtomicBool::new(false) };
        let cases = Arc::new(Watched { store: stores.cases.clone(), watch });
        let late = desk(&Stores { cases, ..stores.clone() });
        assert_eq!(key_check::check(&late), Ok(()), "{name}");
        assert_eq!(late.derive_lasting("a"), desk(&stores).derive_lasting("a"), "{name}: the same root");
        assert_eq!(kind(asked(&late)), Some(ProblemKind::Exists), "{name}");
    }
}
