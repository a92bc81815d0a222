//! One component of the manifest.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};
use serde::Deserialize;

/// A component as the manifest has it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Component {
    /// For people.
    pub description: Option<String>,
    /// The component file, from the manifest's folder.
    pub source: PathBuf,
    /// The files that it can read.
    #[serde(default)]
    pub files: Vec<Mount>,
    /// Exceptions to that: glob patterns.
    #[serde(default)]
    pub exclude_files: Vec<String>,
    /// The labels of the stores it may open.
    #[serde(default)]
    pub key_value_stores: Vec<String>,
    /// Its variables: templates over the application's.
    #[serde(default)]
    pub variables: BTreeMap<String, String>,
    /// Its environment.
    #[serde(default)]
    pub environment: BTreeMap<String, String>,
    /// The hosts it may send requests to: templates.
    #[serde(default)]
    pub allowed_outbound_hosts: Vec<String>,
    /// Settings for other programs than Spin, which ignores them; of these only ours are used here.
    #[serde(default)]
    pub tool: BTreeMap<String, toml::Table>,
    /// How it is built; not used here.
    #[serde(default)]
    pub build: toml::Table,
}

impl Component {
    /// Whether it sees the cookies of a request: unless `cookies = false` in `[component.NAME.tool.host]`.
    pub fn takes_cookies(&self) -> bool {
        self.of_host("cookies").and_then(toml::Value::as_bool).unwrap_or(true)
    }

    fn of_host(&self, name: &str) -> Option<&toml::Value> {
        self.tool.get("host")?.get(name)
    }

    /// The folders and files that it names by source.
    pub fn places(&self) -> impl Iterator<Item = &Path> {
        self.files.iter().filter_map(|mount| match mount {
            Mount::Placed(placed) => Some(placed.source.as_path()),
            Mount::Glob(_) => None,
        })
    }

    /// Checks what serde can't: our own settings have to be known ones.
    pub(super) fn check(&self, name: &str) -> Result<()> {
        for (key, value) in self.tool.get("host").into_iter().flatten() {
            let known = key == "cookies" && value.is_bool();
            ensure!(known, "component {name}: tool.host has {key} = {value}; known is cookies = true or false");
        }
        Ok(())
    }
}

/// Files that a component can read.
#[derive(Debug, Deserialize, PartialEq, Eq)]
#[serde(untagged, expecting = "a glob pattern or { source = \"…\", destination = \"/…\" }")]
pub enum Mount {
    /// Files by pattern, under the same path as here.
    Glob(String),
    /// A folder or a file under another path.
    Placed(Placed),
}

/// A folder or file and where the component sees it.
#[derive(Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Placed {
    /// From the manifest's folder.
    pub source: PathBuf,
    /// An absolute path.
    pub destination: String,
}
