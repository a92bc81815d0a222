//! The document itself, in the form of CycloneDX 1.6.

use super::package::Package;
use serde_json::{Map, Value, json};

/// The document of these packages; `time` is when the source was last changed.
pub fn of(packages: &[Package], time: Option<String>) -> Value {
    let product = "pkg:generic/meldroute@".to_owned() + env!("CARGO_PKG_VERSION");
    let mut metadata = json!({
        "tools": { "components": [{ "type": "application", "name": "cargo xtask build" }] },
        "component": {
            "type": "application", "bom-ref": product, "name": "meldroute", "version": env!("CARGO_PKG_VERSION"),
            "licenses": [{ "expression": env!("CARGO_PKG_LICENSE") }], "purl": product,
        },
    });
    if let Some(time) = time {
        metadata["timestamp"] = time.into();
    }
    let parts: Vec<&str> = packages.iter().filter(|it| it.ours).map(|it| it.purl.as_str()).collect();
    let top = json!({ "ref": product, "dependsOn": parts });
    let uses = packages.iter().map(|it| json!({ "ref": it.purl, "dependsOn": it.uses }));
    json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": metadata,
        "components": packages.iter().map(component).collect::<Vec<_>>(),
        "dependencies": std::iter::once(top).chain(uses).collect::<Vec<_>>(),
    })
}

fn component(package: &Package) -> Value {
    let mut component = Map::new();
    let mut set = |name: &str, value: Value| component.insert(name.to_owned(), value);
    set("type", "library".into());
    set("bom-ref", package.purl.clone().into());
    set("name", package.name.clone().into());
    set("version", package.version.clone().into());
    set("scope", "required".into());
    set("purl", package.purl.clone().into());
    if let Some(licence) = &package.licence {
        set("licenses", json!([{ "expression": licence }]));
    }
    if let Some((algorithm, value)) = &package.hash {
        set("hashes", json!([{ "alg": algorithm, "content": value }]));
    }
    component.into()
}
