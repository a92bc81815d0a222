//! `spin.toml` works with Spin itself: its build commands are plain cargo and make the files that it names. The papers
//! on running under Spin and SpinKube say what it says.

#![expect(clippy::unwrap_used, reason = "a test fails by it, also in its helpers")]

use std::collections::BTreeSet;
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
        let profile = if name == "paper" { "pages" } else { "component" };
        let build = format!("cargo rustc --locked --profile {profile} --target wasm32-wasip2");
        assert_eq!(command, format!("{build} -p {name} --lib --crate-type cdylib"));
        let source = component["source"].as_str().unwrap();
        assert_eq!(source, format!("target/wasm32-wasip2/{profile}/{name}.wasm"));
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
        let component = trigger["component"].as_str().unwrap();
        assert!(components(&manifest).contains_key(component), "{trigger:?}");
        match trigger["route"].as_str() {
            Some(route) => routes.push(route),
            None => assert_eq!((component, &trigger["route"]), ("paper", &private()), "only paper has no route"),
        }
    }
    assert!(manifest["trigger"]["http"].as_array().unwrap().iter().any(|trigger| trigger["route"] == private()));
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

/// The route of a component that nobody reaches from outside.
fn private() -> Value {
    toml::toml! { private = true }.into()
}

/// A document of a case goes to the typesetter: it has nothing to read beside it, and no way to send it on.
#[test]
fn paper_has_nothing() {
    let manifest = manifest();
    let paper: BTreeSet<&str> = components(&manifest)["paper"].as_table().unwrap().keys().map(String::as_str).collect();
    assert_eq!(paper, BTreeSet::from(["source", "allowed_outbound_hosts", "tool", "build"]));
    assert_eq!(components(&manifest)["paper"]["allowed_outbound_hosts"].as_array().unwrap().len(), 0);
    let reach = |name: &str| components(&manifest)[name].get("allowed_outbound_hosts").map(Value::to_string);
    for name in components(&manifest).keys() {
        let reaches = reach(name).unwrap_or_default().contains("paper.spin.internal");
        assert_eq!(reaches, name == "review", "{name}");
    }
}

/// The reason for the other three: the one that everyone reaches can't read a case, the one with the files has no
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

/// What stands in a block of the SpinApp: its lines, up to the next line that is as far to the left as its name.
fn block<'a>(app: &'a str, name: &str) -> Vec<&'a str> {
    let width = |line: &str| line.len() - line.trim_start().len();
    let begin = app
        .lines()
        .position(|line| line.trim_start() == format!("{name}:"))
        .unwrap_or_else(|| panic!("the SpinApp has no {name}"));
    let left = width(app.lines().nth(begin).unwrap());
    app.lines().skip(begin + 1).take_while(|line| width(line) > left).collect()
}

/// The items of a list in a block, each with the lines after its name.
fn named(lines: &[&str]) -> Vec<(String, String)> {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let own = lines.iter().filter(|line| line.contains("- name:")).map(|line| indent(line)).min().unwrap();
    let mut items: Vec<(String, String)> = Vec::new();
    for line in lines.iter().filter(|line| !line.trim_start().starts_with('#')) {
        match line.trim_start().strip_prefix("- name:") {
            Some(name) if indent(line) == own => items.push((name.trim().trim_matches('"').to_owned(), String::new())),
            Some(_) | None => items.last_mut().unwrap().1.push_str(&format!("{}\n", line.trim())),
        }
    }
    items
}

fn paper(name: &str) -> String {
    std::fs::read_to_string(root().join("docs").join(name)).unwrap()
}

/// The labels that the manifest's components name.
fn labels(manifest: &Table) -> BTreeSet<String> {
    let stores = components(manifest).values().filter_map(|component| component.get("key_value_stores"));
    stores.flat_map(|stores| stores.as_array().unwrap()).map(|label| label.as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_spin_app_has_the_components_variables_and_stores_of_the_manifest() {
    let (manifest, app) = (manifest(), paper("spin/spinapp.yaml"));
    let names = components(&manifest).keys().map(String::as_str).collect::<BTreeSet<_>>();
    let listed = app.lines().find_map(|line| line.trim().strip_prefix("components: [")).unwrap();
    let listed: BTreeSet<&str> = listed.trim_end_matches(']').split(',').map(str::trim).collect();
    assert_eq!(listed, names);
    let variables = named(&block(&app, "variables"));
    let declared = manifest["variables"].as_table().unwrap();
    let given: BTreeSet<&str> = variables.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(given, declared.keys().map(String::as_str).collect());
    for (name, how) in &variables {
        let secret = declared[name].get("secret").and_then(Value::as_bool).unwrap_or_default();
        let referred = how.contains("secretKeyRef:") && how.contains(&format!("key: \"{name}\""));
        assert_eq!((referred, how.starts_with("value: ")), (secret, !secret), "{name}: a secret stands in a Secret");
    }
    let stores = named(&block(&app, "keyValueStores"));
    assert_eq!(stores.iter().map(|(name, _)| name.clone()).collect::<BTreeSet<_>>(), labels(&manifest));
    for (label, how) in &stores {
        assert!(how.contains("type: \"redis\"") && how.contains(&format!("key: \"{label}\"")), "{label}: {how}");
    }
}

#[test]
fn every_label_has_a_redis_database_of_its_own() {
    let config: Table = paper("spin/runtime-config.toml").parse().unwrap();
    let places = config["key_value_store"].as_table().unwrap();
    assert_eq!(places.keys().cloned().collect::<BTreeSet<_>>(), labels(&manifest()));
    let urls: BTreeSet<&str> = places.values().map(|place| place["url"].as_str().unwrap()).collect();
    assert_eq!(urls.len(), places.len(), "two labels in one database are one store");
    assert!(places.values().all(|place| place["type"].as_str() == Some("redis")));
}

/// The manual names the files that are there, and due work as both start it is the endpoint that there is.
#[test]
fn the_manual_says_how_to_run_under_spin() {
    let (manual, app) = (paper("beheer.md"), paper("spin/spinapp.yaml"));
    let chapter = manual.split("\n## ").find(|chapter| chapter.starts_with("Onder Spin")).unwrap();
    for needed in [
        "--runtime-config-file runtime-config.toml",
        "cargo xtask build",
        "SPIN_VARIABLE_WORK_TOKEN",
        ".spin/logs/",
        "spin/runtime-config.toml",
        "spin/spinapp.yaml",
    ] {
        assert!(chapter.contains(needed), "{needed}");
    }
    let half = |name: &str| std::fs::read_to_string(root().join("shared/src/contract/endpoint").join(name)).unwrap();
    let table = half("table.rs") + &half("rest.rs");
    for path in ["/onderhoud", "/gezondheid"] {
        assert!(table.contains(&format!("\"{path}\"")) && app.contains(&format!("/api/v1{path}\"")), "{path}");
    }
    assert!(chapter.contains("/api/v1/onderhoud"));
    for secret in ["meldroute-opslag", "meldroute-geheim", "meldroute-onderhoud"] {
        assert!(chapter.contains(secret) && app.contains(&format!("\"{secret}\"")), "{secret}");
    }
}
