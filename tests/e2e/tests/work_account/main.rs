//! Logging in with a work account, over HTTP against the real host: with a provider that can lie, and with a certified
//! one.

mod browser;
mod certified;
mod denied;
mod ending;
mod forged;
mod linking;
mod place;
mod provider;
mod signing;
mod transaction;
