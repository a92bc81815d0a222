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
/// would be left, for an invitation of a blocked account or a work account, for a function while something else waits,
/// and for a departure of somebody who is not a blocked AF.
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
    let mut credential = None;
    let (account, invitation) = change(desk, id, revision, |account| {
        credential = account.credential().map(str::to_owned);
        carry_out(account, command, by, at)
    })?;
    if let Some(name) = credential.filter(|_| account.is_blocked()) {
        super::credential::remove(desk, &name)?;
    }
    Ok(AccountDone { account: account.view(), invitation })
}

fn carry_out(
    account: &mut StoredAccount,
    command: &AccountCommand,
    by: &AccountId,
    at: Moment,
) -> Result<Option<Invitation>, Failure> {
    match command {
        AccountCommand::Invite if account.logs_in_elsewhere() => {
            let detail = "Dit account logt in met het werkaccount. Er is geen uitnodiging nodig.";
            return Err(Failure::of(ProblemKind::Exists, detail));
        }
        AccountCommand::Block => account.block(),
        AccountCommand::SetFunction { function } => account.ask_function(function.clone(), by, at)?,
        AccountCommand::Depart { reason } => account.ask_departure(reason.clone(), by, at)?,
        AccountCommand::Unblock => account.unblock(by, at),
        AccountCommand::Invite => return account.ask(by, at),
        AccountCommand::Withdraw => account.turn(|life| life.pend(None)),
    }
    Ok(None)
}
