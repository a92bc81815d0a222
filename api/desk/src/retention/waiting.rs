use super::register;
use crate::{Desk, case};
use kit::Failure;
use shared::{
    access::{Action, Role, Viewer, may},
    case::{Row, destruction::ProposedDestruction},
    id::CaseNumber,
};

/// Proposals that wait for a second person, and the numbers of cases whose destruction stopped half-way. `to`: the AF
/// who asks; they see the proposals they may agree to. An FG sees all of them.
///
/// # Errors
/// [`Failure::Unavailable`], [`Failure::Unreadable`].
pub fn waiting(desk: &Desk, to: Option<&Viewer>) -> Result<(Vec<ProposedDestruction>, Vec<CaseNumber>), Failure> {
    let (mut proposals, mut under_way) = (Vec::new(), Vec::new());
    for open in register::read(desk)?.open {
        let number = open.proposal.number;
        let row = if to.is_some() { case::numbered(desk, number.sequence)? } else { None };
        let going = open.approved.as_ref().map(|approved| approved.going.as_ref());
        match (going, to) {
            (None, None) => proposals.push(open.proposal),
            (None, Some(viewer)) if may_agree(viewer, row.as_ref()) => proposals.push(open.proposal),
            (None, Some(_)) => {}
            (Some(_), None) => under_way.push(number),
            (Some(going), Some(viewer)) => {
                let by_row = row.as_ref().is_some_and(|row| viewer.excludes(row, &viewer.me));
                let known = going.map(|going| viewer.keeps_out(&going.exclusions, &viewer.me));
                // a case that is no longer on the list, with unknown exclusions, is not shown
                if !by_row && !known.unwrap_or(row.is_none()) {
                    under_way.push(number);
                }
            }
        }
    }
    Ok((proposals, under_way))
}

fn may_agree(viewer: &Viewer, row: Option<&Row>) -> bool {
    row.is_some_and(|row| may(Some(Role::Officer), Action::Destroy, viewer.relation(row)))
}
