use super::register;
use crate::Desk;
use kit::{
    Failure,
    store::{
        cell::{self, Cases, Cell},
        last_used,
    },
};
use serde::{Deserialize, Serialize};
use shared::{
    access::Reader,
    case::Exclusions,
    contract::{Certificate, PAGE_SIZE},
};
use std::collections::BTreeSet;

/// A declaration as it is kept.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct StoredCertificate {
    #[serde(flatten)]
    pub certificate: Certificate,
    /// The people excluded from the case, and so from its end; never sent.
    #[serde(rename = "uitsluitingen", default, skip_serializing_if = "Exclusions::is_none")]
    pub exclusions: Exclusions,
}

impl StoredCertificate {
    /// The cell of the declaration with this number.
    pub fn cell(number: i64) -> Cell<Cases, Self> {
        cell::certificate(number)
    }
}

/// A page of declarations, newest first, and before which number the next page begins. An AF is not shown those of
/// cases that they are excluded from.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn certificates(desk: &Desk, before: Option<i64>, to: &Reader) -> Result<(Vec<Certificate>, Option<i64>), Failure> {
    let given = given(desk)?;
    let newest = before.map_or(given, |before| given.min(before.saturating_sub(1)));
    let first = (newest - i64::try_from(PAGE_SIZE).unwrap_or(i64::MAX) + 1).max(1);
    let cells: Vec<Cell<Cases, StoredCertificate>> = (first..=newest).rev().map(StoredCertificate::cell).collect();
    let stored = desk.cases.get_each(&cells)?.into_iter().filter_map(|(_, stored)| stored.ok());
    let shown = |stored: &StoredCertificate| match to {
        Reader::Officer(viewer) => !viewer.keeps_out(&stored.exclusions, &viewer.me),
        Reader::PrivacyOfficer => true,
    };
    let page = stored.filter(shown).map(|stored| stored.certificate).collect();
    Ok((page, (first > 1).then_some(first)))
}

/// How many were given; where the register cannot be read, up to the first hundred numbers without one.
fn given(desk: &Desk) -> Result<i64, Failure> {
    match register::read(desk) {
        Ok(register) => Ok(register.last),
        Err(Failure::Unreadable(_)) => last_used(0, |number| desk.cases.exists(&StoredCertificate::cell(number))),
        Err(other) => Err(other),
    }
}

/// The cases that were destroyed, for an inspection.
#[derive(Debug, Default)]
pub struct Destroyed {
    /// The numbers of cases that were declared destroyed.
    pub numbers: BTreeSet<i64>,
    /// Declarations that were given and are not there.
    pub missing: Vec<i64>,
    /// How many were given.
    pub given: i64,
    /// Cases whose destruction was agreed to and is not finished: the record may be gone already.
    pub under_way: Vec<(shared::id::CaseId, shared::id::CaseNumber)>,
}

/// Reads all declarations. An unreadable one counts as present; the check of all values reports it.
///
/// # Errors
/// [`Failure::Unavailable`]; [`Failure::Unreadable`] for the register.
pub fn destroyed(desk: &Desk) -> Result<Destroyed, Failure> {
    let register = register::read(desk)?;
    let going = register.open.iter().filter_map(|open| open.approved.as_ref().map(|approved| (open, approved)));
    let waited_for: BTreeSet<i64> =
        going.clone().filter_map(|(_, approved)| approved.going.as_ref()).map(|going| going.certificate).collect();
    let under_way = going.map(|(open, _)| (open.proposal.case.clone(), open.proposal.number)).collect();
    let mut destroyed = Destroyed { given: register.last, under_way, ..Destroyed::default() };
    for number in 1..=register.last {
        match desk.cases.get(&StoredCertificate::cell(number)) {
            Ok(Some(stored)) => {
                destroyed.numbers.insert(stored.certificate.number.sequence.into());
            }
            Ok(None) if waited_for.contains(&number) => {}
            Ok(None) => destroyed.missing.push(number),
            Err(Failure::Unreadable(_)) => {}
            Err(other) => return Err(other),
        }
    }
    Ok(destroyed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_declaration_of_before_exclusions_loads() {
        let old = r#"{"verklaring":1,"dossiernummer":{"jaar":2026,"volgnummer":1},"afgerondOp":"2026-05-01",
            "uitkomst":"vergissing","termijnVerstreekOp":"2026-06-01","grond":"termijn",
            "voorgesteldDoor":"01010101010101010101010101010101","voorgesteldOp":"2026-06-02T10:00:00.000Z",
            "akkoordDoor":"02020202020202020202020202020202","akkoordOp":"2026-06-03T10:00:00.000Z","revisies":3}"#;
        let stored: StoredCertificate = serde_json::from_str(old).unwrap();
        assert!(stored.exclusions.is_none() && stored.certificate.revisions == 3);
        assert!(!serde_json::to_string(&stored).unwrap().contains("uitsluitingen"));
    }
}
