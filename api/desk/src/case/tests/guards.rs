//! What guards a case is noted beside its key, and never says less than the case.
use super::*;
use shared::case::{Event, Exclusion, Guard, Proposal, RightsEvent, notes::rights::Why};

fn who() -> AccountId {
    AccountId::from_bytes(&[9; 16])
}

fn words() -> Prose {
    Prose::parse("Verzonnen reden").unwrap()
}

/// Puts an event on the case, whether or not that can be finished.
fn put(desk: &Desk, id: &CaseId, by: u8, event: Event) -> Result<Saved, Failure> {
    let standing = load(desk, id)?;
    save(desk, &standing, Entry { at: desk.now(), by: AccountId::from_bytes(&[by; 16]), event })
}

fn guard(desk: &Desk, id: &CaseId) -> Option<Guard> {
    desk.keys.get(&cell::guard(id)).unwrap()
}

fn excluding() -> Event {
    Event::Excluded(Exclusion { who: who(), reason: words() })
}

/// What the case has and its guard does not.
fn unguarded(desk: &Desk, id: &CaseId) -> bool {
    let case = load(desk, id).unwrap().value;
    let of_case = Guard::of(&case);
    !guard(desk, id).map_or(of_case.is_none(), |guard| guard.clone().and(of_case).is_like(&guard))
}

#[test]
fn stopped_at_any_write_a_guard_says_too_much_and_never_too_little() {
    let lift = Proposal::Lift(Exclusion { who: who(), reason: words() });
    let steps = [
        (1, excluding()),
        (1, Event::Rights(RightsEvent::Held(Why { reason: words() }))),
        (1, Event::Rights(RightsEvent::Restricted(Why { reason: words() }))),
        (2, Event::Rights(RightsEvent::RestrictionLifted(Why { reason: words() }))),
        (1, Event::Proposed(lift.clone())),
        (2, Event::Agreed(lift)),
    ];
    let mut stopped = 0;
    for at in 0..steps.len() {
        for stop_after in 0..12 {
            let stores = [memory(), memory(), memory()];
            let [inbox, cases, keys] = stores.clone();
            let desk = kit_over(inbox, cases, keys);
            let id = send(&desk, 1).id;
            take_in(&desk).unwrap();
            for (by, event) in &steps[..at] {
                put(&desk, &id, *by, event.clone()).unwrap();
            }
            let left = Arc::new(Mutex::new(stop_after));
            let [inbox, cases, keys] = stores.clone().map(|store| stops(store, &left));
            let (by, event) = steps[at].clone();
            let done = put(&kit_over(inbox, cases, keys), &id, by, event);
            stopped += usize::from(done.is_err());
            assert!(!unguarded(&desk, &id), "step {at}, stopped after {stop_after}");
            // the next look repairs it
            repair(&desk, &load(&desk, &id).unwrap().value).unwrap();
            assert!(!unguarded(&desk, &id), "step {at}, stopped after {stop_after}");
        }
    }
    assert!(stopped > 6, "{stopped}");
}

#[test]
fn an_older_copy_of_a_case_is_guarded_again_and_a_damaged_guard_is_made_again() {
    for desk in kits() {
        let id = send(&desk, 1).id;
        take_in(&desk).unwrap();
        assert_eq!(guard(&desk, &id), None, "nothing to keep");
        let old = load(&desk, &id).unwrap().value;
        put(&desk, &id, 1, excluding()).unwrap();
        put(&desk, &id, 2, Event::Rights(RightsEvent::Held(Why { reason: words() }))).unwrap();
        // only what is derived from the case is made again
        desk.keys.set(&cell::guard(&id), &"geen wacht").unwrap();
        repair(&desk, &load(&desk, &id).unwrap().value).unwrap();
        assert!(!unguarded(&desk, &id));
        crate::case::keys::vault(&desk, &id).unwrap().set(&crate::case::record(&id), &old).unwrap();
        assert!(load(&desk, &id).unwrap().value.exclusions().is_none());
        assert_eq!(guard_again(&desk, &id).unwrap().map(|(_, count)| count), Some(2));
        let case = load(&desk, &id).unwrap().value;
        assert!(case.exclusions().names(&who()) && case.rights().hold().is_some());
        assert_eq!(guard_again(&desk, &id), Ok(None), "nothing is decided twice");
    }
}
