//! The API as an OpenAPI 3.1 document, generated from the table of endpoints and the shared types, which are also what
//! is checked.
mod parameters;
mod responses;
#[cfg(test)]
mod tests;

use super::{API_VERSION, Endpoint, PREFIX, Problem, SealedReport};
use crate::access::{Access, Role};
use parameters::parameters;
use responses::responses;
use schemars::{SchemaGenerator, generate::SchemaSettings};
use serde_json::{Map, Value, json};

/// The whole document.
#[must_use]
pub fn document() -> Value {
    let settings =
        SchemaSettings::draft2020_12().with(|settings| settings.definitions_path = "/components/schemas".into());
    let mut schemas = SchemaGenerator::new(settings);
    let mut paths: Map<String, Value> = Map::new();
    for endpoint in Endpoint::ALL {
        let operation = operation(&mut schemas, *endpoint);
        let path = paths.entry(endpoint.path()).or_insert_with(|| json!({}));
        path[endpoint.method().to_string().to_lowercase()] = operation;
    }
    schemas.subschema_for::<Problem>();
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Meldroute",
            "version": API_VERSION,
            "description": "Interne meldroute mensenhandel. Alle voorbeelden zijn verzonnen.",
            "license": { "name": "EUPL-1.2", "identifier": "EUPL-1.2" },
            "contact": { "name": "De functioneel beheerder van je gemeente" }
        },
        "servers": [{ "url": PREFIX }],
        "tags": [
            { "name": "melder", "description": "Zonder inloggen" },
            { "name": "af", "description": "Aandachtsfunctionaris" },
            { "name": "beheer", "description": "Functioneel beheerder" },
            { "name": "fg", "description": "Functionaris gegevensbescherming" }
        ],
        "paths": paths,
        "components": {
            "schemas": schemas.definitions(),
            "securitySchemes": {
                "sessie": { "type": "apiKey", "in": "cookie", "name": "__Host-meldroute" },
                "onderhoud": { "type": "http", "scheme": "bearer", "description": "Het token work_token; zonder is dit er niet" }
            }
        }
    })
}

/// The operation of an endpoint in a document.
///
/// # Panics
/// Never for [`document`]: an absent part is null.
#[must_use]
pub fn operation_in(document: &Value, endpoint: Endpoint) -> &Value {
    &document["paths"][endpoint.path()][endpoint.method().to_string().to_lowercase()]
}

/// The valid examples of the body of an endpoint, one for each variant, by name. Empty without a body.
#[must_use]
pub fn examples_of(endpoint: Endpoint) -> Vec<(String, Value)> {
    endpoint.body().map(|body| body.examples()).unwrap_or_default()
}

fn operation(schemas: &mut SchemaGenerator, endpoint: Endpoint) -> Value {
    let mut operation = json!({
        "operationId": endpoint.operation_id(),
        "summary": endpoint.summary(),
        "tags": [tag(endpoint.access())],
        "responses": responses(schemas, endpoint),
        "security": security(endpoint.access())
    });
    let parameters = parameters(endpoint);
    if !parameters.is_empty() {
        operation["parameters"] = parameters.into();
    }
    if let Some(body) = endpoint.body() {
        let named = |(name, value)| (name, json!({ "value": value }));
        let examples: Map<String, Value> = body.examples().into_iter().map(named).collect();
        let media = json!({ "schema": (body.schema)(schemas), "examples": examples });
        let mut content = json!({ "application/json": media });
        if endpoint == Endpoint::SendReport {
            let sealed = schemas.subschema_for::<SealedReport>();
            content[SealedReport::MEDIA_TYPE] = json!({ "schema": sealed });
        }
        operation["requestBody"] = json!({ "required": true, "content": content });
    }
    operation
}

/// The credentials of a request. The token for due work is not a log-in: without it the endpoint answers 404.
fn security(access: Access) -> Value {
    match access {
        Access::Anyone => json!([]),
        Access::Token => json!([{ "onderhoud": [] }]),
        Access::LoggedIn | Access::Only(_) => json!([{ "sessie": [] }]),
    }
}

fn tag(access: Access) -> &'static str {
    match access {
        Access::Anyone | Access::Token => "melder",
        Access::LoggedIn => "af",
        Access::Only(roles) if roles.contains(&Role::Officer) => "af",
        Access::Only(roles) if roles.contains(&Role::PrivacyOfficer) => "fg",
        Access::Only(_) => "beheer",
    }
}
