//! People with the same name. The instance knows nobody's face: a second person has to see when one human may be about
//! to get two accounts, and with them to become their own second person.
use super::stored::StoredAccount;
use shared::contract::Namesake;

/// Others who have, or are being given, an account under the name of this one. Blocked ones are left out.
pub(super) fn namesakes(account: &StoredAccount, accounts: &[StoredAccount]) -> Vec<Namesake> {
    let name = account.name.folded();
    let same = |other: &&StoredAccount| other.id != account.id && !other.is_blocked() && other.name.folded() == name;
    accounts.iter().filter(same).map(view).collect()
}

/// Everybody who can log in and has a namesake who can, too.
pub(super) fn doubles(accounts: &[StoredAccount]) -> Vec<Namesake> {
    let active: Vec<StoredAccount> = accounts.iter().filter(|account| account.can_log_in()).cloned().collect();
    let mut found: Vec<&StoredAccount> =
        active.iter().filter(|account| !namesakes(account, &active).is_empty()).collect();
    found.sort_by_key(|account| account.name.folded());
    found.into_iter().map(view).collect()
}

fn view(account: &StoredAccount) -> Namesake {
    Namesake { name: account.name.clone(), login: account.login.clone(), role: account.role }
}
