//! The text fields according to openapi.json. A new form fails this test until it is played too.
use serde_json::{Map, Value};
use shared::contract::{Endpoint, openapi};
use std::collections::BTreeSet;

/// Text that nobody typed in words: codes of one use, which are searched for by themselves; names from a list of the
/// profile, and what was chosen from what may go to a receiver, which refuse others; and what nobody can read.
const NOT_WORDS: [&str; 13] = [
    "code",
    "link",
    "ontvangstcode",
    "woord",
    "andereHelft",
    "nonce",
    "inrichtcode",
    "vrijgegeven",
    "lijst",
    "id",
    "bron",
    "gekozen",
    "verzegeld",
];

/// Fields of an act's draft that are text, and that its check refuses unless they hold a day, a moment, an account
/// or what the profile names.
const CHECKED: [&str; 20] = [
    "/inhoud/signalen",
    "/inhoud/adviseur",
    "/vervolgstappen/grondslag",
    "/opnieuwOp",
    "/agendaVan",
    "/besprokenOp",
    "/datum",
    "/gebeurdOp",
    "/einddatum",
    "/tot",
    "/uiterlijk",
    "/inhoud/op",
    "/ontvangenOp",
    "/opnieuwBekijkenOp",
    "/vastgesteldOp",
    "/inhoud/onder",
    "/kmt/dag",
    "/inhoud/aan",
    "uitsluiten/inhoud/wie",
    "uitsluiting-opheffen/inhoud/wie",
];

/// The fields of all bodies, and the fields that held a search word.
pub struct Fields {
    document: Value,
    typed: BTreeSet<String>,
}

impl Fields {
    pub fn new() -> Self {
        Self { document: openapi::document(), typed: BTreeSet::new() }
    }

    /// Records the places of search words in an accepted body.
    pub fn note(&mut self, endpoint: Endpoint, body: &Value) {
        let mut typed = std::mem::take(&mut self.typed);
        if let Some(schema) = self.body(endpoint) {
            let mut look = |path: &str, value: Option<&Value>| {
                if value.and_then(Value::as_str).is_some_and(e2e::words::stands_in) {
                    typed.insert(path.to_owned());
                }
            };
            self.walk(schema, Some(body), name(endpoint), &mut look);
        }
        self.typed = typed;
    }

    /// Fields that take words and got none that is searched for.
    pub fn missed(&self) -> Vec<String> {
        let mut all = BTreeSet::new();
        for endpoint in Endpoint::ALL {
            if let Some(schema) = self.body(*endpoint) {
                self.walk(schema, None, name(*endpoint), &mut |path, _| {
                    all.insert(path.to_owned());
                });
            }
        }
        assert!(all.len() > 60, "only {} fields take words: is the description read?", all.len());
        all.difference(&self.typed).cloned().collect()
    }

    fn body(&self, endpoint: Endpoint) -> Option<&Value> {
        let operation = &self.document["paths"][endpoint.path()][endpoint.method().to_string().to_lowercase()];
        operation.pointer("/requestBody/content/application~1json/schema")
    }

    /// Every text field, with its value in `value`; without a value, every kind of every choice.
    fn walk(&self, schema: &Value, value: Option<&Value>, path: &str, look: &mut impl FnMut(&str, Option<&Value>)) {
        let not_words = NOT_WORDS.contains(&path.rsplit('/').next().unwrap_or_default());
        if not_words || CHECKED.iter().any(|end| path.ends_with(end)) {
            return;
        }
        if let Some(name) = schema["$ref"].as_str() {
            let pointer = name.strip_prefix('#').expect("in the document");
            if ["Line", "Prose", "Login"].iter().any(|kind| name.ends_with(&format!("/{kind}"))) {
                return look(path, value);
            }
            return self.walk(self.document.pointer(pointer).expect("a schema"), value, path, look);
        }
        for choice in ["oneOf", "anyOf", "allOf"].iter().filter_map(|kind| schema[kind].as_array()).flatten() {
            let kind = choice["properties"]["soort"]["const"].as_str();
            match (kind, value) {
                (Some(kind), Some(value)) if value["soort"] != kind => {}
                (Some(kind), _) => self.walk(choice, value, &format!("{path} {kind}"), look),
                (None, _) => self.walk(choice, value, path, look),
            }
        }
        for (name, inner) in schema["properties"].as_object().unwrap_or(&Map::new()) {
            self.walk(inner, value.and_then(|value| value.get(name)), &format!("{path}/{name}"), look);
        }
        match value.and_then(Value::as_array) {
            _ if schema["items"].is_null() => {}
            Some(items) => items.iter().for_each(|item| self.walk(&schema["items"], Some(item), path, look)),
            None => self.walk(&schema["items"], None, path, look),
        }
        let free = ["enum", "const", "format", "pattern"].iter().all(|bound| schema[bound].is_null());
        let text =
            schema["type"] == "string" || schema["type"].as_array().is_some_and(|all| all.contains(&"string".into()));
        if text && free {
            look(path, value);
        }
    }
}

/// The name of the endpoint in the paths. An act has two addresses, and is the same act at both.
fn name(endpoint: Endpoint) -> &'static str {
    if endpoint == Endpoint::CommandRights { Endpoint::CommandCase.operation_id() } else { endpoint.operation_id() }
}
