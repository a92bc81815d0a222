//! What the list says before its lines: whose they are, how long today's work takes, and what changed since the last
//! time.
mod line;
mod part;

pub use line::Overview;
pub use part::Part;
