//! One component of the manifest.

use std::collections::BTreeMap;
use std::path::PathBuf;

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
    /// How it is built; not used here.
    #[serde(default)]
    pub build: toml::Table,
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
