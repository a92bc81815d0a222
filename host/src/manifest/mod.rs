//! `spin.toml` (manifest version 2) and `runtime-config.toml`, read and refused.
//!
//! An unknown field is refused by name: a field that is silently ignored is a promise that is silently broken.

mod app;
mod component;
mod runtime;
mod template;

use std::path::Path;

use anyhow::{Context, Result, bail};
use serde::de::DeserializeOwned;

pub use app::{Application, HttpTrigger, Manifest, TriggerRoute, Triggers, VariableDeclaration};
pub use component::{Component, Mount};
pub use runtime::{RuntimeConfig, StoreConfig};
pub use template::Template;

impl Manifest {
    /// Reads and checks the manifest at `path`.
    pub fn read(path: &Path) -> Result<Self> {
        let text = std::fs::read_to_string(path).with_context(|| format!("{} can't be read", path.display()))?;
        Self::parse(&text).with_context(|| format!("{} is not a manifest this host runs", path.display()))
    }

    /// Reads and checks a manifest's text.
    pub fn parse(text: &str) -> Result<Self> {
        let version = toml::from_str::<toml::Table>(text)?;
        match version.get("spin_manifest_version").and_then(toml::Value::as_integer) {
            Some(2) => {}
            Some(other) => bail!("spin_manifest_version is {other}; this host runs version 2"),
            None => bail!("spin_manifest_version = 2 is missing"),
        }
        let manifest: Self = from_text(text)?;
        manifest.check()?;
        Ok(manifest)
    }
}

/// A TOML text as a type. The message names the line and the field.
pub(crate) fn from_text<T: DeserializeOwned>(text: &str) -> Result<T> {
    toml::from_str(text).map_err(|error| anyhow::anyhow!("{}", error.to_string().trim_end()))
}
