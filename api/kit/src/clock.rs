//! Time and randomness: the only place in the components that asks for them.
use crate::Failure;
use shared::moment::Moment;
use std::time::{SystemTime, UNIX_EPOCH};

/// The moment it is.
#[must_use]
pub fn now() -> Moment {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Moment::from_millis(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}

/// Bytes nobody can guess.
///
/// # Errors
/// [`Failure::Internal`] when the machine has no randomness to give.
pub fn random<const N: usize>() -> Result<[u8; N], Failure> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| Failure::Internal("no randomness"))?;
    Ok(bytes)
}

/// Waits a moment, for a place that somebody else will leave soon.
pub fn pause(millis: u64) {
    std::thread::sleep(std::time::Duration::from_millis(millis));
}
