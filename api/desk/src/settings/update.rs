//! Changing the history.
use super::shown::show;
use crate::{Desk, instance::StoredSettings};
use kit::{
    Failure, inbox,
    store::{Change, cell},
};

/// Changes the history, and then the copy. A history that cannot be read begins again with what was last shown.
pub(super) fn update<R>(
    desk: &Desk,
    decide: impl Fn(StoredSettings) -> Result<Change<StoredSettings, R>, Failure>,
) -> Result<R, Failure> {
    desk.begin_record(&StoredSettings::CELL, &cell::SETTINGS_TURN)?;
    let again = || {
        let now = inbox::settings::shown(&desk.inbox.pointers).unwrap_or_default();
        Ok(StoredSettings { now, ..StoredSettings::default() })
    };
    let work = || desk.cases.update(&StoredSettings::CELL, |stored| decide(stored.unwrap_or_default()));
    let done = desk.healed(&StoredSettings::CELL, again, work)?;
    show(desk)?;
    Ok(done)
}
