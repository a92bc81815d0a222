//! What is the same, however it was written, and what is nothing.
use super::{
    read::{Field, read},
    *,
};
use std::collections::BTreeSet;

fn values(text: &str, field: Field, kind: ClueKind) -> Vec<String> {
    let found: BTreeSet<Clue> = read(text, field).into_iter().filter(|clue| clue.kind() == kind).collect();
    found.into_iter().map(|clue| clue.value).collect()
}

#[test]
fn an_address_is_one_however_it_is_written() {
    let table: [(&str, &[&str]); 17] = [
        ("Fantasiekade 12", &["s:fantasiekade|12"]),
        ("FANTASIEKADE   12", &["s:fantasiekade|12"]),
        ("aan de Fantasiekade 12, boven", &["s:fantasiekade|12"]),
        ("Fantasiestraat 12a", &["s:fantasiestraat|12a"]),
        ("Fantasiestr. 12 A", &["s:fantasiestraat|12a"]),
        ("fantasiestraat 12-a", &["s:fantasiestraat|12a"]),
        ("Fantasiestraat 12-3 hoog", &["s:fantasiestraat|12-3"]),
        ("Fantasiestraat 12 bis", &["s:fantasiestraat|12bis"]),
        ("Fantasiestraat 12bis", &["s:fantasiestraat|12bis"]),
        ("Fantasiekade 12 's avonds", &["s:fantasiekade|12"]),
        ("Korte Fantasiestraat 3", &["s:korte fantasiestraat|3"]),
        ("1e Fantasiestraat 3", &["s:eerste fantasiestraat|3"]),
        ("Fantasiekade 12, 7551 AB Hengelo", &["p:7551ab|12", "s:fantasiekade|12"]),
        ("Fantasiekade 12 7551AB", &["p:7551ab|12", "s:fantasiekade|12"]),
        ("7551ab 12", &["p:7551ab|12"]),
        ("7551 AB, 12 a", &["p:7551ab|12a"]),
        ("Fántasiekade 12 en Verzonnenweg 7", &["s:fantasiekade|12", "s:verzonnenweg|7"]),
    ];
    for (text, expected) in table {
        for field in [Field::Text, Field::Place] {
            assert_eq!(values(text, field, ClueKind::Address), expected, "{text} {field:?}");
        }
    }
    assert_eq!(values("7551 ab 12", Field::Sought, ClueKind::Address), ["p:7551ab|12"]);
    assert_eq!(
        values("Achter het Verzonnene 5, Hengelo", Field::Place, ClueKind::Address),
        ["s:achter het verzonnene|5"]
    );
}

#[test]
fn not_every_number_is_an_address() {
    let table = [
        "Hij kwam om 12 uur",
        "in 2026 is 12 keer gebeld",
        "kamer 12",
        "Fantasiekade",
        "7551 AB",
        "06-12345678",
        "negentien mensen, 3 bedden",
        "vijf meisjes 14 jaar",
        "Fantasiekade 123456",
        "Fantasiekade 12maal",
        "",
    ];
    for text in table {
        for field in [Field::Text, Field::Place] {
            assert_eq!(values(text, field, ClueKind::Address), [""; 0], "{text} {field:?}");
        }
    }
    assert_eq!(
        values("Achter het Verzonnene 5", Field::Text, ClueKind::Address),
        [""; 0],
        "only where a place is asked"
    );
}

#[test]
fn a_telephone_number_is_one_however_it_is_written() {
    let forms =
        ["06-12345678", "06 12 34 56 78", "+31 6 12345678", "0031612345678", "+31 (0)6 1234 5678", "٠٦-١٢٣٤٥٦٧٨"];
    for text in forms {
        assert_eq!(values(text, Field::Text, ClueKind::Phone), ["0612345678"], "{text}");
    }
    let two = values("Bel 06-12345678 of +49 5921 123456, toestel 4123", Field::Text, ClueKind::Phone);
    assert_eq!(two, ["+495921123456", "0612345678"]);
    for text in ["112", "toestel 4123", "0900-8844", "in 2026", "12345678", "geen"] {
        assert_eq!(values(text, Field::Text, ClueKind::Phone), [""; 0], "{text}");
    }
}

#[test]
fn a_number_plate_is_one_however_it_is_written() {
    for text in ["GF-123-K", "gf-123-k", "Witte bus, GF-123-K.", "GF123K", "GF - 123 - K", "GF.123.K"] {
        for field in [Field::Text, Field::Vehicles] {
            assert_eq!(values(text, field, ClueKind::Plate), ["gf123k"], "{text} {field:?}");
        }
    }
    let table: [(&str, &[&str]); 5] = [
        ("witte bus GF 123 K", &["gf123k"]),
        ("busje met BOR-AB 123", &["borab123"]),
        ("zwarte WPR 4821K en GF-123-K", &["gf123k", "wpr4821k"]),
        ("12-ab-34", &["12ab34"]),
        ("een witte bus", &[]),
    ];
    for (text, expected) in table {
        assert_eq!(values(text, Field::Vehicles, ClueKind::Plate), expected, "{text}");
    }
    for text in ["12 uur 3", "7551AB", "7551 AB 12", "06-12345678", "12uren", "om 10-12-26", "GF-123"] {
        assert_eq!(values(text, Field::Text, ClueKind::Plate), [""; 0], "{text}");
    }
}

#[test]
fn a_name_is_the_whole_or_what_stands_before_the_comma() {
    let table: [(&str, &[&str]); 6] = [
        ("Nadia Fictief", &["nadia fictief"]),
        ("NADIA  FÍCTIEF", &["nadia fictief"]),
        ("Nadia Fictief, rood haar", &["nadia fictief", "nadia fictief rood haar"]),
        ("Nadia Fictief (buurvrouw)", &["nadia fictief", "nadia fictief buurvrouw"]),
        ("O'Fictief", &["ofictief"]),
        ("??", &[]),
    ];
    for (text, expected) in table {
        assert_eq!(values(text, Field::Name, ClueKind::Name), expected, "{text}");
    }
    assert_eq!(values("Nadia Fictief", Field::Text, ClueKind::Name), [""; 0]);
}

#[test]
fn what_is_looked_for_finds_what_was_written() {
    let table = [
        ("nadia fictief", "Nadia Fictief, rood haar", Field::Name),
        ("Fantasiekade 12", "Ze slaapt aan de Fantasiekade 12 in Hengelo", Field::Text),
        ("7551 ab 12", "Fantasiekade 12, 7551AB Hengelo", Field::Place),
        ("0612345678", "bel +31 6 12345678", Field::Text),
        ("gf123k", "grijze auto GF-123-K", Field::Vehicles),
        ("bor ab 123", "BOR-AB 123", Field::Vehicles),
        ("Achter het Verzonnene 5", "Achter het Verzonnene 5", Field::Place),
    ];
    for (typed, written, field) in table {
        let written: BTreeSet<Clue> = read(written, field).into_iter().collect();
        assert!(!sought(typed).is_disjoint(&written), "{typed}: {:?} {:?}", sought(typed), written);
    }
}

#[test]
fn a_clue_does_not_show_itself() {
    assert_eq!(format!("{:?}", sought("Nadia Fictief")), "{Clue(Name, …)}");
}
