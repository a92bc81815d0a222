//! The handlers, one file per resource. They read the request, call `desk`, and make the answer.
pub mod access;
pub mod accounts;
pub mod acts;
pub mod audit;
pub mod cases;
mod detail;
pub mod entry;
pub mod health;
pub mod processing;
mod query;
pub mod relations;
pub mod retention;
pub mod rights;
pub mod sessions;
pub mod set_up;
mod told;
pub mod work;
pub mod work_account;
