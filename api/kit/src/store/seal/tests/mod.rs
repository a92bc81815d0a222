//! Sealing and opening, each seal in its own place only.
mod on_device;
mod vectors;

use super::*;
use crate::store::cell::{Kind, StoreName};

const TEXT: &[u8] = br#"{"verzonnen":"tekst"}"#;

fn ring(seed: u8, with_secret: bool) -> Result<Arc<KeyRing>, Fault> {
    ring_of(&SecretKey::from_seed([seed; 32]), with_secret)
}

/// The keys of an instance of before X-Wing.
fn older(seed: u8) -> Result<Arc<KeyRing>, Fault> {
    ring_of(&SecretKey::of(Encapsulation::X25519, [seed; 32]), true)
}

fn ring_of(secret: &SecretKey, with_secret: bool) -> Result<Arc<KeyRing>, Fault> {
    let text = secret.text();
    KeyRing::parse(Some(&secret.public().text()), with_secret.then_some(text.as_str())).map(Arc::new)
}

/// Every seal that seals.
fn seals() -> [Seal; 5] {
    let [old, new] = [2, 3].map(|byte| Key::from_bytes([byte; 32]));
    [
        Seal::Instance(ring(1, true)),
        Seal::Gemeente(older(1)),
        Seal::Gemeente(ring(1, true)),
        Seal::One(Box::new(old.clone())),
        Seal::Renewed(Box::new([new, old])),
    ]
}

const PLACE: Place<'static> = Place { gemeente: "hengelo", store: StoreName::Cases, key: "case:1", kind: Kind::Case };

#[test]
fn a_sealed_value_opens_in_its_place_only() {
    let elsewhere = [
        Place { gemeente: "borne", ..PLACE },
        Place { store: StoreName::Inbox, ..PLACE },
        Place { key: "case:2", ..PLACE },
        Place { kind: Kind::Rows, ..PLACE },
    ];
    for seal in seals() {
        let raw = seal.close(&PLACE, TEXT.to_vec()).unwrap();
        assert!(!raw.windows(9).any(|part| part == b"verzonnen"));
        let opened = seal.open(&PLACE, &raw).unwrap();
        assert_eq!(opened.trim_ascii_end(), TEXT);
        for place in &elsewhere {
            assert_eq!(seal.open(place, &raw), Err(Failure::Unreadable(place.kind.word())));
        }
    }
}

#[test]
fn no_altered_bit_and_no_cut_opens() {
    for seal in seals() {
        let raw = seal.close(&PLACE, TEXT.to_vec()).unwrap();
        for bit in 0..raw.len() * 8 {
            let mut altered = raw.clone();
            altered[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(seal.open(&PLACE, &altered), Err(Failure::Unreadable("case")), "bit {bit}");
        }
        for length in 0..raw.len() {
            assert_eq!(seal.open(&PLACE, &raw[..length]), Err(Failure::Unreadable("case")), "{length} bytes");
        }
    }
}

#[test]
fn one_seal_does_not_open_values_of_another() {
    let all = seals().into_iter().chain([
        Seal::Plain,
        Seal::Instance(ring(9, true)),
        Seal::Gemeente(older(9)),
        Seal::Gemeente(ring(9, true)),
    ]);
    let all: Vec<Seal> = all.collect();
    for (i, made) in all.iter().enumerate() {
        let raw = made.close(&PLACE, TEXT.to_vec()).unwrap();
        for (j, other) in all.iter().enumerate() {
            // a case's new key comes with the one before it
            let is_before = matches!((made, other), (Seal::One(_), Seal::Renewed(_)));
            assert_eq!(other.open(&PLACE, &raw).is_ok(), i == j || is_before, "{i} {j}");
        }
    }
}

#[test]
fn with_the_public_key_alone_one_seals_and_cannot_open() {
    let intake = Seal::Gemeente(ring(1, false));
    let raw = intake.close(&PLACE, TEXT.to_vec()).unwrap();
    assert_eq!(intake.open(&PLACE, &raw), Err(Failure::Keys(Fault::NoSecret)));
    let review = Seal::Gemeente(ring(1, true));
    assert!(review.open(&PLACE, &raw).is_ok());
    let accounts = Seal::Instance(ring(1, false));
    assert_eq!(accounts.close(&PLACE, TEXT.to_vec()), Err(Failure::Keys(Fault::NoSecret)));
}

#[test]
fn an_older_key_behind_the_first_still_opens() {
    let (old, new) = (SecretKey::from_seed([1; 32]), SecretKey::from_seed([2; 32]));
    let both = format!("{} {}", new.text(), old.text());
    let both = KeyRing::parse(Some(&new.public().text()), Some(&both)).map(Arc::new);
    for (before, after) in [
        (Seal::Instance(ring(1, true)), Seal::Instance(both.clone())),
        (Seal::Gemeente(ring(1, true)), Seal::Gemeente(both)),
    ] {
        let raw = before.close(&PLACE, TEXT.to_vec()).unwrap();
        assert!(after.open(&PLACE, &raw).is_ok());
        let again = after.close(&PLACE, TEXT.to_vec()).unwrap();
        assert_eq!(key_id(&again), Some(new.public().id()));
        assert!(before.open(&PLACE, &again).is_err());
    }
}

/// An instance of before X-Wing takes a new key: what was sealed goes on opening, and what comes is sealed with both.
#[test]
fn after_a_new_key_reports_are_sealed_with_x_wing_and_those_of_before_still_open() {
    let (old, new) = (SecretKey::of(Encapsulation::X25519, [1; 32]), SecretKey::from_seed([2; 32]));
    let both = format!("{} {}", new.text(), old.text());
    let after = Seal::Gemeente(KeyRing::parse(Some(&new.public().text()), Some(&both)).map(Arc::new));
    let waiting = Seal::Gemeente(older(1)).close(&PLACE, TEXT.to_vec()).unwrap();
    assert_eq!(waiting[1], HPKE_X25519);
    assert!(after.open(&PLACE, &waiting).is_ok() && !after.is_current(&waiting).unwrap());
    let sealed = after.close(&PLACE, TEXT.to_vec()).unwrap();
    assert_eq!((sealed[1], sealed.len() - waiting.len()), (HPKE_X_WING, 1120 - 32));
    assert!(after.open(&PLACE, &sealed).is_ok() && after.is_current(&sealed).unwrap());
    let mut as_the_other = sealed;
    as_the_other[1] = HPKE_X25519;
    assert!(after.open(&PLACE, &as_the_other).is_err());
}

/// Somebody has the older key, so what it sealed may be theirs. A report may be anybody's, and a backup is chosen.
#[test]
fn a_key_that_was_seen_opens_reports_and_the_keys_of_backups_and_nothing_else() {
    let (old, new) = (SecretKey::from_seed([1; 32]), SecretKey::from_seed([2; 32]));
    let both = format!("{} {}", new.text(), old.text());
    let ring = |secrets: &str| KeyRing::parse(Some(&new.public().text()), Some(secrets)).map(Arc::new);
    let (trusted, marked) = (ring(&both), ring(&demote(&both)));
    let sealed = |seal: Seal| seal.close(&PLACE, TEXT.to_vec()).unwrap();
    let (record, report) = (sealed(Seal::Instance(self::ring(1, true))), sealed(Seal::Gemeente(self::ring(1, false))));
    assert!(Seal::Instance(trusted).open(&PLACE, &record).is_ok(), "before it was marked");
    assert_eq!(Seal::Instance(marked.clone()).open(&PLACE, &record), Err(Failure::Unreadable("case")));
    assert!(Seal::Kept(marked.clone()).open(&PLACE, &record).is_ok(), "the key of a backup");
    assert!(Seal::Gemeente(marked.clone()).open(&PLACE, &report).is_ok(), "a report that waits");
    assert_eq!(demote(&demote(&both)), demote(&both));
    assert_eq!(trust(&demote(&both)), both);
    let ids = marked.unwrap().secrets().iter().map(InstanceKey::is_demoted).collect::<Vec<_>>();
    assert_eq!(ids, [false, true]);
    let first = demote(&both).split_whitespace().last().unwrap().to_owned();
    assert_eq!(KeyRing::parse(Some(&old.public().text()), Some(&first)).err(), Some(Fault::Leaked));
}

#[test]
fn lengths_come_in_steps() {
    let sealed = |length: usize| seals()[0].close(&PLACE, vec![b'1'; length]).unwrap().len();
    assert_eq!(sealed(1), sealed(128));
    assert_eq!(sealed(2049), sealed(4096));
    assert_eq!(sealed(4097), sealed(8192));
    assert_ne!(sealed(8192), sealed(8193));
}

#[test]
fn keys_go_to_text_and_back_and_bad_text_is_named() {
    let older = SecretKey::of(Encapsulation::X25519, [3; 32]);
    assert!(older.text().starts_with("meldroute-geheim-1:") && InstanceKey::parse(&older.text()).unwrap().is_whole());
    assert_eq!(PublicKey::parse(&older.public().text()), Ok(older.public()));
    for wrong in [older.public().text().replace("-1:", "-2:"), older.public().text().replace("-1:", "-3:")] {
        assert_eq!(PublicKey::parse(&wrong), Err(Fault::Malformed));
    }
    let secret = SecretKey::from_seed([3; 32]);
    assert!(secret != SecretKey::of(Encapsulation::X25519, [3; 32]), "the same bytes are another key");
    let whole = InstanceKey::parse(&secret.text()).unwrap();
    assert!(whole.is_whole() && whole.id() == secret.public().id());
    assert_eq!(PublicKey::parse(&secret.public().text()), Ok(secret.public()));
    let (public, other) = (secret.public().text(), SecretKey::from_seed([4; 32]).text());
    let parse = |public, secrets| KeyRing::parse(public, secrets).err();
    assert_eq!(parse(None, Some(&other)), Some(Fault::NoPublic));
    assert_eq!(parse(Some(" "), None), Some(Fault::NoPublic));
    assert_eq!(parse(Some("x"), None), Some(Fault::Malformed));
    assert_eq!(parse(Some(&public), Some("meldroute-geheim-1:00:11")), Some(Fault::Malformed));
    assert_eq!(parse(Some(&public), Some(&other)), Some(Fault::NoPair));
    assert_eq!(parse(Some(&public), None), None);
}

#[test]
fn a_value_of_a_practice_version_is_recognised_and_not_opened() {
    let instance = Seal::Instance(ring(1, true));
    let mut raw = instance.close(&PLACE, TEXT.to_vec()).unwrap();
    assert!(!is_earlier(&raw));
    raw[0] = 2;
    assert!(is_earlier(&raw));
    assert_eq!(instance.open(&PLACE, &raw), Err(Failure::Unreadable("case")));
    assert!(!is_earlier(&[]) && !is_earlier(&[2; 6]) && !is_earlier(&[0; 40]), "not a sealed value");
}
