//! Where everything lies, and what cargo knows of the workspace.

use crate::command;
use anyhow::{Context, Result};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// The checkout this xtask was built in.
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
        let root = here.parent().context("xtask lies in the root folder")?.to_owned();
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

    /// This program. Not `current_exe`: a build may have put a new one in its place meanwhile.
    pub fn xtask(&self) -> PathBuf {
        self.native("xtask")
    }

    /// The target folder of WASM builds: they may come from another rustc, and two share no artefacts.
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
