use shared::{
    indicators::{IndicatorList, ListVersion},
    profile::Profile,
    settings::Settings,
};
use std::sync::Arc;

/// Where what was changed on screen is read: the settings, and the lists of signals that were read in there. Whoever
/// makes it answers with what can be used: nothing that is damaged or not in order gets here.
#[derive(Clone, Default)]
pub struct Overlay(Option<Arc<Read>>);

struct Read {
    settings: Box<dyn Fn() -> Settings + Send + Sync>,
    list: Box<ReadList>,
}

type ReadList = dyn Fn(&ListVersion) -> Option<IndicatorList> + Send + Sync;

impl Overlay {
    /// One that is read with these, each time that a profile or a list is.
    #[must_use]
    pub fn of(
        settings: impl Fn() -> Settings + Send + Sync + 'static,
        list: impl Fn(&ListVersion) -> Option<IndicatorList> + Send + Sync + 'static,
    ) -> Self {
        Self(Some(Arc::new(Read { settings: Box::new(settings), list: Box::new(list) })))
    }

    /// The profile with what was changed.
    #[must_use]
    pub fn over(&self, profile: Profile) -> Profile {
        match &self.0 {
            Some(read) => (read.settings)().over(profile),
            None => profile,
        }
    }

    /// A list that was read in on screen.
    #[must_use]
    pub fn list(&self, version: &ListVersion) -> Option<IndicatorList> {
        (self.0.as_ref()?.list)(version)
    }
}
