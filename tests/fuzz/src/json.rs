//! Mutations that keep JSON valid, to reach the code behind the parser.
use crate::Luck;
use serde_json::{Map, Value, json};

/// One to four changes of values somewhere in it.
pub fn change(luck: &mut Luck, value: &mut Value, seeds: &[Value]) {
    loop {
        let count = nodes(value);
        let mut at = luck.below(count);
        if let Some(node) = find(value, &mut at) {
            once(luck, node, seeds);
        }
        if !luck.one_in(3) {
            return;
        }
    }
}

fn once(luck: &mut Luck, node: &mut Value, seeds: &[Value]) {
    if luck.one_in(2) {
        match node {
            Value::Object(fields) => return object(luck, fields),
            Value::Array(items) => return array(luck, items),
            Value::String(text) => return string(luck, text),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
    *node = match luck.pick(seeds) {
        Some(other) if luck.one_in(3) => {
            let mut other = other.clone();
            let mut at = luck.below(nodes(&other));
            find(&mut other, &mut at).map(Value::take).unwrap_or_default()
        }
        Some(_) | None => extreme(luck),
    };
}

fn extreme(luck: &mut Luck) -> Value {
    match luck.below(16) {
        0 => Value::Null,
        1 => json!(true),
        2 => json!(0),
        3 => json!(-1),
        4 => json!(i64::MAX),
        5 => json!(i64::MIN),
        6 => json!(u64::MAX),
        7 => json!(1e308),
        8 => json!(0.5),
        9 => json!(""),
        10 => json!([]),
        11 => json!({}),
        12 => json!("x".repeat(luck.below(20_000))),
        13 => json!("9999-12-31"),
        14 => (0..luck.below(150)).fold(json!(1), |inner, _| json!([inner])),
        _ => json!("\u{0}\u{202e}\u{1f600} e\u{301}\u{ad}\u{feff}\n"),
    }
}

fn object(luck: &mut Luck, fields: &mut Map<String, Value>) {
    let names: Vec<String> = fields.keys().cloned().collect();
    let name = luck.pick(&names).cloned().unwrap_or_default();
    match luck.below(4) {
        0 => drop(fields.remove(&name)),
        1 => drop(fields.insert(format!("{name}x"), json!(1))),
        2 => {
            let (value, other) = (fields.remove(&name), luck.pick(&names).cloned().unwrap_or_default());
            fields.insert(other, value.unwrap_or_default());
        }
        _ => drop(fields.insert(name, extreme(luck))),
    }
}

fn array(luck: &mut Luck, items: &mut Vec<Value>) {
    let at = luck.below(items.len());
    match (luck.below(3), items.get(at).cloned()) {
        (0, Some(_)) => drop(items.remove(at)),
        (1, Some(item)) => items.extend(std::iter::repeat_n(item, 1 + luck.below(60))),
        (2, Some(_)) => items.reverse(),
        _ => items.push(extreme(luck)),
    }
}

fn string(luck: &mut Luck, text: &mut String) {
    let chars: Vec<char> = text.chars().collect();
    let at = luck.below(chars.len() + 1);
    let (before, after) = chars.split_at(at);
    let between = luck.pick(&["", " ", "\u{0}", "é", "\u{1f600}", "0", "-", "\"", "\u{202e}", "\n"]).copied();
    let skip = luck.below(3).min(after.len());
    *text = before.iter().collect::<String>() + between.unwrap_or_default();
    text.extend(after.iter().skip(skip));
}

/// How many values there are in it, itself included.
fn nodes(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(nodes).sum::<usize>(),
        Value::Object(fields) => fields.values().map(nodes).sum(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => 0,
    }
}

/// The value with this number, counted as [`nodes`] does.
fn find<'a>(value: &'a mut Value, at: &mut usize) -> Option<&'a mut Value> {
    if *at == 0 {
        return Some(value);
    }
    *at -= 1;
    match value {
        Value::Array(items) => items.iter_mut().find_map(|item| find(item, at)),
        Value::Object(fields) => fields.values_mut().find_map(|field| find(field, at)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_is_found() {
        let mut value = json!({ "a": [1, 2], "b": { "c": null } });
        assert_eq!(nodes(&value), 6);
        let mut found: Vec<String> = Vec::new();
        for n in 0..6 {
            found.push(find(&mut value, &mut { n }).unwrap().to_string());
        }
        assert_eq!(found[1..], ["[1,2]", "1", "2", r#"{"c":null}"#, "null"]);
        assert!(find(&mut value, &mut 6).is_none());
    }
}
