//! The shape of the code: how long files and functions are, which module may use which, where wildcards hide a new
//! variant.
//!
//! Alone: `cargo test --locked --release -p xtask --test shape`.

#![expect(clippy::unwrap_used, reason = "a test fails by it, also in its helpers")]
#![expect(clippy::wildcard_enum_match_arm, reason = "the syntax tree may get new kinds of items and patterns")]

mod arrows;
mod circles;
mod functions;
mod layout;
mod paths;
mod regions;
mod sources;
mod tree;
mod uses;
mod wildcards;
