//! Reads the gemeente's profile and its lists from files: one build serves all 14.
use crate::Failure;
use serde::de::DeserializeOwned;
use shared::profile::{Instance, Profile};
use std::path::Path;

/// The instance as the files say.
///
/// # Errors
/// [`Failure::Internal`] for a name that is no file name, a missing or a malformed file.
pub fn load(folder: &Path, gemeente: &str, demo: bool) -> Result<Instance, Failure> {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    if gemeente.is_empty() || !gemeente.bytes().all(plain) {
        return Err(Failure::Internal("the variable gemeente is not the name of a profile"));
    }
    let profile: Profile = read(&folder.join(format!("{gemeente}.json")))?;
    let indicators = read(&folder.join(&profile.indicator_list))?;
    let decreed = read(&folder.join("lijsten/aangewezen-dagen.json"))?;
    Ok(Instance { profile, indicators, decreed, demo })
}

fn read<T: DeserializeOwned>(path: &Path) -> Result<T, Failure> {
    let bytes = std::fs::read(path).map_err(|_| Failure::Internal("a file of gemeenten/ is missing"))?;
    serde_json::from_slice(&bytes).map_err(|_| Failure::Internal("a file of gemeenten/ is malformed"))
}
