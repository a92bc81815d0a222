use super::Pack;
use serde_json::{Value, json};

/// The published schema of the file that goes to a receiver (JSON Schema 2020-12): `docs/schema/stuk.json`.
#[must_use]
pub fn pack_schema() -> Value {
    let mut schema = schemars::schema_for!(Pack).to_value();
    schema["$id"] = json!("urn:meldroute:stuk:1");
    schema["title"] = json!("Stuk van Meldroute voor een ontvanger");
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

    /// Receivers read by it, so it changes only when the file does.
    #[test]
    fn what_is_published_is_what_is_written() {
        let published: Value =
            serde_json::from_str(include_str!("../../../../docs/schema/stuk.json")).unwrap_or_default();
        let written = pack_schema();
        let right = serde_json::to_string_pretty(&written).unwrap();
        assert!(published == written, "docs/schema/stuk.json should hold:\n{right}");
    }
}
