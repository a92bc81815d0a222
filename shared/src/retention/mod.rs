//! Retention (bewaren en vernietigen): how long a closed case is kept, when it is due, and who destroys it.
//!
//! The terms are the gemeente's, in its profile; what stands in [`Terms::default`] is ours and is to be checked with the FG.
//! Destroying takes two people: see [`destruction`].
pub mod destruction;
mod due;
mod terms;
mod views;

pub use due::{Blocked, Due, DueState, Kept, due};
pub use terms::{Length, LengthError, Outcome, Term, Terms, TermsError};
pub use views::{Certificate, CertificatePage, DueCase, RetentionDone, RetentionPage};
