//! Paths in the project, and what cargo knows about the workspace.

use crate::command;
use anyhow::{Context, Result};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// The checkout that this xtask was built in.
pub struct Project {
    /// its root folder
    pub root: PathBuf,
    packages: Vec<Value>,
}

/// A package of the workspace and a target in it.
pub struct Target {
    /// package name
    pub package: String,
    /// target name
    pub name: String,
}

impl Project {
    /// Finds the root folder and asks cargo for the packages.
    pub fn find() -> Result<Self> {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = here.parent().context("xtask has no parent folder")?.to_owned();
        let mut cargo = command::locked(&root, "metadata");
        let metadata = command::output(cargo.args(["--no-deps", "--format-version=1"]))?;
        let mut metadata: Value = serde_json::from_str(&metadata).context("reading cargo's metadata")?;
        let packages = metadata["packages"].as_array_mut().map(std::mem::take).unwrap_or_default();
        Ok(Self { root, packages })
    }

    /// A path under the root folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    /// A native binary as `cargo build --release` leaves it.
    pub fn native(&self, name: &str) -> PathBuf {
        self.path("target/release").join(name)
    }

    /// This program. `current_exe` would fail after a build has replaced the file.
    pub fn xtask(&self) -> PathBuf {
        self.native("xtask")
    }

    /// The target folder of WebAssembly builds: another rustc may make them, which can't reuse what the first one
    /// built.
    pub fn wasm_target(&self) -> PathBuf {
        self.path("target/wasm")
    }

    /// Is there a package of this name?
    pub fn has(&self, package: &str) -> bool {
        self.packages.iter().any(|it| it["name"] == package)
    }

    /// All targets of a kind: `bin`, `test`, …
    pub fn targets(&self, kind: &str) -> Vec<Target> {
        let of = |package: &Value| -> Vec<Target> {
            let targets = package["targets"].as_array().cloned().unwrap_or_default();
            let of_kind = targets
                .into_iter()
                .filter(|it| it["kind"].as_array().is_some_and(|kinds| kinds.iter().any(|k| k == kind)));
            of_kind.map(|it| Target { package: text(&package["name"]), name: text(&it["name"]) }).collect()
        };
        self.packages.iter().flat_map(of).collect()
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
