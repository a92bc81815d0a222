use crate::{Answer, Client, Host};
use kit::totp::TotpKey;
use serde_json::Value;
use shared::{
    access::Role,
    contract::{
        AcceptInvitation, AccessAnswer, AccessCommand, Endpoint, InvitationPart, InvitationView, InvitationWord,
        NewAccount, SetUp, examples,
    },
    id::FunctionId,
    text::{Line, Login},
};

/// Everybody's password.
pub const PASSWORD: &str = "een lange verzonnen zin";

/// Two AFs, a beheerder and an FG, logged in.
pub struct People {
    /// An AF.
    pub fleur: Client,
    /// Another AF.
    pub sem: Client,
    /// The functioneel beheerder.
    pub bo: Client,
    /// The functionaris gegevensbescherming.
    pub faye: Client,
}

impl People {
    /// Makes the first accounts of a new instance, accepts their invitations and logs in.
    ///
    /// # Panics
    /// When that fails.
    #[must_use]
    pub fn set_up(host: &Host) -> Self {
        let anyone = host.client();
        Self::enrolled(&anyone, &Self::ask_set_up(&anyone).good(Endpoint::SetUp))
    }

    /// Asks for the first accounts.
    ///
    /// # Panics
    /// When there is no answer.
    #[must_use]
    pub fn ask_set_up(anyone: &Client) -> Answer {
        let sem = account("sem.voorbeeld", "Sem Voorbeeld", Role::Officer);
        let SetUp { token, mut accounts } = examples::set_up().expect("the example is valid");
        accounts.push(sem);
        anyone.to(Endpoint::SetUp).json(&SetUp { token, accounts }).send()
    }

    /// Accepts the invitations of the first accounts and logs in.
    ///
    /// # Panics
    /// When that fails.
    #[must_use]
    pub fn enrolled(anyone: &Client, made: &Value) -> Self {
        made.as_array().expect("accounts").iter().for_each(|done| drop(accept(anyone, done)));
        let log_in = |login: &str| anyone.log_in(login, PASSWORD);
        Self {
            fleur: log_in("fleur.voorbeeld"),
            sem: log_in("sem.voorbeeld"),
            bo: log_in("bo.beheer"),
            faye: log_in("faye.gegevens"),
        }
    }

    /// The same people at another host.
    pub fn move_to(&mut self, host: &Host) {
        for who in [&mut self.fleur, &mut self.sem, &mut self.bo, &mut self.faye] {
            *who = who.at(host);
        }
    }

    /// Makes another account, confirmed by the FG where that is needed. Returns its id and the logged-in client.
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
        let id = made["account"]["id"].as_str().unwrap_or_default().to_owned();
        accept(&host.client(), &self.confirmed(made));
        (id, host.client().log_in(login, PASSWORD))
    }

    /// A beheerder's request for an account, with an invitation in it: the FG confirms where a second person is needed,
    /// and the two halves are brought together.
    ///
    /// # Panics
    /// When that is refused.
    #[must_use]
    pub fn confirmed(&self, asked: Value) -> Value {
        if asked["uitnodiging"]["deel"] == InvitationPart::Whole.as_str() {
            return asked;
        }
        let (id, tag) = (asked["account"]["id"].as_str().unwrap_or_default(), tag(&asked["account"]));
        let confirm = AccessCommand { answer: AccessAnswer::Confirm };
        let ask = self.faye.to_one(Endpoint::CommandAccess, id).if_match(&tag).json(&confirm);
        let mut done = ask.send().good(Endpoint::CommandAccess);
        if !done["uitnodiging"].is_null() {
            done["uitnodiging"]["andereHelft"] = asked["uitnodiging"]["woord"].clone();
        }
        done
    }

    /// The ETag of an account as it is now.
    ///
    /// # Panics
    /// When there is none with this id.
    #[must_use]
    pub fn account_tag(&self, id: &str) -> String {
        let all = self.bo.to(Endpoint::Accounts).send().good(Endpoint::Accounts);
        let found = all.as_array().and_then(|all| all.iter().find(|account| account["id"] == id));
        tag(found.expect("an account"))
    }
}

/// Says of all access that they did not see yet, that they saw it. The FG's last look opens an instance for reports.
///
/// # Panics
/// When that is refused.
pub fn see_everybody(who: &Client) {
    let page = who.to(Endpoint::AccessRequests).send().good(Endpoint::AccessRequests);
    let given = page["gegeven"].as_array().expect("what was given");
    for one in given.iter().filter(|one| one["nietGezien"] == true) {
        let ask = who.to_one(Endpoint::CommandAccess, one["id"].as_str().unwrap_or_default()).if_match(&tag(one));
        ask.json(&AccessCommand { answer: AccessAnswer::Seen }).send().good(Endpoint::CommandAccess);
    }
}

fn tag(account: &Value) -> String {
    format!("\"{}\"", account["revisie"])
}

/// Accepts the invitation of an account; answers the recovery codes.
///
/// # Panics
/// When there is none, or it is refused.
pub fn accept(anyone: &Client, done: &Value) -> Vec<String> {
    accept_with(anyone, done, PASSWORD).1
}

/// The same with this password; answers also what was sent.
///
/// # Panics
/// As [`accept`].
pub fn accept_with(anyone: &Client, done: &Value, password: &str) -> (Value, Vec<String>) {
    let word = done["uitnodiging"]["woord"].as_str().expect("an invitation").to_owned();
    let other = done["uitnodiging"]["andereHelft"].as_str().map(str::to_owned);
    let look = anyone.to(Endpoint::Invitation).json(&InvitationWord { word: word.clone(), other: other.clone() });
    let view: InvitationView =
        serde_json::from_value(look.send().good(Endpoint::Invitation)).expect("what an invitation is for");
    let factor = TotpKey::parse(&view.secret).expect("a second factor");
    anyone.keyring().learn(view.login.as_str(), factor);
    let code = anyone.keyring().shown(view.login.as_str());
    let accept = AcceptInvitation { word, other, nonce: view.nonce, password: password.into(), code };
    let body = serde_json::to_value(&accept).expect("it can be written as JSON");
    let codes = anyone.to(Endpoint::AcceptInvitation).json(&body).send().good(Endpoint::AcceptInvitation);
    (body, serde_json::from_value(codes["herstelcodes"].clone()).expect("recovery codes"))
}

fn account(login: &str, name: &str, role: Role) -> NewAccount {
    let login = Login::parse(login).expect("a log-in name");
    NewAccount { login, name: Line::parse(name).expect("a name"), role, function: None }
}
