//! The list of data subjects' requests that are still to be decided. The case is the truth; this follows from it, so
//! that the FG sees that there is a request without anything of a case being read.
use super::{followed::Followed, lines};
use crate::Desk;
use kit::{
    Failure,
    store::cell::{self, Cases, Cell},
};
use shared::{
    access::{Action, Reader, Role, Viewer, may},
    case::{Case, OpenRequest, open_requests},
};

/// The cell of the request list.
pub(super) const REQUESTS: Cell<Cases, Vec<OpenRequest>> = cell::requests();

const LIST: Followed<'_, OpenRequest> =
    Followed { cell: &REQUESTS, marks: &|row| row.requests > 0, entries: &open_requests, lasts: &|_| true };

/// All of them, first to be answered first. An AF sees requests on cases they may act on.
///
/// # Errors
/// [`Failure::Unavailable`], [`Failure::Unreadable`].
pub fn open(desk: &Desk, to: &Reader) -> Result<Vec<OpenRequest>, Failure> {
    let mut open = Vec::new();
    for request in LIST.read(desk)? {
        let shown = match to {
            Reader::Officer(viewer) => may_answer(desk, viewer, &request)?,
            Reader::PrivacyOfficer => true,
        };
        if shown {
            open.push(request);
        }
    }
    open.sort_by_key(|request| (request.answer_by, request.number.sequence, request.request));
    Ok(open)
}

fn may_answer(desk: &Desk, viewer: &Viewer, request: &OpenRequest) -> Result<bool, Failure> {
    let row = lines::row(desk, request.number.sequence).or_else(|failure| failure.unless_damaged(None))?;
    Ok(row.is_some_and(|row| may(Some(Role::Officer), Action::Rights, viewer.relation(&row))))
}

/// Brings the list in line with a case. A case that never had a request is not looked for.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn follow(desk: &Desk, case: &Case) -> Result<(), Failure> {
    if case.rights().requests().is_empty() {
        return Ok(());
    }
    LIST.follow(desk, case)
}
