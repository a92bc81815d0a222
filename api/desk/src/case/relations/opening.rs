//! Break-glass: an AF opens the case of a colleague, with a reason.
use super::{
    seen::see,
    stored::{StoredRelations, stored},
};
use crate::{
    Desk,
    case::{Saved, load::load, save::save},
    login::session::Session,
};
use kit::{
    Failure,
    store::{Change, Standing},
};
use shared::{
    access::Action,
    case::{Case, Entry, Event, notes::BreakGlass},
    contract::Opening,
    id::CaseId,
    moment::{Day, Moment},
};

/// How long an opening is on the FG's page, in days. Its line in the audit stays.
const SHOWN_DAYS: i64 = 90;
/// The most that are kept there.
const MOST: usize = 500;
/// How often it is noted again when somebody changed the case meanwhile.
const ATTEMPTS: usize = 5;

/// Break-glass: opens a colleague's case for the AF who asks, until the end of this day. A case that they already
/// opened today stays open, with the first reason. The reason in words is an event of the case: it is sealed with the
/// case's key, and goes with it.
///
/// # Errors
/// A 404 for a case that may not be opened: it does not exist, the AF may see it anyway, or the AF is excluded.
pub fn open(desk: &Desk, who: &Session, id: &CaseId, reason: BreakGlass) -> Result<Opening, Failure> {
    let seen = see(desk, who, id, Action::BreakGlass)?;
    let now = desk.now();
    let opening = Opening {
        case: id.clone(),
        number: seen.standing.value.origins().number,
        who: who.account.clone(),
        at: now,
        until: now.day(),
        why: reason.why,
    };
    if let Some(earlier) = stored(desk)?.openings.into_iter().find(|one| is_same(one, &opening)) {
        return Ok(earlier);
    }
    note(desk, seen.standing, &Entry { at: now, by: who.account.clone(), event: Event::Opened(reason) })?;
    desk.cases.update(&StoredRelations::CELL, |stored| {
        let mut relations = stored.unwrap_or_default();
        if let Some(earlier) = relations.openings.iter().find(|one| is_same(one, &opening)) {
            return Ok(Change::Keep(earlier.clone()));
        }
        relations.openings.retain(|one| is_recent(one.at, now.day()));
        relations.openings.push(opening.clone());
        let over = relations.openings.len().saturating_sub(MOST);
        relations.openings.drain(..over);
        Ok(Change::Write(relations, opening.clone()))
    })
}

/// Notes in the case that somebody opened it, or a part of it, before it can be seen. Somebody who changes the case at
/// the same moment loses nothing. Gives the case with it.
///
/// # Errors
/// [`Failure::Unavailable`]; a problem that says to try again.
pub(in crate::case) fn note(desk: &Desk, standing: Standing<Case>, entry: &Entry) -> Result<Case, Failure> {
    note_unless(desk, standing, entry, |_| Ok(false))
}

/// The same, unless the case says so already: then it gives the case as it is.
///
/// # Errors
/// As [`note`]; those of `says_so`.
pub(in crate::case) fn note_unless(
    desk: &Desk,
    mut standing: Standing<Case>,
    entry: &Entry,
    says_so: impl Fn(&Case) -> Result<bool, Failure>,
) -> Result<Case, Failure> {
    for _attempt in 0..ATTEMPTS {
        if says_so(&standing.value)? {
            return Ok(standing.value);
        }
        match save(desk, &standing, entry.clone())? {
            Saved::Done(case) => return Ok(*case),
            Saved::Stale => standing = load(desk, &standing.value.origins().id)?,
        }
    }
    Err(Failure::busy())
}

fn is_same(one: &Opening, other: &Opening) -> bool {
    one.case == other.case && one.who == other.who && one.until == other.until
}

/// Whether it is still on the FG's page.
pub(super) fn is_recent(at: Moment, today: Day) -> bool {
    (today - at.day()).num_days() <= SHOWN_DAYS
}

/// The recent openings, newest first.
///
/// # Errors
/// [`Failure::Unavailable`], [`Failure::Unreadable`].
pub fn openings(desk: &Desk) -> Result<Vec<Opening>, Failure> {
    let (mut openings, today) = (stored(desk)?.openings, desk.now().day());
    openings.retain(|one| is_recent(one.at, today));
    openings.reverse();
    Ok(openings)
}
