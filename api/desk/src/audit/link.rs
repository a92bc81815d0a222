//! The links of the chain: each head holds the one before it.
use kit::hex;
use sha2::{Digest, Sha256};
use shared::audit::Head;

/// The chain before its first line.
pub(super) fn start() -> Head {
    Head { number: 0, hash: hex::encode(&Sha256::digest(b"meldroute/audit")) }
}

/// The head after one more line: SHA-256 over the head, the number and the line's MAC.
pub(super) fn link(head: &Head, number: i64, mac: &str) -> Head {
    let input = [head.hash.as_bytes(), &number.to_be_bytes(), mac.as_bytes()].concat();
    Head { number, hash: hex::encode(&Sha256::digest(input)) }
}
