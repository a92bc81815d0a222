//! The schema in openapi.json of an act whose content may be left out.
use schemars::Schema;
use serde_json::Value;

/// Content that may be `null` may be left out as well.
pub(super) fn content(schema: &mut Schema) {
    let variants = schema.get_mut("oneOf").and_then(Value::as_array_mut);
    for variant in variants.into_iter().flatten() {
        let options = variant.pointer("/properties/inhoud/anyOf").and_then(Value::as_array);
        let may_be_null = options.is_some_and(|options| options.iter().any(|option| option["type"] == "null"));
        if let Some(required) = variant.get_mut("required").and_then(Value::as_array_mut).filter(|_| may_be_null) {
            required.retain(|name| name != "inhoud");
        }
    }
}
