use super::{Pack, RegisterFile};
use schemars::JsonSchema;
use serde_json::{Value, json};

/// The published schema of the file that goes to a receiver (JSON Schema 2020-12): `docs/schema/stuk.json`.
#[must_use]
pub fn pack_schema() -> Value {
    published::<Pack>("stuk", "Stuk van Meldroute voor een ontvanger")
}

/// The published schema of the file for the register: `docs/schema/overdracht.json`.
#[must_use]
pub fn register_schema() -> Value {
    published::<RegisterFile>("overdracht", "Dossier van Meldroute voor het register")
}

fn published<T: JsonSchema>(name: &str, title: &str) -> Value {
    let mut schema = schemars::schema_for!(T).to_value();
    schema["$id"] = json!(format!("urn:meldroute:{name}:1"));
    schema["title"] = json!(title);
    close(&mut schema);
    schema
}

/// What is not described is not in the file. What Meldroute itself reads back may hold more: another version wrote it.
fn close(schema: &mut Value) {
    match schema {
        Value::Object(fields) => {
            if fields.contains_key("properties") {
                fields.insert("additionalProperties".into(), json!(false));
            }
            fields.values_mut().for_each(close);
        }
        Value::Array(all) => all.iter_mut().for_each(close),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Receivers read by them, so they change only when the files do.
    #[test]
    fn what_is_published_is_what_is_written() {
        let published = [
            ("stuk", pack_schema(), include_str!("../../../../docs/schema/stuk.json")),
            ("overdracht", register_schema(), include_str!("../../../../docs/schema/overdracht.json")),
        ];
        for (name, written, published) in published {
            let published: Value = serde_json::from_str(published).unwrap_or_default();
            let right = serde_json::to_string_pretty(&written).unwrap();
            assert!(published == written, "docs/schema/{name}.json should hold:\n{right}");
        }
    }
}
