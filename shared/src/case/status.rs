//! The status of a case: a type per step, with the data that exists in it.
use super::{
    Step,
    notes::{
        Attempt, Confirmation, ContactNote, EarlyReason, FeedbackNote, FormSheet, KmtCheck, Plan, Ruling, SourceNote,
    },
};
use crate::{moment::Moment, text::Line};

/// The status of a case. Every variant holds exactly the data that exists in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Status {
    /// Step 1, gemeld: the clock runs.
    Received(Received),
    /// Step 2, contact: the melder was spoken to.
    InContact(InContact),
    /// Step 3, onderzoek.
    Investigation(Investigation),
    /// Step 4, beslismoment: waits for the werkoverleg.
    Decision(Decision),
    /// Decided and referred; feedback to the melder and confirmations of receivers are still to come.
    Referred(Referred),
    /// Afgerond.
    Closed(Closed),
}

/// Not yet spoken to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Received {
    /// Tries so far.
    pub attempts: Vec<(Moment, Attempt)>,
}

/// How the contact came about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Talk {
    /// Tries before it.
    pub attempts: Vec<(Moment, Attempt)>,
    /// The moment of the contact.
    pub at: Moment,
    /// The AF's note.
    pub note: ContactNote,
}

/// Spoken to; the form is being filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InContact {
    /// The contact.
    pub talk: Talk,
    /// The latest version of the form, once there is one.
    pub form: Option<FormSheet>,
}

/// Being investigated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Investigation {
    /// The contact.
    pub talk: Talk,
    /// The latest version of the form.
    pub form: FormSheet,
    /// Question and end date.
    pub plan: Plan,
    /// Sources with their ground.
    pub sources: Vec<(SourceNote, Line)>,
    /// KMT checks.
    pub checks: Vec<KmtCheck>,
}

/// Waiting for the werkoverleg.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The investigation.
    pub inquiry: Investigation,
    /// The moment from which it waits.
    pub since: Moment,
}

/// Decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Referred {
    /// The investigation.
    pub inquiry: Investigation,
    /// The decision.
    pub ruling: Ruling,
    /// When it was decided.
    pub decided_at: Moment,
    /// Which receivers confirmed.
    pub confirmed: Vec<Confirmation>,
    /// Feedback to the melder.
    pub feedback: Feedback,
}

/// Telling the melder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Feedback {
    /// Still to be done.
    Open,
    /// Done.
    Given(FeedbackNote),
    /// Two AFs agreed that it is impossible.
    Withheld,
}

impl Feedback {
    /// Whether the case may close.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        match self {
            Self::Given(_) | Self::Withheld => true,
            Self::Open => false,
        }
    }
}

/// Done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closed {
    /// The moment of closing.
    pub at: Moment,
    /// How it ended, with all there was.
    pub ending: Ending,
}

/// How a case ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ending {
    /// Closed after the decision.
    Completed(Box<Referred>),
    /// Closed before the decision.
    Early {
        /// The step it was closed in; never itself closed.
        was: Box<Status>,
        /// Why it ended.
        reason: EarlyReason,
    },
}

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

    /// The decided part, also after closing.
    #[must_use]
    pub fn referred(&self) -> Option<&Referred> {
        match self {
            Self::Referred(referred) => Some(referred),
            Self::Closed(Closed { ending: Ending::Completed(referred), .. }) => Some(referred),
            Self::Closed(Closed { ending: Ending::Early { .. }, .. })
            | Self::Received(_)
            | Self::InContact(_)
            | Self::Investigation(_)
            | Self::Decision(_) => None,
        }
    }
}
