//! The due cases, proposals and declarations that an AF is shown.
use super::*;
use shared::{
    access::{Colleague, Viewer},
    case::Exclusion,
};

/// An AF who has no case.
fn viewer(which: u8) -> Viewer {
    let officers = [1, 2].map(|n| Colleague { id: who(n), function: None, active: true }).to_vec();
    let today = "2026-04-24".parse().unwrap();
    Viewer {
        me: who(which),
        today,
        officers,
        stands_in_for: vec![],
        covers_for: vec![],
        succeeds: vec![],
        opened: vec![],
    }
}

fn officer(viewer: &Viewer) -> Reader {
    Reader::Officer(viewer.clone())
}

fn numbers_to(desk: &Desk, viewer: &Viewer) -> Vec<(u32, bool)> {
    let (due, _) = due_cases(desk, 1, &officer(viewer)).unwrap();
    due.into_iter().map(|case| (case.number.sequence, case.kept.is_some())).collect()
}

#[test]
fn an_af_sees_number_and_term_of_a_colleagues_case_and_nothing_of_an_excluded_one() {
    for place in Place::of_every_kind() {
        let desk = place.later();
        let ids = place.closed(3);
        let excluded = Event::Excluded(Exclusion { who: who(2), reason: why().reason });
        let standing = case::load(&desk, &ids[0]).unwrap();
        case::save(&desk, &standing, Entry { at: desk.now(), by: who(1), event: excluded }).unwrap();
        let (mine, other) = (viewer(1), viewer(2));
        let counts = sweep(&desk).unwrap();
        assert_eq!((counts.due, counts.due_to(&mine), counts.due_to(&other)), (3, 3, 2));
        let opened = Viewer { opened: vec![ids[1].clone()], ..other.clone() };
        assert_eq!(numbers_to(&desk, &mine), [(1, true), (2, true), (3, true)]);
        assert_eq!(numbers_to(&desk, &opened), [(2, true), (3, false)]);
        for id in &ids[..2] {
            propose(&desk, id, DestructionGround::Term, &who(1)).unwrap();
        }
        let waits = |viewer| waiting(&desk, &officer(viewer)).unwrap().0.len();
        assert_eq!((waits(&mine), waits(&other), waits(&opened)), (2, 0, 1));
        approve(&desk, &ids[0], Agreeing::Officer(&who(3))).unwrap();
        approve(&desk, &ids[1], Agreeing::Officer(&who(2))).unwrap();
        let declared = |to: &Reader| certificates(&desk, None, to).unwrap().0.len();
        let to_all = declared(&Reader::PrivacyOfficer);
        assert_eq!((to_all, declared(&officer(&mine)), declared(&officer(&other))), (2, 2, 1));
    }
}

/// Wherever a destruction stopped, only those who may know of the case see its number.
#[test]
fn a_destruction_that_stopped_half_way_is_not_named_to_an_excluded_af() {
    let mut seen = 0;
    for stop_after in 0..14 {
        let place = Place::new();
        let desk = place.later();
        let id = place.closed(1).remove(0);
        let excluded = Event::Excluded(Exclusion { who: who(2), reason: why().reason });
        let standing = case::load(&desk, &id).unwrap();
        case::save(&desk, &standing, Entry { at: desk.now(), by: who(1), event: excluded }).unwrap();
        propose(&desk, &id, DestructionGround::Term, &who(1)).unwrap();
        let _stopped = approve(&place.stopping(stop_after), &id, Agreeing::Officer(&who(3)));
        let under_way = |viewer: &Viewer| waiting(&desk, &officer(viewer)).unwrap().1.len();
        assert_eq!(under_way(&viewer(2)), 0, "stopped after {stop_after} writes");
        seen += under_way(&viewer(1));
        let destroyed = destroyed(&desk).unwrap();
        let told = destroyed.numbers.contains(&1) || !destroyed.under_way.is_empty() || case::load(&desk, &id).is_ok();
        assert!(told && destroyed.missing.is_empty(), "its number is accounted for: {destroyed:?}");
    }
    assert!(seen > 5, "{seen}");
}
