//! Lists of signals: the one in use, older ones, and their sentences in English.
use super::read::{has, is_plain, read, right};
use crate::Failure;
use shared::{
    indicators::{Indicator, IndicatorList, SignalIds, Tick, Translation},
    profile::Profile,
};
use std::path::Path;

/// The ids of the list of signals now in use.
///
/// # Errors
/// As [`load`](super::load).
pub fn signal_ids(folder: &Path, profile: &Profile) -> Result<SignalIds, Failure> {
    read(folder, &profile.indicator_list, right)
}

/// The signals that were ticked, as they stood on the list on which they were: version `2026-1` is in the file
/// `signalen-2026-1.json`, beside the list now in use. None when that file is not there any more.
///
/// # Errors
/// As [`load`](super::load).
pub fn ticked(folder: &Path, profile: &Profile, version: &str, ticks: &[Tick]) -> Result<Vec<Indicator>, Failure> {
    let path = Path::new(&profile.indicator_list).with_file_name(format!("signalen-{version}.json"));
    let Some(name) = path.to_str().filter(|_| !ticks.is_empty() && is_plain(version)) else { return Ok(Vec::new()) };
    if !folder.join(name).is_file() {
        return Ok(Vec::new());
    }
    let list: IndicatorList = read(folder, name, right)?;
    Ok(ticks.iter().filter_map(|tick| list.find(&tick.id).cloned()).collect())
}

/// The file with the sentences of a list in English, by the version of that list.
pub(super) fn english_name(version: &str) -> String {
    format!("lijsten/engels-{version}.json")
}

/// The sentences of a list in English; none where they are not translated, or can't be read.
pub fn english(folder: &Path, version: &str) -> Option<Translation> {
    let name = english_name(version);
    if !is_plain(version) || !has(folder, &name) {
        return None;
    }
    read(folder, &name, right).ok()
}

/// A list by its file.
///
/// # Errors
/// As [`load`](super::load).
pub fn list(folder: &Path, name: &str) -> Result<IndicatorList, Failure> {
    read(folder, name, right)
}

/// Every list that can be read, in the order of their versions.
pub fn lists(folder: &Path) -> Vec<IndicatorList> {
    let entries = std::fs::read_dir(folder.join("lijsten")).into_iter().flatten().flatten();
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    let named = names.filter(|name| name.starts_with("signalen-") && name.ends_with(".json"));
    let mut lists: Vec<IndicatorList> =
        named.filter_map(|name| list(folder, &format!("lijsten/{name}")).ok()).collect();
    lists.sort_by(|one, other| one.version.cmp(&other.version));
    lists
}
