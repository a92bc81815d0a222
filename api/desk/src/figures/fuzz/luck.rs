//! Sets of counts that look random, and those that are as near to giving something away as they can be.
use super::{SIGNALS, TEAMS};
use fuzz::Luck;
use shared::{
    case::notes::KmtKind,
    figures::{FigureTable, OTHER_TEAM, Span, Tally},
    indicators::ExploitationForm,
    report::Subject,
    retention::Outcome,
    sharing::ReferralTarget,
};

/// A half-year of cases that are consistent with each other.
pub fn counted(luck: &mut Luck, step: u8) -> Tally {
    let mut tally = Tally::default();
    let (received, ended) = (many(luck, step), many(luck, step));
    let teams: Vec<&str> = TEAMS.iter().map(|(id, _)| *id).chain([OTHER_TEAM]).collect();
    let subjects: Vec<&str> = Subject::ALL.iter().copied().map(Subject::as_str).collect();
    for (table, codes) in [(FigureTable::Subject, subjects), (FigureTable::Team, teams)] {
        one_each(luck, &mut tally, table, &codes, received, step);
    }
    several_each(
        luck,
        &mut tally,
        FigureTable::Form,
        &ExploitationForm::ALL.map(ExploitationForm::as_str),
        received,
        step,
    );
    let spans: Vec<&str> = Span::ALL.iter().copied().map(Span::as_str).collect();
    let contact = FigureTable::Contact.codes().unwrap();
    // in its first half-years a gemeente has no more last days for contact than reports
    let due = if luck.one_in(2) { received } else { luck.below(received + 1) };
    one_each(luck, &mut tally, FigureTable::Contact, &contact, due, step);
    for table in [FigureTable::ToContact, FigureTable::ToEnd] {
        let left = many(luck, step);
        one_each(luck, &mut tally, table, &spans, left, step);
    }
    // whoever is decided about went on from each step before, and KMT was asked
    let decided = ends(luck, &mut tally, ended, step);
    let mut more = decided;
    for table in [FigureTable::ToRuling, FigureTable::ToDecision, FigureTable::ToInquiry] {
        more += if luck.one_in(2) { 0 } else { luck.below(10) };
        one_each(luck, &mut tally, table, &spans, more, step);
    }
    let asked: Vec<&str> = KmtKind::ALL.iter().copied().map(KmtKind::as_str).collect();
    let kmt = if luck.one_in(2) { decided } else { decided + luck.below(10) };
    several_each(luck, &mut tally, FigureTable::Kmt, &asked, kmt, step);
    tally
}

/// Outcomes, with where each went and the signals in it. Answers how many were decided.
fn ends(luck: &mut Luck, tally: &mut Tally, ended: usize, step: u8) -> usize {
    let outcomes = spread(luck, Outcome::ALL.len(), ended, step);
    let receivers: Vec<ReferralTarget> = ReferralTarget::receivers().collect();
    // a signal in every case, or in half of them; and every case that may be passed on is, or not
    let (always, all_passed) = (luck.one_in(3), luck.one_in(2));
    let mut decided = 0;
    for (outcome, count) in Outcome::ALL.iter().copied().zip(outcomes) {
        for _ in 0..count {
            let mut case = Tally::default();
            case.put(FigureTable::Outcome, [outcome.as_str()]);
            let on = matches!(outcome, Outcome::Likely | Outcome::Unclear);
            let is_decided = on || outcome == Outcome::TooLittle;
            decided += usize::from(is_decided);
            if is_decided && (all_passed || !luck.one_in(3)) {
                let to: Vec<&str> =
                    (0..1 + luck.below(2)).filter_map(|_| luck.pick(&receivers)).map(|to| to.as_str()).collect();
                case.put(FigureTable::Referral, to);
            }
            let ticked: Vec<&str> = SIGNALS.iter().map(|(id, _)| *id).filter(|_| always || luck.one_in(2)).collect();
            case.put(FigureTable::Signal, ticked.clone());
            if on {
                case.put(FigureTable::SignalOn, ticked);
            }
            tally.add(&case);
        }
    }
    decided
}

/// How many cases: few, and often a multiple of the step.
fn many(luck: &mut Luck, step: u8) -> usize {
    let exact = luck.below(60);
    if luck.one_in(2) { exact } else { exact - exact % usize::from(step) }
}

/// So many cases over so many rows: at random, or each row as far above a multiple of the step as it can be.
fn spread(luck: &mut Luck, rows: usize, cases: usize, step: u8) -> Vec<usize> {
    let mut counts = vec![0; rows];
    let mut left = cases;
    if luck.one_in(2) {
        for count in &mut counts {
            *count = left.min(usize::from(step) - 1);
            left -= *count;
        }
    }
    while left > 0 {
        let take = if luck.one_in(2) { left.min(usize::from(step)) } else { 1 };
        let at = luck.below(rows);
        counts[at] += take;
        left -= take;
    }
    counts
}

fn one_each(luck: &mut Luck, tally: &mut Tally, table: FigureTable, codes: &[&str], cases: usize, step: u8) {
    for (code, count) in codes.iter().zip(spread(luck, codes.len(), cases, step)) {
        for _ in 0..count {
            add(tally, table, &[code]);
        }
    }
}

/// Some cases are in a second row too.
fn several_each(luck: &mut Luck, tally: &mut Tally, table: FigureTable, codes: &[&str], cases: usize, step: u8) {
    let alone = luck.one_in(2);
    for (code, count) in codes.iter().zip(spread(luck, codes.len(), cases, step)) {
        for _ in 0..count {
            let second = luck.pick(codes).filter(|_| !alone).unwrap_or(code);
            add(tally, table, &[code, second]);
        }
    }
}

fn add(tally: &mut Tally, table: FigureTable, rows: &[&str]) {
    let mut case = Tally::default();
    case.put(table, rows.iter().copied());
    tally.add(&case);
}
