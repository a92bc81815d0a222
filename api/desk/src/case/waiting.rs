//! What waits in the inbox. A report that cannot be read holds up no other.
use super::sealed::Opened;
use crate::Desk;
use kit::{
    Failure,
    inbox::arrival::{StoredArrival, StoredReport},
    store::cell::{Cell, Pointers, Reports},
};
use shared::id::{CaseId, StatusKey};
use std::collections::{BTreeMap, BTreeSet};

/// What waits in the inbox under some arrival numbers.
pub(super) struct Waiting {
    /// The numbers that are there.
    pub numbers: BTreeSet<i64>,
    /// The same, each with the id of its report; without one where the arrival cannot be read.
    pub arrivals: Vec<(i64, Option<CaseId>)>,
    /// The reports that can be read, each once.
    pub reports: Vec<Opened>,
    /// The ids of those that cannot.
    pub unreadable: BTreeSet<Option<CaseId>>,
    /// Those among them that a browser sealed, each with the key of the melder's status.
    pub sealed: BTreeMap<CaseId, StatusKey>,
}

impl Waiting {
    /// Reads them.
    pub fn read(desk: &Desk, numbers: impl Iterator<Item = i64>) -> Result<Self, Failure> {
        let cells: BTreeMap<String, i64> = numbers.map(|n| (StoredArrival::cell(n).key().to_owned(), n)).collect();
        let asked: Vec<Cell<Pointers, StoredArrival>> = cells.values().map(|n| StoredArrival::cell(*n)).collect();
        let mut arrivals = Vec::new();
        for (cell, arrival) in desk.inbox.pointers.get_each(&asked)? {
            let Some(number) = cells.get(cell.key()) else { continue };
            arrivals.push((*number, arrival.map(|arrival| Some(arrival.id)).or_else(|f| f.unless_damaged(None))?));
        }
        let ids: BTreeSet<&CaseId> = arrivals.iter().filter_map(|(_, id)| id.as_ref()).collect();
        let asked: Vec<Cell<Reports, StoredReport>> = ids.iter().map(|id| StoredReport::cell(id)).collect();
        let (mut reports, mut unreadable, mut sealed) = (Vec::new(), BTreeSet::new(), BTreeMap::new());
        for (cell, report) in desk.inbox.reports.get_each(&asked)? {
            match report.map(Some).or_else(|failure| failure.unless_damaged(None))? {
                Some(stored) => {
                    let (id, status) = (stored.id.clone(), stored.status_key.clone());
                    match Opened::of(desk, stored)? {
                        Some(report) => reports.push(report),
                        None => {
                            unreadable.insert(Some(id.clone()));
                            sealed.insert(id, status);
                        }
                    }
                }
                None => unreadable
                    .extend(ids.iter().filter(|id| StoredReport::cell(id) == cell).map(|id| Some((*id).clone()))),
            }
        }
        let numbers = arrivals.iter().map(|(number, _)| *number).collect();
        Ok(Self { numbers, arrivals, reports, unreadable, sealed })
    }
}
