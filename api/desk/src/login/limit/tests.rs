//! Tests of the limits, over a store in memory, with a clock that the test moves.
use super::{browser, *};
use crate::{Desk, Stores, account, testing};
use http::header;
use kit::{
    Failure,
    inbox::limit::{BUCKETS, Ring, Rule, failed, guard_code},
    store::cell::{self, Kind},
};
use shared::{contract::examples, id::AccountId, moment::Moment, text::Login};
use std::cell::Cell;

thread_local! { static NOW: Cell<i64> = const { Cell::new(1_777_000_000_000) }; }

fn later(seconds: i64) {
    NOW.set(NOW.get() + seconds * 1000);
}

fn instance() -> (Desk, Stores) {
    let stores = testing::stores();
    let desk = testing::desk(stores.clone(), || Moment::from_millis(NOW.get()), &[5]);
    // a root that is always the same: with a random one two of the buckets below are the same now and then
    desk.cases.set(&cell::key_check(), &serde_json::json!({ "wortel": vec![5; 32] })).unwrap();
    crate::key_check::check(&desk).unwrap();
    (desk, stores)
}

fn from(address: &str) -> Caller {
    Caller { net: Net::of_address(address), cookie: None }
}

fn fleur() -> Login {
    Login::parse("fleur.voorbeeld").unwrap()
}

fn tries(desk: &Desk, caller: &Caller, login: &Login, count: usize) {
    (0..count).for_each(|_| drop(guard(desk, caller, login)));
}

fn wait(desk: &Desk, caller: &Caller, login: &Login) -> Option<u64> {
    match guard(desk, caller, login) {
        Ok(_) => None,
        Err(Failure::TooMany { seconds }) => Some(seconds),
        Err(other) => panic!("{other:?}"),
    }
}

#[test]
fn the_wait_doubles_up_to_the_longest() {
    let rule = Rule { free: 5, longest: 900 };
    let table = [(0, 0), (4, 0), (5, 30), (6, 60), (7, 120), (8, 240), (9, 480), (10, 900), (11, 900), (u32::MAX, 900)];
    for (count, seconds) in table {
        assert_eq!(rule.wait(count), seconds, "after {count}");
    }
}

#[test]
fn after_five_tries_one_waits_and_trying_too_soon_makes_it_no_longer() {
    let ((desk, _), here) = (instance(), from("192.0.2.1:4000"));
    tries(&desk, &here, &fleur(), 5);
    assert_eq!(wait(&desk, &here, &fleur()), Some(30));
    later(10);
    tries(&desk, &here, &fleur(), 9);
    assert_eq!(wait(&desk, &here, &fleur()), Some(20));
    later(20);
    assert_eq!(wait(&desk, &here, &fleur()), None, "the sixth");
    assert_eq!(wait(&desk, &here, &fleur()), Some(60));
    // the same office with another port and case; elsewhere, and for another name, nothing happened
    let same = Login::parse("Fleur.Voorbeeld").unwrap();
    assert_eq!(wait(&desk, &from("192.0.2.77"), &same), Some(60));
    assert_eq!(wait(&desk, &from("198.51.100.1:1"), &fleur()), None);
    assert_eq!(wait(&desk, &here, &Login::parse("sem.voorbeeld").unwrap()), None);
    later(3601);
    tries(&desk, &here, &fleur(), 4);
    assert_eq!(wait(&desk, &here, &fleur()), None, "after a quiet hour it begins anew");
}

#[test]
fn one_name_from_many_places_and_one_place_with_many_names_are_limited_too() {
    let (desk, _) = instance();
    (0..20).for_each(|n| tries(&desk, &from(&format!("10.0.{n}.1")), &fleur(), 1));
    assert_eq!(wait(&desk, &from("10.1.0.1"), &fleur()), Some(30));
    let login = |n: usize| Login::parse(&format!("naam{n}.verzonnen")).unwrap();
    (0..50).for_each(|n| tries(&desk, &from("10.2.0.1"), &login(n), 1));
    assert_eq!(wait(&desk, &from("10.2.0.1"), &login(99)), Some(30));
}

/// Whoever has a /48 has 65,536 networks of the size that one subscriber gets.
#[test]
fn a_large_network_does_not_count_as_many_small_ones() {
    let (desk, _) = instance();
    let small = |n: u32| from(&format!("2001:db8:7:{n:x}::1"));
    let login = |n: u32| Login::parse(&format!("naam{n}.verzonnen")).unwrap();
    // a small network may share its bucket with the large one, which then fills a little sooner
    let nearly = |count: usize, most: usize| assert!((most - 5..=most).contains(&count), "{count} of {most}");
    nearly((0..=0xffff).step_by(16).filter(|n| guard(&desk, &small(*n), &login(*n)).is_ok()).count(), 200);
    assert_eq!(wait(&desk, &small(5), &fleur()), Some(30));
    assert_eq!(wait(&desk, &from("2001:db8:8::1"), &fleur()), None, "the neighbours");
    nearly((0..400).filter(|n| failed(&desk.inbox, &small(*n).net).is_ok()).count(), 400);
    assert!(matches!(guard_code(&desk.inbox, &small(500).net), Err(Failure::TooMany { .. })));
    nearly((0..=0xffff).step_by(64).filter(|n| guard_work_account(&desk, &small(*n)).is_ok()).count(), 200);
}

/// Networks and names are counted apart, so a flood from many networks neither ends the wait of a name nor begins one.
#[test]
fn a_flood_of_networks_changes_no_wait_of_a_name() {
    let (desk, stores) = instance();
    (0..20).for_each(|n| tries(&desk, &from(&format!("10.0.{n}.1")), &fleur(), 1));
    assert_eq!(wait(&desk, &from("10.1.0.1"), &fleur()), Some(30));
    let of_names = || {
        let names = stores.cases.keys().unwrap().into_iter().filter(|name| Kind::LogInTries.end_of(name).is_some());
        names.map(|name| (stores.cases.get(&name).unwrap(), name)).collect::<std::collections::BTreeSet<_>>()
    };
    let before = of_names();
    for n in 0..3000 {
        let net = from(&format!("10.{}.{}.1", 2 + n / 250, n % 250));
        assert!(guard_work_account(&desk, &net).is_ok());
        tries(&desk, &net, &fleur(), 1);
    }
    assert!(stores.cases.keys().unwrap().len() > 1500 && of_names() == before);
    assert_eq!(wait(&desk, &from("10.1.0.1"), &fleur()), Some(30));
}

#[test]
fn a_success_resets_the_name_and_keeps_the_networks_attempts() {
    let ((desk, _), here, id) = (instance(), from("192.0.2.1:1"), AccountId::from_bytes(&[1; 16]));
    for _ in 0..10 {
        tries(&desk, &here, &fleur(), 4);
        guard(&desk, &here, &fleur()).unwrap().passed(&desk, &id).unwrap();
    }
    // forty failures stay with the place; the successes don't count there
    (0..10).for_each(|n| tries(&desk, &here, &Login::parse(&format!("naam{n}")).unwrap(), 1));
    assert_eq!(wait(&desk, &here, &Login::parse("nog.iemand").unwrap()), Some(30));
}

fn with_account(desk: &Desk) -> AccountId {
    let new = vec![examples::new_account(shared::access::Role::Officer).unwrap()];
    let factor = kit::totp::TotpKey::from_bytes([7; 20]);
    account::first_enrolled(desk, new, "een lange verzonnen zin", factor).unwrap().remove(0).id
}

fn known_at(desk: &Desk, address: &str, cookie: &http::HeaderValue) -> Caller {
    let mut headers = HeaderMap::new();
    headers.insert("spin-client-addr", address.parse().unwrap());
    let pair = cookie.to_str().unwrap().split(';').next().unwrap();
    headers.insert(header::COOKIE, format!("x=1; {pair}; y=2").parse().unwrap());
    Caller::of(desk, &headers)
}

#[test]
fn a_browser_that_logged_in_before_is_shut_out_by_nobody_else() {
    let (desk, _) = instance();
    let id = with_account(&desk);
    let cookie = guard(&desk, &from("192.0.2.1:1"), &fleur()).unwrap().passed(&desk, &id).unwrap();
    for n in 0..60 {
        tries(&desk, &from(&format!("192.0.{n}.9")), &fleur(), 5);
        tries(&desk, &from("192.0.2.1"), &Login::parse(&format!("a{n}.b")).unwrap(), 5);
    }
    assert!(wait(&desk, &from("192.0.2.1:1"), &fleur()).is_some(), "without the cookie");
    let known = known_at(&desk, "192.0.2.1:1", &cookie);
    guard(&desk, &known, &fleur()).unwrap().passed(&desk, &id).unwrap();
    // its own wrong tries do count, and never for long
    tries(&desk, &known, &fleur(), 10);
    assert_eq!(wait(&desk, &known, &fleur()), Some(30));
    // for another name the cookie is worth nothing
    assert!(wait(&desk, &known, &Login::parse("a1.b").unwrap()).is_some());
}

#[test]
fn only_a_whole_young_cookie_of_this_account_and_instance_proves() {
    let ((desk, _), id) = (instance(), AccountId::from_bytes(&[1; 16]));
    let cookie = browser::cookie(&desk, &id).unwrap();
    let text = cookie.to_str().unwrap();
    for attribute in ["; Path=/", "; Secure", "; HttpOnly", "; SameSite=Strict", "; Max-Age=7776000"] {
        assert!(text.contains(attribute), "{text}");
    }
    assert!(!text.contains(id.as_str()), "it says nothing of whose it is");
    let value = text.split(['=', ';']).nth(1).unwrap().to_owned();
    assert!(browser::proves(&desk, &value, &id).unwrap());
    assert!(!browser::proves(&desk, &value, &AccountId::from_bytes(&[2; 16])).unwrap());
    for place in 0..value.len() {
        let mut bytes = value.clone().into_bytes();
        bytes[place] = if bytes[place] == b'0' { b'1' } else { b'0' };
        assert!(!browser::proves(&desk, &String::from_utf8(bytes).unwrap(), &id).unwrap(), "{place}");
    }
    for bad in ["", ".", "..", "1.2", "x.y.z", &value[1..], &format!("{value}0"), "99999999999999999999.a.b"] {
        assert!(!browser::proves(&desk, bad, &id).unwrap(), "{bad}");
    }
    later(90 * 24 * 3600 - 1);
    assert!(browser::proves(&desk, &value, &id).unwrap());
    later(1);
    assert!(!browser::proves(&desk, &value, &id).unwrap());
}

#[test]
fn a_place_may_try_a_hundred_codes_and_then_waits() {
    let ((desk, _), office) = (instance(), from("192.0.2.1:1"));
    for _ in 0..100 {
        guard_code(&desk.inbox, &office.net).unwrap();
        failed(&desk.inbox, &office.net).unwrap();
    }
    assert_eq!(guard_code(&desk.inbox, &office.net), Err(Failure::TooMany { seconds: 30 }));
    assert_eq!(guard_code(&desk.inbox, &from("2001:db8::1").net), Ok(()));
    later(30);
    assert_eq!(guard_code(&desk.inbox, &office.net), Ok(()));
}

#[test]
fn the_ring_never_grows_and_says_nothing_of_anybody() {
    let (desk, stores) = instance();
    for n in 0..6000 {
        let caller = from(&format!("10.{}.{}.1", n / 250, n % 250));
        tries(&desk, &caller, &Login::parse(&format!("kanarie{n}")).unwrap(), 1);
        if n < 300 {
            failed(&desk.inbox, &caller.net).unwrap();
        }
    }
    let mut keys = [stores.cases.keys().unwrap(), stores.inbox.keys().unwrap()];
    keys[0].retain(|name| name != Kind::KeyCheck.name());
    // names and networks
    assert!(keys[0].len() <= 2 * usize::from(BUCKETS) && keys[0].len() > 6000, "{}", keys[0].len());
    for name in keys.iter().flatten() {
        let number = name.rsplit(':').next().unwrap().parse::<u16>().ok();
        assert!(name == Kind::LimitSecret.name() || number.is_some_and(|number| number < BUCKETS), "{name}");
    }
    for name in &keys[1] {
        let raw = String::from_utf8_lossy(&stores.inbox.get(name).unwrap().unwrap()).into_owned();
        assert!(!raw.contains("10.") && !raw.contains("kanarie"), "{raw}");
    }
    // another instance, with other keys, counts the same in other buckets
    let (one, two) = (Ring::known(&desk.cases, [1; 32], desk.now()), [2; 32]);
    let two = Ring::known(&desk.cases, two, desk.now());
    assert!((0..20).any(|n| one.bucket(&[&n.to_string()]) != two.bucket(&[&n.to_string()])));
    assert_ne!(one.bucket(&["ab", "c"]), one.bucket(&["a", "bc"]), "parts do not run together");
}

#[test]
fn a_damaged_bucket_shuts_nobody_out() {
    let ((desk, stores), here) = (instance(), from("192.0.2.1:1"));
    tries(&desk, &here, &fleur(), 9);
    failed(&desk.inbox, &here.net).unwrap();
    for store in [&stores.cases, &stores.inbox] {
        for name in store.keys().unwrap().into_iter().filter(|name| name != Kind::KeyCheck.name()) {
            store.set(&name, b"kapot").unwrap();
        }
    }
    assert_eq!(wait(&desk, &here, &fleur()), None);
    assert_eq!(guard_code(&desk.inbox, &here.net), Ok(()));
    assert_eq!(failed(&desk.inbox, &here.net), Ok(()));
}
