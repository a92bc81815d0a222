//! What a case counts for, and what is published of counts.
mod published;

use super::*;
use crate::{
    case::{
        Act, Case, Entry, Event, Step,
        fixture::{
            apply_by, carry, case_in, end_early, entry, from_kmt, joined_when, new_case, officer, on_agenda,
            without_contact,
        },
        notes::{EarlyReason, LeadEnd, LeadStand, NoContactReason},
    },
    moment::{Day, Moment},
    retention::Outcome,
};

fn half(text: &str) -> HalfYear {
    HalfYear::try_from(text.to_owned()).unwrap()
}

fn teams() -> TeamKinds {
    serde_json::from_str(include_str!("../../../../gemeenten/lijsten/teams.json")).unwrap()
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
        (FigureTable::Kmt, &["advies"]),
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

/// It was decided, and closed early before it was done.
#[test]
fn a_decided_case_that_ends_early_counts_as_it_ended() {
    let ended = apply_by(1, case_in(Step::Referred), Event::ClosedEarly(end_early(EarlyReason::Mistake)));
    assert_eq!(counted(&ended, "2026-1", FigureTable::Outcome), ["vergissing"]);
    assert_eq!(counted(&ended, "2026-1", FigureTable::Referral), [""; 0]);
    assert_eq!(counted(&ended, "2026-1", FigureTable::ToEnd), ["week"], "it went on from its last step");
}

#[test]
fn a_joined_report_has_the_outcome_of_its_lead_case_and_counts_with_it() {
    let joined = joined_when(Step::InContact, LeadStand::Closed);
    let event = Event::ClosedUnderLead(LeadEnd { outcome: Outcome::Likely, decided_by: vec![officer(2)] });
    let ended = apply_by(9, joined, event);
    assert_eq!(ended.status().step(), Step::Closed);
    for table in [FigureTable::Outcome, FigureTable::Signal, FigureTable::SignalOn, FigureTable::ToInquiry] {
        assert_eq!(counted(&ended, "2026-1", table), [""; 0], "{table:?}");
    }
    assert_eq!(counted(&ended, "2026-1", FigureTable::Form).len(), 1, "it is a report of its own");
}

/// A case that ends, or goes back, was not in its step until it was done.
#[test]
fn only_the_way_to_the_next_step_leaves_a_time() {
    let ended = carry(new_case(|_| {}), Act::CloseEarly(end_early(EarlyReason::Mistake)));
    assert_eq!(counted(&ended, "2026-1", FigureTable::ToContact), [""; 0]);
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
