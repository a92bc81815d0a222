//! A machine that stops anywhere, a case that cannot be read, and keys that somebody saw.
use super::*;

/// Three stores that fail after so many writes in all.
fn stopping(stores: &[Arc<dyn Store>; 3], after: usize) -> (Desk, Arc<Mutex<usize>>) {
    let left = Arc::new(Mutex::new(after));
    let [inbox, cases, keys] = stores.each_ref().map(|store| stops(store.clone(), &left));
    let mut desk = kit_over(inbox, cases, keys);
    desk.inbox.patience = crate::testing::SHORT;
    (desk, left)
}

#[test]
fn an_act_that_stops_at_any_write_leaves_too_much_at_most_until_the_case_is_read() {
    for stop_after in 0.. {
        let stores = [memory(), memory(), memory()];
        let mut desk = kit_over(stores[0].clone(), stores[1].clone(), stores[2].clone());
        desk.inbox.patience = crate::testing::SHORT;
        let id = reported(&desk, 1, ADDRESS).remove(0);
        open_it(&desk, &id);
        let (stopped, left) = stopping(&stores, stop_after);
        let entry = Entry { at: desk.now(), by: who(), event: ends(notes::EarlyReason::Duplicate) };
        drop(save(&stopped, &load(&desk, &id).unwrap(), entry));
        let case = load(&desk, &id).unwrap().value;
        let [open, closed] = found(&desk, ADDRESS);
        let is_there = if shelf(&case) == Some(Shelf::Open) { !open.is_empty() } else { !closed.is_empty() };
        assert!(is_there, "never too little, after {stop_after} writes");
        repair(&desk, &case).unwrap();
        let expected = if shelf(&case) == Some(Shelf::Open) { vec![1] } else { vec![] };
        let [open, closed] = found(&desk, ADDRESS);
        if shelf(&case) == Some(Shelf::Closed) {
            assert_eq!((open, closed), (expected, vec![1]), "after {stop_after} writes");
        } else {
            assert_eq!(open, expected, "after {stop_after} writes");
        }
        if *left.lock().unwrap() > 0 {
            assert!(stop_after > 8, "{stop_after}");
            return;
        }
    }
}

fn place(stores: &[Arc<dyn Store>; 3]) -> (Desk, CaseId) {
    let desk = kit_over(stores[0].clone(), stores[1].clone(), stores[2].clone());
    let id = reported(&desk, 2, ADDRESS).remove(0);
    open_it(&desk, &id);
    happens(&desk, &id, ends(notes::EarlyReason::Duplicate));
    (desk, id)
}

#[test]
fn a_case_that_cannot_be_read_is_taken_out_of_every_bucket() {
    let stores = [memory(), memory(), memory()];
    let (desk, id) = place(&stores);
    assert_eq!(found(&desk, ADDRESS)[1].len(), 1);
    let number = found(&desk, ADDRESS)[1][0];
    stores[1].set(record(&id).key(), b"damaged").unwrap();
    forget_clues(&desk, &id, number).unwrap();
    assert_eq!(found(&desk, ADDRESS), NOWHERE);
}

#[test]
fn a_bucket_gets_a_new_key_after_somebody_saw_the_old_one_and_says_the_same() {
    let (inbox, cases, keys) = (memory(), memory(), memory());
    let old = kit_over(inbox.clone(), cases.clone(), keys.clone());
    let id = reported(&old, 1, ADDRESS).remove(0);
    open_it(&old, &id);
    let secrets = [6, 5].map(|seed| kit::store::seal::SecretKey::from_seed([seed; 32])).to_vec();
    let desk = crate::case::tests::kit_with(inbox, cases.clone(), keys, secrets);
    let name = stored(&*cases).remove(0).0;
    let name = Kind::Clues.end_of(&name).unwrap();
    assert_eq!((renew_clues(&desk, name), renew_clues(&desk, name)), (Ok(true), Ok(false)));
    assert_eq!(renew_clues(&desk, "2ff"), Ok(false), "no bucket has this name");
    assert_eq!(found(&desk, ADDRESS), [vec![1], vec![]]);
}
