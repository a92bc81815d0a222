//! Logging in with a work account, over HTTP against the real host: at a provider that can lie, and at a certified one.

#[path = "work_account/browser.rs"]
mod browser;
#[path = "work_account/certified.rs"]
mod certified;
#[path = "work_account/denied.rs"]
mod denied;
#[path = "work_account/ending.rs"]
mod ending;
#[path = "work_account/forged.rs"]
mod forged;
#[path = "work_account/place.rs"]
mod place;
#[path = "work_account/provider.rs"]
mod provider;
#[path = "work_account/signing.rs"]
mod signing;
#[path = "work_account/transaction.rs"]
mod transaction;
