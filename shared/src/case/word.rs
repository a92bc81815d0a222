use super::{Case, Closed, Ending, Feedback, Referred, Status, Telling};
use crate::choice::choice;

choice!(
    /// What the melder may know besides the step: how far the decision is, or how it ended. Never why.
    Word {
        /// Decided; feedback to the melder is still to come.
        Decided = "besloten",
        /// The melder had feedback.
        Told = "teruggekoppeld",
        /// Two AFs agreed that there can be no feedback.
        Untold = "niet-teruggekoppeld",
        /// Closed without a decision of the werkoverleg; the melder was told why.
        EndedEarly = "eerder-afgesloten",
        /// Closed without a decision of the werkoverleg; the melder was not told.
        EndedUntold = "eerder-afgesloten-zonder-terugkoppeling",
    }
);

impl Word {
    /// The word for a case. Where it was joined, the decision is that of its lead case.
    pub(super) fn of(case: &Case) -> Option<Self> {
        let decided = case.joined().filter(|joined| joined.stand.is_decided() && case.kept().is_none());
        decided.map(|joined| Self::after(&joined.feedback)).or_else(|| Self::of_status(case.status()))
    }

    fn after(feedback: &Feedback) -> Self {
        match feedback {
            Feedback::Open => Self::Decided,
            Feedback::Given(_) => Self::Told,
            Feedback::Withheld | Feedback::Moot => Self::Untold,
        }
    }

    fn of_status(status: &Status) -> Option<Self> {
        let after_decision = |referred: &Referred| Self::after(&referred.feedback);
        match status {
            Status::Received(_) | Status::InContact(_) | Status::Investigation(_) | Status::Decision(_) => None,
            Status::Referred(referred) => Some(after_decision(referred)),
            Status::Closed(Closed { ending: Ending::Completed(referred), .. }) => Some(after_decision(referred)),
            Status::Closed(Closed { ending: Ending::Early { telling, .. }, .. }) => Some(match telling {
                Telling::Told => Self::EndedEarly,
                Telling::Untold => Self::EndedUntold,
            }),
            // whom nobody could tell was not told
            Status::Closed(Closed { ending: Ending::UnderLead { told, .. }, .. }) => Some(match told {
                Feedback::Given(_) => Self::Told,
                Feedback::Open | Feedback::Withheld | Feedback::Moot => Self::Untold,
            }),
        }
    }
}
