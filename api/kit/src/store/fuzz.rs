//! Sealed values and the keys that open them.
use crate::store::cell;
use crate::{
    Fault,
    store::seal::{Encapsulation, Key, KeyRing, Place, Seal, SecretKey, key_id},
};
use fuzz::{Form, Target};
use std::sync::Arc;

fn ring(encapsulation: Encapsulation) -> Result<Arc<KeyRing>, Fault> {
    let secret = SecretKey::of(encapsulation, [1; 32]);
    KeyRing::parse(Some(&secret.public().text()), Some(&secret.text())).map(Arc::new)
}

/// An envelope that opens gives one of the values that were sealed, never another.
#[test]
fn an_envelope_opens_as_it_was_closed_or_not_at_all() {
    let cell = cell::rows::<()>(1);
    let place = Place::of("hengelo", &cell);
    let texts = [&br#"{"verzonnen":"tekst"}"#[..], br#"[1,2,3]"#, b"\"\""];
    let seals = [
        ("plain", Seal::Plain),
        ("to the instance", Seal::Instance(ring(Encapsulation::NEW))),
        ("to the gemeente", Seal::Gemeente(ring(Encapsulation::XWing))),
        ("to the gemeente, of before", Seal::Gemeente(ring(Encapsulation::X25519))),
        ("with one key", Seal::One(Box::new(Key::from_bytes([2; 32])))),
    ];
    std::thread::scope(|scope| {
        for (name, seal) in seals {
            scope.spawn(move || {
                let seeds: Vec<Vec<u8>> = texts.iter().map(|text| seal.close(&place, text.to_vec()).unwrap()).collect();
                Target::new(&format!("envelope {name}"), Form::Bytes, seeds.clone()).run(|input| {
                    let opened = seal.open(&place, input);
                    std::hint::black_box((key_id(input), seal.is_current(input).is_ok()));
                    if matches!(seal, Seal::Plain) {
                        return opened.is_ok();
                    }
                    assert_eq!(opened.is_ok(), seeds.iter().any(|seed| seed == input), "something else opened");
                    opened.is_ok()
                });
            });
        }
    });
}

#[test]
fn key_variables_are_read_or_named() {
    let one = SecretKey::of(Encapsulation::X25519, [1; 32]);
    let two = SecretKey::from_seed([2; 32]);
    let seeds = [
        format!("{}\n{}", one.public().text(), one.text()),
        format!("{}\n{} {}", two.public().text(), two.text(), one.text()),
        one.public().text(),
    ];
    let target = Target::new("key variables", Form::Bytes, seeds.iter().map(String::as_str));
    target.run(|input| {
        let Ok(input) = std::str::from_utf8(input) else { return false };
        let (public, secrets) = input.split_once('\n').unwrap_or((input, ""));
        let ring = KeyRing::parse(Some(public), Some(secrets));
        ring.map(|ring| drop(ring.secrets().iter().map(|key| key.records()).collect::<Vec<_>>())).is_ok()
    });
}
