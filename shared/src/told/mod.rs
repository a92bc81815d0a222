//! When an AF is told that there is something to do, and a melder that there is news (berichten). A message never says
//! what: see [`Reader::message`].
mod hours;
mod notice;
mod reader;
#[cfg(test)]
mod tests;

pub use hours::{end_of_day, is_day, to_be_opened_by};
pub use notice::{Notice, Occasion, has, notices, terms};
pub use reader::Reader;
