//! Due work finds what is due.
use super::*;

fn totals(desk: &Desk) -> (usize, usize) {
    let counts = sweep(desk).unwrap();
    (counts.due, counts.late)
}

fn due_numbers(desk: &Desk) -> Vec<u32> {
    due_cases(desk, 1, &Reader::PrivacyOfficer).unwrap().0.into_iter().map(|case| case.number.sequence).collect()
}

#[test]
fn due_cases_are_found_by_due_work_and_stay_found() {
    for place in Place::of_every_kind() {
        let ids = place.closed(3);
        let (now, later) = (place.desk(), place.later());
        assert_eq!((sweep(&now).unwrap(), due_numbers(&now)), (Counts::default(), vec![]));
        assert_eq!(totals(&later), (3, 0));
        assert_eq!(totals(&later), (3, 0), "asked twice, counted once");
        assert_eq!((due_numbers(&later), counts(&later).unwrap().due), (vec![1, 2, 3], 3));
        let much_later = place.desk().at(|| tick().plus_seconds(400 * 86_400));
        assert_eq!(totals(&much_later), (3, 3));
        propose(&later, &ids[1], DestructionGround::Term, &who(1)).unwrap();
        assert_eq!(due_numbers(&later), [1, 3], "a proposed case is listed among the proposals");
        assert_eq!(waiting(&later, &Reader::PrivacyOfficer).unwrap().0.len(), 1);
    }
}

/// The lines are as a version without terms wrote them.
#[test]
fn lines_of_before_there_were_terms_load_and_are_filled_by_reindex_or_a_look() {
    let place = Place::new();
    let ids = place.closed(2);
    let desk = place.later();
    let strip = || older_lines(&desk, |row| assert!(row.remove("bewaren").is_some()));
    strip();
    assert_eq!((case::closed_rows(&desk, 1).unwrap().0.len(), sweep(&desk).unwrap().due), (2, 0));
    case::repair(&desk, &case::load(&desk, &ids[0]).unwrap().value).unwrap();
    assert_eq!(sweep(&desk).unwrap().due, 1);
    let mut first = true;
    older_lines(&desk, |row| {
        if std::mem::take(&mut first) {
            row.remove("bewaren");
        }
    });
    assert_eq!(case::reindex(&desk, &ids).map(|done| done.lines), Ok(2));
    assert_eq!(sweep(&desk).unwrap().due, 2);
}

/// Puts the lines back in the form before there was a key for them, after this change.
fn older_lines(desk: &Desk, change: impl FnMut(&mut serde_json::Map<String, serde_json::Value>)) {
    let lines = case::inspected(desk, 0).unwrap();
    let serde_json::Value::Array(mut rows) = serde_json::to_value(lines).unwrap() else { unreachable!() };
    rows.iter_mut().map(|row| row.as_object_mut().unwrap()).for_each(change);
    desk.cases.set(&cell::rows(0), &rows).unwrap();
    desk.cases.delete(&cell::lines::<()>(0)).unwrap();
}
