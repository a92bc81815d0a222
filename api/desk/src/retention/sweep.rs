//! The search for due cases. Due work reads all chunks of lines in turn, some at a time. It stores for each chunk the
//! first day on which one of its cases is due. So a list costs a handful of reads, however many cases are closed. Terms
//! are counted in months; one round of a hundred thousand cases takes fifty runs of due work.
use super::register;
use crate::{Desk, case};
use kit::{
    Failure,
    store::{
        Change, Record,
        cell::{self, Cases, Cell},
    },
};
use serde::{Deserialize, Serialize};
use shared::{
    access::{Action, Reader, Role, Viewer, may},
    case::{Exclusions, Row},
    contract::DueCase,
    id::CaseId,
    moment::Day,
    retention::{DueState, Terms, due},
};
use std::collections::{BTreeMap, BTreeSet};

/// Chunks looked at in one run: two thousand cases.
const RUN: u32 = 40;
/// Chunks read for one page of the list.
const CHUNKS: usize = 10;

/// The progress of the round, and its result.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
struct StoredSweep {
    /// The chunk to go on with.
    #[serde(rename = "volgende")]
    next: u32,
    /// Per chunk the first day on which a case in it is due.
    #[serde(rename = "eerste")]
    first: BTreeMap<u32, Day>,
    /// The results of this round so far.
    #[serde(rename = "telt")]
    counting: Counts,
    /// The result of the last complete round.
    #[serde(rename = "geteld")]
    counted: Counts,
}

/// How many cases are due. Numbers only: for a reminder.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Due, the late ones too.
    #[serde(rename = "teVernietigen")]
    pub due: usize,
    /// Past their maximum.
    #[serde(rename = "teLaat")]
    pub late: usize,
    /// The number of due cases per set of excluded people. There are few such sets, however many cases.
    #[serde(rename = "afgeschermd", default, skip_serializing_if = "Vec::is_empty")]
    guarded: Vec<Guarded>,
}

/// Cases that the same people may not know of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Guarded {
    #[serde(rename = "uitsluitingen")]
    exclusions: Exclusions,
    #[serde(rename = "teVernietigen")]
    due: usize,
}

impl Counts {
    const CELL: Cell<Cases, Self> = cell::retention_counts();

    /// How many are due, as far as the AF who looks may know.
    #[must_use]
    pub fn due_to(&self, viewer: &Viewer) -> usize {
        let hidden = self.guarded.iter().filter(|one| viewer.keeps_out(&one.exclusions, &viewer.me));
        self.due.saturating_sub(hidden.map(|one| one.due).sum())
    }

    fn add(&mut self, other: &Self) {
        self.due += other.due;
        self.late += other.late;
        other.guarded.iter().for_each(|one| self.guard(&one.exclusions, one.due));
    }

    fn guard(&mut self, exclusions: &Exclusions, due: usize) {
        if exclusions.is_none() {
            return;
        }
        match self.guarded.iter_mut().find(|one| one.exclusions == *exclusions) {
            Some(one) => one.due += due,
            None => self.guarded.push(Guarded { exclusions: exclusions.clone(), due }),
        }
    }
}

/// The records that retention begins with, where they are not there yet.
pub(crate) fn first_records(desk: &Desk) -> Result<Vec<Record<Cases>>, Failure> {
    let first = [desk.cases.first(&StoredSweep::CELL)?, desk.cases.first(&register::StoredRegister::CELL)?];
    Ok(first.into_iter().flatten().collect())
}

/// Processes the next chunks. Answers the result of the last complete round.
///
/// # Errors
/// [`Failure::Unavailable`], [`Failure::Unreadable`].
pub fn sweep(desk: &Desk) -> Result<Counts, Failure> {
    let (terms, today) = (desk.profile()?.retention, desk.now().day());
    let end = case::chunks(desk)?.end;
    let begin = stored(desk)?.next;
    let chunks: Vec<u32> = (begin..end.min(begin + RUN)).collect();
    let mut found = Vec::new();
    for chunk in &chunks {
        let rows = case::listed(desk, *chunk)?;
        found.push((*chunk, first_due(&rows, &terms, today), count(&rows, &terms, today)));
    }
    let counted = desk.cases.update(&StoredSweep::CELL, |stored| {
        let before = stored.unwrap_or_default();
        if before.next != begin {
            // somebody else did the same at the same time
            return Ok(Change::Keep(before.counted));
        }
        let after = StoredSweep { next: begin, ..before.clone() }.with(&found, end);
        let counted = after.counted.clone();
        Ok(if after == before { Change::Keep(counted) } else { Change::Write(after, counted) })
    })?;
    if counts(desk)? != counted {
        desk.cases.set(&Counts::CELL, &counted)?;
    }
    Ok(counted)
}

/// The progress; one that cannot be read begins again.
fn stored(desk: &Desk) -> Result<StoredSweep, Failure> {
    let read = || Ok(desk.cases.get(&StoredSweep::CELL)?.unwrap_or_default());
    desk.healed(&StoredSweep::CELL, || Ok(StoredSweep::default()), read)
}

impl StoredSweep {
    const CELL: Cell<Cases, Self> = cell::retention();

    fn with(mut self, found: &[(u32, Option<Day>, Counts)], end: u32) -> Self {
        for (chunk, first, counts) in found {
            match first {
                Some(day) => self.first.insert(*chunk, *day),
                None => self.first.remove(chunk),
            };
            self.counting.add(counts);
            self.next = chunk + 1;
        }
        if self.next >= end {
            (self.counted, self.counting, self.next) = (std::mem::take(&mut self.counting), Counts::default(), 0);
        }
        self
    }
}

fn first_due(rows: &[Row], terms: &Terms, today: Day) -> Option<Day> {
    rows.iter().filter_map(|row| row.kept.as_ref()).map(|kept| due(kept, terms, today).on).min()
}

fn count(rows: &[Row], terms: &Terms, today: Day) -> Counts {
    let mut counts = Counts::default();
    for (row, kept) in rows.iter().filter_map(|row| Some((row, row.kept.as_ref()?))) {
        let late = match due(kept, terms, today).state {
            DueState::Kept | DueState::Early => continue,
            DueState::Due => 0,
            DueState::Late => 1,
        };
        counts.due += 1;
        counts.late += late;
        counts.guard(&row.exclusions, 1);
    }
    counts
}

/// The result of the last complete round of due work: a small record of its own, because every worklist reads it.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn counts(desk: &Desk) -> Result<Counts, Failure> {
    let counts = desk.cases.get(&Counts::CELL).or_else(|failure| failure.unless_damaged(None))?;
    Ok(counts.unwrap_or_default())
}

/// A page of due cases that are not yet proposed, longest due first within the page, and the next page. Of a
/// colleague's case an AF sees only number, step and term.
///
/// # Errors
/// [`Failure::Unavailable`], [`Failure::Unreadable`].
pub fn due_cases(desk: &Desk, page: u32, to: &Reader) -> Result<(Vec<DueCase>, Option<u32>), Failure> {
    let (terms, today) = (desk.profile()?.retention, desk.now().day());
    let sweep = stored(desk)?;
    let mut chunks: Vec<(Day, u32)> =
        sweep.first.into_iter().filter(|(_, first)| *first <= today).map(|(chunk, first)| (first, chunk)).collect();
    chunks.sort_unstable();
    let from = (page.max(1) as usize - 1).saturating_mul(CHUNKS);
    let next = (chunks.len() > from.saturating_add(CHUNKS)).then_some(page + 1);
    let proposed: BTreeSet<CaseId> = register::read(desk)?.open.into_iter().map(|open| open.proposal.case).collect();
    let mut found = Vec::new();
    for (_, chunk) in chunks.into_iter().skip(from).take(CHUNKS) {
        let rows = case::listed(desk, chunk)?.into_iter().filter(|row| !proposed.contains(&row.id));
        found.extend(rows.filter_map(|row| due_case(row, &terms, today, to)));
    }
    found.sort_by_key(|case| (case.due.on, case.number.sequence));
    Ok((found, next))
}

fn due_case(row: Row, terms: &Terms, today: Day, to: &Reader) -> Option<DueCase> {
    let kept = row.kept?;
    let due = due(&kept, terms, today);
    let known = match to {
        Reader::PrivacyOfficer => true,
        Reader::Officer(viewer) => {
            let may = |action| may(Some(Role::Officer), action, viewer.relation(&row));
            if !may(Action::See) && !may(Action::SeeLine) {
                return None;
            }
            may(Action::See)
        }
    };
    match due.state {
        DueState::Kept | DueState::Early => None,
        DueState::Due | DueState::Late => {
            Some(DueCase { case: row.id, number: row.number, step: row.step, kept: known.then_some(kept), due })
        }
    }
}
