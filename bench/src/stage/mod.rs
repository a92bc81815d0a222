//! The stage of a run: a folder on disk, data, the servers as processes.

mod child;
mod counter;
mod data;
mod gemeente;
mod place;
mod requests;

pub use child::{Child, Memory};
pub use counter::{Counter, Counts};
pub use data::{Data, Mixture, keys, unseal};
pub use place::{Place, Without};
pub use requests::{get, report, report_again, report_without_key, search, worklist};

/// The profile that is measured with.
pub const GEMEENTE: &str = "hengelo";

/// The variables of what is measured: the gemeente, and the keys that a build without sealing takes.
pub fn variables() -> kit::instance::Variables {
    let secret = kit::store::seal::SecretKey::from_seed(kit::store::seal::unsealed::SEED);
    std::sync::Arc::new(move |name| match name {
        "gemeente" => Some(GEMEENTE.to_owned()),
        "sealing_public" => Some(secret.public().text()),
        "sealing_secrets" => Some(secret.text()),
        _ => None,
    })
}
