//! Reports all errors of a body at once. Serde stops at the first error; this walks the JSON Schema of the shared
//! types, so openapi.json and the check can't differ. The error of a text comes from the parser of its type.
mod parsers;
#[cfg(test)]
mod tests;

use crate::{contract::ErrorItem, moment::read_day};
use parsers::Reason;
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Map, Value};

/// The most errors that are named. Whoever has mended these asks again.
pub const MOST: usize = 50;

/// The errors of `value` against the schema of `T`, in the order of the document, at most [`MOST`]. Nothing of the
/// content is repeated, not the name of an unknown field either: that is `?`.
#[must_use]
pub fn errors_of<T: JsonSchema>(value: &Value) -> Vec<ErrorItem> {
    errors_in(&SchemaGenerator::default().into_root_schema_for::<T>().to_value(), value)
}

/// The same against a schema whose references lead into itself.
#[must_use]
pub fn errors_in(root: &Value, value: &Value) -> Vec<ErrorItem> {
    let mut walk = Walk { root, errors: Vec::new() };
    walk.check(root, value, "");
    walk.errors
}

struct Walk<'a> {
    root: &'a Value,
    errors: Vec<ErrorItem>,
}

impl<'a> Walk<'a> {
    fn add(&mut self, pointer: &str, code: &str, detail: &str) {
        if !self.is_full() {
            self.errors.push(ErrorItem::new(pointer, code, detail));
        }
    }

    fn is_full(&self) -> bool {
        self.errors.len() >= MOST
    }

    fn check(&mut self, schema: &'a Value, value: &Value, at: &str) {
        let whole = schema;
        let Value::Object(schema) = schema else {
            return;
        };
        if self.is_full() {
            return;
        }
        if let Some(target) = schema.get("$ref").and_then(Value::as_str) {
            self.named(target, value, at);
        }
        for key in ["oneOf", "anyOf"] {
            if let Some(Value::Array(options)) = schema.get(key) {
                self.one_of(options, value, at);
            }
        }
        if !has_type(schema, value) {
            return self.add(at, "verkeerd-type", "Gebruik hier het type dat openapi.json noemt.");
        }
        if schema.get("const").is_some_and(|only| only != value) || !in_enum(schema, value) {
            self.unknown(std::slice::from_ref(whole), at);
        }
        match value {
            Value::Object(fields) => self.object(schema, fields, at),
            Value::Array(items) => self.array(schema, items, at),
            Value::String(text) => self.string(schema, text, at),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    /// A named type: a text is parsed by the type itself, anything else is looked at part by part.
    fn named(&mut self, target: &str, value: &Value, at: &str) {
        let name = target.rsplit('/').next().unwrap_or_default();
        if let (Some(text), Some(parser)) = (value.as_str(), parsers::of(name)) {
            if let Some(Reason { code, detail }) = parser(text) {
                self.add(at, code, &detail);
            }
        } else if let Some(schema) = target.strip_prefix('#').and_then(|pointer| self.root.pointer(pointer)) {
            self.check(schema, value, at);
        }
    }

    fn unknown(&mut self, options: &[Value], at: &str) {
        let choices = choices(options);
        let detail = if choices.is_empty() {
            "Kies een waarde die openapi.json noemt.".to_owned()
        } else {
            format!("Kies uit: {}.", choices.join(", "))
        };
        self.add(at, "onbekende-waarde", &detail);
    }

    /// The option that fits, or the errors of the intended one, which is the one whose constant fields match.
    fn one_of(&mut self, options: &'a [Value], value: &Value, at: &str) {
        let trial = |option: &'a Value| {
            let mut walk = Walk { root: self.root, errors: Vec::new() };
            walk.check(option, value, at);
            walk.errors
        };
        let meant = options.iter().map(|option| (!self.is_meant(option, value), trial(option)));
        let best = meant.min_by_key(|(other, errors)| (*other && !errors.is_empty(), errors.len()));
        match best {
            Some((false, errors)) => {
                let left = MOST - self.errors.len();
                self.errors.extend(errors.into_iter().take(left));
            }
            Some((true, errors)) if errors.is_empty() => {}
            Some((true, _)) | None => self.unknown(options, at),
        }
    }

    fn is_meant(&self, option: &Value, value: &Value) -> bool {
        let fields = option.get("properties").and_then(Value::as_object);
        let constant = |(name, schema): (&String, &Value)| Some((name.clone(), schema.get("const")?.clone()));
        match fields.map(|fields| fields.iter().filter_map(constant).collect::<Vec<_>>()) {
            Some(constants) if !constants.is_empty() => {
                constants.iter().all(|(name, only)| value.get(name) == Some(only))
            }
            _ => option.get("type") != Some(&Value::from("null")) && option.get("const").is_none() && !value.is_null(),
        }
    }

    fn object(&mut self, schema: &'a Map<String, Value>, fields: &Map<String, Value>, at: &str) {
        let properties = schema.get("properties").and_then(Value::as_object);
        if let Some(Value::Array(required)) = schema.get("required") {
            for name in required.iter().filter_map(Value::as_str).filter(|name| !fields.contains_key(*name)) {
                self.add(&step(at, name), "verplicht", "Vul dit in.");
            }
        }
        let known = |name: &String| properties.and_then(|properties| properties.get(name));
        if schema.get("additionalProperties") == Some(&Value::Bool(false))
            && !fields.keys().all(|name| known(name).is_some())
        {
            self.add(&step(at, "?"), "onbekend-veld", "Laat de velden weg die openapi.json niet noemt.");
        }
        for (name, field) in fields {
            if let Some(property) = known(name) {
                self.check(property, field, &step(at, name));
            }
        }
    }

    fn array(&mut self, schema: &'a Map<String, Value>, items: &[Value], at: &str) {
        let bound = |key: &str| schema.get(key).and_then(Value::as_u64).and_then(|n| usize::try_from(n).ok());
        if let Some(max) = bound("maxItems").filter(|max| items.len() > *max) {
            return self.add(at, "te-veel", &format!("Noem er hoogstens {max}."));
        }
        if let Some(min) = bound("minItems").filter(|min| items.len() < *min) {
            self.add(at, "te-weinig", &format!("Noem er ten minste {min}."));
        }
        if let Some(each) = schema.get("items") {
            for (index, item) in items.iter().enumerate() {
                if self.is_full() {
                    return;
                }
                self.check(each, item, &step(at, &index.to_string()));
            }
        }
    }

    fn string(&mut self, schema: &Map<String, Value>, text: &str, at: &str) {
        let length = text.chars().count() as u64;
        let bound = |key: &str| schema.get(key).and_then(Value::as_u64);
        if let Some(max) = bound("maxLength").filter(|max| length > *max) {
            self.add(at, "te-lang", &format!("Maak dit hoogstens {max} tekens lang."));
        }
        if let Some(min) = bound("minLength").filter(|min| length < *min || text.trim().is_empty()) {
            self.add(at, "verplicht", &format!("Vul dit in, met ten minste {min} tekens."));
        }
        if schema.get("format").and_then(Value::as_str) == Some("date") && read_day(text).is_none() {
            self.add(at, "verkeerde-vorm", "Schrijf de dag als jjjj-mm-dd.");
        }
    }
}

/// `pointer/name`, escaped as RFC 6901 asks.
fn step(pointer: &str, name: &str) -> String {
    format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1"))
}

fn has_type(schema: &Map<String, Value>, value: &Value) -> bool {
    let is = |name: &str| match name {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_u64() || value.is_i64(),
        "number" => value.is_number(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        _unknown => false,
    };
    match schema.get("type") {
        Some(Value::String(name)) => is(name),
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).any(is),
        _ => true,
    }
}

/// The values that these options can have: their constants, or the constants of the field that distinguishes them.
fn choices(options: &[Value]) -> Vec<String> {
    let of = |option: &Value| -> Vec<String> {
        let own =
            option.get("const").into_iter().chain(option.get("enum").and_then(Value::as_array).into_iter().flatten());
        let fields = option.get("properties").and_then(Value::as_object).into_iter().flat_map(Map::values);
        let told = fields.filter_map(|field| field.get("const"));
        own.chain(told).filter_map(Value::as_str).map(str::to_owned).collect()
    };
    options.iter().flat_map(of).collect()
}

fn in_enum(schema: &Map<String, Value>, value: &Value) -> bool {
    match schema.get("enum") {
        Some(Value::Array(values)) => values.contains(value),
        _ => true,
    }
}
