//! Acts about Veilig Thuis, about what calls for it, and about the meldcode.
use super::{Context, Refusal, check};
use crate::{
    answer::YesNo,
    case::{
        Case, Event, Proposal, Step,
        meldcode::Meldcode,
        notes::{MeldcodeNote, NotNeeded, Plan, SafetyCorrection, VttNote},
    },
    text::Line,
};

type Decided = Result<Event, Refusal>;

/// One AF alone cannot say of a minor, or of somebody who may be one, that Veilig Thuis is not needed. When Veilig
/// Thuis declines there is work the same day, so a closed case is opened again first.
pub(super) fn record(case: &Case, note: VttNote, _: &Context<'_>) -> Decided {
    let is_closed = case.status().step() == Step::Closed;
    match note {
        VttNote::Declined { .. } if is_closed => Err(Refusal::ReopenFirst),
        VttNote::NotNeeded { because, why } if case.safety().minor().may_be() => {
            Ok(Event::Proposed(Proposal::VttNotNeeded(NotNeeded { because, why })))
        }
        VttNote::Reported { .. }
        | VttNote::Advised {}
        | VttNote::NotReached {}
        | VttNote::NotYet { .. }
        | VttNote::TakenOver { .. }
        | VttNote::Declined { .. }
        | VttNote::NotNeeded { .. } => Ok(Event::VttRecorded(note)),
    }
}

/// What is more serious than was known counts at once; what is less serious takes a second AF.
pub(super) fn correct(case: &Case, note: SafetyCorrection, _: &Context<'_>) -> Decided {
    let safety = case.safety();
    check(safety.fact(note.fact) != note.is, Refusal::AlreadySo)?;
    Ok(if safety.lowers(&note) { Event::Proposed(Proposal::LowerSafety(note)) } else { Event::SafetyCorrected(note) })
}

pub(super) fn note_meldcode(case: &Case, note: MeldcodeNote, _: &Context<'_>) -> Decided {
    check(Meldcode::of(case.entries()).asks(note.part), Refusal::NotAsked)?;
    Ok(Event::MeldcodeNoted(note))
}

pub(super) fn start(case: &Case, plan: Plan, _: &Context<'_>) -> Decided {
    agreed_with_vtt(case, plan.household, plan.agreed.as_ref())?;
    Ok(Event::InvestigationStarted(plan))
}

/// Where Veilig Thuis took it over, the gemeente does no research of its own in the household, unless that was agreed.
pub(super) fn agreed_with_vtt(case: &Case, household: Option<YesNo>, agreed: Option<&Line>) -> Result<(), Refusal> {
    let is_fine = household == Some(YesNo::No) || agreed.is_some();
    check(!case.safety().is_taken_over() || is_fine, Refusal::AgreeWithVttFirst)
}
