//! Who may do what: the only place with rules about roles. Default deny: what is not named here is not allowed.
//!
//! Two tables. [`of`] says which role may call which endpoint, before anything of the request is read. [`may`] says what
//! a role may do with a case, given how it stands to that case ([`Relation`]); what it may not see is a 404.
mod action;
mod relation;
mod table;

pub use action::{Action, may};
pub use relation::{Colleague, Relation, Viewer};
pub use table::{endpoint_table, relation_table};

use crate::{choice::choice, contract::Endpoint};

choice!(
    /// What somebody with a log-in is.
    Role {
        /// Aandachtsfunctionaris (AF): reviews, contacts, investigates, decides.
        Officer = "af",
        /// Functioneel beheerder: accounts and lists, never content.
        Administrator = "beheerder",
        /// Functionaris gegevensbescherming (FG): who looked at what, never content.
        PrivacyOfficer = "fg",
        /// Beleidsadviseur, themagroep: suppressed figures, never content. No screens yet.
        Analyst = "analist",
        /// Procesmanager KMT: answers a question on a summary without names. No screens yet.
        Adviser = "kmt-adviseur",
    }
);

impl Role {
    /// Whether getting this role, or new ways to log in with it, takes a second person: an AF or the FG. That is so for
    /// who reads content, and for who is such a second person; otherwise a beheerder alone could make the one who
    /// confirms.
    #[must_use]
    pub fn needs_second_person(self) -> bool {
        match self {
            Self::Officer | Self::PrivacyOfficer | Self::Adviser => true,
            Self::Administrator | Self::Analyst => false,
        }
    }
}

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
        | Endpoint::WorkAccountLogIn
        | Endpoint::WorkAccountReturn
        | Endpoint::SetUp
        // ask for the word of an invitation instead of a session
        | Endpoint::Invitation
        | Endpoint::AcceptInvitation
        | Endpoint::Health
        | Endpoint::OpenApi
        | Endpoint::Instance
        // asks for a word instead of a session
        | Endpoint::Work => Access::Anyone,
        Endpoint::Session | Endpoint::LogOut | Endpoint::OwnAccount => Access::LoggedIn,
        Endpoint::Cases
        | Endpoint::AddCase
        | Endpoint::Case
        | Endpoint::CommandCase
        | Endpoint::OpenCase
        | Endpoint::Officers
        | Endpoint::StandIns
        | Endpoint::AddStandIn
        | Endpoint::EndStandIn
        | Endpoint::HandOver
        | Endpoint::CommandRights
        | Endpoint::AccessCopy => Access::Only(&[Role::Officer]),
        Endpoint::AccessRequests
        | Endpoint::CommandAccess
        | Endpoint::Retention
        | Endpoint::CommandRetention
        | Endpoint::Certificates
        | Endpoint::Requests => Access::Only(&[Role::Officer, Role::PrivacyOfficer]),
        Endpoint::Audit | Endpoint::AuditCheck | Endpoint::DecideRequest | Endpoint::Processings => Access::Only(&[Role::PrivacyOfficer]),
        Endpoint::Accounts | Endpoint::AddAccount | Endpoint::CommandAccount => Access::Only(&[Role::Administrator]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_document_shows_the_tables() {
        let document = include_str!("../../../docs/toegang.md");
        for table in [endpoint_table(), relation_table()] {
            assert!(document.contains(&table), "docs/toegang.md should hold:\n{table}");
        }
    }

    #[test]
    fn no_role_but_the_officer_reaches_a_case() {
        for endpoint in Endpoint::ALL.iter().filter(|e| e.path().starts_with("/dossiers")) {
            for role in Role::ALL.iter().copied().filter(|role| *role != Role::Officer).map(Some).chain([None]) {
                assert!(!of(*endpoint).allows(role), "{endpoint:?} by {role:?}");
            }
        }
    }
}
