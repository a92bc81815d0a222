//! What of a case may go where: a table in the gemeente's profile, one rule for each receiver [domain §3, "What may go
//! where"].
//!
//! No ground, no sending: a receiver without a rule, or whose rule names no ground, gets nothing.
mod check;
mod kind;
mod receiver;
mod rule;
mod standard;
mod table;
#[cfg(test)]
mod tests;

pub use check::{MOST_GROUNDS, SharingFault};
pub use kind::DataKind;
pub use receiver::ReferralTarget;
pub use rule::SharingRule;
pub use table::Sharing;
