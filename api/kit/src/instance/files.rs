//! Reads the gemeente's profile and its lists from files: one build serves all 14.
use crate::Failure;
use serde::de::DeserializeOwned;
use shared::{
    calendar::Calendar,
    indicators::{Indicator, IndicatorList, SignalIds, Tick},
    moment::Day,
    profile::{Instance, LogInWays, Profile},
};
use std::path::Path;

/// The instance as the files say; with a code to log in with, it is one for practice.
///
/// # Errors
/// [`Failure::Internal`] for a name that is no file name, a missing or a malformed file.
pub fn load(folder: &Path, gemeente: &str, practice_code: Option<String>) -> Result<Instance, Failure> {
    let profile = profile(folder, gemeente)?;
    let indicators = read(&folder.join(&profile.indicator_list))?;
    let demo = practice_code.is_some();
    Ok(Instance { profile, indicators, decreed: decreed(folder)?, demo, practice_code, log_in: LogInWays::default() })
}

/// The profile of one gemeente.
///
/// # Errors
/// As [`load`].
pub fn profile(folder: &Path, gemeente: &str) -> Result<Profile, Failure> {
    if !is_plain(gemeente) {
        return Err(Failure::Internal("the variable gemeente is not the name of a profile"));
    }
    let profile: Profile = read(&folder.join(format!("{gemeente}.json")))?;
    let terms = profile.retention.check();
    terms.map_err(|_| Failure::Internal("the bewaartermijnen of the profile are not in order"))?;
    Ok(profile)
}

/// The ids of the list of signals now in use.
///
/// # Errors
/// As [`load`].
pub fn signal_ids(folder: &Path, profile: &Profile) -> Result<SignalIds, Failure> {
    read(&folder.join(&profile.indicator_list))
}

/// The signals that were ticked, as they stood on the list on which they were: version `2026-1` is in the file
/// `signalen-2026-1.json`, beside the list now in use. None when that file is not there any more.
///
/// # Errors
/// As [`load`].
pub fn ticked(folder: &Path, profile: &Profile, version: &str, ticks: &[Tick]) -> Result<Vec<Indicator>, Failure> {
    let path = folder.join(&profile.indicator_list).with_file_name(format!("signalen-{version}.json"));
    if ticks.is_empty() || !is_plain(version) || !path.is_file() {
        return Ok(Vec::new());
    }
    let list: IndicatorList = read(&path)?;
    Ok(ticks.iter().filter_map(|tick| list.find(&tick.id).cloned()).collect())
}

/// A name without anything that leads elsewhere.
fn is_plain(name: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    !name.is_empty() && name.bytes().all(plain)
}

/// The working days of this profile.
///
/// # Errors
/// As [`load`].
pub fn calendar(folder: &Path, profile: Profile) -> Result<Calendar, Failure> {
    Ok(Calendar { decreed: decreed(folder)?, closed: profile.closed })
}

/// The days equated by royal decree.
fn decreed(folder: &Path) -> Result<Vec<Day>, Failure> {
    read(&folder.join("lijsten/aangewezen-dagen.json"))
}

fn read<T: DeserializeOwned>(path: &Path) -> Result<T, Failure> {
    let bytes = std::fs::read(path).map_err(|_| Failure::Internal("a file of gemeenten/ is missing"))?;
    serde_json::from_slice(&bytes).map_err(|_| Failure::Internal("a file of gemeenten/ is malformed"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::indicators::Origin;

    /// A folder in which list 2026-2 is in use and 2026-1 still lies beside it.
    #[test]
    fn an_old_report_is_read_with_the_sentences_of_its_own_list() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../gemeenten");
        let profile =
            Profile { indicator_list: "lijsten/signalen-2026-2.json".into(), ..profile(&folder, "hengelo").unwrap() };
        let tick = |id: &str| Tick { id: id.into(), origin: Origin::Seen };
        let ticks = [tick("ramen-afgeplakt"), tick("bestaat-niet")];
        let of = |version: &str| ticked(&folder, &profile, version, &ticks).unwrap();
        let found = of("2026-1");
        assert_eq!(found.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["ramen-afgeplakt"]);
        assert!(found[0].sentence.starts_with("De ramen"), "{}", found[0].sentence);
        for gone in ["2025-9", "../hengelo", ""] {
            assert_eq!(of(gone), [], "{gone}");
        }
    }
}
