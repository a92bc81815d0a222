//! When an AF is told that there is something to do (berichten). A message never says what: see [`MESSAGE`].
mod hours;
mod notice;
#[cfg(test)]
mod tests;

pub use hours::{end_of_day, is_day, to_be_opened_by};
pub use notice::{Notice, Occasion, has, notices, terms};

/// The message, in full. It holds no content, number, name or count, whoever reads it over somebody's shoulder.
pub const MESSAGE: &str = "Er is iets te doen in Meldroute";
