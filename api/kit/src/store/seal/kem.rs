//! The key encapsulations of HPKE: how a key travels with a value that is sealed to the gemeente's public key.
//!
//! Both derive their key pair from a seed of 32 bytes (`DeriveKeyPair`). [`X_WING`](Encapsulation::XWing) is what new
//! keys use: whoever copies the store now can't open it later with a quantum computer alone. Keys of before go on.
use crate::hex;
use hpke::{
    Kem, Serializable,
    kem::{X25519HkdfSha256, XWing},
};

/// The suite byte of HPKE (RFC 9180), base mode: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20Poly1305.
pub(super) const HPKE_X25519: u8 = 2;
/// The same with X-Wing in the place of DHKEM.
pub(super) const HPKE_X_WING: u8 = 3;

/// Which one a key is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encapsulation {
    /// DHKEM(X25519, HKDF-SHA256) of RFC 9180. A public key is 32 bytes.
    X25519,
    /// X-Wing (draft-connolly-cfrg-xwing-kem): X25519 and ML-KEM-768 (FIPS 203) together: whoever wants to open it
    /// has to break both. A public key is 1216 bytes.
    XWing,
}

impl Encapsulation {
    /// Each, the one of new keys first.
    pub const ALL: [Self; 2] = [Self::XWing, Self::X25519];
    /// The one of new keys.
    pub const NEW: Self = Self::XWing;

    /// The suite byte of what is sealed with it.
    pub(super) const fn suite(self) -> u8 {
        match self {
            Self::X25519 => HPKE_X25519,
            Self::XWing => HPKE_X_WING,
        }
    }

    /// Its number in the text of a key.
    pub(super) const fn number(self) -> char {
        match self {
            Self::X25519 => '1',
            Self::XWing => '2',
        }
    }

    /// A public key from its hex digits, if they are as many as it has.
    pub(super) fn public_from_hex(self, digits: &str) -> Option<Vec<u8>> {
        match self {
            Self::X25519 => hex::decode::<32>(digits).map(Vec::from),
            Self::XWing => hex::decode::<1216>(digits).map(Vec::from),
        }
    }

    /// The public key of a seed.
    pub(super) fn public(self, seed: &[u8; 32]) -> Vec<u8> {
        match self {
            Self::X25519 => public::<X25519HkdfSha256>(seed),
            Self::XWing => public::<XWing>(seed),
        }
    }
}

fn public<K: Kem>(seed: &[u8; 32]) -> Vec<u8> {
    let (_, public) = K::derive_keypair(seed);
    public.to_bytes().to_vec()
}
