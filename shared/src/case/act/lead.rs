//! Joining, and what a joined report leaves to its lead case.
use super::{ActKind, Context, Refusal, check};
use crate::case::{
    Case, Event, Lead,
    notes::{JoinUnder, JoinedUnder},
};

impl ActKind {
    /// Whether it belongs to the lead case, so that a joined report cannot have it.
    #[must_use]
    pub fn is_of_the_lead(self) -> bool {
        matches!(
            self,
            Self::StartInvestigation
                | Self::RecordSource
                | Self::MoveEndDate
                | Self::NoteTask
                | Self::MoveToDecision
                | Self::BackToInvestigation
                | Self::Decide
                | Self::Close
                | Self::CloseEarly
                | Self::CloseUntold
        )
    }
}

/// Joins a report under a lead case. There are no chains and no circles: a lead case is not joined itself, and what has
/// others under it is not joined. Whoever may see the report may see the lead case, so that it tells nobody of a case
/// that they may not know of.
pub(super) fn join(case: &Case, note: JoinUnder, context: &Context<'_>) -> Result<Event, Refusal> {
    let usable = |lead: &&Lead| lead.id != case.origins().id && !lead.closed;
    let lead = context.lead.filter(usable).ok_or(Refusal::NoLead)?;
    check(!lead.chained, Refusal::Chained)?;
    check(!lead.apart, Refusal::NotForAll)?;
    Ok(Event::Joined(JoinedUnder { lead: lead.id.clone(), number: lead.number, reason: note.reason }))
}
