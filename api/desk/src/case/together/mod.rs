//! Closing many reports at once, by two. One AF selects reports that nobody took up; the selection is stored as the
//! numbers that it came to, so another AF agrees with exactly those, whatever arrives later. Then they are closed in
//! portions. The record says how far that is, and each case says which proposal closed it: who stops half-way loses
//! nothing, and who does a portion again closes nothing twice.
mod agree;
mod carry_out;
mod chosen;
mod page;
mod propose;
mod stored;
#[cfg(test)]
mod tests;

pub use agree::{agree, reject};
pub use carry_out::{finish, go_on};
pub use page::{page, waiting};
pub use propose::propose;

pub(super) use stored::first_record;
