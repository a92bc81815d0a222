use super::*;
use std::collections::BTreeSet;

/// The longest key of a kind.
pub fn longest(kind: Kind) -> String {
    let end = match kind.layout() {
        Layout::Alone | Layout::Counter => return kind.name().to_owned(),
        Layout::Number => i64::MAX.to_string(),
        Layout::Case => "f".repeat(32),
        Layout::Hex(length) | Layout::Tally(length) => "f".repeat(length),
    };
    format!("{}:{end}", kind.name())
}

#[test]
fn keys_are_portable() {
    for kind in Kind::ALL {
        let (key, plain) =
            (longest(*kind), |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b":._-".contains(&b));
        assert!(key.len() <= 200 && key.bytes().all(plain), "{key}");
    }
}

/// A byte that was ever used stays: a new kind gets a new byte, at the end.
#[test]
fn no_two_kinds_share_a_byte_and_none_is_zero() {
    let bytes: BTreeSet<u8> = Kind::ALL.iter().map(|kind| kind.byte()).collect();
    assert_eq!(bytes.len(), Kind::ALL.len());
    assert!(!bytes.contains(&0));
}

#[test]
fn every_key_has_one_kind() {
    for kind in Kind::ALL {
        let key = longest(*kind);
        let has = |other: &&Kind| other.store() == kind.store() && other.has(&key);
        assert_eq!(Kind::ALL.iter().filter(has).collect::<Vec<_>>(), [kind], "{key}");
    }
}

#[test]
fn a_key_that_nobody_writes_has_no_kind() {
    let id = "0".repeat(32);
    let strangers = [
        "",
        "x",
        "case",
        "case:",
        "case:1",
        "rows:",
        "rows:01",
        "rows:-1",
        "rows:x",
        "audit:9223372036854775808",
        "accounts:1",
        "limit:other:1",
        "session:0",
    ];
    for key in strangers.into_iter().map(String::from).chain([
        format!("case:{id}0"),
        format!("CASE:{id}"),
        format!("case:{}", "F".repeat(32)),
    ]) {
        assert_eq!(Kind::of(StoreName::Cases, &key), None, "{key}");
    }
    assert_eq!(Kind::of(StoreName::Inbox, &format!("case:{id}")), None, "another store's");
    assert_eq!(Kind::of(StoreName::Cases, &format!("case:{id}")), Some(Kind::Case));
}

#[test]
fn a_cell_is_found_in_its_own_area_only() {
    let (case, account) = (format!("case:{}", "0".repeat(32)), "accounts");
    assert!(Cell::<CaseRecords, ()>::named(&case).is_some() && Cell::<Cases, ()>::named(&case).is_none());
    assert!(Cell::<Cases, ()>::named(account).is_some() && Cell::<CaseRecords, ()>::named(account).is_none());
    assert!(Cell::<Cases, ()>::named("numbers").is_none(), "a counter is no record");
    assert!(Cell::<Cases, Count>::counter("numbers").is_some() && Cell::<Cases, Count>::counter(account).is_none());
    assert!(Cell::<Pointers, Count>::counter("numbers").is_none(), "another store's");
}
