//! Which case has which number. Lines are derived from cases, and a chunk of lines that cannot be read is made again
//! from the cases that this names.
use super::{
    chunk::{self, chunk_of},
    load::load,
};
use crate::Desk;
use kit::{
    Failure,
    store::{
        Change,
        cell::{self, Cases, Cell, Kind},
    },
};
use shared::{
    case::{Case, Row},
    id::CaseId,
};
use std::collections::BTreeMap;

/// By number.
pub(super) type Ids = BTreeMap<u32, CaseId>;

/// The cell with the ids of a chunk.
pub(super) fn ids_of(chunk: u32) -> Cell<Cases, Ids> {
    cell::ids(chunk)
}

/// Adds new cases, before they are written. A list that cannot be read is made again from the lines, which are then
/// there.
pub(super) fn add(desk: &Desk, cases: &[Case]) -> Result<(), Failure> {
    let mut chunks: BTreeMap<u32, Ids> = BTreeMap::new();
    for origins in cases.iter().map(Case::origins) {
        let sequence = origins.number.sequence;
        chunks.entry(chunk_of(sequence)).or_default().insert(sequence, origins.id.clone());
    }
    for (chunk, new) in chunks {
        change(desk, chunk, |ids| ids.extend(new.clone()))?;
    }
    Ok(())
}

/// The lines of a chunk, made from its cases. A case that cannot be read has none.
pub(super) fn lines(desk: &Desk, chunk: u32) -> Result<Vec<Row>, Failure> {
    let ids = desk.cases.get(&ids_of(chunk))?.ok_or(Failure::Unreadable(Kind::Lines.word()))?;
    let mut rows = Vec::new();
    for id in ids.values() {
        match load(desk, id) {
            Ok(standing) => rows.push(Row::of(&standing.value)),
            // destroyed meanwhile, or never written
            Err(Failure::Problem(..)) => {}
            Err(failure) => failure.unless_damaged(())?,
        }
    }
    Ok(rows)
}

/// Takes off the list a case that was destroyed.
pub(super) fn remove(desk: &Desk, chunk: u32, id: &CaseId) -> Result<(), Failure> {
    change(desk, chunk, |ids| ids.retain(|_, one| one != id))
}

fn change(desk: &Desk, chunk: u32, with: impl Fn(&mut Ids)) -> Result<(), Failure> {
    let from_lines = || {
        let rows = chunk::stored(desk, &chunk::vault(desk, chunk)?, chunk)?;
        Ok(rows.into_iter().map(|row| (row.number.sequence, row.id)).collect())
    };
    desk.cases.healed(&ids_of(chunk), from_lines, || {
        desk.cases.update(&ids_of(chunk), |stored| {
            let before = stored.unwrap_or_default();
            let mut after = before.clone();
            with(&mut after);
            Ok(if after == before { Change::Keep(()) } else { Change::Write(after, ()) })
        })
    })
}
