//! The status of a case: a type per step, with the data that exists in it.
use super::{
    Step,
    notes::{
        Attempt, Confirmation, ContactNote, Discussed, EarlyReason, FeedbackNote, FormSheet, KmtCheck, LeadEnd,
        NoContact, Plan, ReceiversAnswer, Ruling, SourceNote,
    },
};
use crate::{
    moment::{Day, Moment},
    text::Line,
};

/// The status of a case. Every variant holds exactly the data that exists in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Status {
    /// Step 1, gemeld: the clock runs.
    Received(Received),
    /// Step 2, contact: the melder was spoken to, two AFs agreed to go on without, or there is no melder.
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

/// Whether somebody spoke with the melder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Talk {
    /// Spoken with.
    Held(Conversation),
    /// Two AFs agreed to go on without, and nobody has spoken with the melder since.
    Missing(NoTalk),
    /// There is no melder: the signal came from KMT. It stays so.
    Nobody,
}

/// Why nobody has spoken with the melder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoTalk {
    /// Tries before it was agreed.
    pub attempts: Vec<(Moment, Attempt)>,
    /// When it was agreed.
    pub at: Moment,
    /// The reason.
    pub note: NoContact,
}

/// How the contact came about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conversation {
    /// Tries before it.
    pub attempts: Vec<(Moment, Attempt)>,
    /// The moment of the contact.
    pub at: Moment,
    /// The AF's note.
    pub note: ContactNote,
}

/// Spoken to, or not to be spoken to; the form is being filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InContact {
    /// The contact, or why there is none.
    pub talk: Talk,
    /// The latest version of the form, once there is one.
    pub form: Option<FormSheet>,
}

/// Being investigated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Investigation {
    /// The contact, or why there is none.
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
    pub ruling: Box<Ruling>,
    /// When it was decided.
    pub decided_at: Moment,
    /// Which receivers confirmed.
    pub confirmed: Vec<Confirmation>,
    /// Feedback to the melder.
    pub feedback: Feedback,
    /// The tables on whose agenda it is or was.
    pub tables: Vec<Table>,
    /// What receivers answered.
    pub answers: Vec<ReceiversAnswer>,
}

/// A table on whose agenda a case is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Which referral, counted from 0.
    pub referral: usize,
    /// The day of the table.
    pub on: Day,
    /// What was decided there, once it was discussed.
    pub discussed: Option<Discussed>,
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
    /// Two AFs had agreed before the decision that nobody can speak with the melder.
    Moot,
}

impl Feedback {
    /// Whether the case may close.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        match self {
            Self::Given(_) | Self::Withheld | Self::Moot => true,
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
        /// Whether the melder was told.
        telling: Telling,
    },
    /// Joined under a lead case, and closed with that.
    UnderLead {
        /// The step it was closed in; never itself closed.
        was: Box<Status>,
        /// How the lead case ended.
        end: LeadEnd,
        /// Feedback to its own melder.
        told: Feedback,
    },
}

/// Whether the melder was told that it ended, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Telling {
    /// Told.
    Told,
    /// Not told.
    Untold,
}

impl Status {
    /// Whether the decision was taken, or the case ended without one.
    #[must_use]
    pub fn is_past_deciding(&self) -> bool {
        matches!(self.step(), Step::Referred | Step::Closed)
    }

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

    /// The contact with the melder or why there is none, once the first step is over.
    #[must_use]
    pub fn talk(&self) -> Option<&Talk> {
        match self {
            Self::Received(_) => None,
            Self::InContact(state) => Some(&state.talk),
            Self::Investigation(state) => Some(&state.talk),
            Self::Decision(state) => Some(&state.inquiry.talk),
            Self::Referred(state) => Some(&state.inquiry.talk),
            Self::Closed(Closed { ending: Ending::Completed(state), .. }) => Some(&state.inquiry.talk),
            Self::Closed(Closed { ending: Ending::Early { was, .. } | Ending::UnderLead { was, .. }, .. }) => {
                was.talk()
            }
        }
    }

    /// The decided part, also after closing.
    #[must_use]
    pub fn referred(&self) -> Option<&Referred> {
        match self {
            Self::Referred(referred) => Some(referred),
            Self::Closed(Closed { ending: Ending::Completed(referred), .. }) => Some(referred),
            Self::Closed(Closed { ending: Ending::Early { .. } | Ending::UnderLead { .. }, .. })
            | Self::Received(_)
            | Self::InContact(_)
            | Self::Investigation(_)
            | Self::Decision(_) => None,
        }
    }
}
