//! Dependencies point one way: `shared ← kit ← intake, site`; `kit ← desk ← review, admin`; `shared ← frontend`; the
//! host and the stores know nothing of the product.

#![expect(clippy::unwrap_used, reason = "a test fails by it, also in its helpers")]

use serde_json::Value;
use std::collections::BTreeSet;
use std::process::Command;

/// A package, the packages of the workspace that it may use, and those that only its tests may use.
const LAYERS: [(&str, &[&str], &[&str]); 20] = [
    ("shared", &[], &[]),
    ("keyvalue", &[], &["fault"]),
    ("kit", &["shared", "keyvalue"], &["fuzz"]),
    ("desk", &["shared", "kit", "keyvalue"], &["fuzz"]),
    ("words", &["shared"], &[]),
    ("plain", &["shared", "words"], &[]),
    ("intake", &["shared", "kit", "words", "plain"], &["fuzz"]),
    ("review", &["shared", "words", "kit", "desk"], &["keyvalue", "fuzz"]),
    ("paper", &["shared"], &[]),
    ("site", &["shared", "kit", "words", "plain"], &["fuzz"]),
    ("frontend", &["shared", "words"], &[]),
    ("admin", &["shared", "words", "kit", "desk", "keyvalue"], &["fuzz"]),
    ("host", &["keyvalue"], &["fault", "fuzz"]),
    ("fault", &["keyvalue"], &[]),
    ("fixture", &[], &[]),
    ("fuzz", &[], &[]),
    ("xtask", &[], &[]),
    ("bundler", &[], &[]),
    ("e2e", &["shared", "kit", "desk", "keyvalue", "host", "fault"], &["intake", "review"]),
    ("bench", &["shared", "kit", "desk", "keyvalue", "intake", "review", "host", "fault"], &[]),
];

/// Packages that `shared` may not use: they bring a network, a clock, a disk or a platform.
const NOT_IN_SHARED: [&str; 12] = [
    "tokio",
    "hyper",
    "axum",
    "http",
    "leptos",
    "spin-sdk",
    "wasm-bindgen",
    "gloo",
    "rusqlite",
    "getrandom",
    "rand",
    "tracing",
];

fn packages() -> Vec<Value> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output =
        Command::new(cargo).args(["metadata", "--locked", "--no-deps", "--format-version=1"]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    metadata["packages"].as_array().unwrap().clone()
}

/// The dependencies of a package, or those of its tests; and whether each is one of ours.
fn dependencies(package: &Value, tests: bool) -> impl Iterator<Item = (&str, bool)> {
    let all = package["dependencies"].as_array().unwrap().iter().filter(move |it| (it["kind"] == "dev") == tests);
    all.map(|it| (it["name"].as_str().unwrap(), it["path"].is_string()))
}

#[test]
fn dependencies_point_one_way() {
    for package in packages() {
        let name = package["name"].as_str().unwrap();
        let layer = LAYERS.iter().find(|(it, ..)| *it == name);
        let (_, may, tests_may) = layer.unwrap_or_else(|| panic!("{name} has no place in LAYERS: give it one"));
        for (other, _) in dependencies(&package, false).filter(|(_, ours)| *ours) {
            assert!(may.contains(&other), "{name} may not depend on {other}");
        }
        for (other, _) in dependencies(&package, true).filter(|(_, ours)| *ours) {
            let allowed = may.contains(&other) || tests_may.contains(&other) || other == name;
            assert!(allowed, "the tests of {name} may not depend on {other}");
        }
    }
}

#[test]
fn every_package_of_the_design_exists() {
    let packages = packages();
    let names: BTreeSet<&str> = packages.iter().map(|it| it["name"].as_str().unwrap()).collect();
    for name in [
        "shared", "words", "kit", "plain", "desk", "intake", "review", "site", "frontend", "host", "keyvalue", "admin",
        "e2e", "bench",
    ] {
        assert!(names.contains(name), "{name} is gone from the workspace; this test would no longer guard it");
    }
}

#[test]
fn shared_knows_of_no_network_clock_or_platform() {
    let packages = packages();
    let shared = packages.iter().find(|it| it["name"] == "shared").unwrap();
    for (name, _) in dependencies(shared, false) {
        assert!(!NOT_IN_SHARED.contains(&name), "shared may not use {name}");
    }
    let chrono = shared["dependencies"].as_array().unwrap().iter().find(|it| it["name"] == "chrono");
    if let Some(features) = chrono.and_then(|it| it["features"].as_array()) {
        assert!(!features.iter().any(|it| it == "clock" || it == "now"), "shared asks the time");
    }
}
