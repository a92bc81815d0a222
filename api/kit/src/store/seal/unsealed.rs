//! `cargo xtask bench` measures the same work with sealing and without it. The feature `unsealed` leaves all sealing
//! out, and is on in no other build. Such a build takes no keys but those of [`SEED`], which everybody can read here.
//! So it starts on no real instance.
use super::pair::PublicKey;
use crate::hex;
use sha2::{Digest, Sha256};

/// Whether this build leaves sealing out.
pub(super) const ON: bool = cfg!(feature = "unsealed");
/// The seed of the keys for measuring. They are fit for nothing else.
pub const SEED: [u8; 32] = *b"alleen om mee te meten, Meldrout";
/// SHA-256 of the text of this seed's public key. Deriving that key at every request would be measured too.
const PUBLIC: &str = "a0eb94e02e1cd0729295202c5c1a62c0347d7606fde95183e4fcbe26f453948e";

/// Whether this build may not run with this public key.
pub(super) fn refuses(public: &PublicKey) -> bool {
    ON && digest(public) != PUBLIC
}

fn digest(public: &PublicKey) -> String {
    let digest: [u8; 32] = Sha256::digest(public.text()).into();
    hex::encode(&digest)
}

#[cfg(test)]
mod tests {
    use super::super::{Key, Seal, SecretKey};
    use super::*;

    #[test]
    fn the_keys_for_measuring_are_a_pair() {
        assert_eq!(digest(&SecretKey::from_seed(SEED).public()), PUBLIC);
    }

    #[test]
    fn without_the_feature_nothing_is_left_unsealed_and_every_key_is_taken() {
        const { assert!(!ON) };
        assert!(matches!(Seal::One(Box::new(Key::from_bytes([1; 32]))).in_effect(), Seal::One(_)));
        assert!(!refuses(&SecretKey::from_seed([1; 32]).public()));
    }
}
