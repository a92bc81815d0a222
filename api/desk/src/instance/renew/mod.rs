//! A new root secret, after somebody may have seen the keys.
use super::{
    desk::Desk,
    secret::{Later, Roots},
};
use kit::{
    Failure,
    store::{Change, Standing, cell, seal::Key},
};
use shared::audit::Head;

fn standing(desk: &Desk) -> Result<Standing<Roots>, Failure> {
    desk.cases.standing(&Roots::CELL)?.ok_or(Failure::Unreadable("key check"))
}

/// Makes a new root, unless the root in use was made under the instance's key that is in use now. From here on every
/// new request uses the new root. `false`: there was nothing to do.
///
/// # Errors
/// [`Failure::Unreadable`] in a store that was never used, or [`Failure::Unavailable`].
pub fn renew(desk: &Desk) -> Result<bool, Failure> {
    let (made_under, root) = (desk.key_in_use()?, *Key::random()?.bytes());
    desk.cases.update(&Roots::CELL, |stored| {
        let mut roots = stored.ok_or(Failure::Unreadable("key check"))?;
        if roots.later.last().is_some_and(|later| later.made_under == made_under) {
            return Ok(Change::Keep(false));
        }
        // an earlier root that was not ended gets the same end
        roots.later.push(Later { root, made_under: made_under.clone(), earlier_to: None, begins_after: None });
        Ok(Change::Write(roots, true))
    })
}

/// Whether a new root has to be made under the instance's key that is in use, or was and its earlier ones were not
/// ended.
///
/// # Errors
/// As [`renew`].
pub fn is_unfinished(desk: &Desk) -> Result<bool, Failure> {
    let (roots, in_use) = (standing(desk)?.value, desk.key_in_use()?);
    let is_ended = |later: &Later| later.made_under == in_use && later.earlier_to.is_some();
    Ok(!roots.later.last().is_some_and(is_ended))
}

/// Keeps the head of the audit at which the root in use began. Every check of the audit compares with it from then on:
/// nothing before it can be made again, also by somebody who has an earlier root.
///
/// # Errors
/// As [`renew`].
pub fn begin_after(desk: &Desk, head: &Head) -> Result<(), Failure> {
    desk.cases.update(&Roots::CELL, |stored| {
        let mut roots = stored.ok_or(Failure::Unreadable("key check"))?;
        if let Some(latest) = roots.later.last_mut() {
            latest.begins_after.get_or_insert_with(|| head.clone());
        }
        Ok(Change::Write(roots, ()))
    })
}

/// Whether an earlier root may still make MACs of new audit lines: [`renew`] was done and [`end_earlier`] was not.
///
/// # Errors
/// As [`renew`].
pub fn has_open_end(desk: &Desk) -> Result<bool, Failure> {
    Ok(standing(desk)?.value.later.iter().any(|later| later.earlier_to.is_none()))
}

/// Ends the use of all earlier roots, at the last audit line that was given a number. Call it when every request that
/// began before [`renew`] has ended.
///
/// # Errors
/// As [`renew`].
pub fn end_earlier(desk: &Desk) -> Result<(), Failure> {
    let last = desk.cases.last_number(&cell::AUDIT_NUMBERS)?;
    desk.cases.update(&Roots::CELL, |stored| {
        let mut roots = stored.ok_or(Failure::Unreadable("key check"))?;
        roots.later.iter_mut().for_each(|later| later.earlier_to = later.earlier_to.or(Some(last)));
        Ok(Change::Write(roots, ()))
    })
}

#[cfg(test)]
mod tests;
