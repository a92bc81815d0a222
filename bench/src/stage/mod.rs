//! What a run needs around it: a place on disk, data, the two servers as processes.

mod child;
mod data;
mod place;
mod requests;

pub use child::{Child, Memory};
pub use data::{Data, Mixture, keys};
pub use place::Place;
pub use requests::{get, report, report_again, report_without_key, worklist};

/// The profile that is measured with.
pub const GEMEENTE: &str = "hengelo";
