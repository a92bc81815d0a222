//! The lists of open and closed cases.
use super::*;
use shared::case::Row;

#[test]
fn a_list_has_everything_that_arrived_before_the_request() {
    for desk in kits() {
        std::thread::scope(|scope| {
            for af in 0..4u16 {
                let desk = &desk;
                scope.spawn(move || {
                    for n in 0..20 {
                        let sent = send(desk, af * 100 + n);
                        take_in_or_wait(desk).unwrap();
                        assert!(open_rows(desk).unwrap().iter().any(|row| row.id == sent.id));
                    }
                });
            }
        });
    }
}

#[test]
fn closed_cases_come_newest_first_and_cost_one_chunk_a_page() {
    for desk in kits() {
        let ids: Vec<CaseId> = (0..120).map(|n| send(&desk, n).id).collect();
        take_in(&desk).unwrap();
        ids.iter().filter(|id| load(&desk, id).unwrap().value.origins().number.sequence != 60).for_each(|id| {
            change(&desk, id, end_early());
        });
        let (mut page, mut seen) = (Some(1), Vec::new());
        while let Some(at) = page {
            let (rows, next) = closed_rows(&desk, at).unwrap();
            seen.extend(rows.into_iter().map(|row| row.number.sequence));
            page = next;
        }
        let expected: Vec<u32> = (1..=120).rev().filter(|n| *n != 60).collect();
        assert_eq!(seen, expected);
        assert_eq!(open_rows(&desk).unwrap().len(), 1);
    }
}

#[test]
fn rebuilt_lists_equal_the_lists_before() {
    for desk in kits() {
        let ids: Vec<CaseId> = (0..7).map(|n| send(&desk, n).id).collect();
        take_in(&desk).unwrap();
        change(&desk, &ids[2], contact());
        change(&desk, &ids[3], end_early());
        let sorted = |mut rows: Vec<Row>| {
            rows.sort_by_key(|row| row.number);
            rows
        };
        let before = (sorted(open_rows(&desk).unwrap()), closed_rows(&desk, 1).unwrap());
        desk.cases.delete_many(&[cell::lines::<Vec<Row>>(0).to_key(), cell::open::<()>().to_key()]).unwrap();
        assert_eq!(reindex(&desk, &ids), Ok(Reindexed { lines: 7, unreadable: vec![] }));
        assert_eq!((sorted(open_rows(&desk).unwrap()), closed_rows(&desk, 1).unwrap()), before);
    }
}

#[test]
fn what_the_summary_says_of_open_cases_is_what_their_lines_say() {
    for desk in kits() {
        let ids: Vec<CaseId> = (0..130).map(|n| send(&desk, n).id).collect();
        take_in(&desk).unwrap();
        for (n, id) in ids.iter().enumerate() {
            if n % 3 == 0 {
                change(&desk, id, contact());
            }
            if n % 7 == 0 {
                change(&desk, id, end_early());
            }
        }
        let mut all = open_rows(&desk).unwrap();
        all.sort_by_key(Row::place);
        let open = open(&desk).unwrap();
        for most in [1, 2, 24, 50, 51, 90, 500] {
            let first = open.first(most, |_| true, |_| true, &[]).unwrap();
            assert_eq!(first, all[..most.min(all.len())], "the first {most}");
        }
        let theirs = |assigned: bool| move |row: &Row| row.assigned.is_some() == assigned;
        for assigned in [true, false] {
            let rows: Vec<Row> = all.iter().filter(|row| theirs(assigned)(row)).cloned().collect();
            let of = |group: &shared::case::Group| group.assigned.is_some() == assigned;
            assert_eq!(open.count(of), (rows.len(), rows.iter().filter(|row| row.fresh).count()));
            assert_eq!(open.first(20, of, theirs(assigned), &[]).unwrap(), rows[..20]);
            // a line that is shown for another reason comes in its place, and once
            let also: Vec<Row> = all.iter().filter(|row| !theirs(assigned)(row)).take(2).cloned().collect();
            let mut expected: Vec<Row> = rows.iter().chain(&also).cloned().collect();
            expected.sort_by_key(Row::place);
            assert_eq!(open.first(20, of, theirs(assigned), &also).unwrap(), expected[..20]);
        }
        assert!(open.missing().is_empty());
    }
}
