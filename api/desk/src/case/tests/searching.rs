//! Searching costs the same however many cases there are, and tells nothing of what the caller may not see.
use super::{
    super::chunk::{lines_of, vault},
    *,
};
use crate::testing::{Touch, Watch, Watched};
use keyvalue::StoreError;
use shared::{case::Row, id::CaseNumber, retention::Outcome};
use std::sync::atomic::AtomicUsize;

/// Counts what is read.
#[derive(Clone, Default)]
pub(crate) struct Reads(Arc<AtomicUsize>);

impl Reads {
    /// How many since this was asked last.
    pub fn take(&self) -> usize {
        self.0.swap(0, Ordering::Relaxed)
    }
}

impl Watch for Reads {
    fn touch(&self, touch: &Touch<'_>) -> Result<(), StoreError> {
        if let Touch::Read(keys) = touch {
            self.0.fetch_add(keys.len(), Ordering::Relaxed);
        }
        Ok(())
    }
}

/// So many closed cases, of which the oldest ended as a duplicate; only their lines.
fn closed(count: u32) -> (Desk, Reads) {
    let reads = Reads::default();
    let watched = || Arc::new(Watched { store: memory(), watch: reads.clone() });
    let desk = kit_over(memory(), watched(), watched());
    let first = send(&desk, 1).id;
    take_in(&desk).unwrap();
    change(&desk, &first, end_early());
    let row = numbered(&desk, 1).unwrap().unwrap();
    for chunk in 0..count / 50 {
        let number = |n: u32| chunk * 50 + n;
        let line = |n: u32| {
            let sequence = number(n);
            let mut id = [0; 16];
            id[..4].copy_from_slice(&sequence.to_be_bytes());
            let mut row = row.clone();
            (row.id, row.number) = (CaseId::from_bytes(&id), CaseNumber { year: 2026, sequence });
            if let Some(kept) = row.kept.as_mut().filter(|_| sequence == 1) {
                kept.outcome = Outcome::Duplicate;
            }
            row
        };
        let rows: Vec<Row> = (1..=50).map(line).collect();
        vault(&desk, chunk).unwrap().set(&lines_of(chunk), &rows).unwrap();
    }
    desk.cases.next_numbers(&cell::NUMBERS, i64::from(count - 1)).unwrap();
    (desk, reads)
}

#[test]
fn a_search_of_closed_cases_reads_no_more_for_ten_thousand_than_its_bound_and_comes_to_the_end() {
    let is_duplicate = |row: &Row| row.kept.as_ref().is_some_and(|kept| kept.outcome == Outcome::Duplicate);
    let mut most = Vec::new();
    for count in [100, 10_000] {
        let (desk, reads) = closed(count);
        let (mut before, mut searched, mut found, mut worst) = (Some(u32::MAX), 0, Vec::new(), 0);
        while let Some(at) = before {
            reads.take();
            let page = search_closed(&desk, at, |_| true, is_duplicate).unwrap();
            worst = worst.max(reads.take());
            searched += page.searched;
            found.extend(page.rows.into_iter().map(|row| row.number.sequence));
            before = page.next;
        }
        assert_eq!((searched, found), (count as usize, vec![1]), "each once");
        most.push(worst);
    }
    // a chunk is its key and its lines, and the counter says where to begin
    assert!(most[0] <= 2 * 2 + 1 && most[1] <= 40 * 2 + 1, "{most:?}");
}

#[test]
fn a_search_of_open_cases_goes_on_where_it_stopped_and_counts_only_what_may_be_seen() {
    for desk in kits() {
        let ids: Vec<CaseId> = (0..120).map(|n| send(&desk, n).id).collect();
        take_in(&desk).unwrap();
        change(&desk, &id_numbered(&desk, &ids, 7), end_early());
        let cases = open(&desk).unwrap();
        let chunks = cases.chunks_of(|_| true).unwrap();
        let sees = |row: &Row| !row.number.sequence.is_multiple_of(3);
        let (mut before, mut searched, mut found) = (Some(u32::MAX), Vec::new(), Vec::new());
        while let Some(at) = before {
            let is_tenth = |case: &shared::case::Case| case.origins().number.sequence.is_multiple_of(10);
            let page = search_open(&desk, &cases, at, sees, &chunks, is_tenth).unwrap();
            searched.push(page.searched);
            found.extend(page.rows.into_iter().map(|row| row.number.sequence));
            before = page.next;
        }
        // 80 that may be seen, and one of them is closed
        assert_eq!(searched, [50, 29]);
        assert_eq!(found, [110, 100, 80, 70, 50, 40, 20, 10]);
    }
}

/// The id of the case with this number.
fn id_numbered(desk: &Desk, ids: &[CaseId], sequence: u32) -> CaseId {
    let is_it = |id: &&CaseId| load(desk, id).unwrap().value.origins().number.sequence == sequence;
    ids.iter().find(is_it).unwrap().clone()
}
