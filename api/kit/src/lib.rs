//! What the components have in common.
//!
//! The rules are in `shared`; here is what they need to run: where things are kept and in which form, who is logged in,
//! what time it is, and how an error becomes a problem document. Handlers get a [`Kit`]; only the module `spin`, which exists in a component alone, names the SDK.
#![deny(missing_docs)]

pub mod account;
pub mod arrival;
pub mod audit;
pub mod body;
pub mod cases;
pub mod cell;
pub mod clock;
pub mod credential;
pub mod error;
pub mod fetch;
#[cfg(test)]
mod fuzz;
pub mod gate;
pub mod headers;
pub mod instance;
pub mod limit;
pub mod oidc;
pub mod opening;
pub mod origin;
pub mod password;
pub mod practice;
pub mod processing;
pub mod redirect;
pub mod relations;
pub mod requests;
pub mod restored;
pub mod retention;
pub mod roots;
pub mod routes;
pub mod seal;
pub mod secret;
pub mod session;
#[cfg(target_arch = "wasm32")]
pub mod spin;
pub mod status;
pub mod totp;
pub mod vault;
#[cfg(test)]
mod watched;

pub use error::Failure;
pub use vault::Vault;

use keyvalue::Store;
use roots::Roots;
use seal::{Fault, Key, KeyRing, Seal};
use shared::{id::StatusKey, moment::Moment};
use status::StatusSlot;
use std::{
    path::PathBuf,
    sync::{Arc, OnceLock},
};

/// Where a variable's value comes from: Spin in a component, a table in a test.
pub type Variables = Arc<dyn Fn(&str) -> Option<String> + Send + Sync>;

/// The stores of an instance, as the manifest labels them.
#[derive(Clone)]
pub struct Stores {
    /// Reports on their way in, and what the melder may see. `intake` and `review` have it.
    pub inbox: Arc<dyn Store>,
    /// Cases, accounts, sessions, lists. Only `review` has it; elsewhere every access fails.
    pub cases: Arc<dyn Store>,
    /// The key of every case. Only `review` has it, and it lies in a file of its own.
    pub keys: Arc<dyn Store>,
}

/// What a handler works with, made anew for every request.
#[derive(Clone)]
pub struct Kit {
    /// Pointers and marks in the inbox: nothing of content.
    pub inbox: Vault<cell::Inbox>,
    /// Reports in the inbox, sealed to the gemeente.
    pub reports: Vault<cell::Reports>,
    /// Accounts, sessions, lists; cases themselves through [`cases`].
    pub cases: Vault<cell::Cases>,
    /// The keys of the cases.
    pub keys: Vault<cell::Keys>,
    /// The instance's roots, once they were read.
    roots: Arc<OnceLock<Roots>>,
    /// The instance's keys, or what is wrong with them.
    pub ring: Result<Arc<KeyRing>, Fault>,
    /// The time.
    pub now: fn() -> Moment,
    /// Where the profiles lie.
    pub profiles: PathBuf,
    /// The component's variables.
    pub variables: Variables,
    /// The way to other servers; nowhere unless the component has one.
    pub fetch: fetch::Fetch,
}

impl Kit {
    /// Over these stores, with the keys that the variables give.
    #[must_use]
    pub fn new(stores: Stores, now: fn() -> Moment, profiles: PathBuf, variables: Variables) -> Self {
        let gemeente = variables("gemeente").unwrap_or_default();
        let (public, secrets) = (variables("sealing_public"), variables("sealing_secrets"));
        let ring = KeyRing::parse(public.as_deref(), secrets.as_deref()).map(Arc::new);
        let instance = Seal::Instance(ring.clone());
        let inbox: Vault<cell::Inbox> = Vault::new(stores.inbox, &gemeente, Seal::Plain);
        Self {
            reports: inbox.sealed(Seal::Gemeente(ring.clone())),
            inbox,
            cases: Vault::new(stores.cases, &gemeente, instance.clone()),
            keys: Vault::new(stores.keys, &gemeente, instance),
            roots: Arc::default(),
            ring,
            now,
            profiles,
            variables,
            fetch: fetch::nowhere(),
        }
    }

    /// What the holder of a receipt code may see.
    #[must_use]
    pub fn status(&self, key: &StatusKey) -> StatusSlot {
        StatusSlot::new(&self.inbox, key)
    }

    /// 32 bytes that only this instance knows, for one purpose; the same after its keys are changed, and other ones
    /// after somebody may have seen them.
    ///
    /// # Errors
    /// [`Failure::Keys`].
    pub fn derive(&self, purpose: &str) -> Result<[u8; 32], Failure> {
        Ok(*Key::derive(self.roots()?.latest(), purpose).bytes())
    }

    /// The same for a purpose that must never change, such as a name under which somebody is found again.
    ///
    /// # Errors
    /// As [`Kit::derive`].
    pub fn derive_lasting(&self, purpose: &str) -> Result<[u8; 32], Failure> {
        Ok(*Key::derive(self.roots()?.first(), purpose).bytes())
    }

    pub(crate) fn roots(&self) -> Result<&Roots, Failure> {
        // the gate has read them for nearly every request that gets here
        if self.roots.get().is_none() {
            gate::check(self)?;
        }
        self.roots.get().ok_or(Failure::Unavailable)
    }

    /// The id of the instance's key that is in use.
    pub(crate) fn key_in_use(&self) -> Result<String, Failure> {
        let ring = self.ring.as_ref().map_err(|fault| *fault)?;
        Ok(ring.first()?.id().to_string())
    }

    /// A variable that has to be there.
    ///
    /// # Errors
    /// [`Failure::Internal`] when the manifest does not give it to this component.
    pub fn variable(&self, name: &str) -> Result<String, Failure> {
        (self.variables)(name).ok_or(Failure::Internal("a variable is missing in the manifest"))
    }

    /// The gemeente's profile alone: what most requests need of the files.
    ///
    /// # Errors
    /// As [`Kit::instance`].
    pub fn profile(&self) -> Result<shared::profile::Profile, Failure> {
        instance::profile(&self.profiles, &self.variable("gemeente")?)
    }

    /// The working days of this gemeente.
    ///
    /// # Errors
    /// As [`Kit::instance`].
    pub fn calendar(&self) -> Result<shared::calendar::Calendar, Failure> {
        instance::calendar(&self.profiles, self.profile()?)
    }

    /// Which ways to log in the gemeente chose.
    #[must_use]
    pub fn log_in_ways(&self) -> shared::profile::LogInWays {
        let off = (self.variables)("local_accounts").is_some_and(|value| value == "nee");
        shared::profile::LogInWays { password: !off, work_account: oidc::Settings::is_on(&self.variables) }
    }

    /// The gemeente's profile with its lists.
    ///
    /// # Errors
    /// [`Failure::Internal`] when the files are missing or malformed.
    pub fn instance(&self) -> Result<shared::profile::Instance, Failure> {
        let demo = (self.variables)("demo").is_some_and(|value| value == "ja");
        let practice_code = demo.then(|| practice::code((self.now)()));
        let instance = instance::load(&self.profiles, &self.variable("gemeente")?, practice_code)?;
        Ok(shared::profile::Instance { log_in: self.log_in_ways(), ..instance })
    }
}
