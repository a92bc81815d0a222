//! Pages that a browser gets later than the first one. The entry's first module holds the log-in and the worklist; the
//! other pages are in two parts, cut off it by `xtask/bundler`. A part is fetched when one of its pages is opened, and
//! before that when the first page leaves time for it.
//!
//! No other code may name these pages: what names them brings them into the first module.
mod ahead;
mod case;
mod other;
mod page;
mod part;

pub use ahead::fetch_ahead;
pub use case::{CasePart, show_case};
pub use other::{OtherPart, show_other};
pub use page::PageOf;
pub use part::{Fetch, Missing, Parts};
