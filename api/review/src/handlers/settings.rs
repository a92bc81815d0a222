//! The settings: what the functioneel beheerder changes, and the second person's answer.
use axum::response::Response;
use desk::{audit::Trail, entrance::Call, settings};
use kit::{
    Failure,
    web::{body, routes::answer},
};
use shared::{
    audit::AuditAction,
    contract::{Endpoint, ReviewEndpoint, SettingsAnswer, SettingsCommand, SettingsVerdict},
    settings::PartKind,
    text::Line,
};

/// What is shown: the settings, or the lists of signals.
pub async fn show(endpoint: ReviewEndpoint, call: Call) -> Result<Response, Failure> {
    if endpoint == ReviewEndpoint::SignalLists { lists(&call) } else { list(&call) }
}

/// What holds, what waits, and what was changed.
fn list(call: &Call) -> Result<Response, Failure> {
    Ok(answer(Endpoint::Settings, &settings::page(&call.desk)?))
}

/// Every list of signals that is kept.
fn lists(call: &Call) -> Result<Response, Failure> {
    Ok(answer(Endpoint::SignalLists, &settings::lists(&call.desk)?))
}

/// Changes a part, takes a change back, or withdraws one.
pub async fn command(call: Call) -> Result<Response, Failure> {
    let by = call.who()?.account.clone();
    let command: SettingsCommand = body::json(call.request).await?;
    call.trail.action(match command {
        SettingsCommand::Change { .. } | SettingsCommand::Import { .. } => AuditAction::ChangeSettings,
        SettingsCommand::Undo { .. } => AuditAction::UndoSettings,
        SettingsCommand::Withdraw => AuditAction::WithdrawSettings,
    });
    say(&call.trail, settings::kind_of(&call.desk, &command));
    settings::command(&call.desk, &command, &by)?;
    Ok(answer(Endpoint::CommandSettings, &settings::page(&call.desk)?))
}

/// A second person confirms or refuses.
pub async fn respond(call: Call) -> Result<Response, Failure> {
    let by = call.who()?.account.clone();
    let given: SettingsAnswer = body::json(call.request).await?;
    call.trail.action(match given.verdict {
        SettingsVerdict::Confirm => AuditAction::ConfirmSettings,
        SettingsVerdict::Refuse => AuditAction::RefuseSettings,
    });
    say(&call.trail, settings::kind_of(&call.desk, &SettingsCommand::Withdraw));
    settings::answer(&call.desk, &given, &by)?;
    Ok(answer(Endpoint::AnswerSettings, &settings::page(&call.desk)?))
}

/// Which part, and never what it says.
fn say(trail: &Trail, kind: Option<PartKind>) {
    if let Some(line) = kind.and_then(|kind| Line::parse(kind.as_str()).ok()) {
        trail.because(line);
    }
}
