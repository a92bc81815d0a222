//! Joining reports under a lead case.
mod any;
mod half_way;
mod hidden;

use super::*;
use crate::{
    account,
    case::{
        self, Saved,
        joined::{JOINED, begin, is_lead, knows, knows_leads, lead, lead_of, raise},
        load, reindex, relations, save, take_in,
        tests::{kit_over, kits, memory, secret, send, stops},
    },
    login::session::Session,
};
use shared::{
    access::Role,
    case::{
        Entry, Event, Exclusion, Lead, NextAction, Row, RowView, Step,
        notes::{self, JoinUnder, JoinedUnder, TypedNumber},
    },
    contract::examples,
    id::{AccountId, CaseNumber},
    moment::{Day, Moment},
    retention::Outcome,
    text::{Login, Prose},
};
use std::sync::{Arc, Mutex};

/// Ada, Bea and Cor.
fn people(desk: &Desk) -> [Session; 3] {
    made(desk, ["ada", "bea", "cor"])
}

fn made<const N: usize>(desk: &Desk, names: [&str; N]) -> [Session; N] {
    let made = names.map(|name| {
        let new = examples::new_account(Role::Officer).unwrap();
        shared::contract::NewAccount { login: Login::parse(name).unwrap(), ..new }
    });
    let factor = kit::totp::TotpKey::from_bytes([7; 20]);
    let made = account::first_enrolled(desk, made.to_vec(), "een lange verzonnen zin", factor).unwrap();
    <[_; N]>::try_from(made).ok().unwrap().map(|one| Session::of_test(one.id, one.role))
}

fn words() -> Prose {
    Prose::parse("Verzonnen").unwrap()
}

fn new_case(desk: &Desk, n: u16) -> CaseId {
    let id = send(desk, n).id;
    take_in(desk).unwrap();
    id
}

fn now(desk: &Desk, id: &CaseId) -> Case {
    load(desk, id).unwrap().value
}

fn viewer(desk: &Desk, who: &Session) -> Viewer {
    relations::viewer(desk, &who.account, &account::all(desk).unwrap()).unwrap()
}

/// An event of this AF, with all that follows from it.
fn happens(desk: &Desk, id: &CaseId, by: &Session, event: Event) -> Result<Case, Failure> {
    let standing = load(desk, id)?;
    match save(desk, &standing, Entry { at: desk.now(), by: by.account.clone(), event })? {
        Saved::Done(case) => settle(desk, &case, &by.account).map(|settled| settled.unwrap_or(*case)),
        Saved::Stale => Err(Failure::stale()),
    }
}

/// What an AF who asks to join it gets: as a request does.
fn try_join(desk: &Desk, id: &CaseId, lead_id: &CaseId, who: &Session) -> Result<Case, Failure> {
    let (case, number) = (load(desk, id)?.value, now(desk, lead_id).origins().number);
    let viewer = viewer(desk, who);
    if !knows(&viewer, &Row::of(&case)) {
        return Err(Failure::not_found());
    }
    let lead = lead(desk, &case, number, &viewer)?;
    let note = JoinUnder { lead: TypedNumber(number), reason: words() };
    let event = decided(desk, &case, shared::case::Act::Join(note), &who.account, lead.as_ref())?;
    begin(desk, &case, lead_id)?;
    happens(desk, id, who, event)
}

fn decided(
    desk: &Desk,
    case: &Case,
    act: shared::case::Act,
    actor: &AccountId,
    lead: Option<&Lead>,
) -> Result<Event, Failure> {
    let today = desk.now().day();
    let calendar = shared::calendar::Calendar::default();
    let context = shared::case::Context {
        actor,
        today,
        confirm_by: today,
        calendar: &calendar,
        sources: &[],
        officers: &[],
        new_status_key: None,
        new_link: None,
        lead,
    };
    Ok(shared::case::decide(case, act, &context)?)
}

fn unjoin(desk: &Desk, id: &CaseId, who: &Session) -> Result<Case, Failure> {
    let act = shared::case::Act::Unjoin(notes::Reason { reason: words() });
    let event = decided(desk, &now(desk, id), act, &who.account, None)?;
    happens(desk, id, who, event)
}

fn excluded(who: &Session) -> Event {
    Event::Excluded(Exclusion { who: who.account.clone(), reason: words() })
}

fn contact() -> Event {
    let note = notes::ContactNote { happened: None, means: notes::Means::Phone, summary: None };
    Event::ContactMade(note)
}

fn feedback(desk: &Desk) -> notes::FeedbackNote {
    notes::FeedbackNote { means: notes::Means::Phone, text: words(), day: desk.now().day(), reporter: None }
}

fn ended(desk: &Desk) -> Event {
    let feedback = feedback(desk);
    Event::ClosedEarly(notes::EarlyEnd { reason: notes::EarlyReason::NotTrafficking, explanation: words(), feedback })
}

fn refusal(failed: Result<Case, Failure>) -> Failure {
    failed.map(|case| case.origins().number).unwrap_err()
}

#[test]
fn a_lead_case_shows_what_is_under_it_and_leads_there_and_back() {
    for desk in kits() {
        let [ada, ..] = people(&desk);
        let [lead, report] = [1, 2].map(|n| new_case(&desk, n));
        let case = try_join(&desk, &report, &lead, &ada).unwrap();
        let seen = viewer(&desk, &ada);
        let above = lead_of(&desk, &case, &seen).unwrap().unwrap();
        assert_eq!((above.id, above.number), (lead.clone(), now(&desk, &lead).origins().number));
        let under = under(&desk, &lead, &seen).unwrap();
        assert_eq!((under.len(), &under[0].id, under[0].next), (1, &report, NextAction::CallReporter));
        assert!(is_lead(&desk, &lead).unwrap() && !is_lead(&desk, &report).unwrap());
        assert_eq!(now(&desk, &lead).entries(), [], "nothing of it stands in the lead case");
        desk.cases.delete(&JOINED).unwrap();
        reindex(&desk, &[lead.clone(), report.clone()]).unwrap();
        assert!(is_lead(&desk, &lead).unwrap(), "the list follows from the cases");
        unjoin(&desk, &report, &ada).unwrap();
        assert!(!is_lead(&desk, &lead).unwrap());
    }
}

#[test]
fn there_are_no_chains_and_no_circles() {
    for desk in kits() {
        let [ada, ..] = people(&desk);
        let [lead, report, third] = [1, 2, 3].map(|n| new_case(&desk, n));
        try_join(&desk, &report, &lead, &ada).unwrap();
        assert_eq!(refusal(try_join(&desk, &third, &report, &ada)), Refusal::Chained.into(), "a chain below");
        assert_eq!(refusal(try_join(&desk, &lead, &third, &ada)), Refusal::Chained.into(), "a chain above");
        assert_eq!(refusal(try_join(&desk, &lead, &report, &ada)), Refusal::Chained.into(), "a circle");
        assert_eq!(refusal(try_join(&desk, &lead, &lead, &ada)), Refusal::NoLead.into());
        // two at the same moment, each of whom saw two cases on their own
        unjoin(&desk, &report, &ada).unwrap();
        begin(&desk, &now(&desk, &report), &lead).unwrap();
        assert_eq!(begin(&desk, &now(&desk, &lead), &report), Err(Refusal::Chained.into()));
        assert_eq!(begin(&desk, &now(&desk, &third), &report), Err(Refusal::Chained.into()));
        let later = desk.clone().at(|| Moment::from_millis(1_777_000_900_000));
        assert_eq!(begin(&later, &now(&later, &third), &report), Ok(()), "what stopped half-way keeps nobody out");
    }
}

#[test]
fn a_number_that_is_in_no_line_leads_nowhere() {
    let [desk, ..] = kits();
    let [ada, ..] = people(&desk);
    let report = new_case(&desk, 1);
    let case = now(&desk, &report);
    for number in [CaseNumber { year: 2026, sequence: 99 }, CaseNumber { year: 1999, ..case.origins().number }] {
        assert_eq!(lead(&desk, &case, number, &viewer(&desk, &ada)), Ok(None));
    }
}
