//! Where something may be missing, the figures say so.
use super::*;

#[test]
fn a_count_that_cannot_be_read_begins_again_and_the_figures_say_so() {
    let stores: [Arc<dyn Store>; 3] = [memory(), memory(), memory()];
    let [inbox, cases, keys] = stores.clone();
    let desk = kit_over(inbox, cases, keys);
    closed(&desk, 5);
    let damage = |name: &str| stores[1].set(name, &[0xA5; 40]).unwrap();
    damage("counting");
    let desk = after(desk);
    go_on(&desk).unwrap();
    let figures = published(&desk).unwrap();
    assert_eq!((mistakes(&figures), figures.incomplete), (5, true));
    // it goes on after what was published
    damage("counting");
    go_on(&desk).unwrap();
    let begun = stored::read(&desk).unwrap();
    assert_eq!(begun.half, Some(half("2026-2")));
    assert!(begun.may_miss(half("2026-2")) && !begun.may_miss(half("2027-1")));
    damage(&format!("figures:{}", half("2026-1").number()));
    let told = page(&desk).unwrap();
    assert_eq!((told.unreadable, told.figures), (vec![half("2026-1")], vec![]));
}

#[test]
fn a_case_that_cannot_be_read_keeps_the_others_from_nothing_and_the_figures_say_so() {
    let stores: [Arc<dyn Store>; 3] = [memory(), memory(), memory()];
    let [inbox, cases, keys] = stores.clone();
    let desk = kit_over(inbox, cases, keys);
    let ids = closed(&desk, 6);
    stores[1].set(case::record(&ids[2]).key(), &[0xA5; 40]).unwrap();
    let desk = after(desk);
    go_on(&desk).unwrap();
    let figures = published(&desk).unwrap();
    assert_eq!((mistakes(&figures), figures.incomplete), (5, true));
}

/// The clock of a machine that starts is wrong until the network tells it.
#[test]
fn a_clock_that_is_wrong_for_a_moment_freezes_nothing_however_often() {
    let desk = kit_over(memory(), memory(), memory());
    closed(&desk, 5);
    let mut desk = desk;
    for ahead in [|| tick().plus_seconds(3_650 * DAY), || tick().plus_seconds(3_651 * DAY)] {
        desk = desk.at(ahead);
        (0..3).for_each(|_| go_on(&desk).unwrap());
        desk = before(desk);
        go_on(&desk).unwrap();
    }
    assert_eq!(page(&desk).unwrap().figures, []);
    let desk = after(desk);
    go_on(&desk).unwrap();
    let figures = published(&desk).unwrap();
    assert_eq!((mistakes(&figures), figures.incomplete), (5, false));
}

#[test]
fn counting_that_begins_later_says_that_something_may_be_missing() {
    let desk = kit_over(memory(), memory(), memory());
    let ids: Vec<CaseId> = (0..5).map(|n| send(&desk, n).id).collect();
    case::take_in(&desk).unwrap();
    ids.iter().for_each(|id| drop(change(&desk, id, end_early())));
    // an instance of before there were figures
    let desk = after(desk);
    go_on(&desk).unwrap();
    let figures = published(&desk).unwrap();
    assert_eq!((mistakes(&figures), figures.incomplete), (5, true));
    let next = stored::read(&desk).unwrap();
    assert!(next.may_miss(half("2026-2")) && !next.may_miss(half("2027-1")));
}

#[test]
fn a_backup_that_was_put_back_makes_the_running_half_year_unsure() {
    let desk = kit_over(memory(), memory(), memory());
    closed(&desk, 5);
    unsure(&desk).unwrap();
    let desk = after(desk);
    go_on(&desk).unwrap();
    assert!(published(&desk).unwrap().incomplete);
}

/// What is destroyed long after it ended adds nothing, and leaves no number.
#[test]
fn a_case_that_counts_for_nothing_any_more_leaves_nothing() {
    let desk = kit_over(memory(), memory(), memory());
    let ids = closed(&desk, 5);
    let desk = after(desk);
    go_on(&desk).unwrap();
    let then = stored::read(&desk).unwrap();
    destroy(&desk, &ids[0]);
    assert_eq!(stored::read(&desk).unwrap(), then);
}
