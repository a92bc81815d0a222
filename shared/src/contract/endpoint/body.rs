//! The body of a request: its schema, and examples of it.
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::borrow::Cow;

/// Gives the schema of a type, and adds the types it refers to.
pub type SchemaOf = fn(&mut SchemaGenerator) -> Schema;

/// The body of a request.
#[derive(Clone, Copy)]
pub struct Body {
    /// Its schema.
    pub schema: SchemaOf,
    /// Whether the type's own parser takes a value.
    pub accepts: fn(&Value) -> bool,
    /// A list of valid examples, at least one for each variant.
    examples: fn() -> Value,
}

impl Body {
    /// A body of this type.
    #[must_use]
    pub fn of<T: JsonSchema + DeserializeOwned>(examples: fn() -> Value) -> Self {
        let accepts = |value: &Value| T::deserialize(value).is_ok();
        Self { schema: SchemaGenerator::subschema_for::<T>, accepts, examples }
    }

    /// The examples by name: the variant (`soort`) where there is one, with a number from the second of its name on.
    #[must_use]
    pub fn examples(&self) -> Vec<(String, Value)> {
        let Value::Array(examples) = (self.examples)() else { return Vec::new() };
        let mut named: Vec<(String, Value)> = Vec::new();
        for example in examples {
            let name = example["soort"].as_str().unwrap_or("voorbeeld").to_owned();
            let same = named.iter().filter(|(_, other)| other["soort"] == example["soort"]).count();
            named.push((if same == 0 { name } else { format!("{name}-{}", same + 1) }, example));
        }
        named
    }
}

/// The OpenAPI document: any JSON object.
pub struct Document;

impl JsonSchema for Document {
    fn schema_name() -> Cow<'static, str> {
        "Document".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "object" })
    }
}
