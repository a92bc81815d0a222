//! Pages that a browser gets later than the first one. The entry's first module holds the log-in and the worklist; the
//! other pages (`cut`) are in two parts, which `xtask/bundler` cuts off. A part is fetched when one of its pages is
//! opened, and before that when the first page leaves time for it.
mod ahead;
mod asked;
mod page;
mod part;

pub use ahead::fetch_ahead;
pub use asked::{CasePart, OtherPart};
pub use page::PageOf;
pub use part::{Fetch, Missing, Parts};
