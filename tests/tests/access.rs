//! Who may what, tried through HTTP: every endpoint, for everybody, against the one table.

#[path = "access/alone.rs"]
mod alone;
#[path = "access/matrix.rs"]
mod matrix;
#[path = "access/sessions.rs"]
mod sessions;
