//! Who may what, tried through HTTP: every endpoint, for everybody, against the one table.

#[path = "access/alone.rs"]
mod alone;
#[path = "access/excluded.rs"]
mod excluded;
#[path = "access/matrix.rs"]
mod matrix;
#[path = "access/relations.rs"]
mod relations;
#[path = "access/sessions.rs"]
mod sessions;
#[path = "access/two.rs"]
mod two;
#[path = "access/works.rs"]
mod works;
