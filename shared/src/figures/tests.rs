use super::*;
use crate::{
    case::{
        Act, Case, Entry, Event, Step,
        fixture::{
            apply_by, carry, case_in, end_early, entry, from_kmt, joined_when, new_case, officer, on_agenda,
            without_contact,
        },
        notes::{EarlyReason, LeadStand, NoContactReason},
    },
    moment::{Day, Moment},
    profile::{STEPS, USUAL_STEP},
};

fn half(text: &str) -> HalfYear {
    HalfYear::try_from(text.to_owned()).unwrap()
}

fn teams() -> TeamKinds {
    serde_json::from_str(include_str!("../../../gemeenten/lijsten/teams.json")).unwrap()
}

/// The rows of a table in which a case counts.
fn counted(case: &Case, when: &str, table: FigureTable) -> Vec<String> {
    count(case, half(when), &teams()).of(table).rows.into_keys().collect()
}

fn at(day: &str) -> Moment {
    Moment::start_of(day.parse().unwrap())
}

/// The same case with another moment for each event.
fn moved(case: &Case, days: &[&str]) -> Case {
    let entries = case.entries().iter().zip(days);
    let begun = Case::open(case.origins().clone());
    assert_eq!(case.entries().len(), days.len());
    entries.fold(begun, |case, (entry, day)| case.apply(Entry { at: at(day), ..entry.clone() }).unwrap())
}

fn all() -> Vec<Case> {
    let steps = Step::ALL.iter().copied();
    let after = Step::ALL.iter().copied().filter(|step| *step != Step::Received);
    let without = after.clone().map(|step| without_contact(NoContactReason::Gone, step));
    let usual = steps.clone().map(case_in);
    let more = [on_agenda(), joined_when(Step::InContact, LeadStand::Closed), new_case(|_| {})];
    usual
        .chain(without.filter(|case| case.status().step() != Step::Closed))
        .chain(after.map(from_kmt))
        .chain(more)
        .collect()
}

#[test]
fn a_case_counts_once_in_each_row_and_in_the_half_years_of_its_events_only() {
    for case in all() {
        let tally = count(&case, half("2026-1"), &teams());
        for table in FigureTable::ALL.iter().copied() {
            let counts = tally.of(table);
            assert!(counts.total <= 1 && counts.rows.values().all(|count| *count == 1), "{table:?}");
            let rows = counts.rows.len();
            match table.rows() {
                Rows::One => assert_eq!(rows, counts.total as usize, "{table:?}"),
                Rows::Several | Rows::Any => assert_eq!(rows > 0, counts.total == 1, "{table:?}"),
            }
            if let Some(codes) = table.codes() {
                assert!(counts.rows.keys().all(|row| codes.contains(&row.as_str())), "{table:?}: {counts:?}");
            }
        }
        for other in ["2025-2", "2026-2"] {
            assert!(count(&case, half(other), &teams()).is_empty(), "{other}");
        }
    }
}

#[test]
fn a_route_to_its_end_counts_in_every_table() {
    let case = case_in(Step::Closed);
    let rows = |table| counted(&case, "2026-1", table);
    let table: [(FigureTable, &[&str]); 12] = [
        (FigureTable::Subject, &[case.origins().report.subject.as_str()]),
        (FigureTable::Team, &["balie"]),
        (FigureTable::Form, &["arbeid"]),
        (FigureTable::Contact, &["op-tijd"]),
        (FigureTable::Kmt, &["bekend"]),
        (FigureTable::Outcome, &["waarschijnlijk"]),
        (FigureTable::Referral, &["kmt", "riec"]),
        (FigureTable::ToContact, &["week"]),
        (FigureTable::ToInquiry, &["week"]),
        (FigureTable::ToDecision, &["week"]),
        (FigureTable::ToRuling, &["week"]),
        (FigureTable::ToEnd, &["week"]),
    ];
    for (table, expected) in table {
        assert_eq!(rows(table), expected, "{table:?}");
    }
}

#[test]
fn each_event_counts_in_the_half_year_in_which_it_was_recorded() {
    let case = case_in(Step::Closed);
    let days = case.entries().len();
    let mut late = vec!["2026-05-04"; days];
    // the investigation takes the summer
    late[3..].fill("2026-09-01");
    let case = moved(&case, &late);
    assert_eq!(counted(&case, "2026-1", FigureTable::Outcome), [""; 0]);
    assert_eq!(counted(&case, "2026-2", FigureTable::Outcome), ["waarschijnlijk"]);
    assert_eq!(counted(&case, "2026-2", FigureTable::Subject), [""; 0]);
    assert_eq!(counted(&case, "2026-2", FigureTable::ToDecision), ["langer"]);
    assert_eq!(counted(&case, "2026-1", FigureTable::ToContact), ["vier-weken"]);
    assert_eq!(counted(&case, "2026-1", FigureTable::Contact), ["te-laat"]);
}

#[test]
fn contact_is_counted_by_its_last_day() {
    let open = new_case(|_| {});
    assert_eq!(open.origins().contact_by, "2026-04-30".parse::<Day>().unwrap());
    assert_eq!(counted(&open, "2026-1", FigureTable::Contact), ["te-laat"], "nobody did anything");
    let ended = carry(open.clone(), Act::CloseEarly(end_early(EarlyReason::Mistake)));
    assert_eq!(counted(&ended, "2026-1", FigureTable::Contact), ["niet-nodig"]);
    assert_eq!(counted(&from_kmt(Step::InContact), "2026-1", FigureTable::Contact), [""; 0], "there is no melder");
    let talked = case_in(Step::InContact);
    for (day, in_time) in [("2026-04-30", "op-tijd"), ("2026-05-01", "te-laat")] {
        let days = vec![day; talked.entries().len()];
        assert_eq!(counted(&moved(&talked, &days), "2026-1", FigureTable::Contact), [in_time], "{day}");
    }
}

#[test]
fn what_was_decided_last_in_a_half_year_counts() {
    let closed = case_in(Step::Closed);
    let reopening = crate::case::notes::Reopening { reason: crate::case::fixture::prose("Iets nieuws"), due: None };
    let again = apply_by(1, closed, Event::Reopened(reopening));
    let event = Event::ClosedEarly(end_early(EarlyReason::NotTrafficking));
    let ended = again.clone().apply(entry(1, &again, event)).unwrap();
    assert_eq!(counted(&ended, "2026-1", FigureTable::Outcome), ["geen-mensenhandel"]);
    assert_eq!(counted(&ended, "2026-1", FigureTable::Referral), [""; 0]);
    assert!(ended.assigned() == Some(&officer(1)));
}

#[test]
fn signals_of_what_went_on_are_among_the_signals() {
    let ticked = |reason: Option<EarlyReason>| {
        let case = case_in(Step::Decision);
        let tick = crate::indicators::Tick { id: "slaapt-op-werk".into(), origin: crate::indicators::Origin::Seen };
        let mut origins = case.origins().clone();
        origins.report.ticks = vec![tick.clone(), tick];
        let again = case.entries().iter().cloned().fold(Case::open(origins), |case, one| case.apply(one).unwrap());
        match reason {
            Some(reason) => apply_by(1, again, Event::ClosedEarly(end_early(reason))),
            None => crate::case::fixture::decided(again, crate::case::fixture::ruling()),
        }
    };
    let on = ticked(None);
    let off = ticked(Some(EarlyReason::NotTrafficking));
    for case in [&on, &off] {
        assert_eq!(counted(case, "2026-1", FigureTable::Signal), ["slaapt-op-werk"]);
    }
    assert_eq!(counted(&on, "2026-1", FigureTable::SignalOn), ["slaapt-op-werk"]);
    assert_eq!(counted(&off, "2026-1", FigureTable::SignalOn), [""; 0]);
}

fn published(tally: &Tally, step: u8) -> Figures {
    let teams = [("balie", "Balie"), ("zorg", "Zorg")];
    let signals = [("slaapt-op-werk", "Slaapt op het werk")];
    Figures::publish(tally, half("2026-1"), step, "2026-07-15".parse().unwrap(), &teams, &signals)
}

/// So many cases in this row.
fn many(table: FigureTable, row: &str, times: u32) -> Tally {
    let mut sum = Tally::default();
    for _ in 0..times {
        let mut one = Tally::default();
        one.put(table, [row]);
        sum.add(&one);
    }
    sum
}

fn least(figures: &Figures, table: FigureTable, code: &str) -> Option<u32> {
    let rows = &figures.table(table).unwrap().rows;
    rows.iter().find(|row| row.code == code).unwrap_or_else(|| panic!("{code}")).least
}

#[test]
fn every_number_is_rounded_down_by_itself() {
    for (exact, shown) in [(0, 0), (4, 0), (5, 5), (9, 5), (10, 10), (104, 100)] {
        let figures = published(&many(FigureTable::Subject, "plek", exact), 5);
        assert_eq!(least(&figures, FigureTable::Subject, "plek"), Some(shown), "{exact}");
        assert_eq!(figures.table(FigureTable::Subject).unwrap().total, Some(shown));
        assert_eq!(least(&figures, FigureTable::Subject, "persoon"), Some(0));
    }
    let few = published(&many(FigureTable::Signal, "slaapt-op-werk", 4), 5);
    assert!(few.table(FigureTable::Signal).unwrap().rows.is_empty(), "as if nobody had it");
}

#[test]
fn a_table_of_as_many_rows_as_the_step_or_its_multiple_hides_its_last_row_always() {
    // four: balie, zorg, from KMT, none
    for (step, hidden) in [(4, true), (5, false), (6, false)] {
        for exact in [0, 3, 40] {
            let figures = published(&many(FigureTable::Team, OTHER_TEAM, exact), step);
            assert_eq!(least(&figures, FigureTable::Team, OTHER_TEAM).is_none(), hidden, "{step} {exact}");
        }
    }
}

#[test]
fn a_kind_of_team_that_is_gone_counts_as_none_and_an_older_signal_by_its_id() {
    let mut tally = many(FigureTable::Team, "vroeger", 6);
    tally.add(&many(FigureTable::Signal, "ouder", 7));
    tally.add(&many(FigureTable::Signal, "slaapt-op-werk", 5));
    let figures = published(&tally, 5);
    assert_eq!(least(&figures, FigureTable::Team, OTHER_TEAM), Some(5));
    let signals = &figures.table(FigureTable::Signal).unwrap().rows;
    let named: Vec<(&str, Option<&str>)> = signals.iter().map(|row| (row.code.as_str(), row.name.as_deref())).collect();
    assert_eq!(named, [("slaapt-op-werk", Some("Slaapt op het werk")), ("ouder", None)]);
}

#[test]
fn a_step_outside_the_bounds_is_the_nearest_within() {
    assert_eq!((published(&Tally::default(), 0).step, published(&Tally::default(), 200).step), (4, 50));
    assert!(STEPS.contains(&USUAL_STEP));
}
