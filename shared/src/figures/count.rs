//! What one case adds to the figures of one half-year. It follows from the events.
use super::{FigureTable, HalfYear, InTime, OTHER_TEAM, Span, Tally, TeamKinds};
use crate::{
    case::{
        Case, Entry, Event, KmtEvent, Status, Step,
        notes::{KmtKind, Ruling},
    },
    indicators::ExploitationForm,
    moment::{Day, Moment},
    report::Report,
    retention::Outcome,
    sharing::ReferralTarget,
};

/// Counts one case for one half-year, in each row at most once.
///
/// An event counts in the half-year in which it was recorded, because an earlier one is published already. Only contact
/// counts in the half-year of its last day, and by the day on which it was.
#[must_use]
pub fn count(case: &Case, half: HalfYear, teams: &TeamKinds) -> Tally {
    let mut tally = Tally::default();
    let report = &case.origins().report;
    if half.has(case.origins().received.day()) {
        received(&mut tally, report, teams);
    }
    let course = Course::of(case);
    if report.reporter().is_some() && half.has(case.origins().contact_by) {
        let in_time = course.in_time(case.origins().contact_by);
        tally.put(FigureTable::Contact, [in_time.as_str()]);
    }
    let recorded: Vec<&Entry> = case.entries().iter().filter(|entry| half.has(entry.at.day())).collect();
    tally.put(FigureTable::Kmt, recorded.iter().filter_map(|entry| asked(&entry.event)).map(KmtKind::as_str));
    course.spans(&mut tally, half);
    if let Some(end) = course.outcomes.iter().rev().find(|end| half.has(end.at.day())) {
        outcome(&mut tally, report, end);
    }
    tally
}

fn received(tally: &mut Tally, report: &Report, teams: &TeamKinds) {
    tally.put(FigureTable::Subject, [report.subject.as_str()]);
    tally.put(FigureTable::Form, report.forms.iter().copied().map(ExploitationForm::as_str));
    let team = report.reporter().map_or(OTHER_TEAM, |reporter| teams.of(reporter.team.as_ref()));
    tally.put(FigureTable::Team, [team]);
}

fn outcome(tally: &mut Tally, report: &Report, end: &End) {
    tally.put(FigureTable::Outcome, [end.outcome.as_str()]);
    let receivers = end.ruling.iter().flat_map(|ruling| ruling.sent().map(|(_, referral)| referral.to));
    tally.put(FigureTable::Referral, receivers.map(ReferralTarget::as_str));
    let signals = || report.ticks.iter().map(|tick| tick.id.as_str());
    tally.put(FigureTable::Signal, signals());
    if matches!(end.outcome, Outcome::Likely | Outcome::Unclear) {
        tally.put(FigureTable::SignalOn, signals());
    }
}

/// How this event asked KMT.
fn asked(event: &Event) -> Option<KmtKind> {
    if let Event::KmtChecked(check) = event {
        return Some(check.kind);
    }
    matches!(event, Event::Kmt(KmtEvent::Asked(_))).then_some(KmtKind::Advice)
}

/// Whether this is the way from one step to the next. A case that ends before that leaves no time, nor does one that
/// goes back.
fn is_onward(from: Step, to: Step) -> bool {
    match from {
        Step::Received => to == Step::InContact,
        Step::InContact => to == Step::Investigation,
        Step::Investigation => to == Step::Decision,
        Step::Decision => to == Step::Referred,
        Step::Referred => to == Step::Closed,
        Step::Closed => false,
    }
}

/// That a case was decided, or ended without a decision.
struct End {
    at: Moment,
    outcome: Outcome,
    /// The decision, if there was one.
    ruling: Option<Ruling>,
}

/// How long a case was in a step.
struct Stay {
    step: Step,
    from: Moment,
    /// The moment on which it left the step.
    to: Moment,
    /// When that was recorded.
    at: Moment,
}

/// The way of a case through the steps: its events once more, one after the other.
struct Course {
    stays: Vec<Stay>,
    outcomes: Vec<End>,
    /// The day on which somebody spoke with the melder first.
    talked: Option<Day>,
    /// The day on which it was closed first.
    closed: Option<Day>,
}

impl Course {
    fn of(case: &Case) -> Self {
        let mut course = Self { stays: Vec::new(), outcomes: Vec::new(), talked: None, closed: None };
        let mut so_far = Case::open(case.origins().clone());
        let mut since = case.origins().received;
        for entry in case.entries() {
            let (step, before) = (so_far.status().step(), so_far.outcome());
            // the case loaded, so every event fits
            let Ok(next) = so_far.apply(entry.clone()) else { break };
            so_far = next;
            if matches!(entry.event, Event::ContactMade(_) | Event::ReachedLater(_)) {
                course.talked.get_or_insert(entry.happened().day());
            }
            let reached = so_far.status().step();
            if reached != step {
                let to = entry.happened();
                if is_onward(step, reached) {
                    course.stays.push(Stay { step, from: since, to, at: entry.at });
                }
                since = to;
            }
            // a joined report ends with its lead case, which counts already
            let of_lead = matches!(entry.event, Event::ClosedUnderLead(_));
            if let Some(outcome) = so_far.outcome().filter(|now| before != Some(*now) && !of_lead) {
                let ruling = so_far.status().referred().map(|referred| (*referred.ruling).clone());
                course.outcomes.push(End { at: entry.at, outcome, ruling });
            }
            if matches!(so_far.status(), Status::Closed(_)) {
                course.closed.get_or_insert(entry.at.day());
            }
        }
        course
    }

    fn in_time(&self, last: Day) -> InTime {
        let until_then = |day: Option<Day>| day.is_some_and(|day| day <= last);
        if until_then(self.talked) {
            InTime::Yes
        } else if until_then(self.closed) {
            InTime::Moot
        } else {
            InTime::No
        }
    }

    /// The steps that it left in this half-year, each as it left it last.
    fn spans(&self, tally: &mut Tally, half: HalfYear) {
        for stay in self.stays.iter().filter(|stay| half.has(stay.at.day())) {
            if let Some(table) = FigureTable::of_step(stay.step) {
                let span = Span::of((stay.to.day() - stay.from.day()).num_days());
                tally.put(table, [span.as_str()]);
            }
        }
    }
}
