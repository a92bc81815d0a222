use super::{StoredAccount, change};
use crate::{Failure, Kit};
use shared::{
    contract::{AccountCommand, AccountDone, ErrorItem, Invitation, ProblemKind},
    id::{AccountId, FunctionId, Revision},
    moment::Moment,
};

/// Carries out a command of a beheerder on the revision it was decided on.
///
/// # Errors
/// 404, 412 for another revision, 400 for a function that the profile does not name, 409 when no beheerder, AF or FG
/// would be left.
pub fn command(
    kit: &Kit,
    id: &AccountId,
    revision: Revision,
    command: &AccountCommand,
    by: &AccountId,
) -> Result<AccountDone, Failure> {
    if let AccountCommand::SetFunction { function: Some(function) } = command {
        check_function(kit, function, "/inhoud/functie")?;
    }
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
        AccountCommand::Invite if account.work.is_some() => {
            let detail = "Dit account logt in met het werkaccount. Er is geen uitnodiging nodig.";
            return Err(Failure::of(ProblemKind::Exists, detail));
        }
        AccountCommand::Block => {
            // who comes back gets a new invitation: an old one that lies around opens nothing
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

/// A function has to be one of the profile's: any other would count as none.
pub(super) fn check_function(kit: &Kit, id: &FunctionId, pointer: &str) -> Result<(), Failure> {
    if kit.profile()?.functions.iter().any(|function| function.id == *id) {
        return Ok(());
    }
    let detail = "Kies een functie uit het profiel van de gemeente.";
    let errors = vec![ErrorItem::new(pointer, "onbekende-functie", detail)];
    Err(Failure::Problem(ProblemKind::BadRequest, "Deze functie staat niet in het profiel.", errors))
}
