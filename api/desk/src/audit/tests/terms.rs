//! The audit does not grow for ever, and looking at it costs a bounded number of reads.
use super::*;
use crate::{
    audit::{checkpoint::StoredCheckpoint, numbers::issue, verify::MOST},
    testing::{stops, stores},
};
use shared::audit::Wrong;
use std::sync::Mutex;

const DAY: i64 = 24 * 3600;
/// Longer than the term of a profile that names none.
const SIX_YEARS: i64 = 6 * 366 * DAY;

thread_local! { static HERE: std::cell::Cell<i64> = const { std::cell::Cell::new(1_777_000_000) }; }

fn here() -> Moment {
    Moment::from_millis(HERE.get() * 1000)
}

fn later(seconds: i64) {
    HERE.set(HERE.get() + seconds);
}

fn instance(stores: &Stores) -> Desk {
    let desk = testing::desk(stores.clone(), here, &[5]);
    drop(crate::key_check::check(&desk));
    desk
}

/// Lines are copies of the first, with a MAC and a moment of their own: writing thousands of answers takes long.
fn many_lines(desk: &Desk, count: i64) {
    let last = issue(desk, count).unwrap();
    let line = AuditLine {
        number: 0,
        at: desk.now(),
        actor: None,
        action: AuditAction::ViewCases,
        object: "dossiers".into(),
        outcome: Outcome::Done,
        origin: "review GET /dossiers".into(),
        reason: None,
        trace: "00".repeat(16),
        repeated: None,
    };
    let key = desk.derive(PURPOSE).unwrap();
    for number in last - count + 1..=last {
        let stored = StoredLine::new(AuditLine { number, ..line.clone() }, &key).unwrap();
        desk.cases.set(&StoredLine::cell(number), &stored).unwrap();
    }
    seal(desk).unwrap();
}

/// One run of due work, as the handler does it.
fn work(desk: &Desk) {
    seal(desk).unwrap();
    go_on(desk).unwrap();
    destroy_due(desk).unwrap();
}

fn change(desk: &Desk, number: i64) {
    let mut line = stored(desk, number);
    line.line.object.push('x');
    desk.cases.set(&StoredLine::cell(number), &line).unwrap();
}

#[test]
fn lines_past_their_term_are_gone_and_the_rest_of_the_chain_holds() {
    let desk = instance(&stores());
    many_lines(&desk, 2500);
    work(&desk);
    work(&desk);
    let early = verify(&desk, None).unwrap();
    assert_eq!((early.destroyed, early.whole.map(|whole| whole.to)), (0, Some(2500)));
    later(SIX_YEARS);
    many_lines(&desk, 100);
    work(&desk);
    let after = verify(&desk, None).unwrap();
    assert_eq!((after.destroyed, after.findings, after.head.number), (2000, vec![], 2600));
    assert!(read(&desk, 1, 2000).unwrap().lines.is_empty() && read(&desk, 2001, 2600).unwrap().lines.len() == 600);
    let certificate = desk.cases.get(&StoredCheckpoint::cell(2000)).unwrap().unwrap();
    let destroyed = certificate.destroyed.unwrap();
    assert!(destroyed.findings.is_empty() && destroyed.last.is_some() && certificate.head.number == 2000);
    // a change in a kept line is still found, and so is a kept line that is missing
    let whole = stored(&desk, 2001);
    change(&desk, 2001);
    assert!(verify(&desk, None).unwrap().findings.contains(&AuditFinding { number: 2001, wrong: Wrong::Altered }));
    desk.cases.set(&StoredLine::cell(2001), &whole).unwrap();
    // without the certificates the lines before them are missing
    let begin = checkpoint::begin(&desk).unwrap();
    desk.cases.set(&cell::audit_begin(), &"geen begin").unwrap();
    assert_eq!(checkpoint::begin(&desk).unwrap().head, begin.head, "made again from the certificates");
    desk.cases.delete(&cell::audit_begin::<()>()).unwrap();
    let lost = verify(&desk, None).unwrap().findings;
    assert!(lost.contains(&AuditFinding { number: 1, wrong: Wrong::Missing }), "nobody hides lines by that");
}

#[test]
fn the_list_says_what_was_destroyed_before_its_last_line() {
    let desk = instance(&stores());
    many_lines(&desk, 1010);
    work(&desk);
    later(SIX_YEARS);
    work(&desk);
    let first = list(&desk, &Filter::default()).unwrap();
    assert_eq!((first.lines.len(), first.next), (10, None));
    assert_eq!(first.destroyed.map(|gone| gone.to), Some(1000));
    let before = list(&desk, &Filter { before: Some(900), ..Filter::default() }).unwrap();
    assert!(before.lines.is_empty() && before.next.is_none() && before.destroyed.is_some());
}

#[test]
fn stopped_at_any_write_the_destruction_goes_on_and_nothing_is_found_wrong() {
    let mut stopped = 0;
    for stop_after in [0, 1, 2, 3, 4, 9] {
        let stores = stores();
        let desk = instance(&stores);
        many_lines(&desk, 1005);
        work(&desk);
        later(SIX_YEARS);
        let left = Arc::new(Mutex::new(stop_after));
        let cases = stops(stores.cases.clone(), &left);
        stopped += usize::from(destroy_due(&instance(&Stores { cases, ..stores.clone() })).is_err());
        assert_eq!(verify(&desk, None).unwrap().findings, [], "stopped after {stop_after}");
        destroy_due(&desk).unwrap();
        let after = verify(&desk, None).unwrap();
        assert_eq!((after.destroyed, after.findings), (1000, vec![]), "stopped after {stop_after}");
        assert!(read(&desk, 1, 1000).unwrap().lines.is_empty(), "stopped after {stop_after}");
    }
    assert!(stopped > 2, "{stopped}");
}

#[test]
fn what_was_found_wrong_is_in_the_certificate_and_what_nobody_looked_at_stays() {
    let desk = instance(&stores());
    many_lines(&desk, 1005);
    later(SIX_YEARS);
    destroy_due(&desk).unwrap();
    assert_eq!(verify(&desk, None).unwrap().destroyed, 0, "no whole check has looked at it");
    change(&desk, 7);
    work(&desk);
    let certificate = desk.cases.get(&StoredCheckpoint::cell(1000)).unwrap().unwrap();
    let found = certificate.destroyed.unwrap().findings;
    assert!(found.contains(&AuditFinding { number: 7, wrong: Wrong::Altered }), "{found:?}");
}

#[test]
fn a_request_reads_a_bounded_number_of_lines_and_due_work_finds_old_changes() {
    let touched: Arc<Mutex<usize>> = Arc::default();
    let stores = stores();
    let watched = Watched { store: stores.cases.clone(), watch: Reads(touched.clone()) };
    let desk = instance(&Stores { cases: Arc::new(watched), ..stores });
    many_lines(&desk, MOST + 500);
    let count = |check: &dyn Fn() -> shared::audit::AuditCheck| {
        *touched.lock().unwrap() = 0;
        let check = check();
        (*touched.lock().unwrap(), check)
    };
    // before due work looked at anything, a request looks at the first lines
    let (read, begun) = count(&|| check(&desk).unwrap());
    assert!(read <= usize::try_from(MOST).unwrap() + 20, "{read}");
    assert_eq!((begun.from, begun.to, begun.whole), (0, MOST, None));
    for _run in 0..2 {
        *touched.lock().unwrap() = 0;
        go_on(&desk).unwrap();
        assert!(*touched.lock().unwrap() <= usize::try_from(rounds::PORTION).unwrap() + 30);
    }
    some_lines(&desk, 3);
    seal(&desk).unwrap();
    let (read, ended) = count(&|| check(&desk).unwrap());
    assert!(read < 30, "{read}");
    assert_eq!((ended.from, ended.to, ended.findings.len()), (MOST + 500, MOST + 503, 0));
    assert_eq!(ended.whole.map(|whole| whole.to), Some(MOST + 500));
    // an old line is changed: the next round finds it, and then every request says so
    change(&desk, 77);
    assert_eq!(check(&desk).unwrap().findings, []);
    let altered = AuditFinding { number: 77, wrong: Wrong::Altered };
    assert_eq!(verify(&desk, None).unwrap().findings, [altered], "the administrator's check reads everything");
    later(DAY + 1);
    (0..2).for_each(|_| go_on(&desk).unwrap());
    let found = check(&desk).unwrap().findings;
    assert!(found.contains(&AuditFinding { number: 77, wrong: Wrong::Altered }), "{found:?}");
    // lines that were cut off at the end, with the seal: how far it was before is known
    let seal_of_now = desk.cases.get(&sealed::StoredSeal::CELL).unwrap().unwrap();
    let before = sealed::StoredSeal::at(link::start(), seal_of_now.seen);
    desk.cases.set(&sealed::StoredSeal::CELL, &before).unwrap();
    assert!(check(&desk).unwrap().findings.contains(&AuditFinding { number: MOST + 503, wrong: Wrong::Chain }));
    desk.cases.set(&sealed::StoredSeal::CELL, &seal_of_now).unwrap();
    // put back: gone again after another round
    let mut line = stored(&desk, 77);
    line.line.object.pop();
    desk.cases.set(&StoredLine::cell(77), &line).unwrap();
    later(DAY + 1);
    (0..2).for_each(|_| go_on(&desk).unwrap());
    assert_eq!(check(&desk).unwrap().findings, []);
}

/// Counts the records that are read.
struct Reads(Arc<Mutex<usize>>);

impl Watch for Reads {
    fn touch(&self, touch: &Touch<'_>) -> Result<(), StoreError> {
        if let Touch::Read(keys) = touch {
            *self.0.lock().unwrap() += keys.len();
        }
        Ok(())
    }
}

#[test]
fn lines_of_the_processing_record_go_after_their_term_and_numbers_go_on() {
    let desk = instance(&stores());
    let number = |count: i64| desk.cases.next_numbers(&cell::PROCESSING_NUMBERS, count).unwrap();
    number(1000);
    let line = |number: i64| shared::processing::Processing {
        number,
        at: desk.now(),
        activity: shared::processing::Activity::ViewCase,
        subjects: Vec::new(),
        ground: shared::processing::Activity::ViewCase.ground(),
        trace: "00".repeat(16),
    };
    (1..=1000).for_each(|number| desk.cases.set(&cell::processing(number), &line(number)).unwrap());
    assert_eq!(processing::destroy_due(&desk), Ok(0));
    later(SIX_YEARS);
    some_lines(&desk, 2);
    assert_eq!((processing::destroy_due(&desk), processing::destroy_due(&desk)), (Ok(1000), Ok(0)));
    let page = processing::list(&desk, None).unwrap();
    assert_eq!(page.processings.iter().map(|line| line.number).collect::<Vec<_>>(), [1002, 1001]);
    assert_eq!((page.next, page.destroyed.map(|gone| gone.to)), (None, Some(1000)));
    assert!(!desk.cases.exists(&cell::processing::<()>(1000)).unwrap());
}
