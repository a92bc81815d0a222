//! Values derived from the secret that the client makes before sending (HKDF-SHA-256, RFC 5869).
//!
//! The receipt code is derived from the 128-bit secret, and the record's id from the secret and the melding's
//! fingerprint under it. The place of the status is derived from the code, which the melder keeps. The server stores
//! neither secret nor code. The same secret and melding always give the same record, and no other melding can take its
//! place.
use crate::{derive::derive, hex};
use shared::{
    code::ReceiptCode,
    id::{CaseId, StatusKey},
};

/// The client's secret. Comes as `Idempotency-Key`, is never stored, and does not show itself.
#[derive(Clone)]
pub struct Secret([u8; 16]);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl Secret {
    /// Parses 32 hex digits of either case.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        hex::decode(text).map(Self)
    }

    /// A secret from bytes made by us, for practice data and tests.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// The id of the record for the melding with this fingerprint.
    #[must_use]
    pub fn record(&self, fingerprint: &str) -> CaseId {
        CaseId::from_bytes(&derive(&self.0, "record", &[fingerprint.as_bytes()]))
    }

    /// The melder's code.
    #[must_use]
    pub fn code(&self) -> ReceiptCode {
        ReceiptCode::from_secret(&derive(&self.0, "receipt code", &[]))
    }

    /// Bytes for another purpose.
    #[must_use]
    pub fn derive<const N: usize>(&self, purpose: &str) -> [u8; N] {
        derive(&self.0, purpose, &[])
    }

    /// A fingerprint of a body under this secret: it shows whether a retry sends the same, and nothing to those who
    /// lack the secret.
    #[must_use]
    pub fn fingerprint(&self, body: &[u8]) -> String {
        hex::encode(&derive::<16>(&self.0, "body", &[body]))
    }
}

/// The key of the status for the holder of this code.
#[must_use]
pub fn status_key(code: &ReceiptCode) -> StatusKey {
    StatusKey::from_bytes(&derive(&code.secret(), "place of a status", &[]))
}

/// The hash under which a session token is stored.
#[must_use]
pub fn token_hash(token: &str) -> String {
    hex::encode(&derive::<32>(token.as_bytes(), "token", &[]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_secret_always_gives_the_same() {
        let secret = Secret::parse("00112233445566778899aabbccddeeff").unwrap();
        let again = Secret::parse("00112233445566778899AABBCCDDEEFF").unwrap();
        assert_eq!(secret.record("a"), again.record("a"));
        assert_ne!(secret.record("a"), secret.record("b"), "another melding has another place");
        assert_eq!(status_key(&secret.code()), status_key(&again.code()));
        // literal values: a change here would lose every melder's code
        assert_eq!(secret.code().shown(), "CSV DT3 5N7 B7D AE4 CM2");
        assert_eq!(status_key(&secret.code()).as_str(), "8c0ea86b85098391b7925844a364b1e7");
    }

    #[test]
    fn anything_but_32_hex_digits_is_no_secret() {
        for bad in ["", "0011", &"g".repeat(32), &"+".repeat(32), &"0".repeat(33)] {
            assert!(Secret::parse(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn a_fingerprint_differs_for_another_body_or_secret() {
        let secret = Secret::from_bytes([3; 16]);
        assert_eq!(secret.fingerprint(b"a"), secret.fingerprint(b"a"));
        assert_ne!(secret.fingerprint(b"a"), secret.fingerprint(b"b"));
        assert_ne!(secret.fingerprint(b"a"), Secret::from_bytes([4; 16]).fingerprint(b"a"));
    }
}
