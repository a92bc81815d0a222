//! One file per resource.
pub mod accounts;
pub mod audit;
pub mod cases;
pub mod commands;
mod detail;
pub mod health;
pub mod processing;
mod query;
pub mod retention;
pub mod rights;
pub mod sessions;
pub mod set_up;
pub mod work;
