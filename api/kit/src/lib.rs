//! What the components have in common.
//!
//! The rules are in `shared`; here is what they need to run: where things are kept and in which form, who is logged in,
//! what time it is, and how an error becomes a problem document. Handlers get a [`Kit`]; only the module `spin`, which exists in a component alone, names the SDK.
#![deny(missing_docs)]

pub mod account;
pub mod arrival;
pub mod body;
pub mod cases;
pub mod clock;
pub mod error;
pub mod instance;
pub mod key;
pub mod password;
pub mod practice;
pub mod routes;
pub mod secret;
pub mod session;
#[cfg(target_arch = "wasm32")]
pub mod spin;
pub mod vault;

pub use error::Failure;
pub use vault::Vault;

use shared::moment::Moment;
use std::{path::PathBuf, sync::Arc};

/// Where a variable's value comes from: Spin in a component, a table in a test.
pub type Variables = Arc<dyn Fn(&str) -> Option<String> + Send + Sync>;

/// What a handler works with, made anew for every request.
#[derive(Clone)]
pub struct Kit {
    /// Reports on their way in, and what the melder may see. `intake` and `review` have it.
    pub inbox: Vault,
    /// Cases, accounts, sessions. Only `review` has it; elsewhere every access fails.
    pub cases: Vault,
    /// The time.
    pub now: fn() -> Moment,
    /// Where the profiles lie.
    pub profiles: PathBuf,
    /// The component's variables.
    pub variables: Variables,
}

impl Kit {
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

    /// The gemeente's profile with its lists.
    ///
    /// # Errors
    /// [`Failure::Internal`] when the files are missing or malformed.
    pub fn instance(&self) -> Result<shared::profile::Instance, Failure> {
        let demo = (self.variables)("demo").is_some_and(|value| value == "ja");
        instance::load(&self.profiles, &self.variable("gemeente")?, demo)
    }
}
