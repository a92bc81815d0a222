//! `runtime-config.toml`: where the stores are.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

/// The stores by label.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuntimeConfig {
    /// A label and where it is kept.
    #[serde(default)]
    pub key_value_store: BTreeMap<String, StoreConfig>,
}

/// The place of a store.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StoreConfig {
    #[serde(rename = "type")]
    kind: String,
    /// The SQLite file, from the folder of this file.
    pub path: Option<PathBuf>,
}

impl RuntimeConfig {
    /// Reads and checks the file at `path`.
    pub fn read(path: &Path) -> Result<Self> {
        let text = std::fs::read_to_string(path).with_context(|| format!("{} can't be read", path.display()))?;
        Self::parse(&text).with_context(|| format!("{} can't be used", path.display()))
    }

    /// Reads and checks the text.
    pub fn parse(text: &str) -> Result<Self> {
        let table: toml::Table = text.parse()?;
        let stores = table.get("key_value_store").and_then(toml::Value::as_table);
        for (label, store) in stores.into_iter().flatten() {
            let kind = store.get("type").and_then(toml::Value::as_str).unwrap_or_default();
            ensure!(
                kind == "spin",
                "store {label} has type \"{kind}\"; this host keeps stores of type \"spin\" (SQLite), \
                 other types run under Spin itself"
            );
        }
        let config: Self = super::from_text(text)?;
        debug_assert!(config.key_value_store.values().all(|store| store.kind == "spin"));
        Ok(config)
    }
}
