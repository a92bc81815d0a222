//! New keys for cases and for their lines: for after the keys were seen by somebody.
use super::{
    care, chunk, conversation,
    keys::{StoredKey, record},
    packs, photos, rekey,
    take_in::alone,
};
use crate::Desk;
use kit::{
    Failure,
    store::{Change, Vault, cell::CaseRecords},
};
use shared::id::CaseId;

/// Keys renewed under one lease.
const BATCH: usize = 50;

/// Gives a case a new key, unless its key was made under the instance's key that is now in use. `false`: nothing to do,
/// or there is no case with this key yet ([`renew_unused`]).
///
/// # Errors
/// [`Failure::Unreadable`] for a key or a case that does not open; [`Failure::Unavailable`].
pub fn renew(desk: &Desk, id: &CaseId) -> Result<bool, Failure> {
    if !desk.cases.exists(&record(id))? {
        return Ok(false);
    }
    let under = desk.key_in_use()?;
    let reseal = |vault: &Vault<CaseRecords>| {
        let beside = conversation::reseal(vault, id)? | care::reseal(vault, id)? | packs::reseal(vault, id)?;
        let beside = beside | photos::reseal(desk, vault, id)?;
        Ok(vault.reseal(&record(id))? | beside)
    };
    rekey::renew(desk, &StoredKey::cell(id), reseal, |stored| stored.made_under.as_ref() != Some(&under), Err)
}

/// As [`renew`], for the lines of a chunk.
///
/// # Errors
/// [`Failure::Unavailable`]; [`Failure::Unreadable`] for a key that does not open.
pub fn renew_lines(desk: &Desk, chunk: u32) -> Result<bool, Failure> {
    let under = desk.key_in_use()?;
    chunk::renew(desk, chunk, |stored| stored.made_under.as_ref() != Some(&under))
}

/// Renews keys that seal nothing yet: a take-in stopped between key and case, and the next one will use them. It holds
/// the take-in lease meanwhile. Answers how many; `None` when a take-in is running and the caller has to retry.
///
/// # Errors
/// As [`renew`].
pub fn renew_unused(desk: &Desk, ids: &[CaseId]) -> Result<Option<usize>, Failure> {
    let mut made = 0;
    for ids in ids.chunks(BATCH) {
        let Some(some) = alone(desk, || ids.iter().try_fold(0, |sum, id| Ok(sum + usize::from(unused(desk, id)?))))?
        else {
            return Ok(None);
        };
        made += some;
    }
    Ok(Some(made))
}

fn unused(desk: &Desk, id: &CaseId) -> Result<bool, Failure> {
    if desk.cases.exists(&record(id))? {
        return renew(desk, id);
    }
    let under = desk.key_in_use()?;
    desk.keys.update(&StoredKey::cell(id), |stored| {
        Ok(match stored {
            Some(old) if old.made_under.as_ref() != Some(&under) => Change::Write(StoredKey::random(desk)?, true),
            Some(_) | None => Change::Keep(false),
        })
    })
}

#[cfg(test)]
mod tests {
    use super::super::keys::with;
    use super::super::tests::{change, kit_with, memory, note, send, stops};
    use super::*;
    use crate::case::{Saved, load, take_in};
    use keyvalue::Store;
    use kit::store::seal::SecretKey;
    use std::sync::{Arc, Mutex};

    const OLD: u8 = 5;
    const NEW: u8 = 6;

    fn kit_of(stores: &[Arc<dyn Store>; 3], seeds: &[u8]) -> Desk {
        let [inbox, cases, keys] = stores.clone();
        kit_with(inbox, cases, keys, seeds.iter().map(|seed| SecretKey::from_seed([*seed; 32])).collect())
    }

    fn stored(desk: &Desk, id: &CaseId) -> StoredKey {
        desk.keys.get(&StoredKey::cell(id)).unwrap().unwrap()
    }

    #[test]
    fn stopped_at_any_write_it_resumes_and_then_finds_nothing_old() {
        for stop_after in 0..12 {
            let stores = [memory(), memory(), memory()];
            let old = kit_of(&stores, &[OLD]);
            let ids: Vec<CaseId> = (0..3).map(|n| send(&old, n).id).collect();
            take_in(&old).unwrap();
            let before: Vec<_> = ids.iter().map(|id| (load(&old, id).unwrap().value, stored(&old, id).key)).collect();
            let left = Arc::new(Mutex::new(stop_after));
            let stops = stores.clone().map(|store| stops(store, &left));
            let stopping = kit_of(&stops, &[NEW, OLD]);
            let stopped = ids.iter().try_for_each(|id| renew(&stopping, id).map(drop));
            assert_eq!(stopped.is_err(), stop_after < 9, "three writes for each case");
            let new = kit_of(&stores, &[NEW, OLD]);
            for (id, (case, key)) in ids.iter().zip(&before) {
                assert_eq!(load(&new, id).unwrap().value, *case, "readable after a stop");
                renew(&new, id).unwrap();
                let after = stored(&new, id);
                assert!(after.key != *key && after.before.is_none());
                assert_eq!(load(&new, id).unwrap().value, *case);
                let with_old = with(&new, &StoredKey { key: *key, made_under: None, before: None });
                assert!(with_old.get(&crate::case::record(id)).is_err(), "the old key opens nothing");
                assert_eq!(renew(&new, id), Ok(false), "a second pass finds nothing old");
            }
        }
    }

    #[test]
    fn it_resumes_under_a_third_instance_key_after_stopping_under_the_second() {
        let stores = [memory(), memory(), memory()];
        let id = send(&kit_of(&stores, &[OLD]), 1).id;
        take_in(&kit_of(&stores, &[OLD])).unwrap();
        let left = Arc::new(Mutex::new(1));
        let stops = stores.clone().map(|store| stops(store, &left));
        assert!(renew(&kit_of(&stops, &[NEW, OLD]), &id).is_err());
        let third = kit_of(&stores, &[7, NEW, OLD]);
        assert_eq!(renew(&third, &id), Ok(true));
        assert!(load(&third, &id).is_ok() && stored(&third, &id).before.is_none());
        assert_eq!(stored(&third, &id).made_under, Some(third.key_in_use().unwrap()));
    }

    #[test]
    fn thirty_two_writers_lose_nothing_while_every_case_gets_a_new_key() {
        let stores = [memory(), memory(), memory()];
        let old = kit_of(&stores, &[OLD]);
        let ids: Vec<CaseId> = (0..4).map(|n| send(&old, n).id).collect();
        take_in(&old).unwrap();
        let new = kit_of(&stores, &[NEW, OLD]);
        let written = Mutex::new(vec![0; ids.len()]);
        std::thread::scope(|scope| {
            for writer in 0..32 {
                let (new, ids, written) = (&new, &ids, &written);
                scope.spawn(move || {
                    for _turn in 0..20 {
                        let at = writer % ids.len();
                        if matches!(change(new, &ids[at], note()), Saved::Done(_)) {
                            written.lock().unwrap()[at] += 1;
                        }
                    }
                });
            }
            for _worker in 0..2 {
                scope.spawn(|| ids.iter().for_each(|id| assert!(renew(&new, id).is_ok())));
            }
        });
        for (id, written) in ids.iter().zip(written.into_inner().unwrap()) {
            assert_eq!(load(&new, id).unwrap().value.entries().len(), written);
            assert_eq!(renew(&new, id), Ok(false));
            assert!(stored(&new, id).before.is_none());
        }
    }

    #[test]
    fn a_key_without_its_case_is_renewed_while_nobody_takes_in() {
        let stores = [memory(), memory(), memory()];
        let old = kit_of(&stores, &[OLD]);
        let id = send(&old, 1).id;
        // a take-in that stops after the key
        let left = Arc::new(Mutex::new(4));
        let stops = stores.clone().map(|store| stops(store, &left));
        assert!(take_in(&kit_of(&stops, &[OLD])).is_err());
        let (key, new) = (stored(&old, &id).key, kit_of(&stores, &[NEW, OLD]));
        assert_eq!(renew(&new, &id), Ok(false));
        assert_eq!(renew_unused(&new, std::slice::from_ref(&id)), Ok(None), "the one that stopped has the lease");
        let later = new.at(|| super::super::tests::tick().plus_seconds(60));
        assert_eq!(renew_unused(&later, std::slice::from_ref(&id)), Ok(Some(1)));
        assert!(stored(&later, &id).key != key);
        assert_eq!(take_in(&later), Ok(Some(1)));
        assert!(load(&later, &id).is_ok());
    }
}
