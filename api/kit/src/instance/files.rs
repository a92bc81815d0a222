//! Reads the gemeente's profile and its lists from files: one build serves all 14. Where a file cannot be read, its
//! last good copy is used, and the log says what is wrong: somebody who edits a profile takes nothing down.
use crate::Failure;
use serde::de::DeserializeOwned;
use shared::{
    awareness::{Awareness, Practice},
    calendar::Calendar,
    indicators::{Indicator, IndicatorList, SignalIds, Tick},
    moment::Day,
    profile::{Backup, Instance, LogInWays, Profile},
    report::Finding,
    settings::{Part, PartKind},
};
use std::{fmt, path::Path};

/// The folder with the last good copies, in the folder of the profiles. `meldroute profiel` writes them.
pub const LAST_GOOD: &str = "goed";

/// The file with the days equated by royal decree.
const DECREED: &str = "lijsten/aangewezen-dagen.json";

/// The file with the texts of awareness and the campaigns.
const AWARENESS: &str = "lijsten/bewustwording.json";

/// The file with the cases to practise with.
const PRACTICE: &str = "lijsten/oefenzaken.json";

/// Something wrong with a file, for the administrator. It holds nothing of a person: a profile has no such thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileFault {
    /// The path in the folder of the profiles.
    pub file: String,
    /// The line; none when the file is missing or wrong as a whole.
    pub line: Option<usize>,
    /// What is wrong there, in the words of whoever found it.
    pub why: String,
}

/// `hengelo.json:12: …`, as compilers write it.
impl fmt::Display for FileFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line = self.line.map_or_else(String::new, |line| format!(":{line}"));
        write!(f, "{}{line}: {}", self.file, self.why)
    }
}

/// The instance as the files say; with a code to log in with, it is one for practice.
///
/// # Errors
/// [`Failure::Internal`] for a name that is no file name, and for a file that cannot be read and has no last good copy.
pub fn load(folder: &Path, gemeente: &str, practice_code: Option<String>) -> Result<Instance, Failure> {
    let profile = profile(folder, gemeente)?;
    let indicators = read(folder, &profile.indicator_list, right)?;
    let demo = practice_code.is_some();
    let decreed = decreed(folder)?;
    let (log_in, sealing) = (LogInWays::default(), None);
    Ok(Instance { profile, indicators, decreed, demo, practice_code, log_in, sealing })
}

/// The profile of one gemeente.
///
/// # Errors
/// As [`load`].
pub fn profile(folder: &Path, gemeente: &str) -> Result<Profile, Failure> {
    read(folder, &name(gemeente)?, own_rules)
}

/// The same; none where the file is there and says nothing that can be used.
///
/// # Errors
/// [`Failure::Internal`] when there is no such profile at all: the gemeente is another one.
pub fn readable_profile(folder: &Path, gemeente: &str) -> Result<Option<Profile>, Failure> {
    if !folder.join(name(gemeente)?).exists() {
        return profile(folder, gemeente).map(Some);
    }
    Ok(profile(folder, gemeente).ok())
}

/// The ids of the list of signals now in use.
///
/// # Errors
/// As [`load`].
pub fn signal_ids(folder: &Path, profile: &Profile) -> Result<SignalIds, Failure> {
    read(folder, &profile.indicator_list, right)
}

/// The signals that were ticked, as they stood on the list on which they were: version `2026-1` is in the file
/// `signalen-2026-1.json`, beside the list now in use. None when that file is not there any more.
///
/// # Errors
/// As [`load`].
pub fn ticked(folder: &Path, profile: &Profile, version: &str, ticks: &[Tick]) -> Result<Vec<Indicator>, Failure> {
    let path = Path::new(&profile.indicator_list).with_file_name(format!("signalen-{version}.json"));
    let Some(name) = path.to_str().filter(|_| !ticks.is_empty() && is_plain(version)) else { return Ok(Vec::new()) };
    if !folder.join(name).is_file() {
        return Ok(Vec::new());
    }
    let list: IndicatorList = read(folder, name, right)?;
    Ok(ticks.iter().filter_map(|tick| list.find(&tick.id).cloned()).collect())
}

/// Whether there is such a file, or its last good copy.
pub fn has(folder: &Path, name: &str) -> bool {
    folder.join(name).is_file() || folder.join(LAST_GOOD).join(name).is_file()
}

/// A list by its file.
///
/// # Errors
/// As [`load`].
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

/// A name without anything that leads elsewhere.
fn is_plain(name: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    !name.is_empty() && name.bytes().all(plain)
}

/// The texts of awareness and the campaigns.
///
/// # Errors
/// As [`load`].
pub fn awareness(folder: &Path) -> Result<Awareness, Failure> {
    read(folder, AWARENESS, |all| sound(all.check()))
}

/// The cases to practise with.
///
/// # Errors
/// As [`load`].
pub fn practice(folder: &Path) -> Result<Practice, Failure> {
    read(folder, PRACTICE, |all| sound(all.check()))
}

/// The working days of this profile.
///
/// # Errors
/// As [`load`].
pub fn calendar(folder: &Path, profile: Profile) -> Result<Calendar, Failure> {
    Ok(Calendar { decreed: decreed(folder)?, closed: profile.closed })
}

/// The working days as far as they are known without a profile: at worst a day counts that is none, so that something
/// is promised too early and never too late.
#[must_use]
pub fn calendar_without_profile(folder: &Path) -> Calendar {
    Calendar { decreed: decreed(folder).unwrap_or_default(), closed: Vec::new() }
}

/// Everything that is wrong with the profile of this gemeente and the lists that it uses. The last good copies don't
/// count.
#[must_use]
pub fn faults(folder: &Path, gemeente: &str) -> Vec<FileFault> {
    used(folder, gemeente).into_iter().filter_map(|(_, fault)| fault).collect()
}

/// The files that this gemeente uses, each with what is wrong with it.
#[must_use]
pub fn used(folder: &Path, gemeente: &str) -> Vec<(String, Option<FileFault>)> {
    let Ok(own) = name(gemeente) else {
        let why = "this is not the name of a profile".to_owned();
        return vec![(gemeente.to_owned(), Some(FileFault { file: gemeente.to_owned(), line: None, why }))];
    };
    let profile = one(folder, &own, all_rules);
    let signals = profile.as_ref().ok().map(|profile: &Profile| profile.indicator_list.clone());
    let mut used = vec![(own, profile.err())];
    if let Some(signals) = signals {
        let fault = one::<IndicatorList>(folder, &signals, right).err();
        used.push((signals, fault));
    }
    used.push((DECREED.to_owned(), one::<Vec<Day>>(folder, DECREED, right).err()));
    used.push((AWARENESS.to_owned(), one::<Awareness>(folder, AWARENESS, |all| sound(all.check())).err()));
    used.push((PRACTICE.to_owned(), one::<Practice>(folder, PRACTICE, |all| sound(all.check())).err()));
    used
}

fn name(gemeente: &str) -> Result<String, Failure> {
    if !is_plain(gemeente) {
        return Err(Failure::Internal("the variable gemeente is not the name of a profile"));
    }
    Ok(format!("{gemeente}.json"))
}

/// The days equated by royal decree.
fn decreed(folder: &Path) -> Result<Vec<Day>, Failure> {
    read(folder, DECREED, right)
}

/// The rules for a value that its type doesn't hold.
type Check<T> = fn(&T) -> Result<(), String>;

fn right<T>(_: &T) -> Result<(), String> {
    Ok(())
}

fn own_rules(profile: &Profile) -> Result<(), String> {
    profile.retention.check().map_err(|wrong| format!("the bewaartermijnen are not in order ({wrong:?})"))?;
    let backup = profile.backup.as_ref().map_or(Ok(()), Backup::check);
    backup.map_err(|field| format!("the {field} of the achterwacht is not in order"))
}

/// These, and the check of what can be changed on screen. The service itself goes on with a profile that fails it.
fn all_rules(profile: &Profile) -> Result<(), String> {
    own_rules(profile)?;
    sound(PartKind::ALL.iter().flat_map(|kind| Part::of(*kind, profile).check()))
}

/// In order when nothing was found.
fn sound(found: impl IntoIterator<Item = Finding<String>>) -> Result<(), String> {
    let wrong = found.into_iter().next();
    wrong.map_or(Ok(()), |wrong| Err(format!("{} is not in order ({})", wrong.field, wrong.code.as_str())))
}

/// A file, or else its last good copy.
fn read<T: DeserializeOwned>(folder: &Path, name: &str, check: Check<T>) -> Result<T, Failure> {
    let fault = match one(folder, name, check) {
        Ok(value) => return Ok(value),
        Err(fault) => fault,
    };
    let good = one(&folder.join(LAST_GOOD), name, check);
    let instead = if good.is_ok() { "its last good copy is used" } else { "there is no last good copy" };
    eprintln!("error: {fault}; {instead}");
    good.map_err(|_| Failure::Internal("a profile or list cannot be read"))
}

fn one<T: DeserializeOwned>(folder: &Path, name: &str, check: Check<T>) -> Result<T, FileFault> {
    let fault = |line, why: String| FileFault { file: name.to_owned(), line, why };
    let bytes = std::fs::read(folder.join(name)).map_err(|error| fault(None, error.to_string()))?;
    let wrong = |error: serde_json::Error| fault(Some(error.line()).filter(|line| *line > 0), error.to_string());
    let value = serde_json::from_slice(&bytes).map_err(wrong)?;
    check(&value).map_err(|why| fault(None, why))?;
    Ok(value)
}
