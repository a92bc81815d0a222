//! A dialog per act: it holds the draft, and shows the findings of its check.
//!
//! What is typed is kept for whoever typed it until it is sent, also when the dialog closes or the page goes
//! (`typed.rs`).
mod begin;
mod confirm;
mod contact;
mod ending;
mod fields;
mod form;
mod frame;
mod group;
mod investigation;
mod kmt;
mod meeting;
mod people;
mod questions;
mod requests;
mod rights;
mod ruling;
mod safety;
mod send;
mod several;
mod tasks;
mod today;
mod turns;
mod without;
mod words;

pub use begin::{referral, usual_receiver};
pub use contact::SPOKEN;
pub use fields::{Area, DayField, Line, Pick, PickFrom, grounds};
pub use form::ActForm;
pub use frame::{ActFields, Acting};
pub use group::Group;
pub use meeting::{MeetingNoteDialog, There, from_meeting};
pub use requests::rights as rights_of;
pub use several::Several;
pub use without::{NO_REPORTER, without_reporter};

use super::dossier::Dossier;
use leptos::prelude::*;
use shared::case::{
    Act, ActKind,
    notes::{Reason, rights::Why},
};

/// The dialogs that are there. They begin with the case as it is, so they wait for it.
#[component]
pub fn Dialogs() -> impl IntoView {
    let dossier = Dossier::here();
    let read = Memo::new(move |_| dossier.detail.with(Option::is_some));
    view! {
        <Show when=move || read.get()>
            <For each=move || dossier.begun.get() key=|kind| *kind let(kind)>{dialog(kind)}</For>
        </Show>
    }
}

/// The last ones are asked on pages of their own.
fn dialog(kind: ActKind) -> AnyView {
    match kind {
        ActKind::RecordAttempt => view! { <contact::AttemptDialog/> }.into_any(),
        ActKind::ProposeNoContact => view! { <turns::NoContactDialog/> }.into_any(),
        ActKind::RecordLateContact => view! { <contact::LateContactDialog/> }.into_any(),
        ActKind::StartInvestigation => view! { <investigation::PlanDialog/> }.into_any(),
        ActKind::RecordSource => view! { <investigation::SourceDialog/> }.into_any(),
        ActKind::MoveEndDate => view! { <investigation::EndDateDialog/> }.into_any(),
        ActKind::NoteTask | ActKind::FinishTask => tasks::dialog(kind == ActKind::FinishTask),
        ActKind::AskReporter | ActKind::SettleQuestion => questions::dialog(kind == ActKind::SettleQuestion),
        ActKind::RecordKmtCheck | ActKind::AskKmt | ActKind::ReplyToKmt | ActKind::EndKmtQuestion => kmt::dialog(kind),
        ActKind::RecordVtt => view! { <safety::VttDialog/> }.into_any(),
        ActKind::CorrectSafety => view! { <safety::CorrectDialog/> }.into_any(),
        ActKind::NoteMeldcode => view! { <safety::MeldcodeDialog/> }.into_any(),
        ActKind::MoveToDecision => sure(kind, Act::MoveToDecision),
        ActKind::NoteMeeting => view! { <MeetingNoteDialog/> }.into_any(),
        ActKind::BackToInvestigation => view! { <turns::BackDialog/> }.into_any(),
        ActKind::ConfirmReferral => view! { <ruling::ConfirmReferralDialog/> }.into_any(),
        ActKind::RecordAnswer => view! { <turns::AnswerDialog/> }.into_any(),
        ActKind::RecordDiscussed => view! { <turns::DiscussedDialog/> }.into_any(),
        ActKind::MoveTable => view! { <turns::TableDayDialog/> }.into_any(),
        ActKind::GiveFeedback => view! { <ending::FeedbackDialog/> }.into_any(),
        ActKind::ProposeNoFeedback => reason(kind, Act::ProposeNoFeedback, "Waarom kan het niet?"),
        ActKind::Close => sure(kind, Act::Close),
        ActKind::CloseEarly => view! { <ending::EarlyDialog/> }.into_any(),
        ActKind::Reopen => reason(kind, Act::Reopen, "Waarom gaat het dossier weer open?"),
        ActKind::Join | ActKind::Unjoin | ActKind::CloseUntold => turns::dialog(kind),
        ActKind::AddRemark => view! { <words::RemarkDialog/> }.into_any(),
        ActKind::Assign => view! { <people::AssignDialog/> }.into_any(),
        ActKind::IssueCode => sure(kind, Act::IssueCode),
        ActKind::OwnReport => sure(kind, Act::OwnReport),
        ActKind::Exclude | ActKind::ProposeLift => view! { <people::ExcludeDialog kind=kind/> }.into_any(),
        ActKind::Agree | ActKind::Decline | ActKind::Withdraw => turns::answer(kind),
        ActKind::Correct => view! { <rights::CorrectionDialog/> }.into_any(),
        ActKind::Hold => why(kind, Act::Hold),
        ActKind::ProposeEndHold => why(kind, Act::ProposeEndHold),
        ActKind::Restrict => why(kind, Act::Restrict),
        ActKind::LiftRestriction => why(kind, Act::LiftRestriction),
        ActKind::ReceiveRequest => view! { <rights::RequestDialog/> }.into_any(),
        ActKind::ConfirmIdentity => view! { <requests::IdentityDialog/> }.into_any(),
        ActKind::AdviseRequest => view! { <requests::AdviceDialog/> }.into_any(),
        ActKind::Inform => view! { <rights::InformedDialog/> }.into_any(),
        ActKind::DeferInforming => view! { <rights::DeferralDialog/> }.into_any(),
        ActKind::TakeOver => view! { <rights::TakenOverDialog/> }.into_any(),
        ActKind::RecordContact
        | ActKind::SaveForm
        | ActKind::Decide
        | ActKind::BreakGlass
        | ActKind::OpenCare
        | ActKind::KeepPack
        | ActKind::DecideRequest
        | ActKind::ConfirmExclusion
        | ActKind::ProposeDestruction
        | ActKind::AgreeDestruction
        | ActKind::RejectDestruction
        | ActKind::ProposeTogether
        | ActKind::AgreeTogether
        | ActKind::RejectTogether => ().into_any(),
    }
}

fn sure(kind: ActKind, act: Act) -> AnyView {
    view! { <confirm::ConfirmDialog kind=kind act=act/> }.into_any()
}

fn reason(kind: ActKind, make: fn(Reason) -> Act, label: &'static str) -> AnyView {
    view! { <words::ReasonDialog kind=kind make=make label=label/> }.into_any()
}

fn why(kind: ActKind, make: fn(Why) -> Act) -> AnyView {
    view! { <words::WhyDialog kind=kind make=make/> }.into_any()
}
