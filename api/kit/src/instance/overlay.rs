use shared::{profile::Profile, settings::Settings};
use std::sync::Arc;

/// Where the settings that were changed on screen are read. Whoever makes it answers with what can be used: nothing
/// that is damaged or not in order gets here.
#[derive(Clone, Default)]
pub struct Overlay(Option<Arc<dyn Fn() -> Settings + Send + Sync>>);

impl Overlay {
    /// One that is read with this, each time that a profile is.
    #[must_use]
    pub fn of(read: impl Fn() -> Settings + Send + Sync + 'static) -> Self {
        Self(Some(Arc::new(read)))
    }

    /// The profile with what was changed.
    #[must_use]
    pub fn over(&self, profile: Profile) -> Profile {
        match &self.0 {
            Some(read) => read().over(profile),
            None => profile,
        }
    }
}
