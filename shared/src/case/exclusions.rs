//! The AFs and functions that may not know of a case: a colleague it is about, or an AF whose own report it is.
use crate::{
    id::{AccountId, FunctionId},
    text::Prose,
};
use serde::{Deserialize, Serialize};

/// The excluded AFs and functions. They are evaluated at every access, because a function may pass to somebody else.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Exclusions {
    /// AFs by name of the account.
    #[serde(rename = "accounts", skip_serializing_if = "Vec::is_empty")]
    accounts: Vec<AccountId>,
    /// Functions, as the melder chose them.
    #[serde(rename = "functies", skip_serializing_if = "Vec::is_empty")]
    functions: Vec<FunctionId>,
    /// AFs for whom two others lifted it.
    #[serde(rename = "opgeheven", skip_serializing_if = "Vec::is_empty")]
    lifted: Vec<AccountId>,
}

impl Exclusions {
    /// Exclusions of functions alone.
    #[must_use]
    pub fn of_functions(functions: Vec<FunctionId>) -> Self {
        Self { functions, ..Self::default() }
    }

    /// Nobody is excluded.
    #[must_use]
    pub fn is_none(&self) -> bool {
        self.accounts.is_empty() && self.functions.is_empty()
    }

    /// Whether this account is excluded, with the function it has now. Where a function is excluded, an AF without a
    /// known function is excluded too: they could be the person meant.
    #[must_use]
    pub fn excludes(&self, who: &AccountId, function: Option<&FunctionId>) -> bool {
        let by_function = || function.is_none_or(|function| self.functions.contains(function));
        self.names(who) || (!self.functions.is_empty() && !self.lifted.contains(who) && by_function())
    }

    /// Whether this account itself is named, whatever its function.
    #[must_use]
    pub fn names(&self, who: &AccountId) -> bool {
        self.accounts.contains(who)
    }

    /// The functions that are excluded.
    #[must_use]
    pub fn functions(&self) -> &[FunctionId] {
        &self.functions
    }

    /// Names an account.
    pub fn exclude(&mut self, who: &AccountId) {
        self.lifted.retain(|one| one != who);
        if !self.names(who) {
            self.accounts.push(who.clone());
        }
    }

    /// Lets an account in again.
    pub fn lift(&mut self, who: &AccountId) {
        self.accounts.retain(|one| one != who);
        if !self.functions.is_empty() && !self.lifted.contains(who) {
            self.lifted.push(who.clone());
        }
    }
}

/// An AF and a reason: to exclude, or to lift that.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Exclusion {
    /// The AF to exclude, or to let in again.
    #[serde(rename = "wie")]
    pub who: AccountId,
    /// Why, for the AFs of the case.
    #[serde(rename = "reden")]
    pub reason: Prose,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lifting_holds_for_one_account_until_it_is_excluded_again() {
        let (one, two) = (AccountId::from_bytes(&[1; 16]), AccountId::from_bytes(&[2; 16]));
        let wmo = FunctionId::parse("wmo").unwrap();
        let mut exclusions = Exclusions::of_functions(vec![wmo.clone()]);
        assert!(exclusions.excludes(&one, Some(&wmo)) && exclusions.excludes(&one, None));
        exclusions.lift(&one);
        assert!(!exclusions.excludes(&one, Some(&wmo)) && exclusions.excludes(&two, Some(&wmo)));
        exclusions.exclude(&one);
        assert!(exclusions.excludes(&one, Some(&FunctionId::parse("ander").unwrap())));
    }

    #[test]
    fn nobody_is_excluded_where_nothing_is_said() {
        let none: Exclusions = serde_json::from_str("{}").unwrap();
        assert!(none.is_none() && !none.excludes(&AccountId::from_bytes(&[1; 16]), None));
        assert_eq!(serde_json::to_string(&none).unwrap(), "{}");
    }
}
