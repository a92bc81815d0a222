//! The AFs and functions that may not know of a case: a colleague it is about, or an AF whose own report it is.
use crate::{
    id::{AccountId, FunctionId},
    moment::Day,
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
    /// Exclusions by one AF that a second person has not confirmed.
    #[serde(rename = "voorlopig", skip_serializing_if = "Vec::is_empty")]
    provisional: Vec<Provisional>,
}

/// An exclusion that works already and lapses unless a second person confirms it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Provisional {
    #[serde(rename = "wie")]
    who: AccountId,
    /// The last day on which it works.
    #[serde(rename = "totEnMet")]
    until: Day,
}

impl Exclusions {
    /// Exclusions of functions alone.
    #[must_use]
    pub fn of_functions(functions: Vec<FunctionId>) -> Self {
        Self { functions, ..Self::default() }
    }

    /// Nobody is excluded, and nobody was provisionally.
    #[must_use]
    pub fn is_none(&self) -> bool {
        self.accounts.is_empty() && self.functions.is_empty() && self.provisional.is_empty()
    }

    /// Whether this account is excluded today, with the function it has now. Where a function is excluded, an AF
    /// without a known function is excluded too: they could be the person meant.
    #[must_use]
    pub fn excludes(&self, who: &AccountId, function: Option<&FunctionId>, today: Day) -> bool {
        let by_function = || function.is_none_or(|function| self.functions.contains(function));
        let named = self.names(who) || self.names_provisionally(who, today);
        named || (!self.functions.is_empty() && !self.lifted.contains(who) && by_function())
    }

    /// Whether this account is excluded today by one AF, without a second person so far.
    #[must_use]
    pub fn names_provisionally(&self, who: &AccountId, today: Day) -> bool {
        self.provisional.iter().any(|one| one.who == *who && today <= one.until)
    }

    /// The last day of a provisional exclusion of this account, if there is one; it may be over.
    #[must_use]
    pub fn provisionally_until(&self, who: &AccountId) -> Option<Day> {
        self.provisional.iter().find(|one| one.who == *who).map(|one| one.until)
    }

    /// Whether an exclusion works today that waits for a second person.
    #[must_use]
    pub fn awaits_second(&self, today: Day) -> bool {
        self.provisional.iter().any(|one| today <= one.until)
    }

    /// Whether this account itself is named, whatever its function. Provisional exclusions do not count.
    #[must_use]
    pub fn names(&self, who: &AccountId) -> bool {
        self.accounts.contains(who)
    }

    /// The functions that are excluded.
    #[must_use]
    pub fn functions(&self) -> &[FunctionId] {
        &self.functions
    }

    /// Names an account until the end of this day.
    pub fn exclude_until(&mut self, who: &AccountId, until: Day) {
        self.provisional.retain(|one| one.who != *who);
        self.provisional.push(Provisional { who: who.clone(), until });
    }

    /// Nobody agreed to the exclusion of this account by one AF: it ends.
    pub fn end_provisional(&mut self, who: &AccountId) {
        self.provisional.retain(|one| one.who != *who);
    }

    /// Names an account.
    pub fn exclude(&mut self, who: &AccountId) {
        self.provisional.retain(|one| one.who != *who);
        self.lifted.retain(|one| one != who);
        if !self.names(who) {
            self.accounts.push(who.clone());
        }
    }

    /// Lets an account in again.
    pub fn lift(&mut self, who: &AccountId) {
        self.accounts.retain(|one| one != who);
        self.provisional.retain(|one| one.who != *who);
        if !self.functions.is_empty() && !self.lifted.contains(who) {
            self.lifted.push(who.clone());
        }
    }
}

/// The exclusion of a colleague by one AF. It waits for a second person, and works meanwhile if `until` says so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ProposedExclusion {
    /// Which AF.
    #[serde(rename = "wie")]
    pub who: AccountId,
    /// Why, for the AFs of the case.
    #[serde(rename = "reden")]
    pub reason: Prose,
    /// The last day on which it works without a second person. None where no other AF would be left meanwhile: then it
    /// works only once it is confirmed.
    #[serde(rename = "voorlopigTotEnMet", default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
}

impl ProposedExclusion {
    /// Whether it works today, without a second person.
    #[must_use]
    pub fn works_on(&self, today: Day) -> bool {
        self.until.is_some_and(|until| today <= until)
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

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn lifting_holds_for_one_account_until_it_is_excluded_again() {
        let (one, two) = (AccountId::from_bytes(&[1; 16]), AccountId::from_bytes(&[2; 16]));
        let (wmo, today) = (FunctionId::parse("wmo").unwrap(), day("2026-05-01"));
        let mut exclusions = Exclusions::of_functions(vec![wmo.clone()]);
        assert!(exclusions.excludes(&one, Some(&wmo), today) && exclusions.excludes(&one, None, today));
        exclusions.lift(&one);
        assert!(!exclusions.excludes(&one, Some(&wmo), today) && exclusions.excludes(&two, Some(&wmo), today));
        exclusions.exclude(&one);
        assert!(exclusions.excludes(&one, Some(&FunctionId::parse("ander").unwrap()), today));
    }

    #[test]
    fn a_provisional_exclusion_lapses_unless_it_is_confirmed() {
        let (one, mut exclusions) = (AccountId::from_bytes(&[1; 16]), Exclusions::default());
        exclusions.exclude_until(&one, day("2026-05-07"));
        let on = |exclusions: &Exclusions, text| exclusions.excludes(&one, None, day(text));
        assert!(on(&exclusions, "2026-05-01") && on(&exclusions, "2026-05-07") && !on(&exclusions, "2026-05-08"));
        assert!(!exclusions.names(&one) && !exclusions.is_none());
        let stored = serde_json::to_string(&exclusions).unwrap();
        assert_eq!(serde_json::from_str::<Exclusions>(&stored).unwrap(), exclusions);
        exclusions.exclude(&one);
        assert!(on(&exclusions, "2026-05-08") && !exclusions.awaits_second(day("2026-05-01")));
        exclusions.lift(&one);
        assert!(exclusions.is_none());
    }

    #[test]
    fn nobody_is_excluded_where_nothing_is_said() {
        let none: Exclusions = serde_json::from_str("{}").unwrap();
        assert!(none.is_none() && !none.excludes(&AccountId::from_bytes(&[1; 16]), None, day("2026-05-01")));
        assert_eq!(serde_json::to_string(&none).unwrap(), "{}");
    }
}
