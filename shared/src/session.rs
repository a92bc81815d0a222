//! How long a session lasts without requests. The server ends it; the browser warns before that.

/// A session ends after this many seconds without a request.
pub const IDLE_SECONDS: i64 = 30 * 60;
/// A request is recorded only when the recorded one is at least this many seconds old.
pub const SEEN_SECONDS: i64 = 60;
