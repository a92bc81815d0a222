//! The Dutch text for every code, by exhaustive match: a missing text doesn't compile. B1, "je". What a melder reads is
//! there in English as well ([`Language`]).
//!
//! [`Words`] is for texts that both audiences share; those for the AF alone are in [`officer`].
#![deny(missing_docs)]

mod agenda;
mod code;
mod days;
pub mod english;
mod finding;
mod isolate;
mod language;
pub mod melder;
pub mod officer;
mod problem;
mod progress;
mod report;
pub mod stages;
mod steps;
mod words;
mod work_account;

pub use agenda::{SOMEBODY_CALLS, calendar};
pub use code::spelled;
pub use days::{clock, day, day_and_time, day_seen, day_short, day_with_year, days_left};
pub use finding::{field_id, field_name, field_of, finding, most};
pub use isolate::isolated;
pub use language::{Language, Spoken};
pub use problem::{problem, problem_by_kind};
pub use progress::{ADDED_BEFORE, ANSWERED_BEFORE, NOT_ASKED_ANY_MORE};
pub use report::{form_hint, readers};
pub use steps::{StepItem, StepState};
pub use words::Words;
pub use work_account::work_account;
