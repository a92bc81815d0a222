//! Bytes as hex.
use data_encoding::{HEXLOWER, HEXLOWER_PERMISSIVE};

/// Two lower-case digits for every byte.
#[must_use]
pub fn encode(bytes: &[u8]) -> String {
    HEXLOWER.encode(bytes)
}

/// Exactly `N` bytes, in either case.
#[must_use]
pub fn decode<const N: usize>(text: &str) -> Option<[u8; N]> {
    HEXLOWER_PERMISSIVE.decode(text.as_bytes()).ok()?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_bytes_and_as_many_as_were_asked() {
        assert_eq!(encode(&[0, 0xab]), "00ab");
        assert_eq!((decode("00Ab"), decode::<1>("0")), (Some([0, 0xab]), None));
        for wrong in ["00", "0000ab", "00ag", "+0ab", "00 ab"] {
            assert_eq!(decode::<2>(wrong), None, "{wrong}");
        }
    }
}
