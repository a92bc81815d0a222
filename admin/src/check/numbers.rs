//! Numbers have no gaps: the outcome of every number issued has to be known.
use super::{Found, cases::Seen};
use crate::stores::explain;
use anyhow::Result;
use desk::{
    Desk, audit,
    case::{TakenIn, restored},
    retention::Destroyed,
};
use kit::store::cell;
use shared::audit::Wrong;
use std::collections::BTreeSet;

/// More numbers than this without anything are one damaged counter, not many missing records.
const FAR: i64 = 10_000;

/// Looks at the numbers of cases and of audit lines.
pub fn look(
    desk: &Desk,
    seen: &Seen,
    state: Option<&Option<TakenIn>>,
    destroyed: Option<&Destroyed>,
    found: &mut Found,
) -> Result<()> {
    declarations(seen, destroyed, found);
    if let Some(state) = state {
        let ended = ended(desk, destroyed, found);
        case_numbers(desk, seen, state.as_ref(), &ended, found);
    }
    audit_numbers(desk, seen, found)
}

/// The numbers of cases that are gone for a recorded reason, without content. Every way to end a case has to add its
/// numbers here.
fn ended(desk: &Desk, destroyed: Option<&Destroyed>, found: &mut Found) -> BTreeSet<i64> {
    let going = destroyed.into_iter().flat_map(|one| &one.under_way).map(|(_, number)| i64::from(number.sequence));
    let declared = destroyed.into_iter().flat_map(|one| &one.numbers).copied();
    let mut ended: BTreeSet<i64> = declared.chain(going).collect();
    ended.extend(after_restores(desk, found));
    ended
}

/// Declarations are numbered without gaps too, and the register says how many were given.
fn declarations(seen: &Seen, destroyed: Option<&Destroyed>, found: &mut Found) {
    let Some(destroyed) = destroyed else { return };
    for number in &destroyed.missing {
        found.findings.push(format!("certificate:{number}: deze verklaring van vernietiging is er niet"));
    }
    for number in seen.certificates.iter().filter(|number| **number > destroyed.given) {
        found.findings.push(format!("certificate:{number}: het register kent deze verklaring van vernietiging niet"));
    }
}

fn after_restores(desk: &Desk, found: &mut Found) -> BTreeSet<i64> {
    match restored::list(desk) {
        Ok(all) => all.into_iter().flat_map(|one| one.ended).filter_map(|one| one.number).map(i64::from).collect(),
        // named already, as a value that cannot be read
        Err(_) => {
            found.remarks.push("welke dossiers beëindigd zijn is niet te lezen; nummers daarvan staan hierbij".into());
            BTreeSet::new()
        }
    }
}

fn case_numbers(desk: &Desk, seen: &Seen, state: Option<&TakenIn>, ended: &BTreeSet<i64>, found: &mut Found) {
    let Ok(given) = desk.cases.last_number(&cell::NUMBERS) else { return };
    let numbered = state.map_or(0, |state| state.numbered);
    let highest = seen.numbers.last().copied().unwrap_or(0).max(numbered);
    if given < highest {
        found.findings.push(format!("numbers: er zijn {given} nummers uitgegeven en er is een nummer {highest}"));
    }
    let void = state.map_or(&[][..], |state| &state.void);
    let is_accounted = |number: &i64| seen.numbers.contains(number) || ended.contains(number) || void.contains(number);
    // once that record was made again, the reasons of before are not known any more
    let remade = state.and_then(|state| state.remade);
    let list = if remade.is_some() { &mut found.remarks } else { &mut found.findings };
    for number in (1..=numbered).filter(|number| !is_accounted(number)) {
        list.push(format!("nummer {number}: het dossier is er niet, en ook niets dat zegt dat het beëindigd is"));
    }
    if let Some(at) = remade {
        let day = at.day();
        found
            .remarks
            .push(format!("take-in: hoe meldingen zijn opgenomen was onleesbaar, en is op {day} opnieuw gemaakt"));
    }
    let at_work = state.is_some_and(|state| state.at_work);
    let later = (numbered + 1..=given.min(numbered + FAR)).filter(|number| !is_accounted(number)).count();
    if given > numbered && !at_work {
        found.findings.push(format!("numbers: er zijn {given} nummers uitgegeven en er is opgenomen tot {numbered}"));
    } else if later > 0 {
        found
            .remarks
            .push(format!("{later} nummers na {numbered} hebben nog geen dossier: het opnemen is bezig of stopte"));
    }
}

fn audit_numbers(desk: &Desk, seen: &Seen, found: &mut Found) -> Result<()> {
    let Ok(given) = desk.cases.last_number(&cell::AUDIT_NUMBERS) else { return Ok(()) };
    let last = seen.lines.last().copied().unwrap_or(0);
    if given < last {
        found.findings.push(format!("audit-numbers: er zijn {given} regels geteld en er is een regel {last}"));
    } else if given > last + FAR {
        found.findings.push(format!("audit-numbers: er zijn {given} regels geteld en de laatste is {last}"));
        return Ok(());
    }
    if !desk.cases.exists(&cell::key_check::<()>()).map_err(|failure| explain(&failure))? {
        return Ok(());
    }
    let unreadable = found.findings.iter().any(|finding| finding.starts_with("audit"));
    let check = audit::verify(desk, None).map_err(|failure| explain(&failure))?;
    // what cannot be read was named with the values
    for finding in check.findings.iter().filter(|finding| !(unreadable && finding.wrong != Wrong::Missing)) {
        found.findings.push(format!("audit:{}: regel van het logboek: {}", finding.number, finding.wrong.as_str()));
    }
    let sealed = check.head.number;
    for number in (sealed + 1..=given).filter(|number| !seen.lines.contains(number)) {
        found.remarks.push(format!("audit:{number}: deze regel is er nog niet: werk dat bezig is of werd afgebroken"));
    }
    Ok(())
}
