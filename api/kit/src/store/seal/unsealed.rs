//! What sealing costs is measured beside the same work without it (`cargo xtask bench`). The feature `unsealed`, which is on
//! in no other build, leaves all sealing out, and takes no keys but those of [`SEED`], which everybody can read here: so
//! such a build starts on no instance.
use super::{PublicKey, Seal};

/// What the keys for measuring are made of. They are fit for nothing else.
pub const SEED: [u8; 32] = *b"alleen om mee te meten, Meldrout";
/// The public one of these: to make it from the seed at every request would be measured too.
const PUBLIC: &str = "meldroute-publiek-1:6410796d1c515332220599666f0f321e06db7db138acdd956dd11dc5ae401a46";

/// The seal itself; none in a build without sealing.
pub(super) fn instead(seal: &Seal) -> &Seal {
    if cfg!(feature = "unsealed") { &Seal::Plain } else { seal }
}

/// Whether this build may not run with this public key.
pub(super) fn refuses(public: &PublicKey) -> bool {
    cfg!(feature = "unsealed") && public.text() != PUBLIC
}

#[cfg(test)]
mod tests {
    use super::super::SecretKey;
    use super::*;

    #[test]
    fn the_keys_for_measuring_are_a_pair() {
        assert_eq!(SecretKey::from_seed(SEED).public().text(), PUBLIC);
    }

    #[test]
    fn without_the_feature_nothing_is_left_unsealed_and_every_key_is_taken() {
        const { assert!(!cfg!(feature = "unsealed")) };
        assert!(matches!(instead(&Seal::One(Box::new(super::super::Key::from_bytes([1; 32])))), Seal::One(_)));
        assert!(!refuses(&SecretKey::from_seed([1; 32]).public()));
    }
}
