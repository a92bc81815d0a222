//! HPKE (RFC 9180): the public key seals, and the secret key opens.
use super::{
    kem::Encapsulation,
    pair::{PublicKey, SecretKey},
    place::Place,
};
use crate::Failure;
use hpke::{
    Deserializable, Kem, OpModeR, OpModeS, Serializable,
    aead::ChaCha20Poly1305,
    kdf::HkdfSha256,
    kem::{X25519HkdfSha256, XWing},
    single_shot_open, single_shot_seal,
};

const INFO: &[u8] = b"meldroute/2 report";

pub(super) fn close(head: &[u8], to: &PublicKey, place: &Place<'_>, padded: &[u8]) -> Result<Vec<u8>, Failure> {
    let seal = match to.encapsulation() {
        Encapsulation::X25519 => close_with::<X25519HkdfSha256>,
        Encapsulation::XWing => close_with::<XWing>,
    };
    let (encapped, sealed) = seal(to.bytes(), padded, &place.bind(head))
        .map_err(|_| Failure::Internal("sealing to the public key failed"))?;
    Ok([head, &encapped, &sealed].concat())
}

fn close_with<K: Kem>(public: &[u8], padded: &[u8], bound: &[u8]) -> Result<(Vec<u8>, Vec<u8>), hpke::HpkeError> {
    let public = K::PublicKey::from_bytes(public)?;
    let (encapped, sealed) =
        single_shot_seal::<ChaCha20Poly1305, HkdfSha256, K>(&OpModeS::Base, &public, INFO, padded, bound)?;
    Ok((encapped.to_bytes().to_vec(), sealed))
}

pub(super) fn open(head: &[u8], secret: &SecretKey, place: &Place<'_>, rest: &[u8]) -> Option<Vec<u8>> {
    let open = match secret.encapsulation() {
        Encapsulation::X25519 => open_with::<X25519HkdfSha256>,
        Encapsulation::XWing => open_with::<XWing>,
    };
    open(secret.seed(), rest, &place.bind(head))
}

fn open_with<K: Kem>(seed: &[u8; 32], rest: &[u8], bound: &[u8]) -> Option<Vec<u8>> {
    let (encapped, sealed) = rest.split_at_checked(K::EncappedKey::size())?;
    let (private, _) = K::derive_keypair(seed);
    let encapped = K::EncappedKey::from_bytes(encapped).ok()?;
    single_shot_open::<ChaCha20Poly1305, HkdfSha256, K>(&OpModeR::Base, &private, &encapped, INFO, sealed, bound).ok()
}
