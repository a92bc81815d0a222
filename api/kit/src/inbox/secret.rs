//! What follows from the secret that the client makes before sending (HKDF-SHA-256, RFC 5869).
//!
//! From the 128-bit secret follow the record's id and the receipt code; from the code, which the melder keeps, follows
//! where the status lies. The server stores neither secret nor code, and the same secret always gives the same report.
use hkdf::Hkdf;
use sha2::Sha256;
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

/// `N` bytes for one purpose.
fn derive<const N: usize>(from: &[u8], purpose: &str) -> [u8; N] {
    let mut out = [0; N];
    // HKDF-SHA-256 gives up to 255 × 32 bytes; N is 16 or 32
    let expanded = Hkdf::<Sha256>::new(Some(b"meldroute/1"), from).expand(purpose.as_bytes(), &mut out);
    debug_assert!(expanded.is_ok());
    out
}

impl Secret {
    /// Parses 32 hex digits of either case.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() != 32 || !text.bytes().all(|b| b.is_ascii_hexdigit()) {
            return None;
        }
        u128::from_str_radix(text, 16).ok().map(|bits| Self(bits.to_be_bytes()))
    }

    /// From bytes made by us, for practice data and tests.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// The id of the record.
    #[must_use]
    pub fn record(&self) -> CaseId {
        CaseId::from_bytes(&derive(&self.0, "record"))
    }

    /// The melder's code.
    #[must_use]
    pub fn code(&self) -> ReceiptCode {
        ReceiptCode::from_secret(&derive(&self.0, "ontvangstcode"))
    }

    /// A mark of a body under this secret: tells whether a retry sends the same, and nothing to who lacks the secret.
    #[must_use]
    pub fn mark(&self, body: &[u8]) -> String {
        let mut input = self.0.to_vec();
        input.extend_from_slice(body);
        crate::clock::hex(&derive::<16>(&input, "body"))
    }
}

/// Where the status of the holder of this code lies.
#[must_use]
pub fn status_key(code: &ReceiptCode) -> StatusKey {
    StatusKey::from_bytes(&derive(&code.secret(), "status"))
}

/// The hash under which a session token is stored.
#[must_use]
pub fn token_hash(token: &str) -> String {
    crate::clock::hex(&derive::<32>(token.as_bytes(), "session"))
}

/// Equal, in a time that does not tell where they differ.
#[must_use]
pub(crate) fn same(ours: &[u8], theirs: &[u8]) -> bool {
    ours.len() == theirs.len() && ours.iter().zip(theirs).fold(0, |all, (a, b)| all | (a ^ b)) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_secret_always_gives_the_same() {
        let secret = Secret::parse("00112233445566778899aabbccddeeff").unwrap();
        let again = Secret::parse("00112233445566778899AABBCCDDEEFF").unwrap();
        assert_eq!(secret.record(), again.record());
        assert_eq!(status_key(&secret.code()), status_key(&again.code()));
        // literal values: a change here would lose every melder's code
        assert_eq!(secret.record().as_str(), "729ac266eb6ef062f19b099e9ce29880");
        assert_eq!(secret.code().shown(), "6WT DP4 7MX C33 950 3N4");
        assert_eq!(status_key(&secret.code()).as_str(), "a9ed4a069b2eb718025673d421cee976");
    }

    #[test]
    fn what_is_not_32_hex_digits_is_no_secret() {
        for bad in ["", "0011", &"g".repeat(32), &"+".repeat(32), &"0".repeat(33)] {
            assert!(Secret::parse(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn a_mark_tells_bodies_apart() {
        let secret = Secret::from_bytes([3; 16]);
        assert_eq!(secret.mark(b"a"), secret.mark(b"a"));
        assert_ne!(secret.mark(b"a"), secret.mark(b"b"));
        assert_ne!(secret.mark(b"a"), Secret::from_bytes([4; 16]).mark(b"a"));
    }
}
