//! The limits on keys and values that every store behind Spin can keep.

use crate::StoreError;

/// The longest key, in bytes.
pub const MAX_KEY_BYTES: usize = 256;
/// The largest value, in bytes (1 MB as Spin documents it, read as 1 MiB).
pub const MAX_VALUE_BYTES: usize = 1024 * 1024;

/// Refuses a pair that some store couldn't keep, before anything is written.
pub(crate) fn check(key: &str, value: &[u8]) -> Result<(), StoreError> {
    if key.is_empty() || key.len() > MAX_KEY_BYTES {
        return Err(StoreError::Malformed(format!(
            "a key takes 1 to {MAX_KEY_BYTES} bytes, this one is {}",
            key.len()
        )));
    }
    if value.len() > MAX_VALUE_BYTES {
        return Err(StoreError::Malformed(format!(
            "a value takes at most {MAX_VALUE_BYTES} bytes, this one is {}",
            value.len()
        )));
    }
    Ok(())
}

/// [`check`] for every pair.
pub(crate) fn check_all(pairs: &[(String, Vec<u8>)]) -> Result<(), StoreError> {
    pairs.iter().try_for_each(|(key, value)| check(key, value))
}
