//! What the parts hold, as the first module asks for it.
use leptos::prelude::RwSignal;
use shared::{
    access::Role,
    case::ReducedRow,
    contract::CasePage,
    id::{CaseId, MeetingId},
};

/// A page about a case, or a dialog.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CasePart {
    /// A dossier.
    Case(CaseId),
    /// The conversation with the melder.
    Conversation(CaseId),
    /// The decision of the werkoverleg.
    Decision(CaseId),
    /// What goes to a receiver of the decision, counted from 1.
    Pack(CaseId, usize),
    /// A report taken by phone.
    Phone,
    /// The dialog that asks why a colleague's case has to be seen; the signal holds the case as long as it is open.
    Open(RwSignal<Option<ReducedRow>>),
}

/// A page that is neither the first one nor about one case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OtherPart {
    /// Afgerond, page from 1.
    Done(u32),
    /// On the worklist: very many reports, who stands in with a reason, and reports by phone that are not finished.
    Waits(RwSignal<Option<CasePage>>),
    /// Waarneming and handing over.
    Away,
    /// Accounts, for the beheerder.
    Accounts,
    /// The settings, for this role.
    Settings(Role),
    /// The lists of signals, for this role.
    Lists(Role),
    /// The register of processing activities, for the FG.
    Register,
    /// The audit, for the FG.
    Log,
    /// Requests for access and access granted.
    Access,
    /// Own password and recovery codes.
    OwnAccount,
    /// Where one is logged in.
    OwnSessions,
    /// What one is told of by message.
    Messages,
    /// Searching.
    Search,
    /// An invitation.
    Invitation,
    /// A question to KMT, for whoever holds its link.
    Adviser,
    /// Those of an adviser who logs in.
    OwnQuestions,
    /// Keeping and destroying.
    Keeping,
    /// Closing many reports at once.
    Together,
    /// The werkoverleggen.
    Meetings,
    /// One of them.
    Meeting(MeetingId),
    /// The log of awareness.
    Awareness,
    /// The figures of the half-years.
    Figures,
    /// What goes to a table together.
    Agenda,
    /// First-run set-up.
    SetUp,
}
