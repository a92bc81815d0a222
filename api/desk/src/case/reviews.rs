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
    case::{Case, Event, OpenReview, RightsEvent, open_review},
    id::CaseNumber,
};

/// The cell of the list.
pub(super) const REVIEWS: Cell<Cases, Vec<OpenReview>> = cell::reviews();

const LIST: Followed<'_, OpenReview> = Followed {
    cell: &REVIEWS,
    marks: &|row| row.review.is_some(),
    entries: &|case| open_review(case).into_iter().collect(),
    lasts: &|_| true,
};

/// All of them, the first day first. An AF sees those of cases they may act on, the FG all.
///
/// # Errors
/// [`Failure::Unavailable`], [`Failure::Unreadable`].
pub fn open(desk: &Desk, to: &Reader) -> Result<Vec<OpenReview>, Failure> {
    let mut open = Vec::new();
    for review in LIST.read(desk)? {
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

/// How many there are for this AF today or earlier.
///
/// # Errors
/// [`Failure::Unavailable`], [`Failure::Unreadable`].
pub fn due(desk: &Desk, viewer: &Viewer) -> Result<usize, Failure> {
    let today = desk.now().day();
    let mut due = 0;
    for review in LIST.read(desk)?.iter().filter(|review| review.on <= today) {
        due += usize::from(may_act(desk, viewer, review.number)?);
    }
    Ok(due)
}

fn may_act(desk: &Desk, viewer: &Viewer, number: CaseNumber) -> Result<bool, Failure> {
    let row = lines::row(desk, number.sequence).or_else(|failure| failure.unless_damaged(None))?;
    Ok(row.is_some_and(|row| may(Some(Role::Officer), Action::Rights, viewer.relation(&row))))
}

/// Brings the list in line with a case. A case in which nothing was ever put off is not looked for.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn follow(desk: &Desk, case: &Case) -> Result<(), Failure> {
    let defers = |event: &Event| matches!(event, Event::Rights(RightsEvent::InformingDeferred(_)));
    if case.entries().iter().any(|entry| defers(&entry.event)) { LIST.follow(desk, case) } else { Ok(()) }
}
