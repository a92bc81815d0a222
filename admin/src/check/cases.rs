//! The stores `cases` and `keys`: that every value opens, and that cases, lines and keys belong together.
use super::Found;
use crate::stores::{Stores, explain};
use anyhow::Result;
use desk::{Desk, case, retention::Destroyed};
use kit::{
    Failure,
    inbox::arrival::StoredReport,
    store::cell::{Cases, Cell, Keys, Kind},
};
use serde::de::IgnoredAny;
use shared::{
    case::{Case, Event, Row},
    id::{CaseId, StatusKey},
};
use std::collections::{BTreeMap, BTreeSet};

/// The cases that an inspection read.
#[derive(Default)]
pub struct Seen {
    /// Every case that is there, also one that cannot be read.
    pub ids: BTreeSet<String>,
    /// The numbers that cases or their lines carry.
    pub numbers: BTreeSet<i64>,
    /// Names of what melders may see, of every code a case ever had.
    pub statuses: BTreeSet<String>,
    /// Numbers of audit lines.
    pub lines: BTreeSet<i64>,
    /// Numbers of declarations of destruction.
    pub certificates: BTreeSet<i64>,
    /// Whether a case could not be read, so that not all of it is known.
    pub partly: bool,
}

/// Reads both stores.
pub fn look(stores: &Stores, desk: &Desk, destroyed: Option<&Destroyed>, found: &mut Found) -> Result<Seen> {
    let mut seen = Seen::default();
    let going = under_way(destroyed, &mut seen, found);
    let mut rows = BTreeMap::new();
    for key in stores.raw().cases.keys()? {
        if let Some(id) = Kind::Case.end_of(&key) {
            seen.ids.insert(id.to_owned());
        } else if let Some(id) = Kind::Conversation.end_of(&key).and_then(|id| CaseId::parse(id).ok()) {
            found.count(&key, case::conversation::inspected(desk, &id).map(Some));
        } else if let Some(id) = Kind::Care.end_of(&key).and_then(|id| CaseId::parse(id).ok()) {
            found.count(&key, case::care::inspected(desk, &id).map(Some));
        } else if let Some(id) = Kind::Packs.end_of(&key).and_then(|id| CaseId::parse(id).ok()) {
            found.count(&key, case::packs::inspected(desk, &id).map(Some));
        } else if let Some(end) = Kind::Photo.end_of(&key) {
            found.count(&key, case::photos::inspected(desk, end).map(Some));
        } else if let Some(bucket) = Kind::Clues.end_of(&key) {
            found.count(&key, case::inspected_clues(desk, bucket).map(Some));
        } else if let Some(chunk) = Kind::Lines.end_of(&key).and_then(|chunk| chunk.parse().ok()) {
            lines(&key, case::inspected(desk, chunk).map(Some), &mut rows, found);
        } else if let Some(counter) = Cell::counter(&key) {
            found.count(&key, desk.cases.last_number(&counter));
        } else if let Some(cell) = Cell::<Cases, IgnoredAny>::named(&key) {
            value(desk, &cell, &mut rows, &mut seen, found);
        } else {
            found.unknown(&key);
        }
    }
    for id in seen.ids.difference(&going).cloned().collect::<Vec<_>>().iter() {
        case(desk, id, &rows, found, &mut seen);
    }
    for (id, row) in &rows {
        if seen.ids.contains(id) || going.contains(id) {
            seen.numbers.insert(row.number.sequence.into());
        } else {
            found.findings.push(format!("dossier {id} (nummer {}) staat in de lijst en is er niet", row.number));
            seen.numbers.insert(row.number.sequence.into());
        }
    }
    seen.ids.extend(going);
    case_keys(stores, desk, &seen, found)?;
    Ok(seen)
}

fn value(
    desk: &Desk,
    cell: &Cell<Cases, IgnoredAny>,
    rows: &mut BTreeMap<String, Row>,
    seen: &mut Seen,
    found: &mut Found,
) {
    let key = cell.key();
    if let Some(chunk) = Cell::<Cases, Vec<Row>>::named(key).filter(|cell| cell.kind() == Kind::Rows) {
        return lines(key, desk.cases.get(&chunk), rows, found);
    }
    let number = |kind: Kind| kind.end_of(key).and_then(|number| number.parse::<i64>().ok());
    seen.lines.extend(number(Kind::AuditLine));
    seen.certificates.extend(number(Kind::Certificate));
    found.count(key, desk.cases.get(cell));
}

fn lines(key: &str, read: Result<Option<Vec<Row>>, Failure>, rows: &mut BTreeMap<String, Row>, found: &mut Found) {
    match read {
        Ok(lines) => rows.extend(lines.into_iter().flatten().map(|row| (row.id.as_str().to_owned(), row))),
        Err(failure) => found.unreadable(key, &failure),
    }
}

/// The cases whose destruction was agreed to and is not finished: their key, record and line go one after the other.
fn under_way(destroyed: Option<&Destroyed>, seen: &mut Seen, found: &mut Found) -> BTreeSet<String> {
    let all = destroyed.map_or(&[][..], |destroyed| &destroyed.under_way);
    for (_, number) in all {
        seen.partly = true;
        found.remarks.push(format!("dossier {number} wordt vernietigd; het onderhoud maakt het af"));
    }
    all.iter().map(|(id, _)| id.as_str().to_owned()).collect()
}

/// A key without a case is left by a take-in that stopped between the two: its report waits and will have it.
fn case_keys(stores: &Stores, desk: &Desk, seen: &Seen, found: &mut Found) -> Result<()> {
    for key in stores.raw().keys.keys()? {
        let Some(id) = Kind::CaseKey.end_of(&key) else {
            mark(desk, &key, found);
            continue;
        };
        let waits =
            |id: CaseId| desk.inbox.pointers.exists(&StoredReport::cell(&id)).map_err(|failure| explain(&failure));
        if !seen.ids.contains(id) && !CaseId::parse(id).map_or(Ok(false), waits)? {
            found.findings.push(format!("er is een sleutel van dossier {id}, maar dat dossier is er niet"));
        }
    }
    Ok(())
}

/// What is kept beside the keys of cases: what guards a case, and which accounts are closed.
fn mark(desk: &Desk, key: &str, found: &mut Found) {
    match Cell::<Keys, IgnoredAny>::named(key) {
        Some(cell) => found.count(key, desk.keys.get(&cell)),
        None => found.unknown(key),
    }
}

/// A case: that it opens, that its line is the one it should have, and that the melder's status opens.
fn case(desk: &Desk, id: &str, rows: &BTreeMap<String, Row>, found: &mut Found, seen: &mut Seen) {
    let key = format!("case:{id}");
    let Ok(parsed) = CaseId::parse(id) else {
        found.findings.push(format!("{key}: dit is geen naam van een dossier"));
        return;
    };
    let case = match case::load(desk, &parsed) {
        Ok(loaded) => loaded.value,
        Err(failure) => {
            seen.partly = true;
            return found.unreadable(&key, &failure);
        }
    };
    found.cases += 1;
    seen.numbers.insert(case.origins().number.sequence.into());
    seen.statuses.extend(codes(&case).map(|status| desk.status(status).name().to_owned()));
    if rows.get(id) != Some(&Row::of(&case)) {
        found
            .findings
            .push(format!("{key}: de regel in de lijst ontbreekt of klopt niet; `meldroute lijsten` maakt hem"));
    }
    match desk.status(case.status_key()).get() {
        Ok(Some(_)) => {}
        Ok(None) => found.findings.push(format!("{key}: wat de melder met de code ziet, ontbreekt")),
        Err(failure) => found.unreadable(&key, &failure),
    }
}

/// The keys of the statuses of all codes that a case ever had.
pub fn codes(case: &Case) -> impl Iterator<Item = &StatusKey> {
    let issued = case
        .entries()
        .iter()
        .filter_map(|entry| if let Event::CodeIssued { status_key } = &entry.event { Some(status_key) } else { None });
    std::iter::once(&case.origins().status_key).chain(issued)
}
