//! Keeping and destroying over HTTP against the real host: what is due, two people, real deletion, what blocks it; the
//! rights of data subjects; the processing record.
mod destroy;
mod killed;
mod rights;
mod support;
