//! The AF who looks at a case, and whether they may.
use super::stored::{Succession, stored};
use crate::{
    Desk,
    account::{self, StoredAccount},
    case,
    login::session::Session,
};
use kit::{Failure, store::Standing};
use shared::{
    access::{Action, Relation, Viewer, may},
    case::{Case, Row},
    contract::{Opening, StandIn},
    id::{AccountId, CaseId},
};

/// The AF who looks, with all that the rules need to know. `accounts` are all accounts.
///
/// # Errors
/// [`Failure::Unavailable`], [`Failure::Unreadable`], and as [`account::colleagues`].
pub fn viewer(desk: &Desk, me: &AccountId, accounts: &[StoredAccount]) -> Result<Viewer, Failure> {
    let (relations, today) = (stored(desk)?, desk.now().day());
    let mine = |one: &&StandIn| one.by == *me && (one.from..=one.until).contains(&today);
    let of_mine = |wanted: fn(&StandIn) -> bool| {
        let all = relations.stand_ins.iter().filter(mine).filter(|one| wanted(one));
        all.map(|one| one.of.clone()).collect()
    };
    let opened = |one: &&Opening| one.who == *me && one.until == today;
    let took = |one: &&Succession| one.to == *me && still_holds(one, accounts);
    Ok(Viewer {
        me: me.clone(),
        today,
        officers: account::colleagues(desk, accounts)?,
        stands_in_for: of_mine(|one| one.started.is_none()),
        covers_for: of_mine(|one| one.started.is_some()),
        succeeds: relations.successors.iter().filter(took).map(|one| one.from.clone()).collect(),
        opened: relations.openings.iter().filter(opened).map(|one| one.case.clone()).collect(),
    })
}

/// The stand-ins of today.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn of_today(desk: &Desk) -> Result<Vec<StandIn>, Failure> {
    let today = desk.now().day();
    Ok(stored(desk)?.stand_ins.into_iter().filter(|one| (one.from..=one.until).contains(&today)).collect())
}

/// The numbers of the cases that this AF opened today by break-glass.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn opened(desk: &Desk, viewer: &Viewer) -> Result<Vec<u32>, Failure> {
    let mine = |one: &&Opening| one.who == viewer.me && one.until == viewer.today;
    Ok(stored(desk)?.openings.iter().filter(mine).map(|one| one.number.sequence).collect())
}

/// Whether somebody still sees what they took over. An AF who handed over their own cases meant it to last. Cases of a
/// colleague who left were taken, so that ends when the colleague is not blocked any more.
fn still_holds(one: &Succession, accounts: &[StoredAccount]) -> bool {
    if one.by.as_ref() == Some(&one.from) {
        return true;
    }
    let of = accounts.iter().find(|account| account.id == one.from);
    match one.by {
        Some(_) => of.is_some_and(|account| account.departure().is_some()),
        None => of.is_some_and(StoredAccount::is_blocked),
    }
}

/// A case that may be seen, and by whom.
pub struct Seen {
    /// The case, ready to be replaced.
    pub standing: Standing<Case>,
    /// The AF who looks.
    pub viewer: Viewer,
    /// The relation of this AF to the case.
    pub relation: Relation,
}

/// The case with this id, if `who` may do this with it.
///
/// # Errors
/// A 404 when there is none. The same 404 when `who` may not.
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
