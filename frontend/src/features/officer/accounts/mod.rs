//! Accounts, for the functioneel beheerder: who may log in. Never any content.
mod add;
mod draft;
mod function;
mod list;
mod page;

pub use draft::{AccountDraft, AccountFields, AccountParts};
pub use page::AccountsPage;
