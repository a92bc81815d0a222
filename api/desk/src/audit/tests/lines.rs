//! The content of a line; every answer has one.
use super::*;
use shared::{case::ActKind, text::Line};

#[test]
fn a_line_holds_the_outcome_and_the_handlers_facts() {
    let desk = desk();
    some_lines(&desk, 1);
    assert!(write(&desk, Err(Failure::of(ProblemKind::Stale, ""))).is_err());
    assert!(write(&desk, Err(Failure::Unreadable("case"))).is_err());
    let begun = begin(&desk, Endpoint::CommandCase, None, "iets <b>anders</b>").unwrap().unwrap();
    let trail = Trail::default();
    trail.clone().action(AuditAction::Act(ActKind::RecordContact));
    trail.because(Line::parse("waarneming").unwrap());
    begun.finish(&desk, &trail, Ok(StatusCode::OK.into_response())).unwrap();
    let Listed { lines, next, .. } = list(&desk, &Filter::default()).unwrap();
    assert_eq!((lines.len(), next), (4, None));
    let outcomes: Vec<Outcome> = lines.iter().rev().map(|line| line.outcome).collect();
    assert_eq!(outcomes, [Outcome::Done, Outcome::Refused, Outcome::Failed, Outcome::Done]);
    assert_eq!((lines[0].number, lines[0].action.as_str(), lines[0].object.as_str()), (4, "contact", "dossiers"));
    assert_eq!(lines[0].reason.as_ref().map(Line::as_str), Some("waarneming"));
    assert_eq!((lines[1].action.as_str(), lines[1].object.clone()), ("Case", "0a".repeat(16)));
    let traces: std::collections::HashSet<_> = lines.iter().map(|line| line.trace.clone()).collect();
    assert!(traces.len() == 4 && traces.iter().all(|trace| trace.len() == 32));
    let filter = Filter { action: Some(AuditAction::ViewCase), before: Some(3), ..Filter::default() };
    assert_eq!(list(&desk, &filter).unwrap().lines.iter().map(|line| line.number).collect::<Vec<_>>(), [2, 1]);
}

#[test]
fn pages_go_on_where_the_last_one_stopped() {
    let desk = desk();
    some_lines(&desk, 120);
    let (mut seen, mut filter) = (Vec::new(), Filter::default());
    loop {
        let Listed { lines, next, .. } = list(&desk, &filter).unwrap();
        seen.extend(lines.iter().map(|line| line.number));
        match next {
            Some(next) => filter.before = Some(next),
            None => break,
        }
    }
    assert_eq!(seen, (1..=120).rev().collect::<Vec<i64>>());
}

/// Every processing of case data has one line of its own. Only the trace id links it to the audit line. A refused
/// request is no processing.
#[test]
fn the_processing_record_names_the_audit_line_and_nobody() {
    let desk = desk();
    some_lines(&desk, 3);
    drop(write(&desk, Err(Failure::not_found())));
    let silent = begin(&desk, Endpoint::Officers, None, "").unwrap().unwrap();
    silent.finish(&desk, &Trail::default(), Ok(StatusCode::OK.into_response())).unwrap();
    let shared::processing::ProcessingPage { mut processings, next, .. } =
        crate::audit::processing::list(&desk, None).unwrap();
    processings.reverse();
    assert_eq!((processings.iter().map(|line| line.number).collect::<Vec<_>>(), next), (vec![1, 2, 3], None));
    for processing in &processings {
        let audited = stored(&desk, processing.number).line;
        assert_eq!((&processing.trace, processing.at), (&audited.trace, audited.at));
        assert!(!processing.trace.is_empty());
        let text = serde_json::to_string(processing).unwrap();
        assert!(!text.contains(&audited.object), "it names no case: {text}");
    }
    let old = r#"{"nummer":1,"op":"2026-05-01T10:00:00.000Z","activiteit":"dossier-inzien","betrokkenen":["melder"],
        "grondslag":"avg-6-1-e","spoor":"00"}"#;
    assert!(serde_json::from_str::<shared::processing::Processing>(old).is_ok());
}

#[test]
fn without_its_line_no_answer_leaves() {
    let desk = kit_over(no_lines());
    let answer = write(&desk, Ok("een dossier".into_response()));
    assert_eq!(answer.map(|_| ()), Err(Failure::Unavailable));
}
