use super::*;

const TEXT: &[u8] = br#"{"verzonnen":"tekst"}"#;

fn ring(seed: u8, with_secret: bool) -> Result<Arc<KeyRing>, Fault> {
    let secret = SecretKey::from_seed([seed; 32]);
    let text = secret.text();
    KeyRing::parse(Some(&secret.public().text()), with_secret.then_some(text.as_str())).map(Arc::new)
}

fn seals() -> [Seal; 3] {
    [Seal::Instance(ring(1, true)), Seal::Gemeente(ring(1, true)), Seal::One(Box::new(Key::from_bytes([2; 32])))]
}

const PLACE: Place<'static> = Place { gemeente: "hengelo", store: "cases", key: "case:1" };

#[test]
fn what_is_sealed_opens_in_its_place_only() {
    let elsewhere = [
        Place { gemeente: "borne", ..PLACE },
        Place { store: "inbox", ..PLACE },
        Place { key: "case:2", ..PLACE },
        Place { key: "session:1", ..PLACE },
    ];
    for seal in seals() {
        let raw = seal.close(&PLACE, TEXT.to_vec()).unwrap();
        assert!(!raw.windows(9).any(|part| part == b"verzonnen"));
        let opened = seal.open(&PLACE, &raw).unwrap();
        assert_eq!(opened.trim_ascii_end(), TEXT);
        for place in &elsewhere {
            assert_eq!(seal.open(place, &raw), Err(Failure::Unreadable(kind_of(place.key))));
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
fn one_seal_does_not_open_what_another_made() {
    let all = seals().into_iter().chain([Seal::Plain, Seal::Instance(ring(9, true)), Seal::Gemeente(ring(9, true))]);
    let all: Vec<Seal> = all.collect();
    for (i, made) in all.iter().enumerate() {
        let raw = made.close(&PLACE, TEXT.to_vec()).unwrap();
        for (j, other) in all.iter().enumerate() {
            assert_eq!(other.open(&PLACE, &raw).is_ok(), i == j, "{i} {j}");
        }
    }
}

#[test]
fn who_has_the_public_key_alone_seals_and_cannot_open() {
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
    let secret = SecretKey::from_seed([3; 32]);
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

/// Written once by this code: a change here would close everything that is stored.
#[test]
fn what_an_earlier_version_sealed_still_opens() {
    let [instance, gemeente, one] = seals();
    let old = |hex: &str| -> Vec<u8> {
        hex.as_bytes()
            .chunks(2)
            .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap())
            .collect()
    };
    for (seal, hex) in [(instance, INSTANCE), (gemeente, GEMEENTE), (one, ONE)] {
        assert_eq!(seal.open(&PLACE, &old(hex)).unwrap().trim_ascii_end(), TEXT);
    }
}

const INSTANCE: &str = "0201c4c8cdd573b4c887b1416e3bd20df9f751be49aa1dbf242027acf15ee26c171fecaa6211db4d9d5dea015862e16e7741\
    557e8443f75e00dd659c16abf7919409c0cc307fbb281507ef48dd04fbb7c8618677a186b9050f31e0454ec004e03732f663\
    f84b768803efca1a096c66f07bdaa7e7e1972ea2b08b8db1e19d7f8406efb1ca744e04ac89463bce3dcd67fa82a6da2ac7c0\
    d0111573f1ff619fd22823e04c7e10589fc294ad11168233";
const GEMEENTE: &str = "0202c4c8cdd537369b90fc6183e33e0c4d2a2e29b7ccdb616505a3fd0dfeac9bd0d8f3a2757be480c74bcf7a1e5ec1f685a2\
    c7ec90c6d55e5b571799cb5d0a080d71dba32fd9adc2c9ca726c32ca4e463869407cc4924d3f23485814091f4f90740439cb\
    0d93c4682147db7a3eeebf5875fe8b7f483b3569e9b25c66d9109b2ff4d6f4ae52dd342bbb0243e2b63f561acb820430a417\
    f5c478f5c344bd25ff47c47088480696a1e7943199a5197597ba7b02ad2a4c4a";
const ONE: &str = "0201f6d715dbc53fb949f19f06b3eee0bae353f286777135105c3141edb066d661489f1b5cbdd5d0583afdde9bbd7cb55bc9\
    4eb8fd3aa19095b0394c28a7e10346664a55d3c5211b2647f7538418b9400f7f8e15476bb35717b5f7f491f96e61a2794d28\
    9ead124afab44818ac1b318f6b474b594b17eb18e9faddf36e29ae0e16060bbb8a6f9d80746f83afff0c6f4cde40488a2fc4\
    38dd3bee1a0938c3c806fd27c9081490c075f4bd3af548fa";
