//! Preconditions of acts that do not depend on their content: one function for each row that names it.
use super::{Asker, Refusal, check};
use crate::case::{Case, Referred, Status, Talk, Topic, rights::RequestState, tasks::open_tasks};

/// The most requests, the most corrections and the most tasks to be done of one case.
const MOST: usize = 20;

/// The most questions to the melder that wait for an answer. There are no more than [`MOST`] of one case, because each
/// makes the melder's status longer.
const MOST_QUESTIONS: usize = 5;

type Ready = Result<(), Refusal>;

/// While Veilig Thuis is open, no step is left after the contact with the melder, and no case is closed: an AF first
/// settles it [seed: minors always directly to Veilig Thuis; it cannot be skipped silently].
pub(super) fn vtt(case: &Case, _: Asker<'_>) -> Ready {
    check(!case.vtt_open(), Refusal::VttFirst)
}

/// The meldingsformulier and the contact with Veilig Thuis come before the investigation.
pub(super) fn form_and_vtt(case: &Case, asker: Asker<'_>) -> Ready {
    let without_form = matches!(case.status(), Status::InContact(state) if state.form.is_none());
    check(!without_form, Refusal::FormFirst)?;
    vtt(case, asker)
}

pub(super) fn kmt_and_vtt(case: &Case, asker: Asker<'_>) -> Ready {
    check(case.kmt_asked(), Refusal::KmtFirst)?;
    vtt(case, asker)
}

/// Whether the melder got feedback, or two AFs agreed that this is impossible.
fn is_settled(case: &Case) -> bool {
    case.status().referred().is_some_and(|referred| referred.feedback.is_settled())
}

pub(super) fn settled_and_vtt(case: &Case, asker: Asker<'_>) -> Ready {
    check(is_settled(case), Refusal::FeedbackFirst)?;
    check(a_table(case, asker).is_err(), Refusal::TableFirst)?;
    vtt(case, asker)
}

/// There is something to tell the melder: the decision, or that of the lead case.
pub(super) fn unsettled(case: &Case, asker: Asker<'_>) -> Ready {
    a_reporter(case, asker)?;
    if let Some(joined) = case.joined() {
        check(joined.stand.is_decided(), Refusal::LeadFirst)?;
        return check(!joined.feedback.is_settled(), Refusal::AlreadySettled);
    }
    check(matches!(case.status(), Status::Referred(_)), Refusal::NotInThisStep)?;
    check(!is_settled(case), Refusal::AlreadySettled)
}

pub(super) fn on_its_own(case: &Case, _: Asker<'_>) -> Ready {
    check(case.joined().is_none(), Refusal::AlreadySo)
}

pub(super) fn a_lead(case: &Case, _: Asker<'_>) -> Ready {
    check(case.joined().is_some(), Refusal::NothingToDo)
}

/// The referrals whose receiver has not confirmed, counted from 0.
pub(super) fn unconfirmed_referrals(case: &Case) -> Vec<usize> {
    case.status().referred().map_or_else(Vec::new, |referred| {
        let confirmed = |at: usize| referred.confirmed.iter().any(|c| c.referral == at);
        referred.ruling.to_confirm().map(|(at, _)| at).filter(|at| !confirmed(*at)).collect()
    })
}

/// Something went to a receiver, who may answer.
pub(super) fn a_receiver(case: &Case, _: Asker<'_>) -> Ready {
    check(case.status().referred().is_some_and(|state| state.ruling.sent().next().is_some()), Refusal::NothingToDo)
}

/// A task is still to be done.
pub(super) fn a_task(case: &Case, _: Asker<'_>) -> Ready {
    check(!open_tasks(case.entries()).is_empty(), Refusal::NothingToDo)
}

/// There is room for a task.
pub(super) fn few_tasks(case: &Case, _: Asker<'_>) -> Ready {
    check(open_tasks(case.entries()).len() < MOST, Refusal::TooMany)
}

/// A question to the melder waits for an answer.
pub(super) fn a_question(case: &Case, asker: Asker<'_>) -> Ready {
    a_reporter(case, asker)?;
    check(case.open_questions() > 0, Refusal::NothingToDo)
}

/// There is room for a question to the melder.
pub(super) fn few_questions(case: &Case, asker: Asker<'_>) -> Ready {
    a_reporter(case, asker)?;
    check(case.open_questions() < MOST_QUESTIONS && case.questions().len() < MOST, Refusal::TooMany)
}

/// It is on the agenda of a table that has not discussed it.
pub(super) fn a_table(case: &Case, _: Asker<'_>) -> Ready {
    check(case.status().referred().and_then(Referred::next_table).is_some(), Refusal::NothingToDo)
}

/// There is a melder.
pub(super) fn a_reporter(case: &Case, _: Asker<'_>) -> Ready {
    check(case.origins().report.reporter().is_some(), Refusal::NoReporter)
}

/// There is a melder to tell, and nothing is open about Veilig Thuis.
pub(super) fn a_reporter_and_vtt(case: &Case, asker: Asker<'_>) -> Ready {
    a_reporter(case, asker)?;
    vtt(case, asker)
}

/// The route went on without contact, and nobody has spoken with the melder since.
pub(super) fn nobody_spoke(case: &Case, asker: Asker<'_>) -> Ready {
    a_reporter(case, asker)?;
    check(case.status().talk().and_then(Talk::missing).is_some(), Refusal::NothingToDo)
}

pub(super) fn unconfirmed(case: &Case, _: Asker<'_>) -> Ready {
    check(!unconfirmed_referrals(case).is_empty(), Refusal::NothingToConfirm)
}

/// Whoever opens it again has it.
pub(super) fn may_have_it(case: &Case, asker: Asker<'_>) -> Ready {
    check(!case.has_ousted(asker.actor), Refusal::ExcludedTheOwner)
}

pub(super) fn somebody_excluded(case: &Case, _: Asker<'_>) -> Ready {
    check(!case.exclusions().is_none(), Refusal::NotExcluded)
}

pub(super) fn room_for_a_correction(case: &Case, _: Asker<'_>) -> Ready {
    check(case.rights().corrections().len() < MOST, Refusal::TooMany)
}

pub(super) fn room_for_a_request(case: &Case, _: Asker<'_>) -> Ready {
    check(case.rights().requests().len() < MOST, Refusal::TooMany)
}

pub(super) fn an_open_request(case: &Case, _: Asker<'_>) -> Ready {
    check(case.rights().requests().iter().any(RequestState::is_open), Refusal::NothingToDo)
}

pub(super) fn somebody_unknown_asks(case: &Case, _: Asker<'_>) -> Ready {
    let unknown = |state: &RequestState| state.is_open() && !state.is_identified();
    check(case.rights().requests().iter().any(unknown), Refusal::NothingToDo)
}

pub(super) fn no_hold(case: &Case, _: Asker<'_>) -> Ready {
    check(case.rights().hold().is_none(), Refusal::AlreadySo)
}

/// There is a hold, and nobody has proposed yet that it ends.
pub(super) fn a_hold(case: &Case, _: Asker<'_>) -> Ready {
    check(case.rights().hold().is_some(), Refusal::NothingToDo)?;
    check(!case.awaits(Topic::Hold), Refusal::AlreadySo)
}

pub(super) fn unrestricted(case: &Case, _: Asker<'_>) -> Ready {
    check(!case.rights().is_restricted(), Refusal::AlreadySo)
}

pub(super) fn restricted(case: &Case, _: Asker<'_>) -> Ready {
    check(case.rights().is_restricted(), Refusal::NothingToDo)
}
