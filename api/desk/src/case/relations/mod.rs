//! How AFs stand to cases: who stands in for whom, what was opened by break-glass, and what follows from it for every
//! look at a case. The rules are in [`shared::access`]; here is what they need to know.
//!
//! Every handler that reads a case or a list of them goes through here: [`see`] for one case, [`Viewer::relation`] for
//! lines.
mod hand_over;
mod opening;
mod stand_in;
#[cfg(test)]
mod tests;

pub use hand_over::hand_over;
pub use opening::{open, openings};
pub use stand_in::{add, end, mine};

use crate::{
    Desk,
    account::{self, StoredAccount},
    case,
    login::session::Session,
};
use kit::{
    Failure,
    store::{
        Standing,
        cell::{self, Cases, Cell},
    },
};
use serde::{Deserialize, Serialize};
use shared::{
    access::{Action, Colleague, Relation, Viewer, may},
    case::{Case, Row},
    contract::{Opening, StandIn},
    id::{AccountId, CaseId},
};

/// All of it in one record, because it is little and every look needs it.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
struct StoredRelations {
    /// Who stands in for whom; those that are over go with the next change.
    #[serde(rename = "waarnemingen")]
    stand_ins: Vec<StandIn>,
    /// Who took over from whom: the closed cases of a colleague who left follow from this.
    #[serde(rename = "opvolgers")]
    successors: Vec<Succession>,
    /// What was opened with a reason, oldest first.
    #[serde(rename = "noodtoegang")]
    openings: Vec<Opening>,
}

impl StoredRelations {
    const CELL: Cell<Cases, Self> = cell::relations();
}

/// Somebody took over from somebody.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Succession {
    #[serde(rename = "van")]
    from: AccountId,
    #[serde(rename = "aan")]
    to: AccountId,
}

fn stored(desk: &Desk) -> Result<StoredRelations, Failure> {
    Ok(desk.cases.get(&StoredRelations::CELL)?.unwrap_or_default())
}

/// Who looks, with all that the rules ask. `accounts`: all of them, where the caller has read them already.
///
/// # Errors
/// [`Failure::Unavailable`], [`Failure::Unreadable`], and as [`account::colleagues`].
pub fn viewer(desk: &Desk, me: &AccountId, accounts: &[StoredAccount]) -> Result<Viewer, Failure> {
    let (relations, today) = (stored(desk)?, desk.now().day());
    let mine = |one: &&StandIn| one.by == *me && (one.from..=one.until).contains(&today);
    let opened = |one: &&Opening| one.who == *me && one.until == today;
    let took = |one: &&Succession| one.to == *me;
    Ok(Viewer {
        me: me.clone(),
        officers: account::colleagues(desk, accounts)?,
        stands_in_for: relations.stand_ins.iter().filter(mine).map(|one| one.of.clone()).collect(),
        succeeds: relations.successors.iter().filter(took).map(|one| one.from.clone()).collect(),
        opened: relations.openings.iter().filter(opened).map(|one| one.case.clone()).collect(),
    })
}

/// A case that may be seen, and by whom.
pub struct Seen {
    /// The case, ready to be replaced.
    pub standing: Standing<Case>,
    /// Who looks.
    pub viewer: Viewer,
    /// How that AF stands to it.
    pub relation: Relation,
}

/// The case with this id, for who may do this with it.
///
/// # Errors
/// A 404 when there is none, and the same when it is not for the one who asks.
pub fn see(desk: &Desk, who: &Session, id: &CaseId, action: Action) -> Result<Seen, Failure> {
    let standing = case::load(desk, id)?;
    let viewer = viewer(desk, &who.account, &account::all(desk)?)?;
    let relation = viewer.relation(&Row::of(&standing.value));
    if may(Some(who.role), action, relation) {
        Ok(Seen { standing, viewer, relation })
    } else {
        Err(Failure::not_found())
    }
}

/// Open cases that no AF who can log in may see: nobody would notice them. Their numbers, in order.
///
/// # Errors
/// [`Failure::Unavailable`], [`Failure::Unreadable`].
pub fn without_officer(desk: &Desk) -> Result<Vec<shared::id::CaseNumber>, Failure> {
    let officers = account::colleagues(desk, &account::all(desk)?)?;
    let left = |row: &Row| {
        let excluded = |one: &Colleague| row.exclusions.excludes(&one.id, one.function.as_ref());
        officers.iter().any(|one| one.active && !excluded(one))
    };
    let rows = case::open_rows(desk)?;
    let mut numbers: Vec<_> = rows.iter().filter(|row| !left(row)).map(|row| row.number).collect();
    numbers.sort_unstable();
    Ok(numbers)
}
