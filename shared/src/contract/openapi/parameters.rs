//! Parameters of a request: in its path, its query and its headers.
use crate::contract::{Endpoint, Parameter};
use serde_json::{Value, json};

/// All parameters of an endpoint, the id in its path first.
pub(super) fn parameters(endpoint: Endpoint) -> Vec<Value> {
    let id = endpoint.path().contains("{id}").then(id);
    id.into_iter().chain(endpoint.parameters().iter().map(|parameter| one(*parameter))).collect()
}

fn one(parameter: Parameter) -> Value {
    let word = || json!({ "type": "string", "pattern": "^[A-Za-z0-9-]{1,60}$" });
    match parameter {
        Parameter::Key => key(true),
        Parameter::CodeKey => key(false),
        Parameter::Work => header("Rekenwerk", false, ANSWER, WORK, EXAMPLE),
        Parameter::Revision => header("If-Match", true, "^\"[0-9]{1,19}\"$", "De ETag waarop besloten is.", "\"1\""),
        Parameter::Page => query("pagina", json!({ "type": "integer", "minimum": 1, "maximum": 1_000_000 })),
        Parameter::Before => query("voor", json!({ "type": "integer", "minimum": 1, "maximum": i64::MAX })),
        Parameter::Step => query("stap", json!({ "type": "string", "enum": ["open", "afgerond"] })),
        Parameter::Object => query("dossier", word()),
        Parameter::Actor => query("wie", json!({ "type": "string", "pattern": "^[0-9a-f]{32}$" })),
        Parameter::Action => query("wat", word()),
        Parameter::Returned(name) => query(name, json!({ "type": "string" })),
    }
}

const ANSWER: &str = "^[0-9]+\\.[0-9]+\\.[0-9a-f]{32}\\.[0-9]+(,[0-9]+)*$";
const WORK: &str = "Alleen na een antwoord 429 met `prijs`: de opgave, een punt, en voor elk deel vanaf 0 een getal, \
    met komma's ertussen. SHA-256 van de tekst `opgave.deel.getal` begint met zoveel nullen (bits) als `nullen` zegt. \
    Stuur dezelfde Idempotency-Key.";
const EXAMPLE: &str = "2967000.10.000102030405060708090a0b0c0d0e0f.17,408,93";

fn header(name: &str, required: bool, pattern: &str, about: &str, example: &str) -> Value {
    json!({ "name": name, "in": "header", "required": required, "description": about,
            "schema": { "type": "string", "pattern": pattern }, "example": example })
}

fn key(required: bool) -> Value {
    let about = "Een sleutel van 128 willekeurige bits, gemaakt vóór het versturen; dezelfde bij elke poging.";
    header("Idempotency-Key", required, "^[0-9a-fA-F]{32}$", about, "00112233445566778899aabbccddeeff")
}

fn id() -> Value {
    json!({ "name": "id", "in": "path", "required": true,
            "schema": { "type": "string", "pattern": "^[0-9a-f]{32}$" } })
}

fn query(name: &str, schema: Value) -> Value {
    json!({ "name": name, "in": "query", "required": false, "schema": schema })
}
