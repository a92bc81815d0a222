use super::store::name_of;
use crate::messages::officer::told;
use shared::{
    case::{CommandKind, Event, Proposal},
    contract::CaseDetail,
    id::AccountId,
};

/// What a stale answer turns out to mean, once the case was read again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Our own command had arrived: only its answer was lost.
    Arrived,
    /// Somebody was first.
    Others {
        /// Who, in words: `Mo Fictief`, or `Jij, in een ander venster`.
        who: String,
        /// What happened, in order.
        what: Vec<String>,
        /// Whether the command can still be asked.
        possible: bool,
    },
}

/// Compares the case as it was shown with how it is now. `unsure`: an earlier try had no answer.
#[must_use]
pub fn change(
    before: &CaseDetail,
    after: &CaseDetail,
    me: Option<&AccountId>,
    kind: CommandKind,
    unsure: bool,
) -> Change {
    let new = after.timeline.get(before.timeline.len()..).unwrap_or_default();
    // a code whose answer was lost is unknown: it has to be asked again, with the same key
    let ours = |event: &Event| kind != CommandKind::IssueCode && kind_of(event) == Some(kind);
    if unsure && new.iter().any(|entry| Some(&entry.by) == me && ours(&entry.event)) {
        return Change::Arrived;
    }
    let name = |id: &AccountId| name_of(&after.officers, id);
    let other = new.iter().rev().find(|entry| Some(&entry.by) != me);
    let who = match (other, new.is_empty()) {
        (Some(entry), _) => name(&entry.by),
        (None, false) => "Jij, in een ander venster,".into(),
        (None, true) => "Iemand".into(),
    };
    let what = new.iter().map(|entry| told(&entry.event, name).title).collect();
    Change::Others { who, what, possible: after.commands.contains(&kind) }
}

/// The command an event came from; none for what is asked beside the route.
fn kind_of(event: &Event) -> Option<CommandKind> {
    Some(match event {
        Event::Attempted(_) => CommandKind::RecordAttempt,
        Event::ContactMade(_) => CommandKind::RecordContact,
        Event::FormSaved(_) => CommandKind::SaveForm,
        Event::InvestigationStarted(_) => CommandKind::StartInvestigation,
        Event::SourceConsulted { .. } => CommandKind::RecordSource,
        Event::KmtChecked(_) => CommandKind::RecordKmtCheck,
        Event::VttRecorded(_) => CommandKind::RecordVtt,
        Event::MovedToDecision => CommandKind::MoveToDecision,
        Event::Decided(_) => CommandKind::Decide,
        Event::ReferralConfirmed(_) => CommandKind::ConfirmReferral,
        Event::FeedbackGiven(_) => CommandKind::GiveFeedback,
        Event::NoFeedbackProposed(_) => CommandKind::ProposeNoFeedback,
        Event::NoFeedbackAgreed => CommandKind::AgreeNoFeedback,
        Event::Closed => CommandKind::Close,
        Event::ClosedEarly(_) => CommandKind::CloseEarly,
        Event::Reopened(_) => CommandKind::Reopen,
        Event::Remarked(_) => CommandKind::AddRemark,
        Event::Assigned { .. } => CommandKind::Assign,
        Event::CodeIssued { .. } => CommandKind::IssueCode,
        Event::Excluded(_) => CommandKind::Exclude,
        Event::OwnReported => CommandKind::OwnReport,
        Event::Proposed(Proposal::Ruling(_)) => CommandKind::Decide,
        Event::Proposed(Proposal::Malicious(_)) => CommandKind::CloseEarly,
        Event::Proposed(Proposal::Lift(_)) => CommandKind::ProposeLift,
        Event::Agreed(_) => CommandKind::Agree,
        Event::Rights(_) => return None,
    })
}

#[cfg(test)]
mod tests;
