//! Keeping and destroying over HTTP against the real host: what is due, two people, real deletion, what stands in its way;
//! the rights of who a case is about; the processing record.
mod destroy;
mod killed;
mod rights;
mod support;
