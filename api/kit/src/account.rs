//! Accounts: all of an instance in one record, because they are few and a log-in name is unique among them.
use crate::{Failure, Kit, clock, key, password, vault::Change};
use serde::{Deserialize, Serialize};
use shared::{
    access::Role,
    contract::{AccountCommand, AccountView, ErrorItem, NewAccount, OfficerView, ProblemKind},
    id::{AccountId, FunctionId, Revision},
    text::{Line, Login},
};

/// Somebody with a log-in, as stored.
#[derive(Clone, Serialize, Deserialize)]
pub struct StoredAccount {
    /// Who.
    pub id: AccountId,
    /// Counts changes.
    #[serde(rename = "revisie")]
    pub revision: Revision,
    /// Log-in name.
    #[serde(rename = "inlognaam")]
    pub login: Login,
    /// Name.
    #[serde(rename = "naam")]
    pub name: Line,
    /// Role.
    #[serde(rename = "rol")]
    pub role: Role,
    /// argon2id, PHC form.
    #[serde(rename = "wachtwoord")]
    pub password: String,
    /// Cannot log in.
    #[serde(rename = "geblokkeerd")]
    pub blocked: bool,
    /// Sessions of an earlier epoch are over.
    #[serde(rename = "tijdperk")]
    pub epoch: u32,
    /// Of an AF: the function, by the profile's name for it.
    #[serde(rename = "functie", default, skip_serializing_if = "Option::is_none")]
    pub function: Option<FunctionId>,
}

impl StoredAccount {
    /// What the administrator sees.
    #[must_use]
    pub fn view(&self) -> AccountView {
        AccountView {
            id: self.id.clone(),
            revision: self.revision,
            login: self.login.clone(),
            name: self.name.clone(),
            role: self.role,
            blocked: self.blocked,
            function: self.function.clone(),
        }
    }
}

/// All accounts, in the order in which they were made.
///
/// # Errors
/// [`Failure::Unavailable`], [`Failure::Unreadable`].
pub fn all(kit: &Kit) -> Result<Vec<StoredAccount>, Failure> {
    Ok(kit.cases.get(key::ACCOUNTS)?.unwrap_or_default())
}

/// The AFs, those that are blocked too: their names stand in timelines.
///
/// # Errors
/// As [`all`].
pub fn officers(kit: &Kit) -> Result<Vec<OfficerView>, Failure> {
    Ok(officers_of(&all(kit)?))
}

/// As [`officers`], where the accounts were read already.
#[must_use]
pub fn officers_of(accounts: &[StoredAccount]) -> Vec<OfficerView> {
    let view = |account: &StoredAccount| OfficerView {
        id: account.id.clone(),
        name: account.name.clone(),
        active: !account.blocked,
    };
    accounts.iter().filter(|account| account.role == Role::Officer).map(view).collect()
}

/// Makes an account from what was asked.
///
/// # Errors
/// A 400 that names the password when it does not fit.
pub fn make(new: NewAccount, pointer: &str) -> Result<StoredAccount, Failure> {
    check_password(&new.password, pointer)?;
    Ok(StoredAccount {
        id: AccountId::from_bytes(&clock::random()?),
        revision: Revision(1),
        login: new.login,
        name: new.name,
        role: new.role,
        password: password::hash(&new.password)?,
        blocked: false,
        epoch: 1,
        function: new.function,
    })
}

/// A function has to be one of the profile's: any other would count as none.
fn check_function(kit: &Kit, function: Option<&FunctionId>) -> Result<(), Failure> {
    let Some(id) = function else { return Ok(()) };
    if kit.profile()?.functions.iter().any(|function| function.id == *id) {
        return Ok(());
    }
    let item = ErrorItem {
        pointer: "/inhoud/functie".into(),
        code: "onbekende-functie".into(),
        detail: "Kies een functie uit het profiel van de gemeente.".into(),
    };
    Err(Failure::Problem(ProblemKind::BadRequest, "Deze functie staat niet in het profiel.", vec![item]))
}

fn check_password(password: &str, pointer: &str) -> Result<(), Failure> {
    if NewAccount::password_fits(password) {
        return Ok(());
    }
    let item = ErrorItem {
        pointer: format!("{pointer}/wachtwoord"),
        code: "wachtwoord-lengte".into(),
        detail: "Kies 12 tot 200 tekens, bijvoorbeeld een zin.".into(),
    };
    Err(Failure::Problem(ProblemKind::BadRequest, "Het wachtwoord is te kort of te lang.", vec![item]))
}

/// Adds accounts; `only_first`: only if there is none yet.
///
/// # Errors
/// A 409 for a log-in name that exists, or when there are accounts already.
pub fn add(kit: &Kit, new: &[StoredAccount], only_first: bool) -> Result<(), Failure> {
    kit.cases.update(key::ACCOUNTS, |stored: Option<Vec<StoredAccount>>| {
        let mut accounts = stored.unwrap_or_default();
        if only_first && !accounts.is_empty() {
            return Err(Failure::of(ProblemKind::Exists, "Deze omgeving is al ingericht. Log in."));
        }
        for account in new {
            if accounts.iter().any(|other| other.login.folded() == account.login.folded()) {
                return Err(Failure::of(ProblemKind::Exists, "Deze inlognaam is al in gebruik. Kies een andere."));
            }
            accounts.push(account.clone());
        }
        Ok(Change::Write(accounts, ()))
    })
}

/// Carries out a command of the administrator on the revision it was decided on.
///
/// # Errors
/// 404, 412 for another revision, 400 for a password that does not fit, 409 when no beheerder or no AF would be left.
pub fn command(
    kit: &Kit,
    id: &AccountId,
    revision: Revision,
    command: &AccountCommand,
) -> Result<StoredAccount, Failure> {
    let new_password = match command {
        AccountCommand::SetPassword { password } => {
            check_password(password, "/inhoud")?;
            Some(password::hash(password)?)
        }
        AccountCommand::SetFunction { function } => {
            check_function(kit, function.as_ref())?;
            None
        }
        AccountCommand::Block | AccountCommand::Unblock => None,
    };
    kit.cases.update(key::ACCOUNTS, |stored: Option<Vec<StoredAccount>>| {
        let mut accounts = stored.unwrap_or_default();
        let account = accounts.iter_mut().find(|account| account.id == *id).ok_or_else(Failure::not_found)?;
        if account.revision != revision {
            return Err(Failure::of(ProblemKind::Stale, "Bekijk het account opnieuw en probeer het nog een keer."));
        }
        match command {
            AccountCommand::Block => account.blocked = true,
            AccountCommand::Unblock => account.blocked = false,
            AccountCommand::SetFunction { function } => account.function = function.clone(),
            AccountCommand::SetPassword { .. } => {
                account.password = new_password.clone().unwrap_or_default();
            }
        }
        account.revision = account.revision.next();
        account.epoch += 1;
        let changed = account.clone();
        let left = accounts.iter().any(|other| other.role == changed.role && !other.blocked);
        if !left {
            return Err(Failure::of(
                ProblemKind::Exists,
                "Dit is de laatste met deze rol. Maak eerst een ander account.",
            ));
        }
        Ok(Change::Write(accounts, changed))
    })
}
