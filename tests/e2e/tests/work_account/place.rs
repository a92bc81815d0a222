//! A host that was set up, with a provider.
use crate::browser::Browser;
use e2e::{Host, Site};
use shared::contract::{Endpoint, examples};

/// A host with its stores.
pub struct World {
    pub host: Host,
    pub site: Site,
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
        let set_up = examples::set_up().expect("the example is valid");
        host.client().to(Endpoint::SetUp).json(&set_up).send().good(Endpoint::SetUp);
        Self { host, site }
    }

    /// Somebody who leaves for the provider.
    pub fn leave(&self) -> Browser {
        Browser::leave(&self.host.client())
    }
}

pub const SECRET: &str = "een-verzonnen-geheim-van-32-tekens";
pub const ROLES: &str = r#"{"meldroute-af":"af","meldroute-fg":"fg","meldroute-beheer":"beheerder"}"#;
