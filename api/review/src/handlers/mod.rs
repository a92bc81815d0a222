//! One file per resource.
pub mod accounts;
pub mod cases;
pub mod commands;
mod detail;
pub mod sessions;
pub mod set_up;
