//! What the components share: how values are kept and sealed, how a report comes in, and how a request is read and
//! answered. The rules are in `shared`; the AF's server is in `desk`.
//!
//! The rooms, each of which knows those before it only: [`store`] (vault, cells, seal), [`instance`] (variables,
//! profile, time), [`inbox`] (reports on their way in) and [`web`] (requests and answers). Only `web::spin`, which
//! exists in a component alone, names the SDK.
#![deny(missing_docs)]

pub mod clock;
pub mod derive;
mod failure;
pub mod hex;
pub mod inbox;
pub mod instance;
pub mod store;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
pub mod totp;
pub mod web;

pub use failure::{Failure, Fault};
