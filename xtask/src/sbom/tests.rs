//! The list is whole, valid and the same every time.

use super::package::Package;
use super::{crates, document, npm};
use crate::command;
use crate::project::Project;
use serde_json::Value;
use std::collections::BTreeSet;

fn packages(project: &Project) -> Vec<Package> {
    let mut packages = crates::shipped(project).unwrap();
    packages.extend(npm::shipped(&project.path("frontend")).unwrap());
    packages
}

/// `name version` of what cargo itself says is built for the product.
fn built(project: &Project) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (target, roots) in crates::SHIPPED {
        let target = target.map_or_else(|| crates::native().unwrap(), str::to_owned);
        let mut tree = command::locked(&project.root, "tree");
        tree.args(["--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}", "--target", &target]);
        let said = command::output(tree.args(roots.iter().flat_map(|root| ["--package", root]))).unwrap();
        let words = said.lines().map(|line| line.split_whitespace().take(2).collect::<Vec<_>>().join(" "));
        found.extend(words.map(|package| package.replacen(" v", " ", 1)).filter(|package| !package.is_empty()));
    }
    found
}

#[test]
fn every_package_that_ships_is_in_the_list() {
    let project = Project::find().unwrap();
    let listed: BTreeSet<String> = packages(&project).iter().map(|it| format!("{} {}", it.name, it.version)).collect();
    let built = built(&project);
    assert!(built.len() > 150, "cargo names {} packages only", built.len());
    let missing: Vec<&String> = built.difference(&listed).collect();
    assert!(missing.is_empty(), "{missing:?}");
    for tool in ["proptest", "serde_derive", "wasm-bindgen-cli-support", "esbuild", "binaryen"] {
        assert!(!listed.iter().any(|it| it.starts_with(&format!("{tool} "))), "{tool} does not ship");
    }
}

#[test]
fn every_package_of_others_has_a_licence_an_address_and_a_checksum() {
    for package in packages(&Project::find().unwrap()) {
        assert!(package.licence.as_ref().is_some_and(|it| !it.is_empty() && !it.contains('/')), "{package:?}");
        assert_eq!(package.ours, package.purl.starts_with("pkg:generic/meldroute/"), "{package:?}");
        let hex = |text: &str| text.chars().all(|c| c.is_ascii_digit() || ('a'..='f').contains(&c));
        let whole = |(algorithm, value): &(&str, String)| match *algorithm {
            "SHA-256" => value.len() == 64 && hex(value),
            "SHA-512" => value.len() == 128 && hex(value),
            _ => false,
        };
        assert!(package.ours != package.hash.as_ref().is_some_and(whole), "{package:?}");
    }
}

/// The requirements of the CycloneDX 1.6 schema for the parts that we write.
#[test]
fn the_document_has_what_the_format_requires() {
    let packages = packages(&Project::find().unwrap());
    let document = document::of(&packages, Some("2026-11-26T15:00:00Z".to_owned()));
    assert_eq!((&document["bomFormat"], &document["specVersion"]), (&"CycloneDX".into(), &"1.6".into()));
    assert_eq!(document["version"], 1);
    assert_eq!(document["metadata"]["timestamp"], "2026-11-26T15:00:00Z");
    let components = document["components"].as_array().unwrap();
    assert_eq!(components.len(), packages.len());
    let mut known = BTreeSet::from([document["metadata"]["component"]["bom-ref"].as_str().unwrap()]);
    for component in components {
        for field in ["type", "name", "version", "purl"] {
            assert!(component[field].as_str().is_some_and(|it| !it.is_empty()), "{field}: {component}");
        }
        assert!(known.insert(component["bom-ref"].as_str().unwrap()), "twice: {component}");
    }
    for dependency in document["dependencies"].as_array().unwrap() {
        let uses = dependency["dependsOn"].as_array().unwrap();
        let all: Vec<&str> = uses.iter().chain([&dependency["ref"]]).filter_map(Value::as_str).collect();
        assert!(all.iter().all(|reference| known.contains(reference)), "{dependency}");
        assert_eq!(
            uses.iter().collect::<Vec<_>>().len(),
            uses.iter().map(Value::to_string).collect::<BTreeSet<_>>().len()
        );
    }
}

#[test]
fn the_same_source_gives_the_same_document() {
    let project = Project::find().unwrap();
    let text = || document::of(&packages(&project), None).to_string();
    assert_eq!(text(), text());
}
