//! What the melder and the AF see. Two entries (`bin/melder.rs`, `bin/officer.rs`) over one library: what is not used by
//! an entry is not in its module.
//!
//! `ui/` knows nothing of the domain and never fetches; `messages/` holds every Dutch word that depends on a code;
//! `features/` holds the pages. What is valid and what may be asked is said in `shared`, never here.

pub mod browser;
pub mod client;
pub mod features;
pub mod messages;
pub mod route;
pub mod ui;
pub mod words;
