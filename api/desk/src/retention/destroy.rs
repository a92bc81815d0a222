//! Destroys a case, in this order: nothing can be done with it any more (an event on the case itself, by swap) · what must
//! be known afterwards is noted, with the declaration's number · **its key** · what may still lie in the inbox · the record ·
//! its line · the melder's status · the declaration · off the list. Every step can be repeated.
use super::{
    certificates::StoredCertificate,
    register::{self, Approved, Going, Open, allowed, change},
};
use crate::{
    Failure, Kit,
    arrival::StoredReport,
    cases::{self, Saved},
    cell,
};
use shared::{
    case::{Case, Entry, Event, rights::RightsEvent},
    contract::ProblemKind,
    retention::{
        Certificate,
        destruction::{DestructionRefusal, Proposal},
    },
};

/// How often a case is looked at again when somebody changed it meanwhile.
const ATTEMPTS: usize = 5;

/// Finishes what was agreed to and stopped half-way. Answers how many.
///
/// # Errors
/// [`Failure::Unavailable`]; the rest is then left for the next time.
pub fn finish(kit: &Kit) -> Result<usize, Failure> {
    let going = register::read(kit)?.open.into_iter().filter(|open| open.approved.is_some());
    let mut finished = 0;
    for open in going {
        match carry_out(kit, open) {
            Ok(_) => finished += 1,
            // the case changed before its end was fixed: it is off the list, and the AF proposes anew
            Err(Failure::Problem(ProblemKind::Refused, ..)) => {}
            // damaged: it stays on the list, and keeps no other from its end
            Err(Failure::Unreadable(what)) => eprintln!("error: a {what} could not be read; run `meldroute check`"),
            Err(other) => return Err(other),
        }
    }
    Ok(finished)
}

/// Carries out what was agreed to, from wherever it had come.
pub(super) fn carry_out(kit: &Kit, open: Open) -> Result<Certificate, Failure> {
    let Open { proposal, approved, .. } = open;
    let approved = approved.ok_or(DestructionRefusal::Nothing)?;
    let id = &proposal.case;
    let going = match &approved.going {
        Some(going) => going.clone(),
        None => fix(kit, &proposal, &approved)?,
    };
    kit.keys.delete(&cell::case_key::<()>(id))?;
    kit.inbox.delete(&StoredReport::cell(id))?;
    kit.cases.delete(&cases::record(id))?;
    cases::forget(kit, id, proposal.number.sequence)?;
    for status in &going.statuses {
        kit.status(status).remove()?;
    }
    let certificate = Certificate {
        certificate: going.certificate,
        number: proposal.number,
        closed: proposal.kept.closed,
        outcome: proposal.kept.outcome,
        due: proposal.due.on,
        ground: proposal.ground,
        proposed_by: proposal.by.clone(),
        proposed_at: proposal.at,
        approved_by: approved.by,
        approved_at: approved.at,
        revisions: going.revisions,
    };
    let stored = StoredCertificate { certificate, exclusions: going.exclusions };
    kit.cases.set(&StoredCertificate::cell(going.certificate), &stored)?;
    change(kit, id, |register, there| {
        there.map(|at| register.open.remove(at));
        Ok(())
    })?;
    Ok(stored.certificate)
}

/// From here on nothing can be done with the case, and what must be known afterwards is noted.
fn fix(kit: &Kit, proposal: &Proposal, approved: &Approved) -> Result<Going, Failure> {
    let id = &proposal.case;
    let case = match doom(kit, proposal, approved) {
        Err(refused @ Failure::Problem(ProblemKind::Refused | ProblemKind::NotFound, ..)) => {
            // not as it was when it was proposed: the proposal falls
            change(kit, id, |register, there| {
                there.map(|at| register.open.remove(at));
                Ok(())
            })?;
            return Err(refused);
        }
        other => other?,
    };
    let (revisions, statuses, exclusions) = (case.revision().0, case.status_keys(), case.exclusions());
    change(kit, id, |register, there| {
        let next = register.last + 1;
        let open = there.and_then(|at| register.open.get_mut(at)).ok_or(DestructionRefusal::Nothing)?;
        let approved = open.approved.as_mut().ok_or(DestructionRefusal::Nothing)?;
        if let Some(going) = &approved.going {
            return Ok(going.clone());
        }
        let going = Going { certificate: next, revisions, statuses: statuses.clone(), exclusions: exclusions.clone() };
        approved.going = Some(going.clone());
        register.last = next;
        Ok(going)
    })
}

/// Puts the last event on the case, if the case is still as this destruction asks. A hold that is put at the same moment
/// wins or loses as a whole, because both swap the same record.
fn doom(kit: &Kit, proposal: &Proposal, approved: &Approved) -> Result<Case, Failure> {
    for _attempt in 0..ATTEMPTS {
        let standing = cases::load(kit, &proposal.case)?;
        if standing.value.rights().is_doomed() {
            return Ok(standing.value);
        }
        let (kept, _) = allowed(kit, &standing.value, proposal.ground)?;
        if kept != proposal.kept {
            return Err(DestructionRefusal::Nothing.into());
        }
        let entry = Entry { at: approved.at, by: approved.by.clone(), event: Event::Rights(RightsEvent::Doomed) };
        match cases::save(kit, &standing, entry)? {
            Saved::Done(case) => return Ok(*case),
            Saved::Stale => {}
        }
    }
    Err(Failure::of(ProblemKind::Busy, "Probeer het nog een keer."))
}
