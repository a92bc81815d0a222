//! HPKE (RFC 9180): the public key seals, and the secret key opens.
use super::{
    kem::{self, Kem},
    pair::{PublicKey, SecretKey},
    place::Place,
};
use crate::Failure;
use hpke::{
    Deserializable, OpModeR, OpModeS, Serializable, aead::ChaCha20Poly1305, kdf::HkdfSha256, single_shot_open,
    single_shot_seal,
};

const INFO: &[u8] = b"meldroute/2 report";
/// The length of an encapsulated key.
const ENCAPPED: usize = 32;

pub(super) fn close(head: &[u8], to: &PublicKey, place: &Place<'_>, padded: &[u8]) -> Result<Vec<u8>, Failure> {
    let failed = |_| Failure::Internal("sealing to the public key failed");
    let public = <Kem as hpke::Kem>::PublicKey::from_bytes(to.bytes()).map_err(failed)?;
    let (encapped, sealed) =
        single_shot_seal::<ChaCha20Poly1305, HkdfSha256, Kem>(&OpModeS::Base, &public, INFO, padded, &place.bind(head))
            .map_err(failed)?;
    Ok([head, &encapped.to_bytes()[..], &sealed].concat())
}

pub(super) fn open(head: &[u8], secret: &SecretKey, place: &Place<'_>, rest: &[u8]) -> Option<Vec<u8>> {
    let (encapped, sealed) = rest.split_first_chunk::<ENCAPPED>()?;
    let private = kem::private(secret.seed());
    let encapped = <Kem as hpke::Kem>::EncappedKey::from_bytes(encapped).ok()?;
    single_shot_open::<ChaCha20Poly1305, HkdfSha256, Kem>(
        &OpModeR::Base,
        &private,
        &encapped,
        INFO,
        sealed,
        &place.bind(head),
    )
    .ok()
}
