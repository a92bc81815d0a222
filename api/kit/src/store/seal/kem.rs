//! The key encapsulation of HPKE, and the key pair that RFC 9180 derives from a seed (`DeriveKeyPair`).
use hpke::{Kem as _, Serializable, kem::X25519HkdfSha256};

pub(super) type Kem = X25519HkdfSha256;

/// The private key of a seed.
pub(super) fn private(seed: &[u8; 32]) -> <Kem as hpke::Kem>::PrivateKey {
    let (private, _) = Kem::derive_keypair(seed);
    private
}

/// The public key of a seed.
pub(super) fn public(seed: &[u8; 32]) -> [u8; 32] {
    let (_, public) = Kem::derive_keypair(seed);
    public.to_bytes().into()
}
