//! Searching closed cases by an exact clue, and the hint about open ones.
use super::*;
use crate::{
    case::{
        chunk::{lines_of, vault},
        tests::searching::Reads,
    },
    testing::Watched,
};
use kit::store::cell;
use shared::{
    case::{Row, clue::ClueKind},
    id::CaseNumber,
};

/// So many closed cases, each with an address of its own; the oldest is a real one, of [`ADDRESS`].
fn closed(count: u32) -> (Desk, Reads) {
    let reads = Reads::default();
    let watched = || Arc::new(Watched { store: memory(), watch: reads.clone() });
    let desk = kit_over(memory(), watched(), watched());
    let id = reported(&desk, 1, ADDRESS).remove(0);
    open_it(&desk, &id);
    happens(&desk, &id, ends(notes::EarlyReason::Duplicate));
    let row = numbered(&desk, 1).unwrap().unwrap();
    let hasher = Hasher::of(&desk).unwrap();
    let mut index = vec![spots(&desk, &load(&desk, &id).unwrap().value).unwrap()];
    for chunk in 0..count / 50 {
        let line = |n: u32| {
            let sequence = chunk * 50 + n;
            let mut other = row.clone();
            if sequence > 1 {
                let mut id = [0; 16];
                id[..4].copy_from_slice(&sequence.to_be_bytes());
                (other.id, other.number) = (CaseId::from_bytes(&id), CaseNumber { year: 2026, sequence });
            }
            other
        };
        let rows: Vec<Row> = (1..=50).map(line).collect();
        for row in rows.iter().filter(|row| row.number.sequence > 1) {
            let clues = sought(&format!("Verzonnenweg {}", row.number.sequence));
            let spots = clues.iter().map(|clue| hasher.spot(Shelf::Closed, clue)).collect();
            index.push((row.number.sequence, spots));
        }
        vault(&desk, chunk).unwrap().set(&lines_of(chunk), &rows).unwrap();
    }
    write(&desk, &index).unwrap();
    desk.cases.next_numbers(&cell::NUMBERS, i64::from(count - 1)).unwrap();
    (desk, reads)
}

#[test]
fn an_exact_search_reads_as_much_among_ten_thousand_closed_cases_as_among_few() {
    let reads = [50, 10_000].map(|count| {
        let (desk, reads) = closed(count);
        reads.take();
        let found = search_clues(&desk, u32::MAX, &sought(ADDRESS), |_| true, |_| true).unwrap();
        let numbers: Vec<u32> = found.rows.iter().map(|row| row.number.sequence).collect();
        assert_eq!((numbers, found.searched, found.next), (vec![1], 1, None));
        reads.take()
    });
    // among few the second bucket is not there yet
    assert!(reads[1] <= reads[0] + 1, "{reads:?}");
    // the root; two buckets, their lines and one case, each with its key
    assert!(reads[1] <= 12, "{reads:?}");
}

#[test]
fn whoever_may_not_see_a_case_finds_nothing_and_can_not_count() {
    let desk = kits().into_iter().next().unwrap();
    let ids = reported(&desk, 102, ADDRESS);
    ids.iter().for_each(|id| happens(&desk, id, ends(notes::EarlyReason::Duplicate)));
    let search = |before: u32, sees: &dyn Fn(&Row) -> bool| {
        search_clues(&desk, before, &sought(ADDRESS), sees, |_| true).unwrap()
    };
    assert_eq!(search(u32::MAX, &|_| false), Found::default(), "as where there is none");
    let elsewhere = search_clues(&desk, u32::MAX, &sought("Fantasiekade 13"), |_| true, |_| true).unwrap();
    assert_eq!(elsewhere, Found::default());
    let (mut before, mut all) = (Some(u32::MAX), Vec::new());
    while let Some(at) = before {
        let page = search(at, &|row| row.number.sequence.is_multiple_of(2));
        assert_eq!(page.searched, page.rows.len(), "what is hidden is not counted");
        all.extend(page.rows.into_iter().map(|row| row.number.sequence));
        before = page.next;
    }
    let expected: Vec<u32> = (1..=102).rev().filter(|number| number % 2 == 0).collect();
    assert_eq!(all, expected, "each once, newest first");
    // the index may say too much: the case decides
    let stale = load(&desk, &ids[0]).unwrap().value.origins().number.sequence;
    happens(&desk, &ids[0], Event::Reopened(notes::Reopening { reason: prose("Verzonnen"), due: None }));
    let hasher = Hasher::of(&desk).unwrap();
    for clue in &sought(ADDRESS) {
        let (bucket, tag) = hasher.spot(Shelf::Closed, clue);
        bucket.change(&desk, true, |stored| stored.add(tag, stale)).unwrap();
    }
    let page = search(stale + 1, &|row| row.number.sequence == stale);
    assert!(page.rows.is_empty() && page.searched == 0);
}

#[test]
fn another_open_case_is_named_by_what_both_have_and_never_by_a_name_alone() {
    for desk in kits() {
        let ids = reported(&desk, 3, ADDRESS);
        ids.iter().for_each(|id| open_it(&desk, id));
        let case = |id: &CaseId| load(&desk, id).unwrap().value;
        let named = |id: &CaseId, sees: &dyn Fn(&Row) -> bool| {
            let found = alike(&desk, &case(id), sees).unwrap();
            found.into_iter().map(|one| (one.id, one.kinds)).collect::<Vec<_>>()
        };
        let both: BTreeSet<CaseId> = ids[1..].iter().cloned().collect();
        let found = named(&ids[0], &|_| true);
        assert_eq!(found.iter().map(|(id, _)| id.clone()).collect::<BTreeSet<_>>(), both);
        assert!(found.iter().all(|(_, kinds)| *kinds == [ClueKind::Address]));
        assert_eq!(named(&ids[0], &|row| row.id == ids[2]).len(), 1, "only what the AF may see");
        happens(&desk, &ids[1], ends(notes::EarlyReason::Duplicate));
        happens(&desk, &ids[2], ends(notes::EarlyReason::Mistake));
        assert_eq!(named(&ids[0], &|_| true), [], "closed ones are not named");
        assert_eq!(named(&ids[1], &|_| true), [], "and name none");
    }
    let desk = kits().into_iter().next().unwrap();
    let draft = Draft { place: String::new(), ..examples::draft() };
    for n in 0..2 {
        let id = accept(&desk.inbox, &secret(n), &draft, Channel::Form {}).unwrap().id;
        take_in(&desk).unwrap();
        happens(&desk, &id, spoken());
        change(&desk, &id, form("Nadia Fictief"));
        assert_eq!(alike(&desk, &load(&desk, &id).unwrap().value, |_| true), Ok(vec![]));
    }
    assert_eq!(found(&desk, "Nadia Fictief")[0].len(), 2);
}
