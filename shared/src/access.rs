//! Who may do what: the only place with rules about roles. Default deny: what is not named here is not allowed.
use crate::{contract::Endpoint, report::choice};

choice!(
    /// What somebody with a log-in is.
    Role {
        /// Aandachtsfunctionaris (AF): reviews, contacts, investigates, decides.
        Officer = "af",
        /// Functioneel beheerder: accounts and lists, never content.
        Administrator = "beheerder",
        /// Functionaris gegevensbescherming (FG): who looked at what, never content.
        PrivacyOfficer = "fg",
    }
);

/// Who may call an endpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Everybody on the network: no log-in.
    Anyone,
    /// Everybody with a session.
    LoggedIn,
    /// These roles.
    Only(&'static [Role]),
}

impl Access {
    /// Whether somebody with this role (`None`: no session) may.
    #[must_use]
    pub fn allows(self, role: Option<Role>) -> bool {
        match self {
            Self::Anyone => true,
            Self::LoggedIn => role.is_some(),
            Self::Only(roles) => role.is_some_and(|role| roles.contains(&role)),
        }
    }
}

/// The table: who may call which endpoint.
#[must_use]
pub fn of(endpoint: Endpoint) -> Access {
    match endpoint {
        Endpoint::SendReport
        | Endpoint::AskProgress
        | Endpoint::LogIn
        | Endpoint::SetUp
        | Endpoint::Health
        | Endpoint::OpenApi
        | Endpoint::Instance
        // asks for a word instead of a session
        | Endpoint::Work => Access::Anyone,
        Endpoint::Session | Endpoint::LogOut => Access::LoggedIn,
        Endpoint::Cases | Endpoint::AddCase | Endpoint::Case | Endpoint::CommandCase | Endpoint::Officers => {
            Access::Only(&[Role::Officer])
        }
        Endpoint::CommandRights | Endpoint::AccessCopy => Access::Only(&[Role::Officer]),
        Endpoint::Retention | Endpoint::CommandRetention | Endpoint::Certificates | Endpoint::Requests => {
            Access::Only(&[Role::Officer, Role::PrivacyOfficer])
        }
        Endpoint::Audit | Endpoint::AuditCheck | Endpoint::DecideRequest | Endpoint::Processings => {
            Access::Only(&[Role::PrivacyOfficer])
        }
        Endpoint::Accounts | Endpoint::AddAccount | Endpoint::CommandAccount => Access::Only(&[Role::Administrator]),
    }
}

/// The table as Markdown: `docs/toegang.md` holds it and a test keeps it so.
#[must_use]
pub fn table() -> String {
    let mut text = String::from("| verzoek | zonder inloggen | af | beheerder | fg |\n|---|---|---|---|---|\n");
    for endpoint in Endpoint::ALL {
        let mark = |role| {
            if of(*endpoint).allows(role) { "ja" } else { "–" }
        };
        let (method, path) = (endpoint.method(), endpoint.path());
        let roles = [None, Some(Role::Officer), Some(Role::Administrator), Some(Role::PrivacyOfficer)];
        let [nobody, officer, admin, privacy] = roles.map(mark);
        text.push_str(&format!("| `{method} {path}` | {nobody} | {officer} | {admin} | {privacy} |\n"));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_document_shows_the_table() {
        let document = include_str!("../../docs/toegang.md");
        assert!(document.contains(&table()), "docs/toegang.md should hold:\n{}", table());
    }

    #[test]
    fn no_role_but_the_officer_reaches_a_case() {
        for endpoint in Endpoint::ALL.iter().filter(|e| e.path().starts_with("/dossiers")) {
            for role in [None, Some(Role::Administrator), Some(Role::PrivacyOfficer)] {
                assert!(!of(*endpoint).allows(role), "{endpoint:?}");
            }
        }
    }
}
