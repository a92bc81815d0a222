//! Days on which something is looked at again: on the page on keeping, and as a notice on the AF's list.
mod list;
mod notice;

pub use list::Reviews;
pub use notice::ReviewsDue;
