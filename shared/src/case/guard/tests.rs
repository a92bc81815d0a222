//! What an older copy of a case lacks is decided again, and nothing else.
use super::*;
use crate::{
    case::fixture::{new_case, officer, prose, today},
    moment::Moment,
};

fn after(case: Case, by: u8, event: Event) -> Case {
    let at = Moment::try_from("2026-04-24T14:00:00Z".to_owned()).unwrap();
    case.apply(Entry { at, by: officer(by), event }).unwrap()
}

fn exclude(until: Option<&str>) -> ProposedExclusion {
    ProposedExclusion { who: officer(3), reason: prose("Geheim"), until: until.map(|day| day.parse().unwrap()) }
}

fn why() -> Why {
    Why { reason: prose("Geheim") }
}

/// A case with all of it, one event after the other.
fn guarded() -> Vec<Case> {
    let events = [
        (1, Event::Proposed(Proposal::Exclude(exclude(Some("2026-04-29"))))),
        (2, Event::Agreed(Proposal::Exclude(exclude(Some("2026-04-29"))))),
        (4, Event::OwnReported),
        (2, Event::Rights(RightsEvent::Held(why()))),
        (1, Event::Rights(RightsEvent::Restricted(why()))),
    ];
    let mut cases = vec![new_case(|_| {})];
    for (by, event) in events {
        let case = after(cases.last().unwrap().clone(), by, event);
        cases.push(case);
    }
    cases
}

#[test]
fn an_older_copy_of_a_case_gets_what_was_decided_since_and_nothing_twice() {
    let cases = guarded();
    let guard = Guard::of(cases.last().unwrap());
    let wanted = [4, 4, 3, 2, 1, 0];
    for (old, wanted) in cases.iter().zip(wanted) {
        let missing = guard.missing(old, today()).unwrap();
        assert_eq!(missing.len(), wanted, "{missing:?}");
        let at = Moment::try_from("2026-04-24T15:00:00Z".to_owned()).unwrap();
        let again = missing.into_iter().fold(old.clone(), |case, (by, event)| {
            assert!(by != officer(3), "nobody excludes themselves");
            case.apply(Entry { at, by, event }).unwrap()
        });
        assert!(again.exclusions().names(&officer(3)) && again.exclusions().names(&officer(4)));
        assert!(again.rights().hold().is_some() && again.rights().is_restricted());
        assert!(Guard::of(&again).is_like(&guard) || wanted > 2, "by the same people");
        assert_eq!(guard.missing(&again, today()).unwrap(), []);
    }
}

#[test]
fn what_one_af_decided_lapses_as_it_would_have() {
    let cases = guarded();
    let guard = Guard::of(&cases[1]);
    let missing = |day: &str| guard.missing(&cases[0], day.parse().unwrap()).unwrap();
    assert_eq!((missing("2026-04-29").len(), missing("2026-04-30").len()), (1, 0));
    assert!(matches!(&missing("2026-04-29")[0], (by, Event::Proposed(_)) if *by == officer(1)));
}

#[test]
fn what_was_lifted_is_not_guarded_any_more_and_no_reason_is_kept() {
    let cases = guarded();
    let end = Proposal::EndHold(why());
    let lift = Proposal::Lift(Exclusion { who: officer(3), reason: prose("Geheim") });
    let events = [
        (1, Event::Rights(RightsEvent::RestrictionLifted(why()))),
        (1, Event::Proposed(end.clone())),
        (2, Event::Agreed(end)),
        (1, Event::Proposed(lift.clone())),
        (2, Event::Agreed(lift)),
    ];
    let lifted = events.into_iter().fold(cases[5].clone(), |case, (by, event)| after(case, by, event));
    let guard = Guard::of(&lifted);
    let stored = serde_json::to_string(&guard).unwrap();
    assert!(stored.contains(officer(4).as_str()) && !stored.contains(officer(3).as_str()), "{stored}");
    assert!(!stored.contains("bewaarplicht") && !stored.contains("beperkt"), "{stored}");
    let all = serde_json::to_string(&Guard::of(&cases[5])).unwrap();
    assert!(all.contains("bewaarplicht") && !all.contains("Geheim"), "{all}");
    assert!(Guard::was_ever(&lifted) && !Guard::was_ever(&cases[0]) && Guard::of(&cases[0]).is_none());
}

#[test]
fn a_guard_that_was_stored_still_loads() {
    let old = r#"{"revisie":3,"uitgesloten":[{"wie":"03030303030303030303030303030303","door":"01010101010101010101010101010101","totEnMet":"2026-04-29"}],"bewaarplicht":"02020202020202020202020202020202"}"#;
    let guard: Guard = serde_json::from_str(old).unwrap();
    assert_eq!(serde_json::to_string(&guard).unwrap(), old);
    assert_eq!(guard.missing(&guarded()[0], today()).unwrap().len(), 2);
}
