//! The list of links to questions to KMT. The case is the truth; this follows from it, so that a link leads to its
//! case.
use super::followed::{Followed, Listed};
use crate::Desk;
use kit::{
    Failure,
    store::cell::{self, Cases, Cell},
};
use shared::{
    case::{
        Case,
        kmt::{OpenLink, open_links},
    },
    id::{AccountId, CaseId, LinkKey, Revision},
    moment::Day,
};

/// The cell of the list of links.
pub(super) const LINKS: Cell<Cases, Vec<OpenLink>> = cell::kmt_links();

impl Listed for OpenLink {
    fn of(&self) -> (&CaseId, Revision) {
        (&self.case, self.revision)
    }
}

/// The list as it is on this day: a link that is over is taken off at the next change.
fn with_list<R>(today: Day, work: impl FnOnce(&Followed<'_, OpenLink>) -> R) -> R {
    work(&Followed {
        cell: &LINKS,
        marks: &|row| row.kmt.is_some_and(|kmt| kmt.has_link()),
        entries: &open_links,
        lasts: &|one| today <= one.until,
    })
}

/// Brings the list in line with a case. A case in which KMT was never asked is not looked for.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn follow(desk: &Desk, case: &Case) -> Result<(), Failure> {
    if case.kmt().is_empty() { Ok(()) } else { with_list(desk.now().day(), |list| list.follow(desk, case)) }
}

/// The case that a link leads to today.
///
/// # Errors
/// [`Failure::Unavailable`], [`Failure::Unreadable`].
pub(super) fn case_of(desk: &Desk, link: &LinkKey) -> Result<Option<CaseId>, Failure> {
    let list = with_list(desk.now().day(), |list| list.read(desk))?;
    Ok(list.into_iter().find(|one| one.link == *link).map(|one| one.case))
}

/// The questions that an adviser with this account was asked, and that are not over by their day.
///
/// # Errors
/// [`Failure::Unavailable`], [`Failure::Unreadable`].
pub(super) fn of_account(desk: &Desk, account: &AccountId) -> Result<Vec<OpenLink>, Failure> {
    let mut list = with_list(desk.now().day(), |list| list.read(desk))?;
    list.retain(|one| one.adviser.as_ref() == Some(account));
    Ok(list)
}
