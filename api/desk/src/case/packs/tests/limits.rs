//! How much is kept, how often it is said, and what is left where a machine stopped.
use super::*;

#[test]
fn a_case_holds_so_many_and_no_more() {
    let desk = &kits()[0];
    let id = reported(desk);
    for at in 0..MOST_PACKS {
        keeps(desk, &id, &of(desk, &id, &format!("Plek {at}"))).unwrap();
    }
    assert_eq!(keeps(desk, &id, &of(desk, &id, "Te veel")), Err(Refusal::PacksFull.into()));
    assert!(keeps(desk, &id, &of(desk, &id, "Plek 0")).is_ok(), "what is there is there");
}

/// A store takes no value of more than a mebibyte.
#[test]
fn a_case_holds_so_much_and_no_more() {
    let desk = &kits()[0];
    let id = reported(desk);
    let long = |at: u8| of(desk, &id, &format!("{at}{}", "\"W\n".repeat(60_000)));
    let kept: Vec<bool> = (0..8).map(|at| keeps(desk, &id, &long(at)).is_ok()).collect();
    assert!(kept[0] && !kept[7], "{kept:?}");
    assert_eq!(keeps(desk, &id, &long(9)), Err(Refusal::PacksFull.into()));
    assert!(keeps(desk, &id, &of(desk, &id, "Kort")).is_ok(), "a small one fits");
}

/// For another place in a decision, or after another decision, it is said once more; the file is there once.
#[test]
fn what_goes_once_more_is_said_once_more() {
    let desk = &kits()[0];
    let id = reported(desk);
    let pack = of(desk, &id, SECRET);
    let seen = file(&pack).unwrap().1;
    for place in [0, 1, 1, 0] {
        keep(desk, load(desk, &id).unwrap(), &by(1), (place, &pack), &seen).unwrap();
    }
    let places: Vec<usize> = told(desk, &id).iter().map(|kept| kept.referral).collect();
    assert_eq!(places, [0, 1]);
    let record: PackRecord = beside::read(desk, &id).unwrap().unwrap();
    assert_eq!(record.files.len(), 1);
}

/// A machine that stopped before the case said so leaves a file that takes no place for long.
#[test]
fn a_file_that_nobody_says_went_is_gone_after_an_hour() {
    let desk = &kits()[0];
    let id = reported(desk);
    let alone = |at: Moment| StoredFile { print: print_of("alleen"), at, file: "alleen".into() };
    let there = || beside::read::<PackRecord>(desk, &id).unwrap().unwrap().files.len();
    beside::create(desk, &id, &PackRecord { files: vec![alone(desk.now())] }).unwrap();
    keeps(desk, &id, &of(desk, &id, "Een")).unwrap();
    assert_eq!(there(), 2);
    beside::write(desk, &id, &PackRecord { files: vec![alone(desk.now().plus_seconds(-ALONE - 1))] }).unwrap();
    keeps(desk, &id, &of(desk, &id, "Twee")).unwrap();
    assert_eq!(there(), 1);
}
