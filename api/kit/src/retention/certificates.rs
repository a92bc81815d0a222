use super::register;
use crate::{Failure, Kit, key};
use shared::{contract::PAGE_SIZE, retention::Certificate};

/// A page of declarations, newest first, and before which number the next page begins.
///
/// # Errors
/// [`Failure::Unavailable`], [`Failure::Unreadable`].
pub fn certificates(kit: &Kit, before: Option<i64>) -> Result<(Vec<Certificate>, Option<i64>), Failure> {
    let given = register::read(kit)?.last;
    let newest = before.map_or(given, |before| given.min(before.saturating_sub(1)));
    let first = (newest - i64::try_from(PAGE_SIZE).unwrap_or(i64::MAX) + 1).max(1);
    let keys: Vec<String> = (first..=newest).rev().map(key::certificate).collect();
    let page = kit.cases.get_many::<Certificate>(&keys)?.into_iter().map(|(_, certificate)| certificate).collect();
    Ok((page, (first > 1).then_some(first)))
}
