//! What of a case may go where.
mod asked;

pub use asked::asked;
