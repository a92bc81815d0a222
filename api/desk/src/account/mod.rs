//! Accounts: all of an instance in one record, because they are few and a log-in name is unique among them. Credentials
//! are stored apart ([`crate::account::credential`]); an account only refers to them.
//!
//! **An account is a person.** What somebody logs in with hangs beside it: a log-in name with a password, a work
//! account, or both. So one person has one [`shared::id::AccountId`], however they logged in, and every rule that asks
//! for another person compares these ids. Whoever comes with a work account that nobody here is known to have is an
//! arrival, and not yet a person ([`work`]).
//!
//! A beheerder asks for an account. Where the role needs it ([`shared::access::Role::needs_second_person`]) an AF or
//! the FG confirms ([`access`]). Each of the two gets a half of the invitation (`words`), so neither a beheerder nor
//! whoever confirms can use it in the name of the person it is for.
pub mod access;
mod change;
mod closure;
mod colleagues;
mod command;
pub mod credential;
mod enrolled;
mod flat;
mod guessable;
pub mod invitation;
mod life;
mod list;
mod load;
mod means;
mod namesakes;
mod password;
mod practice;
mod recall;
mod refused;
mod staffed;
mod stored;
#[cfg(test)]
mod tests;
mod words;
pub mod work;

pub use colleagues::colleagues;
pub use command::command;
pub use enrolled::first_enrolled;
pub(crate) use list::begin_epoch;
#[cfg(test)]
use list::update;
pub use list::{add, advisers_of, all, first, officers, officers_of};
pub use password::password_error;
pub use practice::mark_practice;
pub use recall::{Recalled, Why, are_two_hands, note_closed, recall};
pub use refused::Refused;
pub use staffed::open_when_staffed;
pub use stored::{ACCOUNTS, StoredAccount};
