//! Log-in: with password and code or a work account; sessions; rate limits.
pub mod cookies;
pub mod limit;
pub mod link;
pub mod oidc;
mod open;
pub mod own;
pub mod session;
pub mod sessions;
