//! Retention and destruction over HTTP against the real host: due cases, two people, real deletion, holds; the rights
//! of data subjects; the processing record.
mod destroy;
mod killed;
mod rights;
mod support;
