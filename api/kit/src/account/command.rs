use super::{StoredAccount, change};
use crate::{Failure, Kit};
use shared::{
    contract::{AccountCommand, AccountDone, Invitation},
    id::{AccountId, Revision},
    moment::Moment,
};

/// Carries out a command of a beheerder on the revision it was decided on.
///
/// # Errors
/// 404, 412 for another revision, 409 when no beheerder, AF or FG would be left.
pub fn command(
    kit: &Kit,
    id: &AccountId,
    revision: Revision,
    command: &AccountCommand,
    by: &AccountId,
) -> Result<AccountDone, Failure> {
    let at = (kit.now)();
    let (account, invitation) = change(kit, id, revision, |account| carry_out(account, command, by, at))?;
    Ok(AccountDone { account: account.view(), invitation })
}

fn carry_out(
    account: &mut StoredAccount,
    command: &AccountCommand,
    by: &AccountId,
    at: Moment,
) -> Result<Option<Invitation>, Failure> {
    match command {
        AccountCommand::Block => {
            // who comes back gets a new invitation: an old one that lies around opens nothing
            (account.blocked, account.asked, account.invitation) = (true, None, None);
            account.epoch += 1;
        }
        AccountCommand::Unblock => account.blocked = false,
        AccountCommand::Invite => return account.ask(by, at),
        AccountCommand::Withdraw => (account.asked, account.invitation) = (None, None),
    }
    Ok(None)
}
