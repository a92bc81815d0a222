//! Logging in with a work account, over HTTP against the real host: at a provider that can lie, and at a certified one.

mod browser;
mod certified;
mod denied;
mod ending;
mod forged;
mod place;
mod provider;
mod signing;
mod transaction;
