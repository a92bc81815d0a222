//! What the AF and the beheerder see: everything under `/af`.
//!
//! [`App`] reads the instance and the session once, then shows the pages of one's role. A session that ends covers the
//! page with the log-in; below it everything stays as it was typed.
mod access;
mod accounts;
mod app;
mod audit;
mod away;
mod case;
mod dialogs;
mod idle;
mod invitation;
mod keeping;
mod login;
mod own;
mod page;
mod parts;
mod phone;
mod rights;
mod session;
mod setup;
mod shell;
mod work_account;
mod worklist;

pub use app::App;
