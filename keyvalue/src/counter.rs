//! Counters as every Spin store keeps them: 8 bytes, little-endian.

use crate::StoreError;

/// The number in `stored`; absent is 0.
pub(crate) fn read(stored: Option<&[u8]>) -> Result<i64, StoreError> {
    match stored {
        None => Ok(0),
        Some(bytes) => match <[u8; 8]>::try_from(bytes) {
            Ok(bytes) => Ok(i64::from_le_bytes(bytes)),
            Err(_) => Err(StoreError::Malformed(format!("a counter takes 8 bytes, here are {}", bytes.len()))),
        },
    }
}

/// The counter after adding `delta`; past the end of an `i64` is an error and not a wrap.
pub(crate) fn add(stored: Option<&[u8]>, delta: i64) -> Result<i64, StoreError> {
    read(stored)?
        .checked_add(delta)
        .ok_or_else(|| StoreError::Malformed("a counter has come to the end of its range".into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counters_are_little_endian_and_start_at_zero() {
        assert_eq!(read(None), Ok(0));
        assert_eq!(read(Some(&[2, 1, 0, 0, 0, 0, 0, 0])), Ok(258));
        assert!(matches!(read(Some(b"12")), Err(StoreError::Malformed(_))));
        assert_eq!(add(Some(&5_i64.to_le_bytes()), -7), Ok(-2));
        assert!(matches!(add(Some(&i64::MAX.to_le_bytes()), 1), Err(StoreError::Malformed(_))));
    }
}
