//! The instance: its variables, its gemeente's profile, and the time.
mod files;
mod lists;
mod overlay;
mod read;
mod signals;
#[cfg(test)]
mod tests;

pub use files::{faults, load, profile, used};
pub use overlay::Overlay;
pub use read::{FileFault, LAST_GOOD};
pub use signals::signal_ids;

use crate::{Failure, Fault, store::seal::KeyRing, totp};
use shared::{
    awareness::{Awareness, Practice},
    calendar::Calendar,
    figures::TeamKinds,
    moment::Moment,
    neighbours::Neighbour,
    profile::{Instance, LogInWays, Profile, Register},
    sharing::Sharing,
};
use std::{path::PathBuf, sync::Arc};

/// The second factor of everybody in a practice instance: published, so it protects nothing there. It is a real second
/// factor with single-use codes, so that people practise the real log-in.
pub const PRACTICE_FACTOR: &[u8; 20] = b"oefenenmetmeldroute!";

/// Where a variable's value comes from: Spin in a component, a table in a test.
pub type Variables = Arc<dyn Fn(&str) -> Option<String> + Send + Sync>;

/// The environment of an instance.
#[derive(Clone)]
pub struct Environment {
    /// The time.
    pub now: fn() -> Moment,
    /// The folder with the profiles.
    pub profiles: PathBuf,
    /// The component's variables.
    pub variables: Variables,
    /// What was changed on screen.
    pub overlay: Overlay,
}

impl Environment {
    /// A variable that has to be there.
    ///
    /// # Errors
    /// [`Failure::Internal`] when the manifest does not give it to this component.
    pub fn variable(&self, name: &str) -> Result<String, Failure> {
        (self.variables)(name).ok_or(Failure::Internal("a variable is missing in the manifest"))
    }

    /// The name of the gemeente's profile; empty when the manifest gives none.
    #[must_use]
    pub fn gemeente(&self) -> String {
        (self.variables)("gemeente").unwrap_or_default()
    }

    /// The keys that this component was given.
    ///
    /// # Errors
    /// The fault found in them.
    pub fn keys(&self) -> Result<Arc<KeyRing>, Fault> {
        let (public, secrets) = ((self.variables)("sealing_public"), (self.variables)("sealing_secrets"));
        KeyRing::parse(public.as_deref(), secrets.as_deref()).map(Arc::new)
    }

    /// The gemeente's profile alone: what most requests need of the files.
    ///
    /// # Errors
    /// As [`Environment::instance`].
    pub fn profile(&self) -> Result<Profile, Failure> {
        self.base().map(|profile| self.overlay.over(profile))
    }

    /// The same without what was changed on screen.
    ///
    /// # Errors
    /// As [`Environment::instance`].
    pub fn base(&self) -> Result<Profile, Failure> {
        files::profile(&self.profiles, &self.variable("gemeente")?)
    }

    /// The working days of this gemeente.
    ///
    /// # Errors
    /// As [`Environment::instance`].
    pub fn calendar(&self) -> Result<Calendar, Failure> {
        self.calendar_of(self.profile()?)
    }

    /// The same for a profile that was read already.
    ///
    /// # Errors
    /// As [`Environment::instance`].
    pub fn calendar_of(&self, profile: Profile) -> Result<Calendar, Failure> {
        files::calendar(&self.profiles, profile)
    }

    /// The profile for whoever can do without: none where its file is damaged.
    ///
    /// # Errors
    /// [`Failure::Internal`] when there is no profile of this name.
    pub fn readable_profile(&self) -> Result<Option<Profile>, Failure> {
        let profile = files::readable_profile(&self.profiles, &self.variable("gemeente")?)?;
        Ok(profile.map(|profile| self.overlay.over(profile)))
    }

    /// The working days as far as they are known without a profile.
    #[must_use]
    pub fn calendar_without_profile(&self) -> Calendar {
        files::calendar_without_profile(&self.profiles)
    }

    /// The texts of awareness and the campaigns.
    ///
    /// # Errors
    /// As [`Environment::instance`].
    pub fn awareness(&self) -> Result<Awareness, Failure> {
        files::awareness(&self.profiles)
    }

    /// The gemeenten with the same organisation as this one.
    #[must_use]
    pub fn neighbours(&self) -> Vec<Neighbour> {
        files::neighbours(&self.profiles, &self.gemeente())
    }

    /// The kinds of team, by which figures are counted.
    ///
    /// # Errors
    /// As [`Environment::instance`].
    pub fn teams(&self) -> Result<TeamKinds, Failure> {
        files::teams(&self.profiles)
    }

    /// The cases to practise with.
    ///
    /// # Errors
    /// As [`Environment::instance`].
    pub fn practice(&self) -> Result<Practice, Failure> {
        files::practice(&self.profiles)
    }

    /// Whether this is a practice instance, as far as the variables say.
    #[must_use]
    pub fn is_practice(&self) -> bool {
        (self.variables)("demo").is_some_and(|value| value == "ja")
    }

    /// Whether there is a provider with which one logs in.
    #[must_use]
    pub fn has_provider(&self) -> bool {
        (self.variables)("oidc_issuer").is_some_and(|issuer| !issuer.is_empty())
    }

    /// Which ways to log in the gemeente chose.
    #[must_use]
    pub fn log_in_ways(&self) -> LogInWays {
        let off = (self.variables)("local_accounts").is_some_and(|value| value == "nee");
        LogInWays { password: !off, work_account: self.has_provider() }
    }

    /// The gemeente's profile with its lists, as a browser gets it: without the achterwacht and the register.
    ///
    /// # Errors
    /// [`Failure::Internal`] when a file cannot be read and has no last good copy.
    pub fn instance(&self) -> Result<Instance, Failure> {
        let practice_code = self.is_practice().then(|| practice_code((self.now)()));
        let mut instance = load(&self.profiles, &self.variable("gemeente")?, practice_code)?;
        let named = instance.profile.indicator_list.clone();
        instance.profile = self.overlay.over(instance.profile);
        instance.profile = for_browsers(instance.profile);
        if instance.profile.indicator_list != named {
            instance.indicators = self.list_in_use(&instance.profile).unwrap_or(instance.indicators);
        }
        let sealing = self.keys().ok().and_then(|ring| ring.device().map(|key| key.shown(&self.gemeente())));
        Ok(Instance { log_in: self.log_in_ways(), sealing, ..instance })
    }
}

/// Without who is told when nobody opens a report, without what only the register holds, and with a table by which
/// nothing may go anywhere: the one of the gemeente comes with a case.
fn for_browsers(profile: Profile) -> Profile {
    let sharing = Sharing { established: None, rules: Vec::new() };
    Profile { backup: None, register: Register::default(), processors: Vec::new(), sharing, ..profile }
}

/// The code that everybody's app would show now, for the log-in page of a practice instance.
#[must_use]
pub fn practice_code(now: Moment) -> String {
    totp::TotpKey::from_bytes(*PRACTICE_FACTOR).code(totp::step(now))
}
