//! What an AF does with a data subject's request that is there already.
mod advice;
mod identity;
mod which;
mod who;

pub use advice::AdviceDialog;
pub use identity::IdentityDialog;
pub use which::rights;
