//! A dialog per command: what is typed, what is wrong with it, and the command that comes of it.
//!
//! A dialog that is closed keeps what was typed, as long as the page of the dossier is open.
mod assign;
mod attempt;
mod confirm;
mod confirm_referral;
mod contact;
mod decide;
mod early;
mod exclude;
mod feedback;
mod form_sheet;
mod frame;
mod kmt;
mod person;
mod plan;
mod reason;
mod referral;
mod send;
mod source;
mod told;
mod vtt;

use super::case::Dossier;
use leptos::prelude::*;
use shared::{case::CommandKind, moment::Day};

/// The dialogs that were begun.
#[component]
pub fn Dialogs() -> impl IntoView {
    let dossier = Dossier::here();
    view! { <For each=move || dossier.begun.get() key=|kind| *kind let(kind)>{dialog(kind)}</For> }
}

fn dialog(kind: CommandKind) -> AnyView {
    match kind {
        CommandKind::RecordAttempt => view! { <attempt::AttemptDialog/> }.into_any(),
        CommandKind::RecordContact => view! { <contact::ContactDialog/> }.into_any(),
        CommandKind::SaveForm => view! { <form_sheet::FormDialog/> }.into_any(),
        CommandKind::StartInvestigation => view! { <plan::PlanDialog/> }.into_any(),
        CommandKind::RecordSource => view! { <source::SourceDialog/> }.into_any(),
        CommandKind::RecordKmtCheck => view! { <kmt::KmtDialog/> }.into_any(),
        CommandKind::RecordVtt => view! { <vtt::VttDialog/> }.into_any(),
        CommandKind::Decide => view! { <decide::DecideDialog/> }.into_any(),
        CommandKind::ConfirmReferral => view! { <confirm_referral::ConfirmReferralDialog/> }.into_any(),
        CommandKind::GiveFeedback => view! { <feedback::FeedbackDialog/> }.into_any(),
        CommandKind::CloseEarly => view! { <early::EarlyDialog/> }.into_any(),
        CommandKind::Assign => view! { <assign::AssignDialog/> }.into_any(),
        CommandKind::ProposeNoFeedback => view! { <reason::ReasonDialog asked=reason::NO_FEEDBACK/> }.into_any(),
        CommandKind::Reopen => view! { <reason::ReasonDialog asked=reason::REOPEN/> }.into_any(),
        CommandKind::AddRemark => view! { <reason::ReasonDialog asked=reason::REMARK/> }.into_any(),
        CommandKind::Exclude | CommandKind::ProposeLift => view! { <exclude::ExcludeDialog kind=kind/> }.into_any(),
        CommandKind::MoveToDecision
        | CommandKind::AgreeNoFeedback
        | CommandKind::Close
        | CommandKind::IssueCode
        | CommandKind::OwnReport
        | CommandKind::Agree => view! { <confirm::ConfirmDialog kind=kind/> }.into_any(),
    }
}

/// The day it was at the server when the dossier was read: what dates begin with.
fn today() -> Day {
    Dossier::today().unwrap_or_else(crate::browser::today)
}
