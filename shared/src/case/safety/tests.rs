//! What is known about safety, and the records of before an AF could correct it.
use super::*;
use crate::{
    case::{
        Case,
        fixture::{apply_by, new_case, reported},
    },
    report::VttState,
};
use serde_json::json;

/// As they were stored before an AF could say more than a melder.
#[test]
fn a_record_of_before_loads_as_it_was() {
    let table = [
        json!({"stand": "gemeld", "wie": "Zelf", "wanneer": "Vandaag", "kenmerk": null}),
        json!({"stand": "advies-gevraagd"}),
        json!({"stand": "niet-bereikt"}),
        json!({"stand": "nog-niet", "waarom": "Overleg loopt"}),
    ];
    for stored in table {
        let event: Event = serde_json::from_value(json!({"gebeurtenis": "veilig-thuis", "inhoud": stored})).unwrap();
        let Event::VttRecorded(note) = &event else { panic!("{event:?}") };
        assert_eq!(serde_json::to_value(note).unwrap(), stored);
    }
}

#[test]
fn a_reader_of_the_timeline_knows_what_the_case_knows() {
    let case = new_case(|draft| {
        draft.minor = Some(Known::Unknown);
        draft.vtt.state = Some(VttState::NotReached);
    });
    let case: Case = apply_by(1, case, Event::VttRecorded(reported()));
    assert_eq!(&Safety::of(&case.origins().report, case.entries(), &[]), case.safety());
    assert!(!case.safety().is_open() && !case.safety().minor_waits());
}

#[test]
fn what_the_melder_reported_to_veilig_thuis_settles_it() {
    let case = new_case(|draft| {
        let text = || "Verzonnen".to_owned();
        draft.minor = Some(Known::Yes);
        draft.vtt.state = Some(VttState::Reported);
        (draft.vtt.who, draft.vtt.when) = (text(), text());
    });
    assert!(!case.safety().is_open() && !case.is_urgent());
}
