//! Messages (berichten): what an AF is told of and where to, and the calendar that another program reads.
mod calendar;
mod choose;
mod line;
mod page;
mod store;

pub use line::MessagesLine;
pub use page::MessagesPage;
