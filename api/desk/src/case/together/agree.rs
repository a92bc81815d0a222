//! The second AF.
use super::stored::{self, Agreed, Proposed};
use crate::Desk;
use kit::Failure;
use shared::{
    access::{Colleague, Viewer},
    case::{Refusal, together::may_agree},
    id::TogetherId,
};

/// Another AF agrees. That covers the selected reports that this AF may see; the others stay open.
///
/// # Errors
/// [`Refusal::NothingProposed`], also for a proposal of which the AF may see nothing; [`Refusal::OtherOfficerNeeded`];
/// [`Refusal::AlreadySo`]; [`Failure::Unavailable`].
pub fn agree(desk: &Desk, viewer: &Viewer, id: &TogetherId) -> Result<(), Failure> {
    let now = desk.now();
    stored::change_one(desk, id, |proposed| {
        may_know(viewer, proposed)?;
        by_another(viewer, proposed)?;
        if proposed.agreed.is_some() {
            return Err(Refusal::AlreadySo.into());
        }
        let by = viewer.me.clone();
        proposed.agreed = Some(Agreed { by, at: now, upto: 0, closed: Default::default(), ended: None });
        Ok(())
    })
}

/// The AF who proposed it takes it back, or another one does not agree.
///
/// # Errors
/// As [`agree`].
pub fn reject(desk: &Desk, viewer: &Viewer, id: &TogetherId) -> Result<(), Failure> {
    if let Some(proposed) = stored::read(desk)?.iter().find(|one| one.id == *id) {
        may_know(viewer, proposed)?;
    }
    stored::remove(desk, id)
}

/// Whether this AF would be the second one: the first is somebody else, and can still log in. Otherwise the proposal of
/// somebody who was blocked meanwhile would need one person only.
pub(super) fn by_another(viewer: &Viewer, proposed: &Proposed) -> Result<(), Refusal> {
    may_agree(&viewer.me, &proposed.by)?;
    let is_there = |one: &Colleague| one.id == proposed.by && one.active;
    if viewer.officers.iter().any(is_there) { Ok(()) } else { Err(Refusal::OtherOfficerNeeded) }
}

/// Whether the AF may know of any report in it: of another proposal nothing is said.
pub(super) fn may_know(viewer: &Viewer, proposed: &Proposed) -> Result<(), Failure> {
    if proposed.chosen.known_to(viewer) > 0 { Ok(()) } else { Err(Refusal::NothingProposed.into()) }
}
