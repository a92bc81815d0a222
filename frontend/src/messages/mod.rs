//! The Dutch text for every code, by exhaustive match: a missing text doesn't compile. B1, "je".
//!
//! [`Words`] is for texts that both audiences share; those for the AF alone are in [`officer`].
mod days;
mod finding;
mod isolate;
pub mod officer;
mod problem;
mod progress;
mod report;
mod work_account;

pub use days::{clock, day, day_seen, day_short, day_with_year, days_left};
pub use finding::{field_id, field_name, field_of, finding, most};
pub use isolate::isolated;
pub use problem::{failure, failure_by_kind, problem};
pub use report::form_hint;
pub use work_account::work_account;

pub use crate::words::Words;
