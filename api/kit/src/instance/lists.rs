//! The lists of signals: those in files, and those that were read in on screen. A file goes before the other, so that
//! a version is never two lists.
use super::{Environment, read, signals};
use crate::Failure;
use shared::{
    indicators::{Indicator, IndicatorList, ListVersion, SignalIds, Tick},
    profile::{Instance, Profile},
};

impl Environment {
    /// The ids of the list that this profile names. Where it cannot be read, those of the file's profile.
    ///
    /// # Errors
    /// As [`Environment::instance`].
    pub fn signal_ids(&self, profile: &Profile) -> Result<SignalIds, Failure> {
        if read::has(&self.profiles, &profile.indicator_list) {
            return signals::signal_ids(&self.profiles, profile);
        }
        match self.overlay.list(&ListVersion::of_file(&profile.indicator_list)) {
            Some(list) => Ok(SignalIds::of(&list)),
            None => signals::signal_ids(&self.profiles, &self.base()?),
        }
    }

    /// The same instance with its signals in English, as far as they are translated.
    #[must_use]
    pub fn in_english(&self, instance: Instance) -> Instance {
        let Some(english) = signals::english(&self.profiles, &instance.indicators.version) else { return instance };
        Instance { indicators: instance.indicators.translated(&english), ..instance }
    }

    /// The signals that were ticked, as they stood on the list on which they were. None when that list is not there any
    /// more.
    ///
    /// # Errors
    /// As [`Environment::instance`].
    pub fn ticked(&self, profile: &Profile, version: &str, ticks: &[Tick]) -> Result<Vec<Indicator>, Failure> {
        let of_file = signals::ticked(&self.profiles, profile, version, ticks)?;
        let Some(version) = ListVersion::parse(version).ok().filter(|_| of_file.is_empty() && !ticks.is_empty()) else {
            return Ok(of_file);
        };
        let list = self.overlay.list(&version);
        Ok(list.map(|list| ticks.iter().filter_map(|tick| list.find(&tick.id).cloned()).collect()).unwrap_or_default())
    }

    /// Every list that is a file here, in the order of their versions.
    #[must_use]
    pub fn lists_in_files(&self) -> Vec<IndicatorList> {
        signals::lists(&self.profiles)
    }

    /// The list that a profile with changes names.
    pub(super) fn list_in_use(&self, profile: &Profile) -> Option<IndicatorList> {
        let name = &profile.indicator_list;
        if read::has(&self.profiles, name) {
            return signals::list(&self.profiles, name).ok();
        }
        self.overlay.list(&ListVersion::of_file(name))
    }
}
