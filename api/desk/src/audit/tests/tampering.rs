//! No change to a sealed line goes unseen.
use super::*;
use shared::audit::{Head, Wrong};

/// Does something to a sealed line. Returns the lines where the check should find it.
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

/// The holder of the keys can write a line again. The head that was exported before shows it.
#[test]
fn an_exported_head_reveals_changes_made_with_the_keys() {
    let desk = desk();
    some_lines(&desk, 20);
    seal(&desk).unwrap();
    let exported = verify(&desk, None).unwrap().head;
    let mut line = stored(&desk, 7).line;
    line.action = AuditAction::ViewCases;
    let forged = StoredLine::new(line, &desk.derive(PURPOSE).unwrap()).unwrap();
    desk.cases.set(&StoredLine::cell(7), &forged).unwrap();
    desk.cases.delete(&sealed::StoredSeal::CELL).unwrap();
    seal(&desk).unwrap();
    assert_eq!(findings(&desk), [], "by itself it looks whole");
    let check = verify(&desk, Some(&exported)).unwrap();
    assert_eq!(check.findings, [AuditFinding { number: 20, wrong: Wrong::Chain }]);
    let beyond = Head { number: 23, ..exported };
    let missing: Vec<i64> = verify(&desk, Some(&beyond)).unwrap().findings.iter().map(|f| f.number).collect();
    assert_eq!(missing, [21, 22, 23, 23], "lines that were cut off are missing, and the chain has another end");
}

/// Whoever has the root of before can make a MAC of then, and the chain by hand. The root in use says where it began.
#[test]
fn nothing_before_a_new_root_can_be_made_again_by_who_has_the_old_one() {
    let stores = testing::stores();
    let with = |seeds: &[u8]| {
        let desk = testing::desk(stores.clone(), now, seeds);
        crate::key_check::check(&desk).unwrap();
        desk
    };
    let old = with(&[5]);
    some_lines(&old, 20);
    old.derive(PURPOSE).unwrap();
    crate::instance::renew(&with(&[6, 5])).unwrap();
    crate::instance::end_earlier(&with(&[6, 5])).unwrap();
    let desk = with(&[6, 5]);
    seal(&desk).unwrap();
    let head = head(&desk).unwrap();
    crate::instance::begin_after(&desk, &head).unwrap();
    note_new_root(&with(&[6, 5]), &head).unwrap();
    let desk = with(&[6, 5]);
    some_lines(&desk, 3);
    seal(&desk).unwrap();
    assert_eq!((head.number, findings(&desk)), (20, vec![]));
    let mut line = stored(&desk, 7).line;
    line.action = AuditAction::ViewCases;
    let forged = StoredLine::new(line, &old.derive(PURPOSE).unwrap()).unwrap();
    desk.cases.set(&StoredLine::cell(7), &forged).unwrap();
    desk.cases.delete(&sealed::StoredSeal::CELL).unwrap();
    seal(&desk).unwrap();
    // the chain made by hand does not follow from the head that was kept
    let chain = [20, 24].map(|number| AuditFinding { number, wrong: Wrong::Chain });
    assert_eq!(findings(&desk), chain);
}

/// A flipped bit in the counter, or in a seal somebody had the key for, means more lines than anybody could ever write.
/// The check names that, and takes no longer than any other check.
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
            .set(&sealed::StoredSeal::CELL, &sealed::StoredSeal::at(Head { number, ..link::start() }, seen))
            .unwrap();
        assert!(findings(&desk).contains(&AuditFinding { number, wrong: Wrong::Chain }));
        assert!(seal(&desk).is_err());
    }
}
