//! The copies that everybody may see.
use crate::{
    Desk,
    instance::{StoredSettings, list_of},
};
use kit::{Failure, inbox};
use shared::indicators::IndicatorList;

/// Writes the copy that everybody may see again, if it is another than what holds.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn show(desk: &Desk) -> Result<(), Failure> {
    match desk.cases.get(&StoredSettings::CELL) {
        Ok(stored) => {
            let (stored, pointers) = (stored.unwrap_or_default(), &desk.inbox.pointers);
            match in_use(desk, &stored) {
                Some(Some(list)) => inbox::lists::show(pointers, Some(&list))?,
                // it cannot be read: what was last shown goes on
                Some(None) => {}
                None => inbox::lists::show(pointers, None)?,
            }
            inbox::settings::show(pointers, stored.now)
        }
        // what was last shown goes on
        Err(failure) => failure.unless_damaged(()),
    }
}

/// The list in use, if it was read in on screen and can be read.
fn in_use(desk: &Desk, stored: &StoredSettings) -> Option<Option<IndicatorList>> {
    let version = stored.now.list.as_ref()?;
    let kept = stored.lists.iter().find(|kept| kept.version == *version)?;
    Some(list_of(&desk.cases, kept))
}
