//! Letters (brieven) that wait: where they are kept, the ways out, and the one to a melder, which an AF's act writes.
//! `outbox` writes the others, and sends them all.
mod reporter;
mod stored;
mod ways;

pub(crate) use reporter::{is_on, left_address, tell_reporter};
pub(crate) use stored::{Letter, OUTBOX, Receiver, StoredOutbox, change};
pub(crate) use ways::Ways;
