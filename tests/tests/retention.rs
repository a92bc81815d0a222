//! Keeping and destroying over HTTP against the real host: what is due, two people, real deletion, what stands in its way;
//! the rights of who a case is about; the processing record.
#[path = "retention/destroy.rs"]
mod destroy;
#[path = "retention/killed.rs"]
mod killed;
#[path = "retention/rights.rs"]
mod rights;
#[path = "retention/support.rs"]
mod support;
