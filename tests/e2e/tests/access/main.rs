//! Permissions over HTTP: every endpoint, for every role, against the one table.

mod alone;
mod awareness;
mod care;
mod covering;
mod excluded;
mod exclusion;
mod figures;
mod kmt;
mod matrix;
mod meeting;
mod messages;
mod packs;
mod phone_drafts;
mod photos;
mod questions;
mod relations;
mod rights;
mod sessions;
mod settings;
mod two;
mod works;
