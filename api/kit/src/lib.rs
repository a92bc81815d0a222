//! The code that components share: storage and sealing, receiving reports, requests and answers. The rules are in
//! `shared`; the AF's server is in `desk`.
//!
//! The modules, each of which uses only those before it: [`store`] (vault, cells, seal), [`instance`] (variables,
//! profile, time), [`inbox`] (reports on their way in) and [`web`] (requests and answers). Only `web::spin`, which
//! exists in a component alone, names the SDK.
#![deny(missing_docs)]

pub mod clock;
pub mod derive;
mod failure;
pub mod hex;
pub mod inbox;
pub mod instance;
pub mod qr;
pub mod store;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
pub mod totp;
pub mod web;

pub use failure::{Failure, Fault};
