//! The record of what was counted so far.
use crate::Desk;
use kit::{
    Failure,
    store::{
        Change, Record,
        cell::{self, Cases, Cell},
    },
};
use serde::{Deserialize, Serialize};
use shared::{
    figures::{Figures, HalfYear, Tally},
    moment::Day,
};
use std::collections::BTreeMap;

/// How many half-years back figures are looked for: ten years.
pub(super) const MOST: usize = 20;

/// How far the counting is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Counting {
    /// The half-year that is counted next; none before the first case.
    #[serde(rename = "halfjaar", default)]
    pub half: Option<HalfYear>,
    /// The chunk of lines to go on with.
    #[serde(rename = "volgende", default)]
    pub next: u32,
    /// What was counted for it.
    #[serde(rename = "telt", default)]
    pub tally: Tally,
    /// What destroyed cases add to half-years after it.
    #[serde(rename = "later", default)]
    pub later: BTreeMap<HalfYear, Tally>,
    /// The numbers of the cases that were counted when they were destroyed, and the last half-year for which. A
    /// number goes when that half-year is published. A case that added nothing is not noted.
    #[serde(rename = "vernietigd", default)]
    pub destroyed: BTreeMap<u32, HalfYear>,
    /// Whether something of this half-year could not be read.
    #[serde(rename = "onvolledig", default)]
    pub incomplete: bool,
    /// Up to this half-year something may be missing: cases that were destroyed before the counting began, or counts
    /// that were lost.
    #[serde(rename = "onzekerTotEnMet", default)]
    pub unsure: Option<HalfYear>,
    /// The day on which the half-year was first seen to be over. It is counted on a later day, so that a clock that is
    /// wrong for an hour freezes nothing.
    #[serde(rename = "overSinds", default)]
    pub over: Option<Day>,
}

impl Counting {
    /// Begins with the half-year after this one.
    pub fn after(self, half: HalfYear) -> Self {
        let Self { mut later, mut destroyed, unsure, .. } = self;
        let next = half.next();
        destroyed.retain(|_, of| *of > half);
        let tally = later.remove(&next).unwrap_or_default();
        Self { half: Some(next), tally, later, destroyed, unsure, ..Self::default() }
    }

    /// Whether numbers of this half-year may be too low.
    pub fn may_miss(&self, half: HalfYear) -> bool {
        self.incomplete || self.unsure.is_some_and(|unsure| half <= unsure)
    }

    /// From now on the half-years up to this one may miss something.
    pub fn unsure_until(self, half: HalfYear) -> Self {
        Self { unsure: self.unsure.max(Some(half)), ..self }
    }
}

const CELL: Cell<Cases, Counting> = cell::counting();

/// The cell of the figures of a half-year.
pub(super) fn figures_of(half: HalfYear) -> Cell<Cases, Figures> {
    cell::figures(half.number())
}

/// The record to begin with, where it is not there yet.
pub(crate) fn first_record(desk: &Desk) -> Result<Option<Record<Cases>>, Failure> {
    desk.cases.first(&CELL)
}

/// How far it is. A record that cannot be read begins again: what destroyed cases added is lost then, and the figures
/// say so.
pub(super) fn read(desk: &Desk) -> Result<Counting, Failure> {
    desk.healed(&CELL, || begun_again(desk), || Ok(desk.cases.get(&CELL)?.unwrap_or_default()))
}

/// The half-year that is counted next, as far as that can be read.
pub(super) fn next(desk: &Desk) -> Result<Option<HalfYear>, Failure> {
    let counting = desk.cases.get(&CELL).or_else(|failure| failure.unless_damaged(None))?;
    Ok(counting.and_then(|counting| counting.half))
}

/// Changes the record. Answers how it is then.
pub(super) fn change(desk: &Desk, decide: impl Fn(Counting) -> Counting) -> Result<Counting, Failure> {
    desk.begin_record(&CELL, &cell::COUNTING_TURN)?;
    let work = || {
        desk.cases.update(&CELL, |stored| {
            let before = stored.unwrap_or_default();
            let after = decide(before.clone());
            Ok(if after == before { Change::Keep(after) } else { Change::Write(after.clone(), after) })
        })
    };
    desk.healed(&CELL, || begun_again(desk), work)
}

/// From the half-year after the last one that was published; from that of the first case when none was.
fn begun_again(desk: &Desk) -> Result<Counting, Failure> {
    let now = HalfYear::of(desk.now().day());
    let mut half = now.previous();
    for _ in 0..MOST {
        if desk.cases.exists(&figures_of(half))? {
            return Ok(Counting { half: Some(half.next()), unsure: Some(now), ..Counting::default() });
        }
        half = half.previous();
    }
    Ok(Counting { unsure: Some(now), ..Counting::default() })
}
