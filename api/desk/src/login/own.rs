//! Changes to one's own account, after checking password and code again.
use super::{
    limit::{self, Caller},
    session::{self, Session},
};
use crate::{
    Desk,
    account::{all, begin_epoch, credential, password_error},
};
use kit::Failure;
use shared::contract::{OwnAccountCommand, OwnAccountDone, ProblemKind};

/// Carries it out. A wrong password or code counts as a try to log in.
///
/// # Errors
/// The 401 of a log-in, 400 for a new password that does not fit, [`Failure::TooMany`].
pub fn command(
    desk: &Desk,
    session: &Session,
    caller: &Caller,
    command: &OwnAccountCommand,
) -> Result<OwnAccountDone, Failure> {
    let account =
        all(desk)?.into_iter().find(|account| account.id == session.account).ok_or_else(Failure::not_found)?;
    let (password, code) = match command {
        OwnAccountCommand::Password { password, code, new } => {
            if let Some(error) = password_error(desk, &account, new, "/inhoud/nieuw")? {
                let detail = "Kies een ander wachtwoord.";
                return Err(Failure::Problem(ProblemKind::BadRequest, detail, vec![error]));
            }
            (password, code)
        }
        OwnAccountCommand::RecoveryCodes { password, code } => (password, code),
    };
    let attempt = limit::guard(desk, caller, &account.login)?;
    let name = account.credential();
    let (Some(name), true) = (name, credential::prove(desk, name, password, code)?) else {
        attempt.failed(desk)?;
        return Err(session::wrong());
    };
    // the cookie of a known browser is not needed: it has one
    attempt.passed(desk, &account.id)?;
    let recovery_codes = match command {
        OwnAccountCommand::RecoveryCodes { .. } => credential::renew_recovery(desk, name)?,
        OwnAccountCommand::Password { new, .. } => {
            credential::set_password(desk, name, new)?;
            session::keep_only(desk, session, begin_epoch(desk, &account.id)?)?;
            Vec::new()
        }
    };
    Ok(OwnAccountDone { recovery_codes })
}
