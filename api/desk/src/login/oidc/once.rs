//! That a log-in is used once. Which were used is noted for as long as they would still be accepted, in a fixed number
//! of records of a fixed size, so that nothing grows; a full record refuses.
use super::{Refused, transaction::LASTS_SECONDS};
use crate::Desk;
use kit::{
    Failure,
    store::{
        Change, Once,
        cell::{self, Cases, Cell},
    },
};
use serde::{Deserialize, Serialize};
use shared::{contract::WorkAccountRefusal, moment::Moment};

/// The most that one record notes; with 256 records some 16,000 log-ins in ten minutes.
const MOST: usize = 64;

/// A log-in that was used.
#[derive(Serialize, Deserialize)]
struct StoredUse {
    #[serde(rename = "inlog")]
    id: String,
    #[serde(rename = "tot")]
    until: Moment,
}

impl StoredUse {
    fn cell(begin: &str) -> Cell<Cases, Vec<Self>> {
        cell::oidc_used(begin)
    }
}

/// Puts the record, where it is not there yet. A swap on what is there lets one of two win in every store; one that
/// creates does not.
fn begin(desk: &Desk, cell: &Cell<Cases, Vec<StoredUse>>, id: &str) -> Result<(), Failure> {
    let turns = cell::oidc_turns(id.get(..2).unwrap_or_default());
    let there = || Ok(desk.cases.exists(cell)?.then_some(()));
    if there()?.is_some() {
        return Ok(());
    }
    match desk.cases.once(&turns, desk.inbox.patience, there, || desk.cases.set(cell, &Vec::new()))? {
        Once::Done(()) | Once::Found(()) => Ok(()),
        Once::Waiting => Err(Failure::Unavailable),
    }
}

/// Notes that it is used now.
///
/// # Errors
/// [`WorkAccountRefusal::Used`] when it was before, [`WorkAccountRefusal::TooMany`] when there is no room.
pub(super) fn use_up(desk: &Desk, id: &str) -> Result<(), Refused> {
    let cell = StoredUse::cell(id.get(..2).unwrap_or_default());
    let now = desk.now();
    begin(desk, &cell, id)?;
    let noted = desk.cases.update(&cell, |used| {
        let mut used = used.unwrap_or_default();
        used.retain(|one| now < one.until);
        if used.iter().any(|one| one.id == id) {
            return Ok(Change::Keep(Err(WorkAccountRefusal::Used)));
        }
        if used.len() >= MOST {
            return Ok(Change::Keep(Err(WorkAccountRefusal::TooMany)));
        }
        used.push(StoredUse { id: id.to_owned(), until: now.plus_seconds(LASTS_SECONDS) });
        Ok(Change::Write(used, Ok(())))
    });
    match noted {
        Err(Failure::Unreadable(_)) => {
            // damaged: what it noted is lost, and the code of a log-in is used once at the provider too
            desk.cases.set(&cell, &vec![StoredUse { id: id.to_owned(), until: now.plus_seconds(LASTS_SECONDS) }])?;
            Ok(())
        }
        other => Ok(other??),
    }
}
