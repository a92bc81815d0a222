//! What the list says before its lines: whose they are, how long today's work takes, and what changed since the last
//! time.
mod line;

pub use line::Overview;
