use crate::{Client, Host};
use shared::{
    access::Role,
    contract::{Endpoint, NewAccount, SetUp, examples},
    id::FunctionId,
    text::{Line, Login},
};

/// Everybody's password.
pub const PASSWORD: &str = "een lange verzonnen zin";

/// Two AFs and a beheerder, logged in.
pub struct People {
    /// An AF.
    pub fleur: Client,
    /// Another AF.
    pub sem: Client,
    /// The functioneel beheerder.
    pub bo: Client,
}

impl People {
    /// Makes the first accounts of a new instance and logs in.
    ///
    /// # Panics
    /// When that fails.
    #[must_use]
    pub fn set_up(host: &Host) -> Self {
        let sem = account("sem.voorbeeld", "Sem Voorbeeld", Role::Officer);
        let SetUp { token, mut accounts } = examples::set_up().expect("the example is valid");
        accounts.push(sem);
        let anyone = host.client();
        anyone.to(Endpoint::SetUp).json(&SetUp { token, accounts }).send().good(Endpoint::SetUp);
        let log_in = |login: &str| anyone.log_in(login, PASSWORD);
        Self { fleur: log_in("fleur.voorbeeld"), sem: log_in("sem.voorbeeld"), bo: log_in("bo.beheer") }
    }

    /// The same people at another host.
    pub fn move_to(&mut self, host: &Host) {
        for who in [&mut self.fleur, &mut self.sem, &mut self.bo] {
            *who = who.at(host);
        }
    }

    /// Makes another account and answers its id and who is logged in with it.
    ///
    /// # Panics
    /// When that fails.
    #[must_use]
    pub fn add(&self, host: &Host, login: &str, role: Role) -> (String, Client) {
        self.add_with(host, login, role, None)
    }

    /// As [`People::add`], with a function of the profile.
    ///
    /// # Panics
    /// When that fails.
    #[must_use]
    pub fn add_with(&self, host: &Host, login: &str, role: Role, function: Option<&str>) -> (String, Client) {
        let function = function.map(|id| FunctionId::parse(id).expect("a function"));
        let new = NewAccount { function, ..account(login, "Extra Verzonnen", role) };
        let made = self.bo.to(Endpoint::AddAccount).json(&new).send().good(Endpoint::AddAccount);
        let id = made["id"].as_str().unwrap_or_default().to_owned();
        (id, host.client().log_in(login, PASSWORD))
    }
}

fn account(login: &str, name: &str, role: Role) -> NewAccount {
    let login = Login::parse(login).expect("a log-in name");
    let (name, password) = (Line::parse(name).expect("a name"), PASSWORD.into());
    NewAccount { login, name, role, password, function: None }
}
