//! The pages of the AF, the FG and the beheerder: everything under `/af`.
//!
//! [`App`] reads the instance and the session once, then shows the pages of the user's role. When a session ends, the
//! log-in takes the place of the page; what was typed is kept for the account that typed it: `typed.rs`.
mod access;
mod accounts;
mod additions;
mod alike;
mod app;
mod audit;
mod awareness;
mod away;
mod care;
mod case;
mod conversation;
mod cut;
mod decision;
mod destruction;
mod dialogs;
mod dossier;
mod idle;
mod invitation;
mod joined;
mod keeping;
mod later;
mod lists;
mod login;
mod meeting;
mod messages;
mod own;
mod own_sessions;
mod page;
mod pages;
mod paper;
mod parts;
mod phone;
mod questions;
mod register;
mod request;
mod rights;
mod roles;
mod safety;
mod said;
mod saving;
mod search;
mod send_form;
mod session;
mod settings;
mod setup;
mod shell;
mod start;
mod stay;
mod together;
mod work_account;
mod worklist;

pub use app::App;
pub use cut::{show_case, show_other};
pub use later::{CasePart, Fetch, Missing, OtherPart};
