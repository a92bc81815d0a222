//! A copy of what guards a case, kept beside the case's key. The backup of the keys is always the newest, so after an
//! older copy of the cases was put back, nobody sees a case that they were excluded from since, and no hold is gone.
//!
//! What is decided is noted before the case is written, and what is lifted after it. So an interruption leaves a guard
//! that says too much, never one that says too little; the next look at the case repairs it.
use super::keys::StoredKey;
use crate::Desk;
use kit::{
    Failure,
    store::{
        Change,
        cell::{self, Cell, Keys},
    },
};
use shared::{
    case::{Case, Guard},
    id::CaseId,
};

/// The cell of the guard of this case.
pub(super) fn stored(id: &CaseId) -> Cell<Keys, Guard> {
    cell::guard(id)
}

/// Notes what the case is about to be guarded with.
///
/// # Errors
/// [`Failure::Unavailable`]: then the case is not written either.
pub(super) fn raise(desk: &Desk, before: &Case, after: &Case) -> Result<(), Failure> {
    let (was, will) = (Guard::of(before), Guard::of(after));
    if will.is_like(&was) || was.clone().and(will.clone()).is_like(&was) {
        return Ok(());
    }
    let cell = stored(&after.origins().id);
    let both = will.and(was);
    let work = || {
        desk.keys.update(&cell, |stored| {
            Ok(Change::Write(stored.map_or_else(|| both.clone(), |stored| both.clone().and(stored)), ()))
        })
    };
    // one that cannot be read: everything that there is to say of this case is in the two
    desk.healed_in(&desk.keys, &cell, || Ok(both.clone()), work)
}

/// Brings the guard in line with a case that was written or read. A case that never had one is not looked for.
///
/// # Errors
/// [`Failure::Unavailable`].
pub(super) fn follow(desk: &Desk, case: &Case) -> Result<(), Failure> {
    let id = &case.origins().id;
    if !Guard::was_ever(case) || !desk.keys.exists(&StoredKey::cell(id))? {
        return Ok(());
    }
    let (now, cell) = (Guard::of(case), stored(id));
    let work = || {
        desk.keys.update(&cell, |stored| {
            let is_behind = match &stored {
                // a slow reader does not take away what was noted for a later revision
                Some(stored) => stored.revision <= now.revision && !stored.is_like(&now),
                None => !now.is_none(),
            };
            Ok(if is_behind { Change::Write(now.clone(), ()) } else { Change::Keep(()) })
        })
    };
    desk.healed_in(&desk.keys, &cell, || Ok(now.clone()), work)
}

/// Takes it away: of a case that is destroyed.
///
/// # Errors
/// [`Failure::Unavailable`].
pub(crate) fn forget_guard(desk: &Desk, id: &CaseId) -> Result<(), Failure> {
    desk.keys.delete(&stored(id))
}
