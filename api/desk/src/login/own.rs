//! What somebody changes about the own account, after showing password and code again.
use super::{ACCOUNTS, StoredAccount, all, invitation::password_error};
use crate::{
    Failure, Kit, credential,
    limit::{self, Caller},
    session::{self, Session},
    vault::Change,
};
use shared::contract::{OwnAccountCommand, OwnAccountDone, ProblemKind};

/// Carries it out. A wrong password or code counts as a try to log in.
///
/// # Errors
/// The 401 of a log-in, 400 for a new password that does not fit, [`Failure::TooMany`].
pub fn command(
    kit: &Kit,
    session: &Session,
    caller: &Caller,
    command: &OwnAccountCommand,
) -> Result<OwnAccountDone, Failure> {
    let (password, code) = match command {
        OwnAccountCommand::Password { password, code, new } => {
            if let Some(error) = password_error(new, "/inhoud/nieuw") {
                let detail = "Het nieuwe wachtwoord is te kort of te lang.";
                return Err(Failure::Problem(ProblemKind::BadRequest, detail, vec![error]));
            }
            (password, code)
        }
        OwnAccountCommand::RecoveryCodes { password, code } => (password, code),
    };
    let account = all(kit)?.into_iter().find(|account| account.id == session.account).ok_or_else(Failure::not_found)?;
    let attempt = limit::guard(kit, caller, &account.login)?;
    let name = account.credential.as_deref();
    let (Some(name), true) = (name, credential::prove(kit, name, password, code)?) else {
        attempt.failed(kit)?;
        return Err(session::wrong());
    };
    // the cookie of a known browser is not needed: it has one
    attempt.passed(kit, &account.id)?;
    let recovery_codes = match command {
        OwnAccountCommand::RecoveryCodes { .. } => credential::renew_recovery(kit, name)?,
        OwnAccountCommand::Password { new, .. } => {
            credential::set_password(kit, name, new)?;
            session::keep_only(kit, session, end_sessions(kit, &account)?)?;
            Vec::new()
        }
    };
    Ok(OwnAccountDone { recovery_codes })
}

/// Begins a new epoch; answers it.
fn end_sessions(kit: &Kit, account: &StoredAccount) -> Result<u32, Failure> {
    kit.cases.update(&ACCOUNTS, |stored| {
        let mut accounts = stored.unwrap_or_default();
        let own = accounts.iter_mut().find(|other| other.id == account.id).ok_or_else(Failure::not_found)?;
        own.epoch += 1;
        own.revision = own.revision.next();
        let epoch = own.epoch;
        Ok(Change::Write(accounts, epoch))
    })
}
