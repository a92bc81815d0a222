//! The record of the werkoverleggen.
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
    case::meeting::MeetingPlan,
    id::{CaseNumber, MeetingId},
    moment::Day,
};
use std::collections::{BTreeMap, BTreeSet};

/// The most that are kept: the last days stay.
const MOST: usize = 100;
/// The most cases that somebody asked to discuss, and the most to discuss again: the numbers issued last stay.
const MOST_ASKED: usize = 2_000;

/// All of them, and what was asked. Numbers of cases, days and accounts: nothing of what is in a case.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct StoredMeetings {
    #[serde(rename = "overleggen")]
    pub all: Vec<StoredMeeting>,
    /// The sequence numbers of cases that somebody asked to discuss.
    #[serde(rename = "gevraagd", default, skip_serializing_if = "BTreeSet::is_empty")]
    pub asked: BTreeSet<u32>,
    /// The sequence numbers of cases that were discussed and not decided, with the day to come back to each.
    #[serde(rename = "opnieuw", default, skip_serializing_if = "BTreeMap::is_empty")]
    pub again: BTreeMap<u32, Day>,
}

/// One werkoverleg.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct StoredMeeting {
    pub id: MeetingId,
    #[serde(rename = "overleg")]
    pub plan: MeetingPlan,
    /// The cases to discuss. A number is never used twice, so one of a case that is destroyed leads to nothing.
    #[serde(rename = "nummers")]
    pub cases: Vec<CaseNumber>,
}

impl StoredMeetings {
    const CELL: Cell<Cases, Self> = cell::meetings();

    /// Puts it among the others by its day, in the place of an earlier version. `new` are the cases that came to it:
    /// from now on nobody has to ask for those.
    pub fn put(&mut self, meeting: StoredMeeting, new: &[CaseNumber]) {
        self.all.retain(|one| one.id != meeting.id);
        let is_new = |sequence: u32| new.iter().any(|number| number.sequence == sequence);
        self.asked.retain(|asked| !is_new(*asked));
        self.again.retain(|again, _| !is_new(*again));
        self.all.insert(0, meeting);
        self.all.sort_by_key(|one| std::cmp::Reverse(one.plan.day));
        self.all.truncate(MOST);
    }

    /// Notes that a case is to be discussed again.
    pub fn come_back(&mut self, number: CaseNumber, day: Day) {
        self.again.insert(number.sequence, day);
        while self.again.len() > MOST_ASKED {
            self.again.pop_first();
        }
    }

    /// Notes that a case is to be discussed.
    pub fn ask(&mut self, number: CaseNumber) {
        self.asked.insert(number.sequence);
        while self.asked.len() > MOST_ASKED {
            self.asked.pop_first();
        }
    }
}

/// The record to begin with, where it is not there yet.
pub(in crate::case) fn first_record(desk: &Desk) -> Result<Option<Record<Cases>>, Failure> {
    desk.cases.first(&StoredMeetings::CELL)
}

/// All of them. Where the record cannot be read there are none: what is to be discussed still follows from the cases.
/// Its bytes stay as they are, for the administrator.
pub(super) fn read(desk: &Desk) -> Result<StoredMeetings, Failure> {
    let stored = desk.cases.get(&StoredMeetings::CELL).or_else(|failure| failure.unless_damaged(None))?;
    Ok(stored.unwrap_or_default())
}

/// Changes the record.
///
/// # Errors
/// Those of `decide`; [`Failure::Unreadable`]: nothing can be added to what cannot be read.
pub(super) fn change<R>(desk: &Desk, decide: impl Fn(&mut StoredMeetings) -> Result<R, Failure>) -> Result<R, Failure> {
    desk.cases.update(&StoredMeetings::CELL, |stored| {
        let before = stored.unwrap_or_default();
        let mut after = before.clone();
        let answer = decide(&mut after)?;
        Ok(if after == before { Change::Keep(answer) } else { Change::Write(after, answer) })
    })
}
