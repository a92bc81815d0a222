//! The numbers of lines, and sealing them.
use super::*;

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

/// The gap is of a machine that stopped between number and line.
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
