//! A host that was set up, with a provider.
use crate::browser::{Arrival, Browser};
use e2e::{Client, Host, People, Site, words};
use serde_json::Value;
use shared::contract::Endpoint;
use std::sync::OnceLock;

/// A host with its stores.
pub struct World {
    pub host: Host,
    pub site: Site,
    /// The first accounts, each with its invitation.
    pub made: Value,
    people: OnceLock<People>,
}

impl World {
    /// A world with these variables put over the usual ones.
    pub fn with(issuer: &str, changes: &[(&str, &str)]) -> Self {
        let usual = [
            ("oidc_issuer", issuer),
            ("oidc_host", issuer),
            ("oidc_client_id", "met-geheim"),
            ("oidc_client_secret", SECRET),
            ("oidc_acr", "hoog"),
            ("oidc_amr", "mfa"),
            ("oidc_roles", ROLES),
        ];
        let site = Site::new();
        let variables: Vec<_> = usual.into_iter().chain(changes.iter().copied()).collect();
        let host = site.start_with(&variables, &["--allow-private"]);
        let made = People::ask_set_up(&host.client()).good(Endpoint::SetUp);
        Self { host, site, made, people: OnceLock::new() }
    }

    /// The people of the set-up, with their passwords.
    pub fn people(&self) -> &People {
        self.people.get_or_init(|| People::enrolled(&self.host.client(), &self.made))
    }

    /// A second person confirms everybody who waits.
    pub fn confirm_all(&self, second: &Client) {
        let page = second.to(Endpoint::AccessRequests).send().good(Endpoint::AccessRequests);
        for request in page["verzoeken"].as_array().expect("requests") {
            let id = request["id"].as_str().expect("an id");
            let confirm = second.to_one(Endpoint::CommandAccess, id).if_match(&format!("\"{}\"", request["revisie"]));
            confirm.json(&words::plain("bevestigen")).send().good(Endpoint::CommandAccess);
        }
    }

    /// Logs in as often as it takes: who is new here is confirmed by the FG.
    pub fn let_in(&self, come: impl Fn() -> Arrival) -> Client {
        let cookie = match come() {
            Arrival::New(_) => {
                self.confirm_all(&self.people().faye);
                come().cookie()
            }
            here @ (Arrival::In(_) | Arrival::Refused(_)) => here.cookie(),
        };
        self.host.client().with_cookie(&cookie)
    }

    /// Somebody who leaves for the provider.
    pub fn leave(&self) -> Browser {
        Browser::leave(&self.host.client())
    }
}

pub const SECRET: &str = "een-verzonnen-geheim-van-32-tekens";
pub const ROLES: &str = r#"{"meldroute-af":"af","meldroute-fg":"fg","meldroute-beheer":"beheerder"}"#;
