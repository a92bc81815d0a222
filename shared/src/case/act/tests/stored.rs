//! Stored cases load unchanged.
use crate::{
    calendar::Calendar,
    case::{
        ActKind, Case, Event, Refusal, Row, Step, available,
        fixture::{act, apply_by, ask, asker, carry_by, case_in, kinds, line, new_case, officer, today, walk},
        notes::{BreakGlass, BreakGlassReason},
    },
    id::Revision,
};
use proptest::prelude::*;

#[test]
fn a_stored_case_loads_as_the_same_case() {
    for step in Step::ALL {
        let case = case_in(*step);
        let json = serde_json::to_string(&case).unwrap();
        assert_eq!(serde_json::from_str::<Case>(&json).unwrap(), case);
    }
}

#[test]
fn that_a_colleague_opened_it_meanwhile_makes_nobody_read_it_again() {
    let seen = case_in(Step::InContact);
    let at = seen.revision();
    let opened = Event::Opened(BreakGlass { why: BreakGlassReason::Asked, words: line("Verzonnen") });
    let after = apply_by(2, apply_by(3, seen.clone(), opened.clone()), opened);
    assert!(seen.is_as_seen_at(at) && after.is_as_seen_at(at) && after.is_as_seen_at(after.revision()));
    let changed = carry_by(1, after, act(ActKind::AddRemark));
    assert!(!changed.is_as_seen_at(at) && changed.is_as_seen_at(changed.revision()));
    for never in [Revision(0), changed.revision().next(), Revision(u64::MAX)] {
        assert!(!changed.is_as_seen_at(never), "{never:?}");
    }
}

/// From before a planned day had a range.
#[test]
fn a_stored_investigation_without_end_loads_and_costs_no_more_than_another() {
    let mut json = serde_json::to_value(case_in(Step::Investigation)).unwrap();
    let events = json["tijdlijn"].as_array_mut().unwrap();
    let plan = events.iter_mut().find_map(|entry| entry.pointer_mut("/inhoud/einddatum")).unwrap();
    *plan = "9999-12-31".into();
    let case: Case = serde_json::from_value(json).unwrap();
    let row = Row::of(&case);
    assert_eq!(row.due, "9999-12-31".parse().ok());
    let calendar = Calendar::default();
    let left = calendar.days_left(today(), row.due.unwrap());
    assert!((2000..4000).contains(&left), "{left}: ten years of working days, not eight thousand");
}

#[test]
fn a_damaged_timeline_does_not_load() {
    let mut json = serde_json::to_value(case_in(Step::Decision)).unwrap();
    json["tijdlijn"].as_array_mut().unwrap().remove(0);
    assert!(serde_json::from_value::<Case>(json).is_err());
}

proptest! {
    /// For any acts in any order: every decided event can be applied, the case loads again, and the report is never
    /// lost.
    #[test]
    fn every_decided_event_can_be_applied(choices in proptest::collection::vec((0..kinds().count(), 1u8..3), 0..40)) {
        let mut case = new_case(|_| {});
        for (choice, who) in choices {
            let by = officer(who);
            let kind = kinds().nth(choice).unwrap();
            let offered = available(&case, asker(&by)).contains(&kind);
            match ask(&case, act(kind), &by) {
                Ok(event) => {
                    prop_assert!(offered);
                    let before = case.revision();
                    case = apply_by(who, case, event);
                    prop_assert_eq!(case.revision(), before.next());
                }
                Err(Refusal::NotInThisStep) => prop_assert!(!offered),
                Err(_) => {}
            }
        }
        let json = serde_json::to_string(&case).unwrap();
        prop_assert_eq!(serde_json::from_str::<Case>(&json).unwrap(), case);
    }
}

#[test]
fn a_case_from_before_exclusions_loads_unchanged() {
    let case = walk(&[ActKind::RecordAttempt]);
    let mut json = serde_json::to_value(&case).unwrap();
    let text = json.to_string();
    assert!(!text.contains("uitgesloten") && !text.contains("nietVoor"), "nothing new stands in it");
    json["begin"].as_object_mut().unwrap().remove("uitgesloten");
    assert_eq!(serde_json::from_value::<Case>(json).unwrap(), case);
    let row = r#"{"id":"01010101010101010101010101010101","nummer":{"jaar":2026,"volgnummer":17},"revisie":1,
        "onderwerp":"plek","vormen":["arbeid"],"stap":"gemeld","volgende":"bel-melder","uiterlijk":"2026-04-30",
        "spoed":false,"nieuw":true,"toegewezenAan":null,"pogingen":0,"laatst":"2026-04-24T13:42:00.000Z"}"#;
    let now = Row::of(&new_case(|_| {}));
    assert!(now.untouched.is_some() && now.unopened.is_some());
    assert_eq!(serde_json::from_str::<Row>(row).unwrap(), Row { untouched: None, unopened: None, ..now.clone() });
    let (at, me) = (now.last, officer(1));
    let attempted = Row::of(&walk(&[ActKind::RecordAttempt]));
    let by = attempted.last_by.clone().unwrap();
    assert!(!now.is_changed_since(at, &me) && attempted.is_changed_since(at, &officer(9)), "a colleague did something");
    assert!(!attempted.is_changed_since(at, &by), "one's own act is no news");
}

#[test]
fn the_first_look_is_kept_once_and_makes_nobody_read_the_case_again() {
    let case = new_case(|_| {});
    let (at, seen) = (case.origins().received, case.revision());
    assert!(!case.is_opened() && Row::of(&case).unopened == Some(at));
    let opened = case.clone().opened_by(&officer(1), at.plus_seconds(60));
    assert!(opened.is_opened() && opened.is_as_seen_at(seen) && opened.revision() == seen);
    assert_eq!(Row::of(&opened), Row { unopened: None, ..Row::of(&case) }, "nothing else is changed by it");
    let again = opened.clone().opened_by(&officer(2), at.plus_seconds(120));
    assert_eq!(again.first_look().map(|look| &look.by), Some(&officer(1)));
    let json = serde_json::to_string(&opened).unwrap();
    let form = r#""geopend":{"door":"01010101010101010101010101010101","op":"2026-04-24T13:43:00.000Z"}"#;
    assert!(json.contains(form), "{json}");
    assert_eq!(serde_json::from_str::<Case>(&json).unwrap(), opened);
}

/// Of before the first look was kept: whoever did something with it had opened it.
#[test]
fn an_older_case_was_opened_if_anything_was_done() {
    let json = serde_json::to_string(&walk(&[ActKind::RecordAttempt])).unwrap();
    assert!(!json.contains("geopend"));
    let case: Case = serde_json::from_str(&json).unwrap();
    assert!(case.is_opened() && Row::of(&case).unopened.is_none());
    assert_eq!(case.clone().opened_by(&officer(2), case.origins().received), case);
}
