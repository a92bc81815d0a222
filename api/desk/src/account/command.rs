use super::{
    list::{change, check_function},
    stored::StoredAccount,
};
use crate::Desk;
use kit::Failure;
use shared::{
    contract::{AccountCommand, AccountDone, Invitation, ProblemKind},
    id::{AccountId, Revision},
    moment::Moment,
};

/// Carries out a command of a beheerder on the revision it was decided on.
///
/// # Errors
/// 404, 412 for another revision, 400 for a function that the profile does not name, 409 when no beheerder, AF or FG
/// would be left.
pub fn command(
    desk: &Desk,
    id: &AccountId,
    revision: Revision,
    command: &AccountCommand,
    by: &AccountId,
) -> Result<AccountDone, Failure> {
    if let AccountCommand::SetFunction { function: Some(function) } = command {
        check_function(desk, function, "/inhoud/functie")?;
    }
    let at = desk.now();
    let (account, invitation) = change(desk, id, revision, |account| carry_out(account, command, by, at))?;
    Ok(AccountDone { account: account.view(), invitation })
}

fn carry_out(
    account: &mut StoredAccount,
    command: &AccountCommand,
    by: &AccountId,
    at: Moment,
) -> Result<Option<Invitation>, Failure> {
    match command {
        AccountCommand::Invite if account.work.is_some() => {
            let detail = "Dit account logt in met het werkaccount. Er is geen uitnodiging nodig.";
            return Err(Failure::of(ProblemKind::Exists, detail));
        }
        AccountCommand::Block => {
            // a person who comes back gets a new invitation: an old one no longer works
            (account.blocked, account.asked, account.invitation) = (true, None, None);
            account.epoch += 1;
        }
        AccountCommand::SetFunction { function } => account.function.clone_from(function),
        AccountCommand::Unblock => account.blocked = false,
        AccountCommand::Invite => return account.ask(by, at),
        AccountCommand::Withdraw => (account.asked, account.invitation) = (None, None),
    }
    Ok(None)
}
