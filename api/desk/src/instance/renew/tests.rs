use super::*;
use crate::{
    Stores,
    audit::{self, Trail},
    testing::{self, stores},
};
use axum::response::IntoResponse;
use http::StatusCode;
use kit::clock;
use shared::{audit::Wrong, contract::Endpoint};

/// With these instance keys, the one in use first; made again, as every request makes it.
fn desk(stores: &Stores, seeds: &[u8]) -> Desk {
    let desk = testing::desk(stores.clone(), clock::now, seeds);
    // as at the first request
    drop(crate::key_check::check(&desk));
    desk
}

fn line(desk: &Desk) {
    let begun = audit::begin(desk, Endpoint::Case, None, &"0a".repeat(16)).unwrap().unwrap();
    begun.finish(desk, &Trail::default(), Ok(StatusCode::OK.into_response())).unwrap();
}

fn wrong(desk: &Desk) -> Vec<(i64, Wrong)> {
    audit::verify(desk, None).unwrap().findings.into_iter().map(|found| (found.number, found.wrong)).collect()
}

#[test]
fn a_later_root_makes_other_macs_and_the_same_lasting_names() {
    let stores = stores();
    let before = desk(&stores, &[1]);
    let (mark, name, identity) =
        (before.derive("a").unwrap(), before.derive_lasting("a").unwrap(), crate::key_check::identity(&before));
    assert_eq!(mark, name);
    let with_new_key = || desk(&stores, &[2, 1]);
    assert_eq!(renew(&with_new_key()), Ok(true));
    assert_eq!(renew(&with_new_key()), Ok(false), "once for a key");
    let after = with_new_key();
    assert_ne!(after.derive("a").unwrap(), mark);
    assert_eq!((after.derive_lasting("a").unwrap(), crate::key_check::identity(&after)), (name, identity));
    assert!(before.cases.get(&Roots::CELL).is_err(), "the old key does not open it any more");
    assert_eq!(renew(&desk(&stores, &[3, 2, 1])), Ok(true), "and again when they are seen again");
    assert_ne!(desk(&stores, &[3]).derive("a").unwrap(), after.derive("a").unwrap());
}

#[test]
fn an_earlier_root_makes_no_mac_after_its_end() {
    let stores = stores();
    let before = desk(&stores, &[1]);
    (0..3).for_each(|_| line(&before));
    let with_new_key = || desk(&stores, &[2, 1]);
    // a request that read the root before it was changed writes its line after
    let slow = with_new_key();
    slow.derive("a").unwrap();
    renew(&with_new_key()).unwrap();
    assert_eq!(has_open_end(&with_new_key()), Ok(true));
    line(&with_new_key());
    line(&slow);
    line(&with_new_key());
    assert_eq!(wrong(&with_new_key()), []);
    // a check in progress sees MACs of a root it does not know
    assert_eq!(wrong(&slow), []);
    end_earlier(&with_new_key()).unwrap();
    assert_eq!(has_open_end(&with_new_key()), Ok(false));
    assert_eq!(wrong(&with_new_key()), [], "what was marked before the end stays good");
    line(&with_new_key());
    assert_eq!(wrong(&with_new_key()), []);
    line(&slow);
    assert_eq!(wrong(&with_new_key()), [(8, Wrong::Altered)], "an earlier root after its end");
}

#[test]
fn after_two_changes_each_earlier_root_ends_where_it_ended() {
    let stores = stores();
    let first = desk(&stores, &[1]);
    line(&first);
    renew(&desk(&stores, &[2, 1])).unwrap();
    end_earlier(&desk(&stores, &[2, 1])).unwrap();
    let second = desk(&stores, &[2, 1]);
    line(&second);
    renew(&desk(&stores, &[3, 2, 1])).unwrap();
    end_earlier(&desk(&stores, &[3, 2, 1])).unwrap();
    line(&desk(&stores, &[3, 2, 1]));
    assert_eq!(wrong(&desk(&stores, &[3, 2, 1])), []);
    let roots = standing(&desk(&stores, &[3])).unwrap().value;
    assert_eq!([1, 2, 3].map(|number| roots.of_line(number).len()), [3, 2, 1]);
}

#[test]
fn the_form_of_before_loads_and_is_written_as_it_was() {
    let old = format!(r#"{{"wortel":{}}}"#, serde_json::to_string(&[7; 32]).unwrap());
    let roots: Roots = serde_json::from_str(&old).unwrap();
    assert_eq!((roots.first(), roots.latest()), (&[7; 32], &[7; 32]));
    assert_eq!(serde_json::to_string(&roots).unwrap(), old);
}
