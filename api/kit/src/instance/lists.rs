//! The lists of signals: those in files, and those that were read in on screen. A file goes before the other, so that
//! a version is never two lists.
use super::{Environment, files};
use crate::Failure;
use shared::{
    indicators::{Indicator, IndicatorList, ListVersion, SignalIds, Tick},
    profile::Profile,
};

impl Environment {
    /// The ids of the list that this profile names. Where it cannot be read, those of the file's profile.
    ///
    /// # Errors
    /// As [`Environment::instance`].
    pub fn signal_ids(&self, profile: &Profile) -> Result<SignalIds, Failure> {
        if files::has(&self.profiles, &profile.indicator_list) {
            return files::signal_ids(&self.profiles, profile);
        }
        match self.overlay.list(&ListVersion::of_file(&profile.indicator_list)) {
            Some(list) => Ok(SignalIds::of(&list)),
            None => files::signal_ids(&self.profiles, &self.base()?),
        }
    }

    /// The signals that were ticked, as they stood on the list on which they were. None when that list is not there any
    /// more.
    ///
    /// # Errors
    /// As [`Environment::instance`].
    pub fn ticked(&self, profile: &Profile, version: &str, ticks: &[Tick]) -> Result<Vec<Indicator>, Failure> {
        let of_file = files::ticked(&self.profiles, profile, version, ticks)?;
        let Some(version) = ListVersion::parse(version).ok().filter(|_| of_file.is_empty() && !ticks.is_empty()) else {
            return Ok(of_file);
        };
        let list = self.overlay.list(&version);
        Ok(list.map(|list| ticks.iter().filter_map(|tick| list.find(&tick.id).cloned()).collect()).unwrap_or_default())
    }

    /// Every list that is a file here, in the order of their versions.
    #[must_use]
    pub fn lists_in_files(&self) -> Vec<IndicatorList> {
        files::lists(&self.profiles)
    }

    /// The list that a profile with changes names.
    pub(super) fn list_in_use(&self, profile: &Profile) -> Option<IndicatorList> {
        let name = &profile.indicator_list;
        if files::has(&self.profiles, name) {
            return files::list(&self.profiles, name).ok();
        }
        self.overlay.list(&ListVersion::of_file(name))
    }
}
