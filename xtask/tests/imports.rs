//! The built components import nothing that Spin does not offer. Needs the components: `cargo xtask build`.

#![expect(clippy::unwrap_used, reason = "a test fails by it, also in its helpers")]

use std::path::{Path, PathBuf};
use wasmparser::{Parser, Payload};

/// The interfaces that Spin offers to a component of WASI 0.2, by package and version.
const OFFERED: [(&str, &str); 10] = [
    ("fermyon:spin/key-value", "2.0.0"),
    ("fermyon:spin/variables", "2.0.0"),
    ("wasi:keyvalue/", "0.2.0-draft2"),
    ("wasi:http/", "0.2."),
    ("wasi:io/", "0.2."),
    ("wasi:clocks/", "0.2."),
    ("wasi:random/", "0.2."),
    ("wasi:cli/", "0.2."),
    ("wasi:filesystem/", "0.2."),
    ("wasi:sockets/", "0.2."),
];

fn offered(import: &str) -> bool {
    let Some((interface, version)) = import.split_once('@') else { return false };
    OFFERED.iter().any(|(name, of)| {
        let known = interface == *name || (name.ends_with('/') && interface.starts_with(name));
        known && if of.ends_with('.') { version.starts_with(of) } else { version == *of }
    })
}

fn component(name: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    root.join(format!("target/wasm32-wasip2/component/{name}.wasm"))
}

/// The imports of the component itself, not of the modules inside.
fn imports(wasm: &[u8]) -> Vec<String> {
    let mut depth = 0;
    let mut found = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload.unwrap();
        if matches!(payload, Payload::ModuleSection { .. } | Payload::ComponentSection { .. }) {
            depth += 1;
        } else if matches!(payload, Payload::End(_)) {
            depth -= 1;
        } else if let (Payload::ComponentImportSection(section), 0) = (payload, depth) {
            found.extend(section.into_iter().map(|it| it.unwrap().name.name.to_owned()));
        }
    }
    found
}

#[test]
fn components_import_only_interfaces_that_spin_offers() {
    for name in ["site", "intake", "review"] {
        let file = component(name);
        let wasm = std::fs::read(&file).unwrap_or_else(|_| panic!("{name} isn't built: run `cargo xtask build`"));
        let imports = imports(&wasm);
        assert!(!imports.is_empty(), "{name} imports nothing: it can't even be called over HTTP");
        for import in &imports {
            assert!(offered(import), "{name} imports {import}, which Spin doesn't offer");
        }
    }
}

#[test]
fn an_import_that_spin_lacks_is_refused() {
    assert!(offered("wasi:http/outgoing-handler@0.2.12") && offered("fermyon:spin/key-value@2.0.0"));
    for import in [
        "wasi:http/handler@0.3.0",
        "fermyon:spin/sqlite@2.0.0",
        "wasi:keyvalue/store@0.2.0",
        "wasi:nn/graph@0.2.0",
        "env",
    ] {
        assert!(!offered(import), "{import}");
    }
}
