//! Opens the stores that runtime-config.toml names, in Spin's own files, and gives them to `kit`.
use anyhow::{Context, Result, bail};
use keyvalue::{Sqlite, Store};
use kit::{Kit, Vault, clock};
use serde::Deserialize;
use shared::moment::Moment;
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::Arc,
};

#[derive(Deserialize)]
struct RuntimeConfig {
    #[serde(default)]
    key_value_store: BTreeMap<String, StoreConfig>,
}

#[derive(Deserialize)]
struct StoreConfig {
    r#type: String,
    path: Option<PathBuf>,
}

/// The stores of an instance.
pub struct Stores {
    inbox: Arc<dyn Store>,
    /// Cases, accounts, sessions.
    pub cases: Arc<dyn Store>,
}

impl Stores {
    /// Opens them.
    pub fn open(runtime_config: &Path) -> Result<Self> {
        let text = std::fs::read_to_string(runtime_config)
            .with_context(|| format!("{} is niet te lezen", runtime_config.display()))?;
        let config: RuntimeConfig = toml::from_str(&text)?;
        let folder = runtime_config.parent().unwrap_or(Path::new("."));
        let store = |label: &str| -> Result<Arc<dyn Store>> {
            let store = config.key_value_store.get(label);
            let Some(StoreConfig { r#type, path: Some(path) }) = store else {
                bail!("[key_value_store.{label}] met een path ontbreekt in {}", runtime_config.display());
            };
            if r#type != "spin" {
                bail!("dit commando werkt op een SQLite-opslag (type = \"spin\"); {label} is van type {type}");
            }
            let path = folder.join(path);
            std::fs::create_dir_all(path.parent().unwrap_or(folder))?;
            Ok(Arc::new(Sqlite::open(&path, label)?))
        };
        Ok(Self { inbox: store("inbox")?, cases: store("cases")? })
    }

    /// What the components work with, over these stores.
    pub fn kit(&self, profiles: &Path, gemeente: &str, now: fn() -> Moment) -> Kit {
        let gemeente = gemeente.to_owned();
        Kit {
            inbox: Vault::new(self.inbox.clone()),
            cases: Vault::new(self.cases.clone()),
            now,
            profiles: profiles.to_owned(),
            variables: Arc::new(move |name| match name {
                "gemeente" => Some(gemeente.clone()),
                "demo" => Some("ja".into()),
                _ => None,
            }),
        }
    }

    /// The same with the machine's clock.
    pub fn kit_now(&self, profiles: &Path, gemeente: &str) -> Kit {
        self.kit(profiles, gemeente, clock::now)
    }
}
