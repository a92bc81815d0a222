//! The seal of the device: the vectors of the RFC, and what a browser and this code make for each other.
use super::*;
use crate::inbox::secret::{Secret, status_key};
use ::hpke::{Deserializable, Kem, OpModeR, aead::AesGcm256, kdf::HkdfSha256, kem::X25519HkdfSha256, single_shot_open};
use data_encoding::BASE64;
use serde::Deserialize;
use shared::{
    contract::SealedReport,
    id::{DeviceKeyId, StatusKey},
};

/// The same report, sealed by each; `tests/browser/seal.test.mjs` opens it too. Nothing in it may change: what a
/// browser sealed with the page of yesterday has to open.
const FROZEN: &str = include_str!("on_device.json");

#[derive(Deserialize)]
struct Frozen {
    gemeente: String,
    secret: String,
    status: StatusKey,
    id: DeviceKeyId,
    key: String,
    text: String,
    server: String,
    browser: String,
}

fn frozen() -> Frozen {
    serde_json::from_str(FROZEN).unwrap()
}

fn status(byte: u8) -> StatusKey {
    status_key(&Secret::from_bytes([byte; 16]).code())
}

fn keys() -> KeyRing {
    let secret = SecretKey::from_seed([1; 32]);
    KeyRing::parse(Some(&secret.public_text()), Some(&secret.text())).unwrap()
}

fn sealed() -> SealedReport {
    keys().device().unwrap().seal("hengelo", &status(1), TEXT.to_vec()).unwrap()
}

/// RFC 9180: the vector of the authors' file for mode 0, KEM 0x0020, KDF 0x0001, AEAD 0x0002, its first message.
#[test]
fn the_vector_of_the_rfc_opens() {
    type X25519 = X25519HkdfSha256;
    let bytes = |text: &str| data_encoding::HEXLOWER.decode(text.as_bytes()).unwrap();
    let secret = bytes("497b4502664cfea5d5af0b39934dac72242a74f8480451e1aee7d6a53320333d");
    let encapped = bytes("6c93e09869df3402d7bf231bf540fadd35cd56be14f97178f0954db94b7fc256");
    let sealed = bytes("e5d84cd531cfb583096e7cfa9641bd3079cf3a91cda813c52deb5f512be9931980a41de125a925cdad859d5b7a");
    let opened = single_shot_open::<AesGcm256, HkdfSha256, X25519>(
        &OpModeR::Base,
        &<X25519 as Kem>::PrivateKey::from_bytes(&secret).unwrap(),
        &<X25519 as Kem>::EncappedKey::from_bytes(&encapped).unwrap(),
        b"Ode on a Grecian Urn",
        &sealed,
        b"Count-0",
    );
    assert_eq!(opened.unwrap(), b"Beauty is truth, truth beauty");
}

#[test]
fn what_the_browser_and_the_server_sealed_goes_on_opening() {
    let held = frozen();
    let secret = Secret::parse(&held.secret).unwrap();
    assert_eq!(status_key(&secret.code()), held.status, "the browser derives the same");
    let shown = keys().device().unwrap().shown("hengelo");
    assert_eq!((shown.id.as_str(), shown.key), (held.id.as_str(), held.key));
    for sealed in [held.server, held.browser] {
        let sealed = SealedReport { key: held.id.clone(), sealed };
        let opened = keys().open_report(&sealed, &held.gemeente, &held.status).unwrap().unwrap();
        assert_eq!(std::str::from_utf8(&opened).unwrap().trim_end(), held.text);
        assert_eq!(opened.len(), device::STEP);
    }
}

#[test]
fn it_opens_for_its_gemeente_its_key_and_its_melder_only() {
    let (keys, sealed) = (keys(), sealed());
    let open = |sealed: &SealedReport, gemeente: &str, of: u8| keys.open_report(sealed, gemeente, &status(of)).unwrap();
    assert_eq!(open(&sealed, "hengelo", 1).unwrap().trim_ascii_end(), TEXT);
    assert_eq!(open(&sealed, "borne", 1), None, "in another gemeente");
    assert_eq!(open(&sealed, "hengelo", 2), None, "under another Idempotency-Key");
    let other = SecretKey::from_seed([2; 32]).device().id();
    assert_eq!(open(&SealedReport { key: other, ..sealed.clone() }, "hengelo", 1), None, "to another key");
    let stranger = SecretKey::from_seed([2; 32]);
    let stranger = KeyRing::parse(Some(&stranger.public_text()), Some(&stranger.text())).unwrap();
    assert_eq!(stranger.open_report(&sealed, "hengelo", &status(1)), Ok(None));
    let intake = KeyRing::parse(Some(&SecretKey::from_seed([1; 32]).public_text()), None).unwrap();
    assert_eq!(intake.open_report(&sealed, "hengelo", &status(1)), Err(Fault::NoSecret), "`intake` has no secret");
}

#[test]
fn no_altered_bit_and_no_cut_of_a_sealed_report_opens() {
    let (keys, sealed) = (keys(), sealed());
    let raw = BASE64.decode(sealed.sealed.as_bytes()).unwrap();
    let open = |raw: &[u8]| {
        let altered = SealedReport { sealed: BASE64.encode(raw), ..sealed.clone() };
        keys.open_report(&altered, "hengelo", &status(1)).unwrap()
    };
    // each bit of the key and of the tag, and one of every seventh byte between: the text is 4096 bytes of one stream
    let (first, last) = (0..48 * 8, raw.len() * 8 - 16 * 8..raw.len() * 8);
    for bit in first.chain((48 * 8..raw.len() * 8).step_by(57)).chain(last) {
        let mut altered = raw.clone();
        altered[bit / 8] ^= 1 << (bit % 8);
        // RFC 7748: the highest bit of a point on the curve counts for nothing; but it is part of what is hashed
        assert_eq!(open(&altered), None, "bit {bit}");
    }
    for length in [0, 1, 32, 48, raw.len() - 1] {
        assert_eq!(open(&raw[..length]), None, "{length} bytes");
    }
    assert!(open(&raw).is_some());
}

#[test]
fn a_page_of_yesterday_may_still_seal_to_the_key_of_before() {
    let (old, new) = (SecretKey::from_seed([1; 32]), SecretKey::from_seed([2; 32]));
    for secrets in [format!("{} {}", new.text(), old.text()), demote(&format!("{} {}", new.text(), old.text()))] {
        let both = KeyRing::parse(Some(&new.public_text()), Some(&secrets)).unwrap();
        assert_eq!(both.device(), Some(&new.device()));
        assert!(both.open_report(&sealed(), "hengelo", &status(1)).unwrap().is_some());
    }
}

#[test]
fn a_key_of_before_the_seal_of_the_device_has_none_and_a_stranger_s_is_no_pair() {
    let (one, other) = (SecretKey::from_seed([1; 32]), SecretKey::from_seed([2; 32]));
    let parse = |public: &str, secrets: Option<&str>| KeyRing::parse(Some(public), secrets);
    assert_eq!(parse(&one.public().text(), Some(&one.text())).unwrap().device(), None);
    let mixed = format!("{} {}", one.public().text(), other.device().text());
    assert_eq!(parse(&mixed, Some(&one.text())).err(), Some(Fault::NoPair));
    assert_eq!(parse(&format!("{} x", one.public().text()), None).err(), Some(Fault::Malformed));
    assert_eq!(parse(&format!("{} x", one.public_text()), None).err(), Some(Fault::Malformed));
    assert_eq!(DeviceKey::parse(&one.device().text()), Ok(one.device()));
    assert_ne!(one.device(), SecretKey::of(Encapsulation::X25519, [1; 32]).device());
}

#[test]
fn only_what_has_the_form_of_a_sealed_report_is_taken() {
    let whole = sealed();
    assert!(device::is_sealed_report(&whole));
    let with = |sealed: String| SealedReport { sealed, ..whole.clone() };
    let of = |length: usize| with(BASE64.encode(&vec![7; length]));
    let longest = 48 + device::STEP * device::MOST_STEPS;
    assert!(device::is_sealed_report(&of(48 + device::STEP)) && device::is_sealed_report(&of(longest)));
    for wrong in [of(48), of(47 + device::STEP), of(longest + device::STEP), with(String::new()), with("é".into())] {
        assert!(!device::is_sealed_report(&wrong));
    }
    for key in [String::new(), whole.key.as_str().to_uppercase(), format!("{}0", whole.key), "g".repeat(32)] {
        let body = serde_json::json!({ "sleutel": key, "verzegeld": whole.sealed });
        assert!(serde_json::from_value::<SealedReport>(body).is_err(), "{key}");
    }
    let long = vec![b' '; device::STEP * device::MOST_STEPS + 1];
    assert!(keys().device().unwrap().seal("hengelo", &status(1), long).is_err());
}
