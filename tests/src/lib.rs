//! The whole thing over HTTP against the real host: API, access, crashes.
