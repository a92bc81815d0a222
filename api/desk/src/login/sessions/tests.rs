//! Own sessions, over a store in memory, with a clock that the test moves.
use super::*;
use crate::testing::{Touch, Watch, Watched};
use crate::{
    Stores,
    login::open::{MOST, of},
    testing,
};
use http::{HeaderMap, header};
use keyvalue::StoreError;
use kit::{store::cell::Kind, totp::TotpKey};
use shared::{access::Role, contract::examples, moment::Moment};
use std::{
    sync::{
        Arc, Barrier,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

thread_local! { static NOW: std::cell::Cell<i64> = const { std::cell::Cell::new(1_777_000_000_000) }; }

fn now() -> Moment {
    Moment::from_millis(NOW.get())
}

fn later(seconds: i64) {
    NOW.set(NOW.get() + seconds * 1000);
}

/// Two AFs with a log-in.
fn instance() -> (Desk, Stores, [StoredAccount; 2]) {
    let stores = testing::stores();
    let desk = testing::desk(stores.clone(), now, &[5]);
    crate::key_check::check(&desk).unwrap();
    let mut sem = examples::new_account(Role::Officer).unwrap();
    sem.login = shared::text::Login::parse("sem.verzonnen").unwrap();
    let new = vec![examples::new_account(Role::Officer).unwrap(), sem];
    let made = account::first_enrolled(&desk, new, "een lange verzonnen zin", TotpKey::from_bytes([7; 20])).unwrap();
    (desk, stores, made.try_into().ok().unwrap())
}

/// Logs in; answers the headers of that browser.
fn log_in(desk: &Desk, who: &StoredAccount) -> HeaderMap {
    let (_, cookie) = session::open(desk, who).unwrap();
    let pair = cookie.to_str().unwrap().split(';').next().unwrap().to_owned();
    HeaderMap::from_iter([(header::COOKIE, pair.parse().unwrap())])
}

fn at(desk: &Desk, browser: &HeaderMap) -> Option<Session> {
    session::of(desk, browser).unwrap()
}

fn records(stores: &Stores) -> usize {
    stores.cases.keys().unwrap().iter().filter(|key| Kind::Session.end_of(key).is_some()).count()
}

#[test]
fn one_session_or_all_others_can_be_ended_and_nobody_elses() {
    let (desk, _, [fleur, sem]) = instance();
    let browsers: Vec<HeaderMap> = (0..3)
        .map(|_| {
            later(60);
            log_in(&desk, &fleur)
        })
        .collect();
    let other = log_in(&desk, &sem);
    let me = at(&desk, &browsers[0]).unwrap();
    let shown = list(&desk, &me).unwrap();
    assert_eq!(shown.iter().map(|one| one.current).collect::<Vec<_>>(), [true, false, false]);
    assert!(shown[1].since > shown[2].since && shown[0].since < shown[2].since, "last used first after the own one");
    let sems = list(&desk, &at(&desk, &other).unwrap()).unwrap().remove(0);
    assert_eq!(end(&desk, &me, &sems.id).map_err(|failure| failure.problem().status), Err(404), "not one's own");
    end(&desk, &me, &shown[1].id).unwrap();
    assert!(at(&desk, &browsers[2]).is_none() && at(&desk, &browsers[1]).is_some());
    assert!(end(&desk, &me, &shown[1].id).is_err(), "it is gone");
    end_others(&desk, &me).unwrap();
    assert!(at(&desk, &browsers[1]).is_none() && at(&desk, &other).is_some());
    let me = at(&desk, &browsers[0]).expect("the one that asks goes on");
    assert_eq!(list(&desk, &me).unwrap().len(), 1);
}

#[test]
fn one_session_too_many_ends_the_oldest() {
    let (desk, stores, [fleur, _]) = instance();
    let browsers: Vec<HeaderMap> = (0..=MOST).map(|_| log_in(&desk, &fleur)).collect();
    assert!(at(&desk, &browsers[0]).is_none());
    assert!(browsers[1..].iter().all(|browser| at(&desk, browser).is_some()));
    assert_eq!(records(&stores), MOST);
    let one = at(&desk, &browsers[1]).unwrap();
    session::log_out(&desk, &one).unwrap();
    log_in(&desk, &fleur);
    assert!(at(&desk, &browsers[2]).is_some(), "who logged out does not count");
}

#[test]
fn sessions_that_ended_are_swept_and_the_others_stay() {
    let (desk, stores, [fleur, sem]) = instance();
    let (old, new) = (log_in(&desk, &fleur), log_in(&desk, &sem));
    later(20 * 60);
    at(&desk, &new).expect("it is used");
    later(20 * 60);
    assert_eq!(records(&stores), 2, "nobody came back to it");
    sweep(&desk).unwrap();
    assert_eq!(records(&stores), 1);
    assert!(at(&desk, &new).is_some() && at(&desk, &old).is_none());
    sweep(&desk).unwrap();
    assert_eq!(records(&stores), 1);
}

/// The list gives and takes no access.
#[test]
fn a_list_that_cannot_be_read_ends_no_session() {
    let (desk, stores, [fleur, _]) = instance();
    let browser = log_in(&desk, &fleur);
    stores.cases.set(of(&fleur.id).key(), b"kapot").unwrap();
    let me = at(&desk, &browser).unwrap();
    let shown = list(&desk, &me).unwrap();
    assert!(shown.len() == 1 && shown[0].current);
    let second = log_in(&desk, &fleur);
    assert_eq!(list(&desk, &at(&desk, &second).unwrap()).unwrap().len(), 1, "those of before are not listed");
    end_others(&desk, &at(&desk, &second).unwrap()).unwrap();
    assert!(at(&desk, &browser).is_none(), "and they end as well");
}

const AT_ONCE: usize = 40;

/// A store in which everybody has read a session before anybody writes it, and a write takes a while.
struct Slow {
    all_read: Barrier,
    reads: AtomicUsize,
}

impl Watch for Slow {
    fn touch(&self, touch: &Touch<'_>) -> Result<(), StoreError> {
        // the accounts are read after the session
        let of_accounts = |keys: &[&str]| keys.contains(&"accounts");
        match touch {
            Touch::Read(keys) if of_accounts(keys) && self.reads.fetch_add(1, Ordering::Relaxed) < AT_ONCE => {
                self.all_read.wait();
            }
            Touch::Swap(_) => std::thread::sleep(Duration::from_millis(5)),
            Touch::Read(_) | Touch::Set(_) | Touch::Delete | Touch::Increment(_) => {}
        }
        Ok(())
    }
}

/// The first request after a minute notes that its user is there. A page may ask for many things at once.
#[test]
fn however_much_one_page_asks_at_once_none_of_it_is_refused() {
    let (desk, stores, [fleur, _]) = instance();
    let browser = log_in(&desk, &fleur);
    let watch = Slow { all_read: Barrier::new(AT_ONCE), reads: AtomicUsize::new(0) };
    let slow = Stores { cases: Arc::new(Watched { store: stores.cases.clone(), watch }), ..stores };
    let desk = testing::desk(slow, || Moment::from_millis(1_777_000_090_000), &[5]);
    std::thread::scope(|scope| {
        let asked: Vec<_> = (0..AT_ONCE).map(|_| scope.spawn(|| session::of(&desk, &browser))).collect();
        for one in asked {
            assert!(one.join().unwrap().is_ok_and(|session| session.is_some()));
        }
    });
}
