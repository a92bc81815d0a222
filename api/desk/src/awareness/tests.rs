use super::*;
use crate::{
    case::tests::kits,
    testing::{desk, stores},
};
use shared::{
    access::Role,
    awareness::GivenBy,
    contract::examples,
    moment::{Moment, read_day},
    text::Line,
};

fn day(text: &str) -> Day {
    read_day(text).unwrap()
}

fn officers(desk: &Desk) -> Vec<StoredAccount> {
    let new =
        [Role::Officer, Role::Administrator, Role::PrivacyOfficer].map(|role| examples::new_account(role).unwrap());
    account::first(desk, new.to_vec()).unwrap();
    account::all(desk).unwrap()
}

fn of(desk: &Desk, back: i64, kind: SessionKind) -> Session {
    let day = desk.now().plus_seconds(-back * 24 * 3600).day();
    Session { day, kind, team: Line::parse("Team Wmo").unwrap(), reached: 12, given_by: GivenBy::Together }
}

/// Over every kind of store: added, corrected by another AF, and ended; nothing goes.
#[test]
fn a_line_is_added_corrected_and_ended_and_stays() {
    for desk in kits() {
        let by = officers(&desk)[0].id.clone();
        let first = of(&desk, 3, SessionKind::Presentation);
        command(&desk, &AwarenessCommand::Add { session: first.clone() }, &by).unwrap();
        let twice = command(&desk, &AwarenessCommand::Add { session: first.clone() }, &by);
        assert!(twice.is_err(), "the same line is there already");
        command(&desk, &AwarenessCommand::Add { session: of(&desk, 1, SessionKind::Training) }, &by).unwrap();
        let lines = page(&desk).unwrap().sessions;
        assert_eq!(lines.iter().map(|one| one.number).collect::<Vec<_>>(), [2, 1], "the last day first");
        assert!(lines[0].by.is_some() && !lines[0].ended);

        let more = Session { reached: 14, ..first };
        let correct = AwarenessCommand::Correct { number: 1, seen: 0, session: more.clone() };
        command(&desk, &correct, &by).unwrap();
        assert!(command(&desk, &correct, &by).is_err(), "a colleague changed it meanwhile");
        assert!(command(&desk, &AwarenessCommand::End { number: 1, seen: 0 }, &by).is_err());
        command(&desk, &AwarenessCommand::End { number: 1, seen: 1 }, &by).unwrap();
        let again = AwarenessCommand::Correct { number: 1, seen: 2, session: of(&desk, 2, SessionKind::Training) };
        assert!(command(&desk, &again, &by).is_err(), "it has ended");
        assert!(command(&desk, &AwarenessCommand::End { number: 9, seen: 0 }, &by).is_err(), "there is none");
        let lines = page(&desk).unwrap().sessions;
        assert_eq!((lines.len(), &lines[1].session, lines[1].ended), (2, &more, true));
    }
}

#[test]
fn a_line_of_tomorrow_is_refused_and_nothing_is_written() {
    let desk = kits().into_iter().next().unwrap();
    let by = officers(&desk)[0].id.clone();
    let tomorrow = desk.now().day().succ_opt().unwrap();
    let session = Session { day: tomorrow, ..of(&desk, 0, SessionKind::Training) };
    assert!(command(&desk, &AwarenessCommand::Add { session }, &by).is_err());
    assert_eq!(page(&desk).unwrap().sessions, []);
}

fn moment(text: &str) -> Moment {
    Moment::try_from(text.to_owned()).unwrap()
}

/// One store over two years: nothing at first, a month before in sight, then due; a new update ends it, and one that is
/// ended does not count.
#[test]
fn the_reminder_comes_a_year_after_the_last_update_and_goes_with_the_next() {
    let stores = stores();
    let at = |now: fn() -> Moment| {
        let desk = desk(stores.clone(), now, &[1]);
        crate::key_check::check(&desk).unwrap();
        desk
    };
    let begin = at(|| moment("2026-05-01T10:00:00Z"));
    let accounts = officers(&begin);
    let by = accounts[0].id.clone();
    let reminds = |desk: &Desk| to_remind(desk, &account::all(desk).unwrap()).unwrap();
    assert_eq!(reminds(&begin), None, "a new instance is not late");
    let year = at(|| moment("2027-05-01T10:00:00Z"));
    assert_eq!(reminds(&year), Some(day("2027-05-01")), "nobody ever recorded one");

    let update = |day: Day| Session { day, ..of(&begin, 0, SessionKind::YearlyUpdate) };
    command(&year, &AwarenessCommand::Add { session: update(day("2027-04-20")) }, &by).unwrap();
    assert_eq!(reminds(&year), None);
    assert_eq!(page(&year).unwrap().update, Some(day("2028-04-20")));
    let presentation = Session { day: day("2028-03-01"), ..of(&begin, 0, SessionKind::Presentation) };
    let before = at(|| moment("2028-03-20T23:30:00Z"));
    command(&before, &AwarenessCommand::Add { session: presentation }, &by).unwrap();
    assert_eq!(reminds(&before), Some(day("2028-04-20")), "a month before; a presentation is no update");
    let due = at(|| moment("2028-04-20T10:00:00Z"));
    command(&due, &AwarenessCommand::Add { session: update(day("2028-04-20")) }, &by).unwrap();
    assert_eq!(reminds(&due), None);
    let number = page(&due).unwrap().sessions[0].number;
    command(&due, &AwarenessCommand::End { number, seen: 0 }, &by).unwrap();
    assert_eq!(reminds(&due), Some(day("2028-04-20")), "one that did not take place does not count");
}
