//! Valid values from a JSON Schema: one with every property, one with only the required ones, and each choice once.
use serde_json::{Map, Value, json};

/// How deep a schema that leads to itself is followed.
const DEEP: usize = 12;
/// Enough choices of one value.
const MANY: usize = 60;

/// Valid values of a schema, each choice in it at least once.
#[must_use]
pub fn examples(root: &Value) -> Vec<Value> {
    of(root, root, DEEP)
}

fn of(root: &Value, schema: &Value, depth: usize) -> Vec<Value> {
    let Some(deeper) = depth.checked_sub(1) else { return Vec::new() };
    if let Some(target) = schema["$ref"].as_str().and_then(|at| root.pointer(at.trim_start_matches('#'))) {
        return of(root, target, deeper);
    }
    if let Some(only) = schema.get("const") {
        return vec![only.clone()];
    }
    if let Some(values) = schema["enum"].as_array() {
        return values.clone();
    }
    if let Some(options) = schema["oneOf"].as_array().or_else(|| schema["anyOf"].as_array()) {
        return options.iter().flat_map(|option| of(root, option, deeper)).take(MANY).collect();
    }
    let types = schema["type"].as_array().cloned().unwrap_or_else(|| vec![schema["type"].clone()]);
    types.iter().filter_map(Value::as_str).flat_map(|name| typed(root, schema, name, deeper)).take(MANY).collect()
}

fn typed(root: &Value, schema: &Value, name: &str, depth: usize) -> Vec<Value> {
    match name {
        "object" => object(root, schema, depth),
        "array" => {
            let least = usize::try_from(schema["minItems"].as_u64().unwrap_or(0)).unwrap_or(0).max(1);
            let one = |item: Value| Value::Array(vec![item; least]);
            let mut lists: Vec<Value> = of(root, &schema["items"], depth).into_iter().map(one).collect();
            if schema["minItems"].as_u64().unwrap_or(0) == 0 {
                lists.push(json!([]));
            }
            lists
        }
        "string" => vec![string(schema)],
        "integer" | "number" => vec![schema.get("minimum").cloned().unwrap_or(json!(1))],
        "boolean" => vec![json!(true), json!(false)],
        _null => vec![Value::Null],
    }
}

fn string(schema: &Value) -> Value {
    let least = usize::try_from(schema["minLength"].as_u64().unwrap_or(1)).unwrap_or(1);
    match (schema["format"].as_str(), schema["pattern"].as_str()) {
        (Some("date"), _) => json!("2026-04-24"),
        (Some("date-time"), _) => json!("2026-04-24T13:42:00Z"),
        (_, Some(_)) => json!("0123456789abcdef".repeat(2)),
        (_, None) => json!("verzonnen woorden ".repeat(1 + least / 18).trim_end()),
    }
}

/// With all properties, with the required ones only, and once for every other choice of a property.
fn object(root: &Value, schema: &Value, depth: usize) -> Vec<Value> {
    let none = Map::new();
    let properties = schema["properties"].as_object().unwrap_or(&none);
    let required = |name: &str| schema["required"].as_array().is_some_and(|names| names.iter().any(|it| it == name));
    let choices: Vec<(&String, Vec<Value>)> =
        properties.iter().map(|(name, property)| (name, of(root, property, depth))).collect();
    let first = |(name, values): &(&String, Vec<Value>)| Some(((*name).clone(), values.first()?.clone()));
    let whole: Map<String, Value> = choices.iter().filter_map(first).collect();
    let least: Map<String, Value> =
        whole.iter().filter(|(name, _)| required(name)).map(|(n, v)| (n.clone(), v.clone())).collect();
    let mut made = vec![whole.clone(), least];
    for (name, values) in &choices {
        for value in values.iter().skip(1).take(MANY) {
            let mut other = whole.clone();
            other.insert((*name).clone(), value.clone());
            made.push(other);
        }
    }
    made.into_iter().map(Value::Object).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_is_made_once() {
        let schema = json!({
            "type": "object", "required": ["a"],
            "properties": { "a": { "$ref": "#/$defs/a" }, "b": { "type": "array", "items": { "type": "integer" } } },
            "$defs": { "a": { "oneOf": [{ "const": "x" }, { "enum": ["y", "z"] }] } }
        });
        let made: Vec<String> = examples(&schema).iter().map(Value::to_string).collect();
        let wanted = [
            r#"{"a":"x","b":[1]}"#,
            r#"{"a":"x"}"#,
            r#"{"a":"y","b":[1]}"#,
            r#"{"a":"z","b":[1]}"#,
            r#"{"a":"x","b":[]}"#,
        ];
        assert_eq!(made, wanted);
    }
}
