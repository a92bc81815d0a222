//! The store `inbox`: waiting reports, the pointers to them, and the melders' statuses. Pointers are not sealed,
//! because `intake` has no secret. Their outcome is sealed, in the take-in record.
use super::{Found, cases::Seen};
use crate::stores::Stores;
use anyhow::Result;
use desk::{Desk, case::TakenIn};
use kit::{
    Failure,
    inbox::arrival::{StoredArrival, StoredReport},
    store::cell::{self, Cell, Kind, Reports, Statuses},
};
use serde::de::IgnoredAny;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Default)]
struct Inbox {
    /// Reports that wait, by id.
    reports: BTreeSet<String>,
    /// Arrival number → id.
    arrivals: BTreeMap<i64, String>,
    /// Names of statuses of reports that wait.
    expected: BTreeSet<String>,
    statuses: BTreeSet<String>,
    partly: bool,
}

/// Reads it. `state` is `None` when the record of taking in cannot be read.
pub fn look(
    stores: &Stores,
    desk: &Desk,
    seen: &Seen,
    state: Option<&Option<TakenIn>>,
    found: &mut Found,
) -> Result<()> {
    let mut inbox = Inbox { partly: seen.partly, ..Inbox::default() };
    for key in stores.raw().inbox.keys()? {
        value(stores, desk, &key, &mut inbox, found)?;
    }
    belongs(seen, &inbox, found);
    if let Some(state) = state {
        arrivals(desk, seen, &inbox, state.as_ref(), found);
    }
    Ok(())
}

fn value(stores: &Stores, desk: &Desk, key: &str, inbox: &mut Inbox, found: &mut Found) -> Result<()> {
    if Kind::PhotoPart.end_of(key).is_some() {
        let part = Cell::<Reports, IgnoredAny>::named(key).map(|cell| desk.inbox.reports.get(&cell));
        found.count(key, part.unwrap_or(Ok(None)));
    } else if let Some(cell) = Cell::<Reports, StoredReport>::named(key) {
        report(desk, &cell, inbox, found);
    } else if let Some(counter) = Cell::counter(key) {
        found.count(key, desk.inbox.pointers.last_number(&counter));
    } else if Cell::<Statuses, IgnoredAny>::named(key).is_some() {
        // sealed to a code: opened through its case; here only that it has the form of a sealed value
        let sealed = stores.raw().inbox.get(key)?.and_then(|raw| kit::store::seal::key_id(&raw)).is_some();
        found.count(key, sealed.then_some(()).ok_or(Failure::Unreadable(Kind::Status.word())));
        inbox.statuses.insert(key.to_owned());
    } else if let Some(number) = Kind::Arrival.end_of(key).and_then(|number| number.parse().ok()) {
        let arrival = desk.inbox.pointers.get(&StoredArrival::cell(number));
        if let Ok(Some(arrival)) = &arrival {
            inbox.arrivals.insert(number, arrival.id.as_str().to_owned());
        }
        found.count(key, arrival);
    } else if let Some(cell) = Cell::<kit::store::cell::Pointers, IgnoredAny>::named(key) {
        found.count(key, desk.inbox.pointers.get(&cell));
    } else {
        found.unknown(key);
    }
    Ok(())
}

fn report(desk: &Desk, cell: &Cell<Reports, StoredReport>, inbox: &mut Inbox, found: &mut Found) {
    inbox.reports.extend(Kind::Report.end_of(cell.key()).map(str::to_owned));
    match desk.inbox.reports.get(cell) {
        Ok(report) => {
            found.waiting += 1;
            inbox.expected.extend(report.map(|report| desk.status(&report.status_key).name().to_owned()));
        }
        Err(failure) => {
            inbox.partly = true;
            found.unreadable(cell.key(), &failure);
        }
    }
}

/// Reports, pointers and statuses: each with the others.
fn belongs(seen: &Seen, inbox: &Inbox, found: &mut Found) {
    let pointed: BTreeSet<&String> = inbox.arrivals.values().collect();
    for id in inbox.reports.iter().filter(|id| !pointed.contains(id)) {
        found.findings.push(format!("report:{id}: er wijst geen aankomst naar deze melding; zij wordt niet opgenomen"));
    }
    for (number, id) in &inbox.arrivals {
        if !inbox.reports.contains(id) && !seen.ids.contains(id) {
            found.findings.push(format!("arrival:{number}: de melding waar dit naar wijst is er niet ({id})"));
        }
    }
    // of a case or report that cannot be read it is not known which status is its own
    if !inbox.partly {
        let known = |name: &String| seen.statuses.contains(name) || inbox.expected.contains(name);
        for name in inbox.statuses.iter().filter(|name| !known(name)) {
            found.findings.push(format!("{name}: bij wat deze melder ziet is geen melding en geen dossier"));
        }
    }
    for name in inbox.expected.difference(&inbox.statuses) {
        found.findings.push(format!("{name}: wat de melder met de code ziet, ontbreekt bij een wachtende melding"));
    }
}

/// The arrival numbers, from the first to the last that was issued.
fn arrivals(desk: &Desk, seen: &Seen, inbox: &Inbox, state: Option<&TakenIn>, found: &mut Found) {
    let Ok(last) = desk.inbox.pointers.last_number(&cell::ARRIVALS) else { return };
    let done = state.map_or(0, |state| state.done);
    let highest = inbox.arrivals.keys().next_back().copied().unwrap_or(0).max(done);
    if last < highest {
        let text = format!("arrivals: er zijn {last} aankomsten geteld en er is een aankomst {highest}");
        found.findings.push(text);
    }
    let gaps = state.map_or_else(Vec::new, |state| [state.gaps.clone(), state.never.clone()].concat());
    for number in gaps.into_iter().filter(|number| !inbox.arrivals.contains_key(number)) {
        found.remarks.push(stayed_away(&number.to_string()));
    }
    let mut next = done + 1;
    for number in inbox.arrivals.keys().copied().filter(|number| *number > done).chain([last.saturating_add(1)]) {
        if next < number {
            let which = if next + 1 == number { next.to_string() } else { format!("{next} tot en met {}", number - 1) };
            found.remarks.push(stayed_away(&which));
        }
        next = number.saturating_add(1).max(next);
    }
    for one in state.map_or(&[][..], |state| &state.unreadable) {
        let since = one.since.day();
        found.findings.push(format!(
            "arrival:{}: deze melding is binnengekomen maar onleesbaar, sinds {since}; elke opname probeert haar opnieuw",
            one.number
        ));
    }
    let is_named = |number: &i64| state.is_some_and(|state| state.unreadable.iter().any(|one| one.number == *number));
    let waits = |number: &i64| {
        state.is_none_or(|state| *number > state.cleared || state.gaps.contains(number)) || is_named(number)
    };
    let passed_over = inbox.arrivals.iter().filter(|(number, id)| !waits(number) && !seen.ids.contains(*id));
    for (number, _) in passed_over {
        found.findings.push(format!("arrival:{number}: deze melding kwam te laat binnen en wordt niet opgenomen"));
    }
}

fn stayed_away(which: &str) -> String {
    format!("aankomst {which} is er niet: een verzoek dat werd afgebroken voor het bevestigd was, of weggehaald")
}
