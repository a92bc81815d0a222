//! Which step follows which: the one table of the route. `decide` asks it, the diagram is drawn from it.
use super::{CommandKind, Status};
use crate::report::choice;

choice!(
    /// A step of the route, without the data of it.
    Step {
        /// 1 Gemeld.
        Received = "gemeld",
        /// 2 Contact.
        InContact = "contact",
        /// 3 Onderzoek.
        Investigation = "onderzoek",
        /// 4 Beslismoment.
        Decision = "beslismoment",
        /// Doorgezet.
        Referred = "doorgezet",
        /// Afgerond.
        Closed = "afgerond",
    }
);

impl Status {
    /// Which step this is.
    #[must_use]
    pub fn step(&self) -> Step {
        match self {
            Self::Received(_) => Step::Received,
            Self::InContact(_) => Step::InContact,
            Self::Investigation(_) => Step::Investigation,
            Self::Decision(_) => Step::Decision,
            Self::Referred(_) => Step::Referred,
            Self::Closed(_) => Step::Closed,
        }
    }
}

/// Where a command leads from a step: empty when it cannot be asked there, the step itself when it stays. Reopening
/// and what takes two AFs have more than one: reopening returns to where the work had come, and what is proposed stays in
/// its step until a second AF agrees.
#[must_use]
pub fn targets(step: Step, kind: CommandKind) -> &'static [Step] {
    use Step::{Closed, Decision, InContact, Investigation, Received, Referred};
    let open = step != Closed;
    match kind {
        CommandKind::RecordAttempt => when(step == Received, stays(step)),
        CommandKind::RecordContact => when(step == Received, &[InContact]),
        CommandKind::SaveForm => when(matches!(step, InContact | Investigation), stays(step)),
        CommandKind::StartInvestigation => when(step == InContact, &[Investigation]),
        CommandKind::RecordSource | CommandKind::RecordKmtCheck => when(step == Investigation, stays(step)),
        CommandKind::MoveToDecision => when(step == Investigation, &[Decision]),
        CommandKind::Decide => when(step == Decision, &[Decision, Referred]),
        CommandKind::ConfirmReferral => when(matches!(step, Referred | Closed), stays(step)),
        CommandKind::GiveFeedback | CommandKind::ProposeNoFeedback | CommandKind::AgreeNoFeedback => {
            when(step == Referred, stays(step))
        }
        CommandKind::Close => when(step == Referred, &[Closed]),
        CommandKind::CloseEarly => when(open, stays_or_ends(step)),
        CommandKind::Agree if step == Decision => &[Decision, Referred, Closed],
        CommandKind::Agree => stays_or_ends(step),
        CommandKind::Reopen => when(step == Closed, &[Received, InContact, Investigation]),
        CommandKind::RecordVtt | CommandKind::AddRemark | CommandKind::Assign => when(open, stays(step)),
        CommandKind::IssueCode | CommandKind::Exclude | CommandKind::OwnReport | CommandKind::ProposeLift => {
            stays(step)
        }
    }
}

fn when(possible: bool, steps: &'static [Step]) -> &'static [Step] {
    if possible { steps } else { &[] }
}

fn stays_or_ends(step: Step) -> &'static [Step] {
    match step {
        Step::Received => &[Step::Received, Step::Closed],
        Step::InContact => &[Step::InContact, Step::Closed],
        Step::Investigation => &[Step::Investigation, Step::Closed],
        Step::Decision => &[Step::Decision, Step::Closed],
        Step::Referred => &[Step::Referred, Step::Closed],
        Step::Closed => &[Step::Closed],
    }
}

fn stays(step: Step) -> &'static [Step] {
    match step {
        Step::Received => &[Step::Received],
        Step::InContact => &[Step::InContact],
        Step::Investigation => &[Step::Investigation],
        Step::Decision => &[Step::Decision],
        Step::Referred => &[Step::Referred],
        Step::Closed => &[Step::Closed],
    }
}
