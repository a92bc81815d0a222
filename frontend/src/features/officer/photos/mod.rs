//! A photo that the melder added, for whoever has the case.
mod picture;

pub use picture::PhotoOfReporter;
