//! Retention (bewaren en vernietigen): how long a closed case is kept, and when it is due.
//!
//! The gemeente sets the terms in its profile. [`Terms::default`] is only an example, to be checked with the FG.
//! Destroying takes two people: see [`crate::case::destruction`].
mod due;
mod least;
mod length;
mod terms;

pub use due::{Blocked, Due, DueState, Kept, due};
pub use least::{KEPT_AT_LEAST, kept_until};
pub use length::{Length, LengthError};
pub use terms::{Outcome, Term, Terms, TermsError};
