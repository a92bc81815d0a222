//! Reads the gemeente's profile and its lists from files: one build serves all 14.
use crate::Failure;
use serde::de::DeserializeOwned;
use shared::{
    calendar::Calendar,
    indicators::SignalIds,
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
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    if gemeente.is_empty() || !gemeente.bytes().all(plain) {
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
