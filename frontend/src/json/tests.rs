use super::*;
use proptest::prelude::*;
use serde_json::Value;
use shared::contract::examples;
use std::collections::BTreeMap;

/// Every way in which serde writes a type.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
struct Kinds {
    sizes: (i8, i16, i32, i64, u8, u16, u32, u64),
    sign: char,
    nothing: (),
    unit: Unit,
    newtype: Newtype,
    pair: Pair,
    maybe: Option<Option<bool>>,
    choices: Vec<Choice>,
    inside: Vec<Inside>,
    outside: Vec<Outside>,
    by_name: BTreeMap<String, u32>,
    by_choice: BTreeMap<Plain, ()>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
struct Unit;
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
struct Newtype(String);
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
struct Pair(u8, String);
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
enum Plain {
    One,
}
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
enum Choice {
    Nothing,
    Newtype(u8),
    Pair(u8, u8),
    Struct { a: u8 },
}
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(tag = "kind")]
enum Inside {
    Nothing,
    Struct { a: u8, b: Option<String> },
}
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(tag = "kind", content = "of")]
enum Outside {
    Nothing,
    Newtype(Newtype),
}

fn kinds() -> Kinds {
    Kinds {
        sizes: (i8::MIN, i16::MIN, i32::MIN, i64::MIN, u8::MAX, u16::MAX, u32::MAX, u64::MAX),
        sign: 'é',
        nothing: (),
        unit: Unit,
        newtype: Newtype("\u{1}\u{1f}\"\\/\n\r\t\u{8}\u{c} 😀\u{2028}\u{7f}".into()),
        pair: Pair(1, String::new()),
        maybe: Some(Some(true)),
        choices: vec![Choice::Nothing, Choice::Newtype(2), Choice::Pair(3, 4), Choice::Struct { a: 5 }],
        inside: vec![Inside::Nothing, Inside::Struct { a: 6, b: None }],
        outside: vec![Outside::Nothing, Outside::Newtype(Newtype("é".into()))],
        by_name: [("a\"".into(), 7)].into(),
        by_choice: [(Plain::One, ())].into(),
    }
}

#[test]
fn every_kind_of_type_is_written_and_read_as_serde_json_does() {
    let text = write(&kinds()).unwrap();
    assert_eq!(serde_json::from_str::<Kinds>(&text).unwrap(), kinds());
    assert_eq!(read::<Kinds>(&text), Ok(kinds()));
    for text in [serde_json::to_string(&kinds()).unwrap(), serde_json::to_string_pretty(&kinds()).unwrap()] {
        assert_eq!(read::<Kinds>(&text), Ok(kinds()));
    }
}

#[test]
fn the_form_is_written_and_read_as_serde_json_does() {
    let draft = examples::draft();
    assert_eq!(serde_json::to_value(&draft).unwrap(), read::<Value>(&write(&draft).unwrap()).unwrap());
    assert!(read::<shared::report::Draft>(&serde_json::to_string(&draft).unwrap()) == Ok(draft));
}

#[test]
fn what_is_no_json_is_refused() {
    for bad in [
        "",
        " ",
        "nul",
        "nulll",
        "01",
        "-",
        "- 1",
        "+1",
        "1 2",
        "[1,]",
        "[,1]",
        "[1 2]",
        "[",
        "{",
        "{}}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{a:1}",
        "{1:1}",
        "\"",
        "\"a",
        "\"\\\"",
        "\"\\x\"",
        "\"\\é\"",
        "\"\\u12\"",
        "\"\\u12é4\"",
        "\"\n\"",
        "\"\u{0}\"",
        "\"\\ud800\"",
        "\"\\ud800\\n\"",
        "\"\\ud800\\u0041\"",
        "\"\\udc00\"",
        "<html>",
        "\u{feff}1",
        "18446744073709551616",
        "-9223372036854775809",
        "[1}",
        "{\"a\":1]",
    ] {
        assert_eq!(read::<Value>(bad), Err(Wrong), "{bad}");
    }
    for deep in [128, 100_000] {
        assert_eq!(read::<Value>(&"[".repeat(deep)), Err(Wrong));
    }
    let deep = "[".repeat(127) + &"]".repeat(127);
    assert!(read::<Value>(&deep).is_ok());
}

#[test]
fn what_has_no_place_here_is_refused_and_not_changed() {
    assert!(["1.5", "1e3", "1E3", "-0.0", "[0.1]"].into_iter().all(|text| read::<Value>(text) == Err(Wrong)));
    assert_eq!((write(&1.5_f64), write(&1.5_f32)), (Err(Wrong), Err(Wrong)));
    assert_eq!(write(&BTreeMap::from([(1, 2)])), Err(Wrong));
    assert_eq!(read::<u8>("256"), Err(Wrong));
    assert_eq!(read::<u8>("-1"), Err(Wrong));
    assert_eq!(read::<Pair>("{}"), Err(Wrong));
    assert_eq!(read::<Plain>("\"Two\""), Err(Wrong));
    assert_eq!(read::<Choice>("\"Newtype\""), Err(Wrong));
    assert_eq!(read::<Vec<Unit>>("[null,{}]"), Err(Wrong));
}

fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 32, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map(any::<String>(), inner, 0..6)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn any_value_comes_back(value in any_value()) {
        prop_assert_eq!(read::<Value>(&write(&value).unwrap()).unwrap(), value.clone());
        prop_assert_eq!(read::<Value>(&value.to_string()).unwrap(), value.clone());
        prop_assert_eq!(serde_json::from_str::<Value>(&write(&value).unwrap()).unwrap(), value);
    }

    /// A text that is nearly JSON is read as serde_json reads it, or refused because of a fraction.
    #[test]
    fn what_is_nearly_json_is_judged_as_serde_json_does(value in any_value(), at in any::<usize>(), sign in "[\\PC\\n]{0,2}") {
        let mut text = value.to_string();
        let places: Vec<usize> = text.char_indices().map(|(place, _)| place).collect();
        let place = places[at % places.len()];
        text.replace_range(place..=place + text[place..].chars().next().map_or(0, char::len_utf8) - 1, &sign);
        let theirs = serde_json::from_str::<Value>(&text).ok();
        match read::<Value>(&text) {
            Ok(ours) => prop_assert_eq!(Some(ours), theirs, "{}", text),
            Err(Wrong) => prop_assert!(theirs.is_none_or(|theirs| has_fraction(&theirs)), "{}", text),
        }
    }
}

fn has_fraction(value: &Value) -> bool {
    match value {
        Value::Number(number) => number.is_f64(),
        Value::Array(all) => all.iter().any(has_fraction),
        Value::Object(all) => all.values().any(has_fraction),
        Value::Null | Value::Bool(_) | Value::String(_) => false,
    }
}
