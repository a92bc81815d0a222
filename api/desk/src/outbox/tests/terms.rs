//! Terms, agreement, the achterwacht, and standing in.
use super::*;
use crate::case::relations;
use shared::{
    case::{
        Proposal, ProposedExclusion,
        notes::{BreakGlassReason, ContactNote, Means, Task, TaskResult},
    },
    contract::{NewStandIn, StartStandIn},
    text::{Line, Prose},
};

#[test]
fn a_term_is_told_to_whoever_has_the_case_tomorrow_and_today() {
    for desk in kits() {
        let outside = Outside::default();
        // a Friday; by Thursday there has to be contact
        let desk = outside.desk(&at(&desk, "2026-04-24T10:00"));
        let [ada, _] = people(&desk);
        let id = arrives(&desk, 1, &examples::draft());
        send_due(&desk).unwrap();
        opens(&desk, &id, &ada);
        happens(&desk, &id, &ada, attempt());
        outside.took();
        let told = |clock: &str| {
            send_due(&at(&desk, clock)).unwrap();
            outside.took()
        };
        for quiet in ["2026-04-25T12:00", "2026-04-27T12:00", "2026-04-28T12:00", "2026-04-29T07:00"] {
            assert!(told(quiet).is_empty(), "{quiet}");
        }
        assert_eq!(told("2026-04-29T08:00"), ["ada"], "a working day ahead, and not to a colleague");
        assert!(told("2026-04-29T17:00").is_empty());
        assert_eq!(told("2026-04-30T08:00"), ["ada"]);
        for later in ["2026-05-01T08:00", "2026-05-02T12:00", "2026-05-04T08:00"] {
            assert!(told(later).is_empty(), "{later}: a term is told once");
        }
    }
}

#[test]
fn the_days_of_tasks_are_told_like_any_other_term() {
    let outside = Outside::default();
    let desk = outside.desk(&at(&kits()[0], "2026-04-20T10:00"));
    let [ada, _] = people(&desk);
    let id = arrives(&desk, 1, &examples::draft());
    opens(&desk, &id, &ada);
    for event in to_investigation("2026-05-29") {
        happens(&desk, &id, &ada, event);
    }
    for day in ["2026-04-23", "2026-04-24", "2026-04-24"] {
        let [what, who] = ["Vraag na wie er huurt", "Toezicht"].map(|text| Line::parse(text).unwrap());
        happens(&desk, &id, &ada, Event::TaskNoted(Task { what, who, by: day.parse().unwrap() }));
    }
    send_due(&at(&desk, "2026-04-20T10:10")).unwrap();
    outside.took();
    let told = |clock: &str| {
        send_due(&at(&desk, clock)).unwrap();
        outside.took().len()
    };
    // the first is told the day before and on the day; the two of the 24th together, and none of them again
    let days = [("2026-04-21T09:00", 0), ("2026-04-22T09:00", 1), ("2026-04-23T09:00", 1), ("2026-04-24T09:00", 1)];
    for (clock, expected) in days {
        assert_eq!(told(clock), expected, "{clock}");
    }
    assert_eq!(told("2026-04-24T15:00"), 0);
    let done = |task| Event::TaskDone(TaskResult { task, outcome: Prose::parse("Niemand").unwrap() });
    (0..3).for_each(|task| happens(&desk, &id, &ada, done(task)));
    assert_eq!(told("2026-04-28T09:00"), 0);
}

/// From the report to the investigation, which ends on this day.
fn to_investigation(until: &str) -> [Event; 3] {
    let form = r#"{"personen":[],"veiligheid":"Veilig","kinderenInHuis":"nee","dwangmiddelen":null,"plek":null,
        "voertuigen":null,"telefoons":null,"weetVanMelding":"nee","wens":null,"melderDoet":null}"#;
    let plan = format!(r#"{{"vraag":"Wie huurt er?","einddatum":"{until}"}}"#);
    [
        Event::ContactMade(ContactNote { happened: None, means: Means::Phone, summary: None }),
        Event::FormSaved(serde_json::from_str(form).unwrap()),
        Event::InvestigationStarted(serde_json::from_str(&plan).unwrap()),
    ]
}

#[test]
fn what_nobody_opens_in_time_is_told_to_the_achterwacht() {
    for desk in kits() {
        let outside = Outside::default();
        let desk = outside.desk(&at(&desk, "2026-04-24T10:00"));
        let [ada, _] = people(&desk);
        let told = |clock: &str| {
            send_due(&at(&desk, clock)).unwrap();
            outside.took().contains(&"achterwacht".to_owned())
        };
        let id = arrives(&desk, 1, &urgent());
        let opened = arrives(&at(&desk, "2026-04-24T10:01"), 2, &urgent());
        opens(&desk, &opened, &ada);
        assert!(!told("2026-04-24T16:59"));
        assert!(told("2026-04-24T17:00"), "spoed at the end of that working day");
        assert!(!told("2026-04-24T17:10"), "once");
        opens(&desk, &id, &ada);
        arrives(&at(&desk, "2026-04-28T11:00"), 3, &examples::draft());
        assert!(!told("2026-04-29T16:59"));
        assert!(told("2026-04-29T17:00"), "any other after one working day");
    }
}

#[test]
fn whoever_is_to_agree_is_told_and_whoever_proposed_is_not() {
    for desk in kits() {
        let outside = Outside::default();
        let desk = outside.desk(&at(&desk, "2026-04-24T10:00"));
        let [ada, bea] = people(&desk);
        let id = arrives(&desk, 1, &examples::draft());
        happens(&desk, &id, &ada, attempt());
        send_due(&desk).unwrap();
        outside.took();
        let someone = AccountId::from_bytes(&[8; 16]);
        let (reason, until) = (Prose::parse("Verzonnen").unwrap(), Some("2026-04-30".parse().unwrap()));
        let exclusion = ProposedExclusion { who: someone, reason, until };
        happens(&desk, &id, &ada, Event::Proposed(Proposal::Exclude(exclusion)));
        send_due(&at(&desk, "2026-04-24T10:10")).unwrap();
        assert_eq!(outside.took(), ["bea"]);
        drop(bea);
    }
}

#[test]
fn whoever_begins_to_stand_in_is_told_on_the_first_day() {
    let outside = Outside::default();
    let desk = outside.desk(&at(&kits()[0], "2026-04-24T10:00"));
    let [ada, bea] = people(&desk);
    let (from, until) = ("2026-04-28".parse().unwrap(), "2026-05-06".parse().unwrap());
    relations::add(&desk, &ada, &NewStandIn { by: bea, from, until }).unwrap();
    for (clock, expected) in [("2026-04-24T10:01", 0), ("2026-04-28T08:00", 1), ("2026-04-29T08:00", 0)] {
        assert_eq!(send_due(&at(&desk, clock)), Ok(expected), "{clock}");
    }
    assert_eq!(outside.took(), ["bea"]);
}

#[test]
fn that_a_colleague_began_to_stand_in_is_told_once_to_whom_it_is_for() {
    let outside = Outside::default();
    let desk = outside.desk(&at(&kits()[0], "2026-04-24T10:00"));
    let [ada, bea] = people(&desk);
    let (until, words) = ("2026-04-30".parse().unwrap(), Line::parse("Verzonnen reden").unwrap());
    let begun = StartStandIn { of: ada, until, why: BreakGlassReason::Absent, words };
    relations::start(&desk, &bea, &begun).unwrap();
    for (clock, expected) in [("2026-04-24T10:01", 1), ("2026-04-28T08:00", 0)] {
        assert_eq!(send_due(&at(&desk, clock)), Ok(expected), "{clock}");
    }
    assert_eq!(outside.took(), ["ada"], "whoever began it knows");
}

#[test]
fn what_was_noticed_of_a_case_goes_with_it() {
    let outside = Outside::default();
    let desk = outside.desk(&at(&kits()[0], "2026-04-24T10:00"));
    let [ada, _] = people(&desk);
    let id = arrives(&desk, 1, &examples::draft());
    send_due(&desk).unwrap();
    let noticed = || desk.cases.keys().unwrap().into_iter().filter(|key| key.starts_with("noticed:")).count();
    assert_eq!(noticed(), 1);
    let crate::case::Saved::Done(_) = crate::case::tests::change(&desk, &id, crate::case::tests::end_early()) else {
        panic!("nobody else is there")
    };
    drop(ada);
    send_due(&at(&desk, "2026-04-24T10:10")).unwrap();
    assert_eq!(noticed(), 0);
}
