//! openapi.json, read by a third-party validator.
use jsonschema::{Draft, Validator};
use serde_json::{Value, json};
use shared::contract::{Endpoint, openapi};
use std::{collections::HashMap, sync::LazyLock};

static VALIDATORS: LazyLock<HashMap<Endpoint, Validator>> = LazyLock::new(|| {
    let document = openapi::document();
    Endpoint::ALL.iter().filter_map(|endpoint| Some((*endpoint, validator(&document, *endpoint)?))).collect()
});

fn validator(document: &Value, endpoint: Endpoint) -> Option<Validator> {
    let operation = &document["paths"][endpoint.path()][endpoint.method().to_string().to_lowercase()];
    let response = &operation["responses"][endpoint.success().to_string()];
    let schema = response.pointer("/content/application~1json/schema")?;
    let whole = json!({ "allOf": [schema], "components": document["components"] });
    let options = jsonschema::options().with_draft(Draft::Draft202012).should_validate_formats(true);
    Some(options.build(&whole).expect("the document holds valid schemas"))
}

/// The errors in a successful answer. An endpoint without a schema has an answer without a body.
pub fn errors(endpoint: Endpoint, value: &Value) -> Vec<String> {
    let validator = VALIDATORS.get(&endpoint).unwrap_or_else(|| panic!("{endpoint:?} says nothing of its answer"));
    validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// Whether a value is as a published schema says.
///
/// # Panics
/// When that is no schema.
#[must_use]
pub fn follows(schema: &Value, value: &Value) -> bool {
    let options = jsonschema::options().with_draft(Draft::Draft202012);
    options.build(schema).expect("a schema").is_valid(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_that_lacks_something_is_found() {
        assert!(errors(Endpoint::Health, &json!({ "stand": "goed" })).is_empty());
        assert!(!errors(Endpoint::Health, &json!({})).is_empty());
        let receipt = |day: &str| json!({ "ontvangstcode": "A", "contactUiterlijk": day, "gemeldOp": "2026-04-24" });
        assert!(errors(Endpoint::SendReport, &receipt("2026-04-30")).is_empty());
        assert!(!errors(Endpoint::SendReport, &receipt("30 april")).is_empty(), "formats are looked at");
    }
}
