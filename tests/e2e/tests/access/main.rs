//! Who may what, tried through HTTP: every endpoint, for everybody, against the one table.

mod alone;
mod excluded;
mod matrix;
mod relations;
mod sessions;
mod two;
mod works;
