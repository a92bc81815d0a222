//! An AF stands in, with a reason, for a colleague who did not arrange it.
use super::*;
use shared::{
    access::{Cover, may},
    case::Refusal,
    contract::StartStandIn,
};

fn asks(of: &Session, until: i64) -> StartStandIn {
    let words = Line::parse("De melders wachten").unwrap();
    StartStandIn { of: of.account.clone(), until: day(until), why: notes::BreakGlassReason::Absent, words }
}

/// The same instance so many days later.
fn later(desk: &Desk, days: u8) -> Desk {
    match days {
        0 => desk.clone(),
        30 => desk.clone().at(|| Moment::from_millis(1_777_000_000_000).plus_seconds(30 * 86_400)),
        _ => desk.clone().at(|| Moment::from_millis(1_777_000_000_000).plus_seconds(31 * 86_400)),
    }
}

#[test]
fn it_shows_the_cases_of_that_colleague_for_31_days_and_ends_by_itself() {
    for desk in kits() {
        let [ada, bea, cor] = people(&desk);
        let id = case_of(&desk, 1, &ada);
        for impossible in [-1, 31] {
            assert!(start(&desk, &bea.account, &asks(&ada, impossible)).is_err(), "{impossible}");
        }
        assert_eq!(start(&desk, &bea.account, &asks(&bea, 1)), Err(Refusal::NotAnOfficer.into()), "not for oneself");
        let made = start(&desk, &bea.account, &asks(&ada, 30)).unwrap();
        assert_eq!((made.from, made.until), (day(0), day(30)));
        assert_eq!([&bea, &cor].map(|who| relation(&desk, &id, who)), [Relation::Covering, Relation::Other]);
        assert_eq!(relation(&later(&desk, 30), &id, &bea), Relation::Covering);
        assert_eq!(relation(&later(&desk, 31), &id, &bea), Relation::Other, "it lapses");
        assert_eq!(start(&desk, &bea.account, &asks(&ada, 5)), Err(Refusal::AlreadySo.into()));
    }
}

#[test]
fn either_of_the_two_or_the_fg_ends_it() {
    for desk in kits() {
        let [ada, bea, cor] = people(&desk);
        let id = case_of(&desk, 1, &ada);
        for who in [&bea, &ada, &fg()] {
            let made = start(&desk, &bea.account, &asks(&ada, 5)).unwrap();
            assert_eq!(end(&desk, &cor, &made.id), Err(Failure::not_found()), "nobody else");
            end(&desk, who, &made.id).unwrap();
            assert_eq!(relation(&desk, &id, &bea), Relation::Other);
            assert!(covers(&desk).unwrap()[0].ended.is_some());
        }
        // as after a backup was put back
        start(&desk, &bea.account, &asks(&ada, 5)).unwrap();
        end_all(&desk).unwrap();
        assert_eq!(relation(&desk, &id, &bea), Relation::Other);
        assert!(covers(&desk).unwrap().iter().all(|one| one.ended.is_some()));
    }
}

#[test]
fn the_colleague_and_the_fg_see_it_also_when_it_is_over() {
    for desk in kits() {
        let [ada, bea, cor] = people(&desk);
        let made = start(&desk, &bea.account, &asks(&ada, 2)).unwrap();
        let told = &covers_for(&desk, &ada.account, None).unwrap()[0];
        assert_eq!((&told.by, told.why, told.ended), (&bea.account, notes::BreakGlassReason::Absent, None));
        assert_eq!(covers_for(&desk, &cor.account, None), Ok(vec![]));
        let after = Some(desk.now().plus_seconds(1));
        assert_eq!(covers_for(&desk, &ada.account, after).unwrap().len(), 1, "while it goes on");
        end(&desk, &ada, &made.id).unwrap();
        assert_eq!(covers_for(&desk, &ada.account, after), Ok(vec![]), "over, and seen before");
        assert!(covers_for(&desk, &ada.account, None).unwrap()[0].ended.is_some(), "over, and not seen yet");
        assert_eq!(covers(&desk).unwrap().len(), 1, "the FG sees it for a while");
        assert!(!serde_json::to_string(&covers(&desk).unwrap()).unwrap().contains("wachten"), "without the words");
    }
}

#[test]
fn one_that_goes_on_is_not_pushed_off_the_fgs_list() {
    let [desk, ..] = kits();
    let [ada, bea, _] = people(&desk);
    start(&desk, &bea.account, &asks(&ada, 5)).unwrap();
    let kept = covers(&desk).unwrap().remove(0);
    let over = Cover { ended: Some(kept.at), ..kept.clone() };
    let mut all = vec![over; 510];
    all.insert(0, kept.clone());
    stand_in::make_room(&mut all, day(0));
    assert_eq!((all.len(), &all[0]), (500, &kept));
}

#[test]
fn who_is_excluded_gains_nothing_by_it() {
    for desk in kits() {
        let [ada, bea, _] = people(&desk);
        let hidden = case_of(&desk, 2, &ada);
        let note = shared::case::Exclusion { who: bea.account.clone(), reason: Prose::parse("Verzonnen").unwrap() };
        happened(&desk, &hidden, &ada, Event::Excluded(note));
        start(&desk, &bea.account, &asks(&ada, 1)).unwrap();
        assert_eq!(relation(&desk, &hidden, &bea), Relation::Excluded);
        assert_eq!(see(&desk, &bea, &hidden, Action::SeeLine).err(), Some(Failure::not_found()));
    }
}

#[test]
fn it_gives_what_opening_with_a_reason_gives_and_what_was_arranged_gives_more() {
    for desk in kits() {
        let [ada, bea, _] = people(&desk);
        let plain = case_of(&desk, 1, &ada);
        start(&desk, &bea.account, &asks(&ada, 1)).unwrap();
        for action in Action::ALL.iter().filter(|action| **action != Action::BreakGlass) {
            let as_opened = may(Some(Role::Officer), *action, Relation::Opened);
            assert_eq!(see(&desk, &bea, &plain, *action).is_ok(), as_opened, "{action:?}");
        }
        add(&desk, &ada.account, &NewStandIn { by: bea.account.clone(), from: day(0), until: day(1) }).unwrap();
        assert_eq!(relation(&desk, &plain, &bea), Relation::StandIn);
    }
}
