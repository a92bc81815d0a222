//! Names of colleagues in sentences.
use crate::isolated;
use shared::{contract::OfficerView, id::AccountId};

fn known<'a>(names: &'a [OfficerView], id: &AccountId) -> Option<&'a str> {
    names.iter().find(|one| one.id == *id).map(|one| one.name.as_str())
}

/// The name of a colleague, for a sentence; `een collega` when the account is not among `names`.
#[must_use]
pub fn name_of(names: &[OfficerView], id: &AccountId) -> String {
    known(names, id).map_or_else(|| "een collega".to_owned(), |name| isolated(name).into_owned())
}

/// The name of an account for a record: its id when the account is not among `names`.
#[must_use]
pub fn name_or_id(names: &[OfficerView], id: &AccountId) -> String {
    known(names, id).unwrap_or(id.as_str()).to_owned()
}
