use super::{super::parts::Form, frame::CommandDialog};
use crate::ui::FieldError;
use leptos::prelude::*;
use shared::case::{Command, CommandKind};

/// A command that only asks whether one is sure.
#[component]
pub fn ConfirmDialog(kind: CommandKind) -> impl IntoView {
    let form = Form::new("", kind, build);
    view! { <CommandDialog kind=kind form=form/> }
}

fn build(kind: &CommandKind) -> Result<Command, Vec<FieldError>> {
    let command = match kind {
        CommandKind::MoveToDecision => Some(Command::MoveToDecision),
        CommandKind::AgreeNoFeedback => Some(Command::AgreeNoFeedback),
        CommandKind::Close => Some(Command::Close),
        CommandKind::IssueCode => Some(Command::IssueCode),
        CommandKind::OwnReport => Some(Command::OwnReport),
        CommandKind::Agree => Some(Command::Agree),
        CommandKind::RecordAttempt
        | CommandKind::RecordContact
        | CommandKind::SaveForm
        | CommandKind::StartInvestigation
        | CommandKind::RecordSource
        | CommandKind::RecordKmtCheck
        | CommandKind::RecordVtt
        | CommandKind::Decide
        | CommandKind::ConfirmReferral
        | CommandKind::GiveFeedback
        | CommandKind::ProposeNoFeedback
        | CommandKind::CloseEarly
        | CommandKind::Reopen
        | CommandKind::AddRemark
        | CommandKind::Assign
        | CommandKind::Exclude
        | CommandKind::ProposeLift => None,
    };
    command.ok_or_else(Vec::new)
}
