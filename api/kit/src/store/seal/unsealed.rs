//! `cargo xtask bench` measures the same work with sealing and without it. The feature `unsealed` leaves all sealing
//! out, and is on in no other build. Such a build takes no keys but those of [`SEED`], which everybody can read here.
//! So it starts on no real instance.
use super::pair::PublicKey;

/// Whether this build leaves sealing out.
pub(super) const ON: bool = cfg!(feature = "unsealed");
/// The seed of the keys for measuring. They are fit for nothing else.
pub const SEED: [u8; 32] = *b"alleen om mee te meten, Meldrout";
/// The public key of this seed. Deriving it at every request would be measured too.
const PUBLIC: &str = "meldroute-publiek-1:6410796d1c515332220599666f0f321e06db7db138acdd956dd11dc5ae401a46";

/// Whether this build may not run with this public key.
pub(super) fn refuses(public: &PublicKey) -> bool {
    ON && public.text() != PUBLIC
}

#[cfg(test)]
mod tests {
    use super::super::{Key, Seal, SecretKey};
    use super::*;

    #[test]
    fn the_keys_for_measuring_are_a_pair() {
        assert_eq!(SecretKey::from_seed(SEED).public().text(), PUBLIC);
    }

    #[test]
    fn without_the_feature_nothing_is_left_unsealed_and_every_key_is_taken() {
        const { assert!(!ON) };
        assert!(matches!(Seal::One(Box::new(Key::from_bytes([1; 32]))).in_effect(), Seal::One(_)));
        assert!(!refuses(&SecretKey::from_seed([1; 32]).public()));
    }
}
