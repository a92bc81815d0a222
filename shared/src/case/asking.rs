//! Who asks colleagues to agree to something, for the lines of the worklist.
use super::{ActKind, Case, Pending, Proposal};
use crate::{id::AccountId, moment::Day};
use serde::{Deserialize, Serialize};

/// A proposal that waits for a second person, without its content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Asking {
    /// Who proposed it, and cannot agree to it.
    #[serde(rename = "door")]
    pub by: AccountId,
    /// The last day on which somebody can agree, if there is one.
    #[serde(rename = "totEnMet", default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
    /// Who can agree to it, where not everybody can: those who were at the werkoverleg.
    #[serde(rename = "alleen", default, skip_serializing_if = "Vec::is_empty")]
    pub only: Vec<AccountId>,
}

impl Asking {
    /// Whether it asks this AF today.
    #[must_use]
    pub fn asks(&self, who: &AccountId, today: Day) -> bool {
        self.may_answer(who) && self.until.is_none_or(|until| today <= until)
    }

    /// Whether it asks this AF, whatever day it is.
    #[must_use]
    pub fn may_answer(&self, who: &AccountId) -> bool {
        self.by != *who && (self.only.is_empty() || self.only.contains(who))
    }
}

/// Those of a case. While processing is restricted only what goes on then can be agreed to.
pub(super) fn asking(case: &Case) -> Vec<Asking> {
    let restricted = case.rights().is_restricted();
    let goes_on = |pending: &&Pending| !restricted || ActKind::proposing(&pending.proposal).goes_on_when_restricted();
    let of = |pending: &Pending| {
        let until = if let Proposal::Exclude(proposed) = &pending.proposal { proposed.until } else { None };
        let only = if let Proposal::Ruling(ruling) = &pending.proposal { ruling.present.clone() } else { Vec::new() };
        Asking { by: pending.by.clone(), until, only }
    };
    case.pending().iter().filter(goes_on).map(of).collect()
}
