//! Destroys a case, in this order: it accepts no more acts (an event on the case itself, by swap) · the facts needed
//! afterwards are recorded, with the declaration's number · what it counts for · its clues · **its key** · its guard ·
//! its remains in the inbox · what was typed in the conversation · what was written about care · what went to receivers
//! · the record · its line · the melder's status · its photos · what stays under its number · the declaration · off the
//! list. Every step can be repeated.
use super::{
    certificates::StoredCertificate,
    gone::{self, Gone},
    register::{self, Approved, Going, Open, allowed, change},
};
use crate::{
    Desk,
    case::{self, Saved},
    figures,
};
use kit::{Failure, inbox::arrival::StoredReport, store::cell};
use shared::{
    case::{
        Case, Entry, Event, Refusal, RightsEvent,
        destruction::{Agreeing, ProposedDestruction, may_agree},
    },
    contract::{Certificate, ProblemKind},
    id::CaseId,
};

/// How often a case is read again when somebody changed it meanwhile.
const ATTEMPTS: usize = 5;

/// Finishes agreed destructions that stopped half-way. Answers how many.
///
/// # Errors
/// [`Failure::Unavailable`]; the rest is then left for the next time.
pub fn finish(desk: &Desk) -> Result<usize, Failure> {
    let going = register::read(desk)?.open.into_iter().filter(|open| open.approved.is_some());
    let mut finished = 0;
    for open in going {
        match carry_out(desk, open) {
            Ok(_) => finished += 1,
            // the case changed before its end was fixed: it is off the list, and the AF has to propose again
            Err(Failure::Problem(ProblemKind::Refused, ..)) => {}
            // damaged: it stays on the list, and keeps no other from its end
            Err(Failure::Unreadable(what)) => eprintln!("error: a {what} could not be read; run `meldroute controle`"),
            Err(other) => return Err(other),
        }
    }
    Ok(finished)
}

/// Another person agrees, and the case is destroyed.
///
/// # Errors
/// A 409 with a [`Refusal`]: also when the case has changed since the proposal. After [`Failure::Unavailable`] due work
/// finishes it.
pub fn approve(desk: &Desk, id: &CaseId, by: Agreeing<'_>) -> Result<Certificate, Failure> {
    let at = desk.now();
    let open = change(desk, id, |register, there| {
        let open = there.and_then(|at| register.open.get_mut(at)).ok_or(Refusal::NothingProposed)?;
        may_agree(&open.proposal, by, at.day())?;
        if open.approved.is_some() {
            return Err(Refusal::UnderWay.into());
        }
        open.approved = Some(Approved { by: by.account().clone(), at, going: None });
        Ok(open.clone())
    })?;
    carry_out(desk, open)
}

/// Carries out an agreed destruction, from the step it had reached.
fn carry_out(desk: &Desk, open: Open) -> Result<Certificate, Failure> {
    let Open { proposal, approved, .. } = open;
    let approved = approved.ok_or(Refusal::NothingProposed)?;
    let id = &proposal.case;
    let going = match &approved.going {
        Some(going) => going.clone(),
        None => fix(desk, &proposal, &approved)?,
    };
    // while it can be read: what it counts for, and what it was found by, follow from it
    figures::count_destroyed(desk, id, proposal.number)?;
    case::forget_clues(desk, id, proposal.number.sequence)?;
    desk.keys.delete(&cell::case_key::<()>(id))?;
    case::forget_guard(desk, id)?;
    desk.inbox.pointers.delete(&StoredReport::cell(id))?;
    case::conversation::forget(desk, id)?;
    case::care::forget(desk, id)?;
    case::packs::forget(desk, id)?;
    desk.cases.delete(&case::record(id))?;
    case::forget(desk, id, proposal.number.sequence)?;
    for status in &going.statuses {
        desk.status(status).remove()?;
    }
    // without a status nobody adds another one
    case::photos::forget(desk, id, going.statuses.iter())?;
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
    let gone = Gone { case: id.clone(), number: proposal.number, on: certificate.approved_at.day() };
    gone::note(desk, &gone)?;
    let stored = StoredCertificate { certificate, exclusions: going.exclusions };
    desk.cases.set(&StoredCertificate::cell(going.certificate), &stored)?;
    change(desk, id, |register, there| {
        there.map(|at| register.open.remove(at));
        Ok(())
    })?;
    Ok(stored.certificate)
}

/// From here on the case accepts no acts, and the facts needed afterwards are recorded.
fn fix(desk: &Desk, proposal: &ProposedDestruction, approved: &Approved) -> Result<Going, Failure> {
    let id = &proposal.case;
    let case = match doom(desk, proposal, approved) {
        Err(refused @ Failure::Problem(ProblemKind::Refused | ProblemKind::NotFound, ..)) => {
            // not as it was when it was proposed: the proposal falls
            change(desk, id, |register, there| {
                there.map(|at| register.open.remove(at));
                Ok(())
            })?;
            return Err(refused);
        }
        other => other?,
    };
    let (revisions, statuses, exclusions) = (case.revision().0, case.status_keys(), case.exclusions());
    change(desk, id, |register, there| {
        let next = register.last + 1;
        let open = there.and_then(|at| register.open.get_mut(at)).ok_or(Refusal::NothingProposed)?;
        let approved = open.approved.as_mut().ok_or(Refusal::NothingProposed)?;
        if let Some(going) = &approved.going {
            return Ok(going.clone());
        }
        let going = Going { certificate: next, revisions, statuses: statuses.clone(), exclusions: exclusions.clone() };
        approved.going = Some(going.clone());
        register.last = next;
        Ok(going)
    })
}

/// Puts the last event on the case, if the case is still as this destruction asks. A hold that is put at the same
/// moment wins or loses as a whole, because both swap the same record.
fn doom(desk: &Desk, proposal: &ProposedDestruction, approved: &Approved) -> Result<Case, Failure> {
    for _attempt in 0..ATTEMPTS {
        let standing = case::load(desk, &proposal.case)?;
        if standing.value.rights().is_doomed() {
            return Ok(standing.value);
        }
        let (kept, _) = allowed(desk, &standing.value, proposal.ground)?;
        if kept != proposal.kept {
            return Err(Refusal::NothingProposed.into());
        }
        let entry = Entry { at: approved.at, by: approved.by.clone(), event: Event::Rights(RightsEvent::Doomed) };
        match case::save(desk, &standing, entry)? {
            Saved::Done(case) => return Ok(*case),
            Saved::Stale => {}
        }
    }
    Err(Failure::busy())
}
