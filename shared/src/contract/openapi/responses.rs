//! Answers of an endpoint: the successful one, and the refusals a client can expect.
use crate::{
    access::Access,
    contract::{Endpoint, Method},
};
use schemars::SchemaGenerator;
use serde_json::{Value, json};

/// All answers, by status.
pub(super) fn responses(schemas: &mut SchemaGenerator, endpoint: Endpoint) -> Value {
    let mut good = json!({ "description": "Gelukt", "headers": { "API-Version": { "schema": { "type": "string" } } } });
    if let Some(schema) = endpoint.answer() {
        good["content"] = json!({ "application/json": { "schema": schema(schemas) } });
    }
    let problem = json!({ "$ref": "#/components/schemas/Problem" });
    let wrong = json!({
        "description": "Een probleemdocument (RFC 9457) dat zegt wat er mis is en wat je kunt doen",
        "content": { "application/problem+json": { "schema": problem } }
    });
    let mut all = json!({ "default": wrong });
    all[endpoint.success().to_string()] = good;
    for status in expected(endpoint) {
        all[status.to_string()] = wrong.clone();
    }
    all
}

fn expected(endpoint: Endpoint) -> Vec<u16> {
    let mut statuses = match endpoint.method() {
        Method::Post => vec![400, 403, 413, 415],
        Method::Delete => vec![403],
        Method::Get => vec![],
    };
    match endpoint.access() {
        Access::Anyone | Access::Token => {}
        Access::LoggedIn => statuses.push(401),
        Access::Only(_) => statuses.extend([401, 403]),
    }
    if endpoint.path().contains("{id}") {
        statuses.push(404);
    }
    statuses.extend(endpoint.refusals());
    statuses
}
