//! How somebody gets in and stays in: password and code or a work account, sessions, and how often one may try.
pub mod limit;
pub mod oidc;
pub mod own;
pub mod session;
