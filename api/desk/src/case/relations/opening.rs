//! Break-glass: an AF opens the case of a colleague, with a reason.
use super::{
    seen::see,
    stored::{StoredRelations, stored},
};
use crate::{Desk, login::session::Session};
use kit::{Failure, store::Change};
use shared::{
    access::Action,
    contract::Opening,
    id::CaseId,
    moment::{Day, Moment},
    text::Line,
};

/// How long an opening is on the FG's page, in days. Its line in the audit stays.
const SHOWN_DAYS: i64 = 90;
/// The most that are kept there.
const MOST: usize = 500;

/// Break-glass: opens a colleague's case for the AF who asks, until the end of this day. A case that they already
/// opened today stays open, with the first reason.
///
/// # Errors
/// A 404 for a case that may not be opened: it does not exist, the AF may see it anyway, or the AF is excluded.
pub fn open(desk: &Desk, who: &Session, id: &CaseId, reason: Line) -> Result<Opening, Failure> {
    let seen = see(desk, who, id, Action::BreakGlass)?;
    let now = desk.now();
    let opening = Opening {
        case: id.clone(),
        number: seen.standing.value.origins().number,
        who: who.account.clone(),
        at: now,
        until: now.day(),
        reason,
    };
    desk.cases.update(&StoredRelations::CELL, |stored| {
        let mut relations = stored.unwrap_or_default();
        let same = |one: &&Opening| one.case == opening.case && one.who == opening.who && one.until == opening.until;
        if let Some(earlier) = relations.openings.iter().find(same) {
            return Ok(Change::Keep(earlier.clone()));
        }
        relations.openings.retain(|one| is_recent(one.at, now.day()));
        relations.openings.push(opening.clone());
        let over = relations.openings.len().saturating_sub(MOST);
        relations.openings.drain(..over);
        Ok(Change::Write(relations, opening.clone()))
    })
}

fn is_recent(at: Moment, today: Day) -> bool {
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
