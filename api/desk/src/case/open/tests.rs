//! Many more cases than the tests of the lists make: their lines are written without cases behind them.
use super::{
    super::{
        chunk::{self, lines_of},
        tests::{kits, send},
    },
    *,
};
use crate::case::{open_rows, take_in};
use kit::store::cell;
use shared::{
    case::Exclusions,
    id::{AccountId, CaseId, CaseNumber},
    moment::Moment,
};

/// Lines with these numbers, some fresh, of three AFs and of nobody, and of different days.
fn lines(like: &Row, numbers: impl Iterator<Item = u32>) -> BTreeMap<u32, Vec<Row>> {
    let mut chunks: BTreeMap<u32, Vec<Row>> = BTreeMap::new();
    for sequence in numbers {
        let mixed = sequence.wrapping_mul(2_654_435_761) >> 8;
        let owner = u8::try_from(mixed % 4).unwrap();
        let row = Row {
            id: CaseId::from_bytes(&u128::from(sequence).to_be_bytes()),
            number: CaseNumber { year: 2026, sequence },
            due: Some(Moment::from_millis(1_777_000_000_000 + i64::from(mixed % 90) * 86_400_000).day()),
            fresh: mixed.is_multiple_of(3),
            assigned: (owner > 0).then(|| AccountId::from_bytes(&[owner; 16])),
            ..like.clone()
        };
        chunks.entry(chunk_of(sequence)).or_default().push(row);
    }
    chunks
}

/// Stores the lines, as if there were cases.
fn store(desk: &Desk, chunks: &BTreeMap<u32, Vec<Row>>) {
    let last = chunks.values().flatten().map(|row| i64::from(row.number.sequence)).max().unwrap();
    let now = desk.cases.last_number(&cell::NUMBERS).unwrap();
    desk.cases.next_numbers(&cell::NUMBERS, last - now).unwrap();
    for (chunk, rows) in chunks {
        chunk::vault(desk, *chunk).unwrap().set(&lines_of(*chunk), rows).unwrap();
    }
}

/// One line as a report makes it.
fn line(desk: &Desk) -> Row {
    send(desk, 1);
    take_in(desk).unwrap();
    open_rows(desk).unwrap().remove(0)
}

#[test]
fn what_every_list_reads_stays_small_after_a_flood() {
    let [desk, ..] = kits();
    let chunks = lines(&line(&desk), 1..=200_000);
    let block = |at: u32| {
        let of = chunks.range(at * 64..(at + 1) * 64);
        of.fold(Summary::default(), |all, (chunk, rows)| all.with_lines(*chunk, Some(rows)))
    };
    let whole = (0..63).fold(Summary::default(), |all, at| all.with_block(at, at * 64..(at + 1) * 64, &block(at)));
    let size = |summary: &Summary| serde_json::to_vec(summary).unwrap().len();
    assert_eq!(whole.parts_of(|_| true).map(|(_, part)| part.count).sum::<usize>(), 200_000);
    assert!(size(&whole) < 16_000 && size(&block(0)) < 16_000, "{} and {}", size(&whole), size(&block(0)));
}

#[test]
fn over_many_blocks_the_summary_says_what_the_lines_say() {
    for desk in kits() {
        // some in every block, and blocks and chunks without any
        let chunks = lines(&line(&desk), (1..=12_000).filter(|n| n % 97 < 5 && !(6_000..=9_700).contains(n)));
        store(&desk, &chunks);
        chunks.keys().for_each(|chunk| follow(&desk, *chunk).unwrap());
        says_what_the_lines_say(&desk, &chunks);
        let followed = blocks::read(&desk).unwrap();
        write(&desk, &chunks).unwrap();
        assert_eq!(blocks::read(&desk).unwrap(), followed, "made at once or line by line");
        says_what_the_lines_say(&desk, &chunks);
        // a block that is lost, and the record of before there were blocks, are made again from the lines
        desk.cases.delete(&cell::open_block::<()>(1)).unwrap();
        desk.cases
            .set(
                &cell::open(),
                &serde_json::json!({ "groepen": [], "delen": { "7": [[0, 1, 1, [0, 9, 1, 2026, 351]]] } }),
            )
            .unwrap();
        says_what_the_lines_say(&desk, &chunks);
        assert_eq!(blocks::read(&desk).unwrap(), followed);
    }
}

fn says_what_the_lines_say(desk: &Desk, chunks: &BTreeMap<u32, Vec<Row>>) {
    let mut all: Vec<Row> = chunks.values().flatten().cloned().collect();
    all.sort_by_key(Row::place);
    let open = open(desk).unwrap();
    assert_eq!(open.chunks().unwrap(), chunks.keys().copied().collect::<Vec<_>>());
    for owner in [None, Some(AccountId::from_bytes(&[2; 16]))] {
        let of = |group: &Group| group.assigned == owner && group.exclusions == Exclusions::default();
        let rows: Vec<Row> = all.iter().filter(|row| row.assigned == owner).cloned().collect();
        let fresh: Vec<&Row> = rows.iter().filter(|row| row.fresh).collect();
        assert_eq!(open.count(of), (rows.len(), fresh.len()));
        assert_eq!(open.first(60, of, |row| row.assigned == owner, &[]).unwrap(), rows[..60]);
        let untouched: BTreeSet<u32> = fresh.iter().map(|row| chunk_of(row.number.sequence)).collect();
        assert_eq!(open.untouched(of).unwrap(), untouched.into_iter().collect::<Vec<_>>());
    }
    assert!(open.missing().is_empty());
}
