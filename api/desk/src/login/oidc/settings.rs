//! The settings of a gemeente whose colleagues log in with their work account. Without an issuer it is off. Incomplete
//! settings are refused, so that nobody finds out only at log-in that a requirement was forgotten.
use super::{Refused, assertion::ClientKey, roles::Roles, strength::Strength};
use crate::Desk;
use http::Uri;
use shared::contract::WorkAccountRefusal;

/// How we prove to the provider who we are.
pub(super) enum Proof {
    /// `private_key_jwt`, what the NL GOV profile asks.
    Key(Box<ClientKey>),
    /// A shared secret, for a provider that can do no better.
    Secret(String),
}

/// The settings, complete.
pub struct Settings {
    pub(super) issuer: String,
    pub(super) client_id: String,
    pub(super) proof: Proof,
    pub(super) scope: String,
    pub(super) strength: Strength,
    pub(super) roles: Roles,
    pub(super) name_claim: String,
}

impl Settings {
    /// Reads the settings from the variables.
    ///
    /// # Errors
    /// [`WorkAccountRefusal::Off`] without an issuer, [`WorkAccountRefusal::Settings`] when something is missing or
    /// malformed. The log says what.
    pub fn read(desk: &Desk) -> Result<Self, Refused> {
        if !desk.environment().has_provider() {
            return Err(WorkAccountRefusal::Off.into());
        }
        Self::parse(&|name| (desk.environment().variables)(name).unwrap_or_default()).map_err(|what| {
            eprintln!("error: log-in with a work account: {what}");
            WorkAccountRefusal::Settings.into()
        })
    }

    fn parse(get: &dyn Fn(&str) -> String) -> Result<Self, &'static str> {
        let issuer = get("oidc_issuer");
        if !is_secure(&issuer) || issuer.contains(['?', '#']) {
            return Err("oidc_issuer is no https address");
        }
        let client_id = get("oidc_client_id");
        if client_id.is_empty() {
            return Err("oidc_client_id is missing");
        }
        let proof = match (get("oidc_client_key"), get("oidc_client_secret")) {
            (key, secret) if secret.is_empty() && !key.is_empty() => {
                Proof::Key(Box::new(ClientKey::parse(&key).ok_or("oidc_client_key is no private JWK for ES256")?))
            }
            (key, secret) if key.is_empty() && !secret.is_empty() => Proof::Secret(secret),
            _both_or_none => return Err("exactly one of oidc_client_key and oidc_client_secret has to be set"),
        };
        let strength = Strength::parse(&get("oidc_acr"), &get("oidc_amr"));
        let strength = strength.ok_or("oidc_acr or oidc_amr has to say how strongly one logs in")?;
        let roles = Roles::parse(&get("oidc_role_claim"), &get("oidc_roles"));
        let roles = roles.ok_or("oidc_role_claim and oidc_roles have to say which value gives which role")?;
        let scope = get("oidc_scope");
        if !scope.split(' ').any(|word| word == "openid") {
            return Err("oidc_scope lacks openid");
        }
        Ok(Self { issuer, client_id, proof, scope, strength, roles, name_claim: get("oidc_name_claim") })
    }
}

/// https, or a provider on this machine, for practice and tests.
pub(super) fn is_secure(address: &str) -> bool {
    let Ok(uri) = address.parse::<Uri>() else { return false };
    let own = uri.host().is_some_and(|host| matches!(host, "127.0.0.1" | "[::1]" | "localhost"));
    let plain = uri.authority().is_some_and(|authority| !authority.as_str().contains('@'));
    plain && (uri.scheme_str() == Some("https") || (uri.scheme_str() == Some("http") && own))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complete(name: &str) -> String {
        match name {
            "oidc_issuer" => "https://inloggen.example",
            "oidc_client_id" => "meldroute",
            "oidc_client_secret" => "een verzonnen geheim",
            "oidc_amr" => "mfa",
            "oidc_role_claim" => "roles",
            "oidc_roles" => r#"{"meldroute-af":"af"}"#,
            "oidc_scope" => "openid profile",
            "oidc_name_claim" => "name",
            _ => "",
        }
        .into()
    }

    #[test]
    fn half_a_setting_is_refused() {
        assert!(Settings::parse(&complete).is_ok());
        let changes = [
            ("oidc_issuer", "http://inloggen.example"),
            ("oidc_issuer", "https://inloggen.example?x=1"),
            ("oidc_issuer", "https://iemand@inloggen.example"),
            ("oidc_client_id", ""),
            ("oidc_client_secret", ""),
            ("oidc_client_key", "{}"),
            ("oidc_amr", ""),
            ("oidc_role_claim", ""),
            ("oidc_roles", ""),
            ("oidc_roles", "{}"),
            ("oidc_roles", r#"{"meldroute-af":"burgemeester"}"#),
            ("oidc_scope", "profile"),
        ];
        for (changed, value) in changes {
            let get = |name: &str| if name == changed { value.to_owned() } else { complete(name) };
            assert!(Settings::parse(&get).is_err(), "{changed}={value}");
        }
    }

    #[test]
    fn only_this_machine_may_be_asked_in_plain_text() {
        for good in ["https://a.example", "https://a.example/x/v2.0", "http://127.0.0.1:8080", "http://[::1]/"] {
            assert!(is_secure(good), "{good}");
        }
        for bad in ["", "a.example", "http://a.example", "http://127.0.0.1.example", "ftp://127.0.0.1", "//x"] {
            assert!(!is_secure(bad), "{bad}");
        }
    }
}
