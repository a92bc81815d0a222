//! The parts that a manifest may contain; anything else is refused by name.

use host::manifest::{Manifest, RuntimeConfig, Template};
use host::variables::Variables;

const GOOD: &str = r#"
spin_manifest_version = 2
[application]
name = "app"
version = "1.0.0"
description = "d"
authors = ["A <a@b.example>"]
[variables]
plain = { default = "p" }
needed = { required = true, secret = true, description = "what for" }
[[trigger.http]]
id = "one"
route = "/..."
component = "one"
executor = { type = "http" }
[component.one]
source = "one.wasm"
description = "d"
files = ["data/*.json", { source = "dist", destination = "/dist" }]
exclude_files = ["data/x.json"]
key_value_stores = ["default"]
allowed_outbound_hosts = ["https://{{ plain }}.example"]
environment = { LANG = "C" }
[component.one.variables]
both = "{{ plain }}-{{needed}}"
[component.one.build]
command = "cargo build"
watch = ["src"]
"#;

#[test]
fn a_valid_manifest() {
    let manifest = Manifest::parse(GOOD).unwrap();
    assert_eq!(manifest.component["one"].files.len(), 2);
    let given = |name: &str| (name == "SPIN_VARIABLE_NEEDED").then(|| "n".to_owned());
    let variables = Variables::resolve(&manifest, given).unwrap();
    let of_one = variables.of_component(&manifest, "one").unwrap();
    assert_eq!(of_one["both"], "p-n");
    assert_eq!(of_one.len(), 1, "an application's variables are not a component's");
    assert_eq!(format!("{variables:?}"), r#"{"needed", "plain"}"#, "values stay out of logs");
}

#[test]
fn a_required_variable_without_a_value_is_named() {
    let manifest = Manifest::parse(GOOD).unwrap();
    let error = Variables::resolve(&manifest, |_| None).unwrap_err().to_string();
    assert!(error.contains("needed") && error.contains("SPIN_VARIABLE_NEEDED"), "{error}");
}

/// A change to the valid manifest, and words that the error has to hold.
#[test]
fn unknown_fields_are_refused_by_name() {
    let table: &[(&str, &str, &[&str])] = &[
        ("spin_manifest_version = 2", "spin_manifest_version = 1", &["spin_manifest_version is 1", "version 2"]),
        ("spin_manifest_version = 2", "", &["spin_manifest_version = 2 is missing"]),
        ("name = \"app\"", "name = \"app\"\ntrigger = { type = \"http\" }", &["unknown field `trigger`"]),
        ("name = \"app\"", "title = \"app\"", &["title"]),
        ("[variables]", "[surprise]\n[variables]", &["unknown field `surprise`"]),
        ("[[trigger.http]]", "[[trigger.redis]]\nchannel = \"c\"\n[[trigger.http]]", &["unknown field `redis`"]),
        ("{ type = \"http\" }", "{ type = \"wagi\" }", &["/...", "wagi", "http"]),
        ("id = \"one\"", "static_response = { status = 200 }", &["static_response"]),
        ("component = \"one\"", "component = \"two\"", &["/...", "two"]),
        ("route = \"/...\"", "route = { private = false }", &["one (private)", "private = false"]),
        ("route = \"/...\"", "route = { private = true, to = \"b\" }", &["a route or { private = true }"]),
        ("route = \"/...\"", "route = { private = true }\nport = 1", &["unknown field `port`"]),
        ("[[trigger.http]]", "[[trigger.http]]\nroute = \"/...\"\ncomponent = \"one\"\n[[trigger.http]]", &["twice"]),
        ("source = \"one.wasm\"", "source = { url = \"https://a.example\", digest = \"x\" }", &["source"]),
        (
            "source = \"one.wasm\"",
            "source = \"one.wasm\"\nsqlite_databases = [\"default\"]",
            &["unknown field `sqlite_databases`"],
        ),
        ("source = \"one.wasm\"", "source = \"one.wasm\"\nai_models = [\"m\"]", &["unknown field `ai_models`"]),
        (
            "source = \"one.wasm\"",
            "source = \"one.wasm\"\nallowed_http_hosts = []",
            &["unknown field `allowed_http_hosts`"],
        ),
        ("destination = \"/dist\"", "target = \"/dist\"", &["source", "destination"]),
        ("plain = { default = \"p\" }", "plain = {}", &["plain", "required"]),
        ("plain = { default = \"p\" }", "plain = { default = \"p\", required = true }", &["plain", "one of the two"]),
        ("plain = { default = \"p\" }", "plain = { default = \"p\", sealed = true }", &["unknown field `sealed`"]),
        ("plain = { default = \"p\" }", "Plain = { default = \"p\" }", &["Plain", "lower-case"]),
    ];
    for (from, to, words) in table {
        assert!(GOOD.contains(from), "{from}");
        let text = GOOD.replacen(from, to, 1);
        let error = format!("{:#}", Manifest::parse(&text).err().unwrap_or_else(|| panic!("accepted: {to}")));
        for word in *words {
            assert!(error.contains(word), "{to}: {error}");
        }
    }
}

#[test]
fn templates() {
    let value = |name: &str| (name == "a").then_some("1");
    for (text, filled) in [("", ""), ("x", "x"), ("{{ a }}", "1"), ("x{{a}}{{ a }}y", "x11y"), ("}} {", "}} {")] {
        assert_eq!(Template::parse(text).unwrap().fill(value).unwrap(), filled);
    }
    for text in ["{{ a", "{{}}", "{{ }}"] {
        assert!(Template::parse(text).is_err(), "{text}");
    }
    let error = Template::parse("{{ b }}").unwrap().fill(value).unwrap_err().to_string();
    assert!(error.contains("b"), "{error}");
}

#[test]
fn runtime_configuration() {
    let good = "[key_value_store.inbox]\ntype = \"spin\"\npath = \"a.db\"";
    assert_eq!(RuntimeConfig::parse(good).unwrap().key_value_store.len(), 1);
    let table = [
        ("[key_value_store.x]\ntype = \"redis\"\nurl = \"redis://a\"", "redis"),
        ("[key_value_store.x]\ntype = \"spin\"\nsize = 3", "size"),
        ("[key_value_store.x]\npath = \"a.db\"", "type"),
        ("[llm_compute]\ntype = \"spin\"", "llm_compute"),
        ("[[config_provider]]\ntype = \"vault\"", "config_provider"),
    ];
    for (text, word) in table {
        let error = format!("{:#}", RuntimeConfig::parse(text).unwrap_err());
        assert!(error.contains(word), "{text}: {error}");
    }
}
