//! What can be asked of a case.
pub mod draft;
