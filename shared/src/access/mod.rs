//! Permissions: the only place with rules about roles. Anything not listed here is denied.
//!
//! Two tables. The table of endpoints says who may call which ([`Access`]), before the request is read. [`may`] says
//! what a role may do with a case, given its [`Relation`] to that case. A case that a role may not see is answered with
//! 404.
mod action;
mod reader;
mod relation;
pub(crate) mod table;
mod unfinished;
mod views;

pub use action::{Action, may, may_propose_destruction};
pub use reader::Reader;
pub use relation::{Colleague, Relation, Viewer};
pub use table::relation_table;
pub use views::{Cover, OfficerView, Opening};

use crate::choice::choice;

choice!(
    /// The role of somebody with a log-in.
    Role {
        /// Aandachtsfunctionaris (AF): reviews, contacts, investigates, decides.
        Officer = "af",
        /// Functioneel beheerder: accounts and lists, never content.
        Administrator = "beheerder",
        /// Functionaris gegevensbescherming (FG): who looked at what, never content.
        PrivacyOfficer = "fg",
        /// Beleidsadviseur, themagroep: suppressed figures, never content. No screens yet.
        Analyst = "analist",
        /// Adviseur of procesmanager KMT: answers a question without names.
        Adviser = "kmt-adviseur",
    }
);

impl Role {
    /// The roles for which there are pages: the ones to choose from for a new account. The others would log in to
    /// nothing.
    pub const WITH_PAGES: &'static [Self] = &[Self::Officer, Self::Administrator, Self::PrivacyOfficer, Self::Adviser];

    /// Whether getting this role, or new ways to log in with it, takes a second person: an AF or the FG. It does for
    /// roles that read content and for roles that confirm others. Otherwise a beheerder could create their own second
    /// person.
    #[must_use]
    pub fn needs_second_person(self) -> bool {
        match self {
            Self::Officer | Self::PrivacyOfficer | Self::Adviser => true,
            Self::Administrator | Self::Analyst => false,
        }
    }
}

/// The callers that an endpoint admits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Everybody on the network: no log-in.
    Anyone,
    /// No log-in, but a token in a header, of which the handler checks that it is right.
    Token,
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
            Self::Anyone | Self::Token => true,
            Self::LoggedIn => role.is_some(),
            Self::Only(roles) => role.is_some_and(|role| roles.contains(&role)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_document_shows_the_table_of_relations() {
        let (document, table) = (include_str!("../../../docs/toegang.md"), relation_table());
        assert!(document.contains(&table), "docs/toegang.md should hold:\n{table}");
    }

    /// A beheerder alone makes beheerders and analysts, and nobody who reads content or confirms others.
    #[test]
    fn roles_that_read_content_or_confirm_others_take_a_second_person() {
        let alone: Vec<Role> = Role::ALL.iter().copied().filter(|role| !role.needs_second_person()).collect();
        assert_eq!(alone, [Role::Administrator, Role::Analyst]);
    }
}
