//! `spin.toml` works with Spin itself: its build commands are plain cargo and make the files that it names.

#![expect(clippy::unwrap_used, reason = "a test fails by it, also in its helpers")]

use std::path::{Path, PathBuf};
use toml::{Table, Value};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

fn manifest() -> Table {
    std::fs::read_to_string(root().join("spin.toml")).unwrap().parse().unwrap()
}

fn components(manifest: &Table) -> &Table {
    let components = manifest["component"].as_table().unwrap();
    assert!(!components.is_empty());
    components
}

#[test]
fn build_commands_are_plain_cargo_and_make_the_source() {
    for (name, component) in components(&manifest()) {
        let command = component["build"]["command"].as_str().unwrap();
        let build = "cargo rustc --locked --profile component --target wasm32-wasip2";
        assert_eq!(command, format!("{build} -p {name} --lib --crate-type cdylib"));
        let source = component["source"].as_str().unwrap();
        assert_eq!(source, format!("target/wasm32-wasip2/component/{name}.wasm"));
    }
}

#[test]
fn every_component_is_a_library_of_the_workspace() {
    for name in components(&manifest()).keys() {
        let package: Table =
            std::fs::read_to_string(root().join("api").join(name).join("Cargo.toml")).unwrap().parse().unwrap();
        assert_eq!(package["package"]["name"].as_str().unwrap(), name);
        let kinds = package["lib"]["crate-type"].as_array().unwrap();
        assert!(kinds.contains(&Value::from("cdylib")), "{name} must become a component");
    }
}

#[test]
fn every_route_has_its_component_and_no_route_has_two() {
    let manifest = manifest();
    let mut routes: Vec<&str> = Vec::new();
    for trigger in manifest["trigger"]["http"].as_array().unwrap() {
        assert!(components(&manifest).contains_key(trigger["component"].as_str().unwrap()), "{trigger:?}");
        routes.push(trigger["route"].as_str().unwrap());
    }
    let all = routes.len();
    routes.sort_unstable();
    routes.dedup();
    assert_eq!(routes.len(), all);
}

#[test]
fn every_variable_in_braces_is_declared() {
    let manifest = manifest();
    let declared = manifest["variables"].as_table().unwrap();
    let text = std::fs::read_to_string(root().join("spin.toml")).unwrap();
    let used: Vec<&str> = text.split("{{").skip(1).map(|rest| rest.split("}}").next().unwrap().trim()).collect();
    assert!(!used.is_empty());
    for name in used {
        assert!(declared.contains_key(name), "{name} is not declared under [variables]");
    }
}

#[test]
fn every_store_has_its_place_in_the_runtime_config() {
    let config: Table = std::fs::read_to_string(root().join("runtime-config.toml")).unwrap().parse().unwrap();
    let places = config["key_value_store"].as_table().unwrap();
    for (name, component) in components(&manifest()) {
        let stores = component.get("key_value_stores").and_then(Value::as_array).cloned().unwrap_or_default();
        for store in stores {
            let label = store.as_str().unwrap();
            assert!(label == "default" || places.contains_key(label), "{name} uses {label}, which lies nowhere");
        }
    }
}

/// The reason for three components: the one that everyone reaches can't read a case, the one with the files has no
/// store.
#[test]
fn only_review_reaches_the_cases() {
    for (name, component) in components(&manifest()) {
        let stores = component.get("key_value_stores").map(Value::to_string).unwrap_or_default();
        assert_eq!(stores.contains("cases"), name == "review", "{name}: {stores}");
        assert_eq!(stores.contains("keys"), name == "review", "{name}: {stores}");
        let variables = component.get("variables").map(Value::to_string).unwrap_or_default();
        assert_eq!(variables.contains("sealing_secrets"), name == "review", "{name}: {variables}");
        assert!(name != "site" || stores.is_empty(), "site has a store");
    }
}
