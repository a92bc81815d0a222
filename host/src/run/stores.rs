//! The stores that the manifest's components name, opened once.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use keyvalue::{Database, Options, Sqlite};

use crate::manifest::{Manifest, RuntimeConfig};

/// The stores by label.
pub(crate) type Stores = BTreeMap<String, Sqlite>;

/// Spin's own place for the label `default`, beside the manifest.
const DEFAULT_PATH: &str = ".spin/sqlite_key_value.db";

/// Opens every label that a component names. Labels of one file share its writer.
pub(crate) fn open(manifest: &Manifest, root: &Path, config: &RuntimeConfig, config_root: &Path) -> Result<Stores> {
    let labels: BTreeSet<&String> =
        manifest.component.values().flat_map(|component| &component.key_value_stores).collect();
    let mut files: BTreeMap<PathBuf, Arc<Database>> = BTreeMap::new();
    let mut stores = Stores::new();
    for label in labels {
        let path = match config.key_value_store.get(label) {
            Some(store) => match &store.path {
                Some(path) => config_root.join(path),
                None => root.join(DEFAULT_PATH),
            },
            None if label == "default" => root.join(DEFAULT_PATH),
            None => bail!(
                "key-value store {label} is not in the runtime configuration: add [key_value_store.{label}] with type = \"spin\" and path"
            ),
        };
        let database = match files.get(&path) {
            Some(database) => Arc::clone(database),
            None => {
                let database =
                    Database::open(&path, &Options::default()).with_context(|| format!("key-value store {label}"))?;
                files.insert(path, Arc::clone(&database));
                database
            }
        };
        stores.insert(label.clone(), database.label(label));
    }
    Ok(stores)
}
