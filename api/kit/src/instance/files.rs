//! Reads the gemeente's profile and its lists from files: one build serves all 14. Where a file cannot be read, its
//! last good copy is used, and the log says what is wrong: somebody who edits a profile takes nothing down.
use super::{
    read::{FileFault, has, is_plain, one, read, right},
    signals::english_name,
};
use crate::Failure;
use shared::{
    awareness::{Awareness, Practice},
    calendar::Calendar,
    figures::TeamKinds,
    indicators::{IndicatorList, Translation},
    moment::Day,
    neighbours::{Neighbour, Neighbours},
    profile::{Backup, Instance, LogInWays, Profile, STEPS},
    report::Finding,
    settings::{Part, PartKind},
};
use std::path::Path;

/// The file with the days equated by royal decree.
const DECREED: &str = "lijsten/aangewezen-dagen.json";

/// The file with the texts of awareness and the campaigns.
const AWARENESS: &str = "lijsten/bewustwording.json";

/// The file with the gemeenten of one organisation, where there are more.
const NEIGHBOURS: &str = "lijsten/samen.json";

/// The file with the kinds of team.
const TEAMS: &str = "lijsten/teams.json";

/// The file with the cases to practise with.
const PRACTICE: &str = "lijsten/oefenzaken.json";

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

/// The gemeenten with the same organisation as this one; none where there is no such list. A list that cannot be read
/// keeps nobody from reporting here.
pub fn neighbours(folder: &Path, gemeente: &str) -> Vec<Neighbour> {
    if !has(folder, NEIGHBOURS) {
        return Vec::new();
    }
    let all: Result<Neighbours, Failure> = read(folder, NEIGHBOURS, |all: &Neighbours| sound(all.check()));
    all.map(|all| all.beside(gemeente)).unwrap_or_default()
}

/// The kinds of team, by which figures are counted.
///
/// # Errors
/// As [`load`].
pub fn teams(folder: &Path) -> Result<TeamKinds, Failure> {
    read(folder, TEAMS, |all| sound(all.check()))
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
        let list = one::<IndicatorList>(folder, &signals, right);
        let english = list.as_ref().ok().map(|list| english_name(&list.version));
        used.push((signals, list.err()));
        // a list may be used before it is translated
        if let Some(name) = english.filter(|name| folder.join(name).is_file()) {
            let fault = one::<Translation>(folder, &name, right).err();
            used.push((name, fault));
        }
    }
    used.push((DECREED.to_owned(), one::<Vec<Day>>(folder, DECREED, right).err()));
    used.push((AWARENESS.to_owned(), one::<Awareness>(folder, AWARENESS, |all| sound(all.check())).err()));
    used.push((PRACTICE.to_owned(), one::<Practice>(folder, PRACTICE, |all| sound(all.check())).err()));
    if has(folder, NEIGHBOURS) {
        let fault = one::<Neighbours>(folder, NEIGHBOURS, |all| sound(all.check())).err();
        used.push((NEIGHBOURS.to_owned(), fault));
    }
    used.push((TEAMS.to_owned(), one::<TeamKinds>(folder, TEAMS, |all| sound(all.check())).err()));
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

fn own_rules(profile: &Profile) -> Result<(), String> {
    profile.retention.check().map_err(|wrong| format!("the bewaartermijnen are not in order ({wrong:?})"))?;
    if !STEPS.contains(&profile.figures_step) {
        return Err(format!("cijfersAfrondenOp is not in order (one of {STEPS:?})"));
    }
    let table = profile.sharing.check().into_iter().next();
    table.map_or(Ok(()), Err)?;
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
