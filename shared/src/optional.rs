//! The schema in openapi.json of a choice whose content may be left out.
use schemars::Schema;
use serde_json::Value;

/// The content of an act that may be `null` may be left out as well.
pub(crate) fn content(schema: &mut Schema) {
    leave_out(schema, "inhoud");
}

/// The value of a part of the settings that may be `null` may be left out as well.
pub(crate) fn value(schema: &mut Schema) {
    leave_out(schema, "waarde");
}

fn leave_out(schema: &mut Schema, property: &str) {
    let variants = schema.get_mut("oneOf").and_then(Value::as_array_mut);
    for variant in variants.into_iter().flatten() {
        let may_be_null = may_be_null(&variant["properties"][property]);
        if let Some(required) = variant.get_mut("required").and_then(Value::as_array_mut).filter(|_| may_be_null) {
            required.retain(|name| name != property);
        }
    }
}

/// One of the options is `null`, or one of the types.
fn may_be_null(content: &Value) -> bool {
    let options = content["anyOf"].as_array().into_iter().flatten();
    let types = content["type"].as_array().into_iter().flatten();
    options.map(|option| &option["type"]).chain(types).any(|name| name == "null")
}
