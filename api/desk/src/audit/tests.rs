//! Lines, the chain, and that nothing can be done to them unseen.
mod denied;

use super::*;
use crate::{
    Desk, Stores,
    testing::{self, Touch, Watch, Watched},
};
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use keyvalue::{Memory, Store, StoreError};
use shared::{
    audit::{AuditAction, AuditFinding, Head, Outcome, Wrong},
    case::ActKind,
    contract::{Endpoint, ProblemKind},
    moment::Moment,
    text::Line,
};
use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

/// One clock for all tests: it only goes on, and how much later is what a test says.
static CLOCK: AtomicI64 = AtomicI64::new(1_777_000_000_000);

fn now() -> Moment {
    Moment::from_millis(CLOCK.load(Ordering::Relaxed))
}

fn kit_over(cases: Arc<dyn Store>) -> Desk {
    let desk = testing::desk(Stores { cases, ..testing::stores() }, now, &[5]);
    // as at the first request; a store that stops at once has had it
    drop(crate::key_check::check(&desk));
    desk
}

fn desk() -> Desk {
    kit_over(Arc::new(Memory::default()))
}

fn write(desk: &Desk, answer: Result<Response, Failure>) -> Result<Response, Failure> {
    let begun = begin(desk, Endpoint::Case, None, &"0a".repeat(16)).unwrap().unwrap();
    begun.finish(desk, &Trail::default(), answer)
}

fn some_lines(desk: &Desk, count: usize) {
    for _line in 0..count {
        write(desk, Ok(StatusCode::OK.into_response())).unwrap();
    }
}

fn stored(desk: &Desk, number: i64) -> StoredLine {
    desk.cases.get(&StoredLine::cell(number)).unwrap().unwrap()
}

fn findings(desk: &Desk) -> Vec<AuditFinding> {
    verify(desk, None).unwrap().findings
}

#[test]
fn a_line_says_how_it_ended_and_what_the_handler_added() {
    let desk = desk();
    some_lines(&desk, 1);
    assert!(write(&desk, Err(Failure::of(ProblemKind::Stale, ""))).is_err());
    assert!(write(&desk, Err(Failure::Unreadable("case"))).is_err());
    let begun = begin(&desk, Endpoint::CommandCase, None, "iets <b>anders</b>").unwrap().unwrap();
    let trail = Trail::default();
    trail.clone().action(AuditAction::Act(ActKind::RecordContact));
    trail.because(Line::parse("waarneming").unwrap());
    begun.finish(&desk, &trail, Ok(StatusCode::OK.into_response())).unwrap();
    let (lines, next) = list(&desk, &Filter::default()).unwrap();
    assert_eq!((lines.len(), next), (4, None));
    let outcomes: Vec<Outcome> = lines.iter().rev().map(|line| line.outcome).collect();
    assert_eq!(outcomes, [Outcome::Done, Outcome::Refused, Outcome::Failed, Outcome::Done]);
    assert_eq!((lines[0].number, lines[0].action.as_str(), lines[0].object.as_str()), (4, "contact", "dossiers"));
    assert_eq!(lines[0].reason.as_ref().map(Line::as_str), Some("waarneming"));
    assert_eq!((lines[1].action.as_str(), lines[1].object.clone()), ("Case", "0a".repeat(16)));
    let traces: std::collections::HashSet<_> = lines.iter().map(|line| line.trace.clone()).collect();
    assert!(traces.len() == 4 && traces.iter().all(|trace| trace.len() == 32));
    let filter = Filter { action: Some(AuditAction::ViewCase), before: Some(3), ..Filter::default() };
    assert_eq!(list(&desk, &filter).unwrap().0.iter().map(|line| line.number).collect::<Vec<_>>(), [2, 1]);
}

#[test]
fn pages_go_on_where_the_last_one_stopped() {
    let desk = desk();
    some_lines(&desk, 120);
    let (mut seen, mut filter) = (Vec::new(), Filter::default());
    loop {
        let (lines, next) = list(&desk, &filter).unwrap();
        seen.extend(lines.iter().map(|line| line.number));
        match next {
            Some(next) => filter.before = Some(next),
            None => break,
        }
    }
    assert_eq!(seen, (1..=120).rev().collect::<Vec<i64>>());
}

#[test]
fn readers_at_the_same_time_get_dense_numbers_and_no_conflict() {
    let desk = desk();
    std::thread::scope(|scope| (0..32).for_each(|_| drop(scope.spawn(|| some_lines(&desk, 5)))));
    assert_eq!(desk.cases.last_number(&cell::AUDIT_NUMBERS), Ok(160));
    assert_eq!(read(&desk, 1, 160).unwrap().lines.len(), 160);
    assert_eq!(seal(&desk), Ok(160));
    assert_eq!(findings(&desk), []);
}

#[test]
fn a_batch_is_no_limit_and_sealing_again_changes_nothing() {
    let desk = desk();
    some_lines(&desk, 1_203);
    assert_eq!(seal(&desk), Ok(1_203));
    let head = verify(&desk, None).unwrap().head;
    assert_eq!((head.number, seal(&desk)), (1_203, Ok(0)));
    let again = verify(&desk, Some(&head)).unwrap();
    assert_eq!((again.head, again.findings), (head, vec![]));
}

/// Of a machine that stopped between number and line.
#[test]
fn only_a_proven_gap_is_voided() {
    let desk = desk();
    some_lines(&desk, 2);
    let late = begin(&desk, Endpoint::Case, None, "").unwrap().unwrap();
    drop(begin(&desk, Endpoint::Case, None, "").unwrap());
    some_lines(&desk, 1);
    assert_eq!(seal(&desk), Ok(2));
    late.finish(&desk, &Trail::default(), Ok(StatusCode::OK.into_response())).unwrap();
    assert_eq!((seal(&desk), findings(&desk)), (Ok(1), vec![]));
    CLOCK.fetch_add(601_000, Ordering::Relaxed);
    assert_eq!(seal(&desk), Ok(2));
    assert_eq!(stored(&desk, 4).line.outcome, Outcome::Void);
    let check = verify(&desk, None).unwrap();
    assert_eq!((check.void, check.findings, check.head.number), (1, vec![], 5));
}

/// Has a store stop writing lines, and counting refusals.
struct NoLines;

impl Watch for NoLines {
    fn touch(&self, touch: &Touch<'_>) -> Result<(), StoreError> {
        let fails = match touch {
            Touch::Set(keys) => keys.iter().any(|key| key.starts_with("audit:")),
            Touch::Swap(key) => key.starts_with("denied:"),
            Touch::Read | Touch::Delete | Touch::Increment(_) => false,
        };
        if fails { Err(StoreError::Unavailable("full".into())) } else { Ok(()) }
    }
}

fn no_lines() -> Arc<dyn Store> {
    Arc::new(Watched { store: Arc::new(Memory::default()), watch: NoLines })
}

/// Every processing of case data has one line of its own, linked by the trace id and by nothing else; what was refused
/// is no processing.
#[test]
fn the_processing_record_names_the_audit_line_and_nobody() {
    let desk = desk();
    some_lines(&desk, 3);
    drop(write(&desk, Err(Failure::not_found())));
    let silent = begin(&desk, Endpoint::Officers, None, "").unwrap().unwrap();
    silent.finish(&desk, &Trail::default(), Ok(StatusCode::OK.into_response())).unwrap();
    let (mut processings, next) = crate::audit::processing::list(&desk, None).unwrap();
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

/// Does something to a sealed line, and answers which lines it should be found at.
fn mutate(desk: &Desk, kind: usize, at: i64, other: i64) -> Vec<(i64, Wrong)> {
    let (line, far) = (stored(desk, at), stored(desk, other));
    let put = |number: i64, line: &StoredLine| desk.cases.set(&StoredLine::cell(number), line).unwrap();
    let changed = |change: fn(&mut AuditLine)| {
        let mut line = line.clone();
        change(&mut line.line);
        put(at, &line);
        vec![(at, Wrong::Altered)]
    };
    match kind {
        0 => changed(|line| line.actor = shared::id::AccountId::parse(&"9".repeat(32)).ok()),
        1 => changed(|line| line.object.push('x')),
        2 => changed(|line| line.at = line.at.plus_seconds(1)),
        3 => changed(|line| line.outcome = Outcome::Refused),
        4 => changed(|line| line.number += 1),
        5 => {
            let forged = StoredLine::new(line.line, &[0; 32]).unwrap();
            put(at, &forged);
            vec![(at, Wrong::Altered)]
        }
        6 => {
            desk.cases.delete(&StoredLine::cell(at)).unwrap();
            vec![(at, Wrong::Missing)]
        }
        7 => {
            put(at, &far);
            vec![(at, Wrong::Moved)]
        }
        8 => {
            put(at, &far);
            put(other, &line);
            vec![(at, Wrong::Moved), (other, Wrong::Moved)]
        }
        _ => {
            desk.cases.set(&cell::audit(at), &"geen regel").unwrap();
            vec![(at, Wrong::Altered)]
        }
    }
}

#[test]
fn two_hundred_changes_before_the_head_are_all_found_and_named() {
    let desk = desk();
    some_lines(&desk, 97);
    seal(&desk).unwrap();
    let exported = verify(&desk, None).unwrap().head;
    some_lines(&desk, 9);
    seal(&desk).unwrap();
    let mut luck = 12_345_u64;
    let mut next = |most: u64| {
        luck = luck.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (luck >> 33) % most
    };
    for round in 0..200 {
        let at = i64::try_from(next(97)).unwrap() + 1;
        let other = (at - 1 + 1 + i64::try_from(next(96)).unwrap()) % 97 + 1;
        let before = [(at, stored(&desk, at)), (other, stored(&desk, other))];
        let wanted = mutate(&desk, round % 10, at, other);
        let found = verify(&desk, Some(&exported)).unwrap().findings;
        for (number, wrong) in wanted {
            assert!(found.contains(&AuditFinding { number, wrong }), "{round}: {number} {wrong:?} not in {found:?}");
        }
        let named = found.iter().filter(|finding| finding.wrong != Wrong::Chain);
        assert!(named.clone().all(|finding| finding.number == at || finding.number == other), "{found:?}");
        before.iter().for_each(|(number, line)| desk.cases.set(&StoredLine::cell(*number), line).unwrap());
        assert_eq!(verify(&desk, Some(&exported)).unwrap().findings, [], "round {round} was put back");
    }
}

/// Whoever has the keys can write a line anew; the head that was exported before tells.
#[test]
fn an_exported_head_finds_what_was_done_with_the_keys() {
    let desk = desk();
    some_lines(&desk, 20);
    seal(&desk).unwrap();
    let exported = verify(&desk, None).unwrap().head;
    let mut line = stored(&desk, 7).line;
    line.action = AuditAction::ViewCases;
    let forged = StoredLine::new(line, &desk.derive(PURPOSE).unwrap()).unwrap();
    desk.cases.set(&StoredLine::cell(7), &forged).unwrap();
    desk.cases.delete(&chain::StoredSeal::CELL).unwrap();
    seal(&desk).unwrap();
    assert_eq!(findings(&desk), [], "by itself it looks whole");
    let check = verify(&desk, Some(&exported)).unwrap();
    assert_eq!(check.findings, [AuditFinding { number: 20, wrong: Wrong::Chain }]);
    let beyond = Head { number: 23, ..exported };
    let missing: Vec<i64> = verify(&desk, Some(&beyond)).unwrap().findings.iter().map(|f| f.number).collect();
    assert_eq!(missing, [21, 22, 23, 23], "lines that were cut off are missing, and the chain has another end");
}

/// A flipped bit in the counter, or in a seal somebody had the key for, says that there are more lines than anybody
/// could ever write: that is named, in no more time than any other check.
#[test]
fn a_counter_or_a_seal_far_past_the_last_line_is_named_and_walked_to_no_end() {
    for far in [1 << 20, 1 << 56, i64::MAX] {
        let desk = desk();
        some_lines(&desk, 3);
        seal(&desk).unwrap();
        assert_eq!(findings(&desk), []);
        let head = Head { number: far, hash: "0a".repeat(32) };
        let exported = verify(&desk, Some(&head)).unwrap().findings;
        assert!(exported.contains(&AuditFinding { number: far, wrong: Wrong::Chain }), "{far}: a head from elsewhere");
        desk.cases.next_numbers(&cell::AUDIT_NUMBERS, far - 3).unwrap();
        assert_eq!(findings(&desk), [AuditFinding { number: far, wrong: Wrong::Chain }], "the counter");
        CLOCK.fetch_add(3_600_000, Ordering::Relaxed);
        for _again in 0..3 {
            assert!(matches!(seal(&desk), Err(Failure::Unreadable("audit counter"))), "{far}");
            CLOCK.fetch_add(3_600_000, Ordering::Relaxed);
        }
    }
    for number in [-5, i64::MIN] {
        let desk = desk();
        some_lines(&desk, 3);
        let seen = (3, desk.now());
        desk.cases
            .set(&chain::StoredSeal::CELL, &chain::StoredSeal::at(Head { number, ..chain::start() }, seen))
            .unwrap();
        assert!(findings(&desk).contains(&AuditFinding { number, wrong: Wrong::Chain }));
        assert!(seal(&desk).is_err());
    }
}

#[test]
fn a_counter_that_was_put_back_gives_no_number_of_a_sealed_line() {
    let desk = desk();
    some_lines(&desk, 5);
    seal(&desk).unwrap();
    desk.cases.next_numbers(&cell::AUDIT_NUMBERS, -4).unwrap();
    seal(&desk).unwrap();
    some_lines(&desk, 2);
    assert_eq!(desk.cases.last_number(&cell::AUDIT_NUMBERS), Ok(7));
    seal(&desk).unwrap();
    assert_eq!(findings(&desk), []);
}
