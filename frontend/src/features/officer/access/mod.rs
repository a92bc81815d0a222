//! Access: requests, and access granted. A second person, an AF or the FG, confirms.
mod given;
mod notice;
mod page;
mod store;

pub use notice::AccessNotice;
pub use page::AccessPage;
