//! One value of every kind, as this code once sealed it. A kind's byte, its store, its key's form and its way of
//! sealing may not change any more: a change here would close everything of that kind that is stored.
//!
//! `vectors.txt` holds a line for each: the kind's byte, the seal and the sealed value. A new kind has no line yet; the
//! test then fails and prints the line to add.
use super::*;
use crate::store::cell::{Layout, Sealing};
use std::collections::{BTreeMap, BTreeSet};

const LINES: &str = include_str!("vectors.txt");

/// A seal by name, with the keys of the vectors.
fn seal(name: &str) -> Seal {
    let [_, gemeente, x_wing, one, renewed] = seals();
    match name {
        "plain" => Seal::Plain,
        // the id of the key is in these lines, and they were sealed before X-Wing
        "instance" => Seal::Instance(older(1)),
        "gemeente" => gemeente,
        "x-wing" => x_wing,
        "one" => one,
        "renewed" => renewed,
        other => panic!("{other} is no seal"),
    }
}

/// How values of this kind may be sealed.
fn seals_of(kind: Kind) -> &'static [&'static str] {
    match kind.sealing() {
        Sealing::Not if kind.is_counter() => &[],
        Sealing::Not => &["plain"],
        Sealing::Gemeente => &["gemeente", "x-wing"],
        Sealing::Instance => &["instance"],
        Sealing::Code => &["one"],
        Sealing::OwnKey => &["one", "renewed"],
        // the key of a backup is sealed to the instance, its parts with that key
        Sealing::Backup => &["instance", "one"],
    }
}

fn key_of(kind: Kind) -> String {
    let end = match kind.layout() {
        Layout::Alone | Layout::Counter => return kind.name().to_owned(),
        Layout::Number => "1".to_owned(),
        Layout::Case => "0".repeat(32),
        Layout::Hex(length) | Layout::Tally(length) => "0".repeat(length),
    };
    format!("{}:{end}", kind.name())
}

fn with_place<R>(kind: Kind, then: impl FnOnce(&Place<'_>) -> R) -> R {
    then(&Place { gemeente: "hengelo", store: kind.store(), key: &key_of(kind), kind })
}

fn bytes(hex: &str) -> Vec<u8> {
    let pair = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap();
    hex.as_bytes().chunks(2).map(pair).collect()
}

/// Kind and seal → the sealed value.
fn lines() -> BTreeMap<(u8, &'static str), Vec<u8>> {
    let line = |line: &'static str| {
        let [byte, seal, hex] = line.split(' ').collect::<Vec<_>>().try_into().unwrap();
        ((byte.parse().unwrap(), seal), bytes(hex))
    };
    LINES.lines().map(line).collect()
}

#[test]
fn a_frozen_value_of_every_kind_still_opens() {
    let lines = lines();
    let mut missing = String::new();
    for kind in Kind::ALL {
        for name in seals_of(*kind) {
            with_place(*kind, |place| match lines.get(&(kind.byte(), name)) {
                Some(raw) => {
                    let opened = seal(name).open(place, raw);
                    assert!(opened.is_ok_and(|json| json.trim_ascii_end() == TEXT), "{kind:?}, {name}");
                }
                None => {
                    let raw = seal(name).close(place, TEXT.to_vec()).unwrap();
                    missing += &format!("{} {name} {}\n", kind.byte(), crate::hex::encode(&raw));
                }
            });
        }
    }
    assert!(missing.is_empty(), "add to vectors.txt, if these kinds are new:\n{missing}");
}

#[test]
fn every_line_is_of_a_kind_that_there_is() {
    let expected: BTreeSet<(u8, &str)> =
        Kind::ALL.iter().flat_map(|kind| seals_of(*kind).iter().map(|seal| (kind.byte(), *seal))).collect();
    assert_eq!(lines().into_keys().collect::<BTreeSet<_>>(), expected);
    assert_eq!(LINES.lines().count(), expected.len(), "a line twice");
}

/// Kinds may share their name in the log, the form of their key and their store, but not the binding.
#[test]
fn no_two_kinds_share_a_binding_even_in_the_same_place() {
    let bound = |kind: &Kind| Place { kind: *kind, ..PLACE }.bind(&[]);
    let all: BTreeSet<Vec<u8>> = Kind::ALL.iter().map(bound).collect();
    assert_eq!(all.len(), Kind::ALL.len());
    let one = seals().into_iter().next().unwrap();
    let raw = one.close(&PLACE, TEXT.to_vec()).unwrap();
    for kind in Kind::ALL.iter().filter(|kind| **kind != Kind::Case) {
        assert!(one.open(&Place { kind: *kind, ..PLACE }, &raw).is_err(), "{kind:?}");
    }
}
