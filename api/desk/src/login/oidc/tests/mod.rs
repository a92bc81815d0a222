//! The whole way over a store in memory, with a provider that lies where the test wants it to.
mod accounts;
mod provider;
mod signing;
mod tokens;
mod way;

use super::{Person, Refused, Returned, Settings, begin, finish, form, recognise};
use crate::{Desk, account, testing};
use kit::store::seal::SecretKey;
use provider::Provider;
use shared::{access::Role, contract::WorkAccountRefusal, contract::examples, moment::Moment};
use std::{cell::Cell, sync::Arc};

const RETURN_TO: &str = "https://meldroute.example/api/v1/terug";

thread_local! { static NOW: Cell<i64> = const { Cell::new(1_777_000_000_000) }; }

fn later(seconds: i64) {
    NOW.set(NOW.get() + seconds * 1000);
}

fn now() -> i64 {
    NOW.get() / 1000
}

fn variable(name: &str) -> Option<String> {
    let secret = SecretKey::from_seed([5; 32]);
    Some(match name {
        "gemeente" => "hengelo".into(),
        "sealing_public" => secret.public().text(),
        "sealing_secrets" => secret.text(),
        "oidc_issuer" => provider::ISSUER.into(),
        "oidc_client_id" => "meldroute".into(),
        "oidc_client_secret" => "een verzonnen geheim".into(),
        "oidc_acr" => "hoog".into(),
        "oidc_amr" => "mfa".into(),
        "oidc_role_claim" => "roles".into(),
        "oidc_roles" => r#"{"mr-af":"af","mr-fg":"fg"}"#.into(),
        "oidc_scope" => "openid profile".into(),
        "oidc_name_claim" => "name".into(),
        _ => return None,
    })
}

/// An instance that was set up, with a provider.
struct World {
    desk: Desk,
    provider: Arc<Provider>,
}

impl World {
    fn new() -> Self {
        Self::with(variable)
    }

    fn with(variables: fn(&str) -> Option<String>) -> Self {
        let environment = testing::environment_at(|| Moment::from_millis(NOW.get()), Arc::new(variables));
        let desk = Desk::new(testing::stores(), environment);
        let provider = Arc::new(Provider::default());
        let asked = Arc::clone(&provider);
        let desk = desk.with_fetch(Arc::new(move |ask| asked.answer(&ask, now())));
        crate::key_check::check(&desk).unwrap();
        account::first(&desk, vec![examples::new_account(Role::Administrator).unwrap()]).unwrap();
        Self { desk, provider }
    }

    fn settings(&self) -> Settings {
        Settings::read(&self.desk).unwrap()
    }

    /// Leaves for the provider; the browser as it is then.
    fn leave(&self) -> Browser {
        let (url, cookie) = begin(&self.desk, &self.settings(), RETURN_TO).unwrap();
        let set = cookie.to_str().unwrap().to_owned();
        let cookie = set.split(';').next().unwrap().split_once('=').unwrap().1.to_owned();
        let pairs = form::pairs(url.split_once('?').unwrap().1);
        self.provider.asked_for(&pairs);
        Browser { url, pairs, cookie, set }
    }

    fn come_back(&self, returned: &str, cookie: &str) -> Result<Person, Refused> {
        let returned = Returned::parse(returned);
        let transaction = recognise(&self.desk, &returned, Some(cookie))?;
        finish(&self.desk, &self.settings(), &returned, &transaction, RETURN_TO)
    }

    /// Logs in: to the provider and back.
    fn go(&self) -> Result<Person, Refused> {
        let browser = self.leave();
        self.come_back(&browser.answer(), &browser.cookie)
    }

    /// Logs in, and is refused by a check.
    fn refused(&self) -> WorkAccountRefusal {
        self.go().unwrap_err().code()
    }
}

/// A browser on its way.
struct Browser {
    url: String,
    pairs: Vec<(String, String)>,
    cookie: String,
    set: String,
}

impl Browser {
    fn value(&self, name: &str) -> &str {
        self.pairs.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str()).unwrap_or_default()
    }

    /// The answer of an honest provider.
    fn answer(&self) -> String {
        form::form(&[("code", "code-1"), ("state", self.value("state")), ("iss", provider::ISSUER)])
    }
}
