//! The figures of a half-year: counted once when it is over, and frozen.
//!
//! Due work counts the cases that are there, some at a time. A case that is destroyed before that is counted when it is
//! destroyed. The half-year that is counted, how far it is and what was counted so far are one record, so every case is
//! counted once, whoever works at the same moment and wherever they stop.
mod begin;
mod destroyed;
mod freeze;
#[cfg(test)]
mod fuzz;
mod published;
mod round;
mod signed;
mod stored;
#[cfg(test)]
mod tests;

pub(crate) use destroyed::count_destroyed;
pub use destroyed::unsure;
pub use freeze::freeze;
pub use published::page;
pub use round::go_on;
pub use signed::{Unsigned, fingerprint, read_signed, signed};
pub(crate) use stored::first_record;
