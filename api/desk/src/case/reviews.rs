//! The list of days on which something is looked at again. The case is the truth; this follows from it, so that an AF
//! sees on their list that such a day has come, also of a closed case.
use super::{followed::Followed, lines};
use crate::Desk;
use kit::{
    Failure,
    store::cell::{self, Cases, Cell},
};
use shared::{
    access::{Action, Reader, Role, Viewer, may},
    case::{Case, Comeback, Event, OpenReview, RightsEvent, open_reviews},
    id::CaseNumber,
};

/// The cell of the list.
pub(super) const REVIEWS: Cell<Cases, Vec<OpenReview>> = cell::reviews();

const LIST: Followed<'_, OpenReview> =
    Followed { cell: &REVIEWS, marks: &|row| row.review.is_some(), entries: &open_reviews, lasts: &|_| true };

/// All days on which informing is looked at again, the first first. An AF sees those of cases they may act on, the FG
/// all.
///
/// # Errors
/// [`Failure::Unavailable`], [`Failure::Unreadable`].
pub fn open(desk: &Desk, to: &Reader) -> Result<Vec<OpenReview>, Failure> {
    let mut open = Vec::new();
    for review in LIST.read(desk)?.into_iter().filter(|review| review.why == Comeback::Informing) {
        let shown = match to {
            Reader::Officer(viewer) => may_act(desk, viewer, review.number)?,
            Reader::PrivacyOfficer => true,
        };
        if shown {
            open.push(review);
        }
    }
    open.sort_by_key(|review| (review.on, review.number.sequence));
    Ok(open)
}

/// Those of today or earlier for this AF, the first day first.
///
/// # Errors
/// [`Failure::Unavailable`], [`Failure::Unreadable`].
pub fn due(desk: &Desk, viewer: &Viewer) -> Result<Vec<OpenReview>, Failure> {
    let (mut due, today) = (Vec::new(), desk.now().day());
    for review in LIST.read(desk)?.into_iter().filter(|review| review.on <= today) {
        if may_act(desk, viewer, review.number)? {
            due.push(review);
        }
    }
    due.sort_by_key(|review| (review.on, review.number.sequence));
    Ok(due)
}

/// The closed cases to which a melder added something that no AF did anything with.
pub(crate) fn late_additions(desk: &Desk) -> Result<Vec<CaseNumber>, Failure> {
    let late = LIST.read(desk)?.into_iter().filter(|review| review.why == Comeback::Addition);
    Ok(late.map(|review| review.number).collect())
}

fn may_act(desk: &Desk, viewer: &Viewer, number: CaseNumber) -> Result<bool, Failure> {
    let row = lines::row(desk, number.sequence).or_else(|failure| failure.unless_damaged(None))?;
    Ok(row.is_some_and(|row| may(Some(Role::Officer), Action::Rights, viewer.relation(&row))))
}

/// Brings the list in line with a case. One in which nothing was ever put off or added is not looked for.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn follow(desk: &Desk, case: &Case) -> Result<(), Failure> {
    let defers = |event: &Event| matches!(event, Event::Rights(RightsEvent::InformingDeferred(_)));
    let is_listed = case.entries().iter().any(|entry| defers(&entry.event)) || case.additions().next().is_some();
    if is_listed { LIST.follow(desk, case) } else { Ok(()) }
}
