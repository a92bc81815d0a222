//! Lists of signals: reading one in, and those that are kept.
use super::{names::names, update::update};
use crate::{
    Desk,
    instance::{StoredList, StoredSettings, list_of, place_of},
};
use kit::{Failure, store::Change};
use shared::{
    contract::{KeptList, ListsPage},
    id::AccountId,
    indicators::{IndicatorList, ListVersion},
    report::{Finding, FindingCode},
    settings::{Part, PartKind, check_list},
};

/// The most lists that are kept. None ever goes.
const MOST: usize = 40;

/// Keeps a list, and puts it in use with `change`. It is kept first, so nothing names a list that is not there.
///
/// # Errors
/// 400 with the findings; what `change` answers; [`Failure::Unavailable`].
pub(super) fn import(
    desk: &Desk,
    list: &IndicatorList,
    by: &AccountId,
    change: impl Fn(StoredSettings, Part) -> Result<Change<StoredSettings, ()>, Failure>,
) -> Result<(), Failure> {
    let mut found = check_list(list);
    let known = |version: &ListVersion, stored: &StoredSettings| is_known(desk, version, stored);
    let version = ListVersion::parse(&list.version).ok();
    let stored = desk.cases.get(&StoredSettings::CELL).or_else(|failure| failure.unless_damaged(None))?;
    if version.as_ref().is_some_and(|version| known(version, &stored.unwrap_or_default())) {
        found.push(Finding { field: "versie".into(), code: FindingCode::Duplicate });
    }
    let (Some(version), true) = (version, found.is_empty()) else { return Err(wrong(found)) };
    let (hash, place) = place_of(list)?;
    desk.cases.set(&place, list)?;
    update(desk, |mut stored| {
        if known(&version, &stored) {
            return Err(wrong(vec![Finding { field: "versie".into(), code: FindingCode::Duplicate }]));
        }
        if stored.lists.len() >= MOST {
            return Err(wrong(vec![Finding { field: "versie".into(), code: FindingCode::TooMany }]));
        }
        let row = StoredList { version: version.clone(), hash: hash.clone(), at: desk.now(), by: by.clone() };
        stored.lists.push(row);
        change(stored, Part::List(Some(version.clone())))
    })
}

/// Whether there is a list of this version.
pub(super) fn is_known(desk: &Desk, version: &ListVersion, stored: &StoredSettings) -> bool {
    let in_files = || desk.environment().lists_in_files().into_iter().any(|list| list.version == version.as_str());
    stored.lists.iter().any(|kept| kept.version == *version) || in_files()
}

/// Every list that is kept, those that were read in first, newest first.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn lists(desk: &Desk) -> Result<ListsPage, Failure> {
    let stored = desk.cases.get(&StoredSettings::CELL).or_else(|failure| failure.unless_damaged(None))?;
    let (stored, names) = (stored.unwrap_or_default(), names(desk)?);
    let now = Part::of(PartKind::List, &desk.profile()?);
    let in_use = |version: &str| ListVersion::parse(version).is_ok_and(|version| now == Part::List(Some(version)));
    let read_in = stored.lists.iter().rev().filter_map(|kept| {
        let list = list_of(&desk.cases, kept)?;
        Some(KeptList { in_use: in_use(&list.version), list, read_in: Some(kept.at), by: names.of(&kept.by) })
    });
    let in_files = desk.environment().lists_in_files().into_iter().rev().map(|list| KeptList {
        in_use: in_use(&list.version),
        list,
        read_in: None,
        by: None,
    });
    Ok(ListsPage { lists: read_in.chain(in_files).collect() })
}

fn wrong(found: Vec<Finding<String>>) -> Failure {
    let at = |one: Finding<String>| Finding { field: format!("/inhoud/lijst/{}", one.field), ..one };
    Failure::found(&found.into_iter().map(at).collect::<Vec<_>>())
}
