//! Accounts, for the functioneel beheerder: who may log in. Never any content.
mod add;
mod draft;
mod function;
mod left;
mod list;
mod page;

pub use draft::{AccountDraft, AccountFields, At};
pub use page::AccountsPage;
