//! The register of processing activities (register van verwerkingen, AVG 30): this instance's own line, to print.
mod page;
mod rows;

pub use page::RegisterPage;
