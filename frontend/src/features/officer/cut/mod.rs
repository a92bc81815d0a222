//! What is cut off the first module: one function for each part, which makes its pages. Only the entry calls them, by
//! way of `wasm_split`.
//!
//! No other code may name these pages: what names them brings them into the first module.
mod case;
mod other;

pub use case::show_case;
pub use other::show_other;
