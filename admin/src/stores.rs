//! Opens the stores that runtime-config.toml names, in Spin's own files, and gives them to `kit`.
use crate::keys::{self, KeyVariables};
use anyhow::{Context, Result, anyhow, bail};
use clap::Args;
use keyvalue::{Sqlite, Store};
use kit::{Failure, Kit, clock};
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

/// Which instance a command is about.
#[derive(Args, Clone)]
pub struct Instance {
    /// The runtime-config.toml that names the stores
    #[arg(long, default_value = "runtime-config.toml")]
    pub runtime_config: PathBuf,
    #[command(flatten)]
    pub keys: keys::File,
    /// The gemeente whose instance it is
    #[arg(long, env = "SPIN_VARIABLE_GEMEENTE", default_value = "hengelo")]
    pub gemeente: String,
}

impl Instance {
    /// Its stores, and what the components work with over them.
    pub fn open(&self, profiles: &Path) -> Result<(Stores, Kit)> {
        let stores = Stores::open(&self.runtime_config, self.keys.read()?)?;
        let kit = stores.kit_now(profiles, &self.gemeente);
        Ok((stores, kit))
    }
}

/// A failure of the components as an error of this command: what it says to do.
pub fn explain(failure: &Failure) -> anyhow::Error {
    anyhow!("{}", failure.problem().detail)
}

/// The stores of an instance.
pub struct Stores {
    stores: kit::Stores,
    keys: KeyVariables,
}

impl Stores {
    /// Opens them, with the keys of this instance.
    pub fn open(runtime_config: &Path, keys: KeyVariables) -> Result<Self> {
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
        let stores = kit::Stores { inbox: store("inbox")?, cases: store("cases")?, keys: store("keys")? };
        Ok(Self { stores, keys })
    }

    /// The stores themselves, for what goes over everything in them.
    pub fn raw(&self) -> &kit::Stores {
        &self.stores
    }

    /// What the components work with, over these stores.
    pub fn kit(&self, profiles: &Path, gemeente: &str, demo: bool, now: fn() -> Moment) -> Kit {
        let (gemeente, keys) = (gemeente.to_owned(), self.keys.clone());
        let variables = Arc::new(move |name: &str| match name {
            "gemeente" => Some(gemeente.clone()),
            "demo" => Some(if demo { "ja" } else { "nee" }.into()),
            "sealing_public" => Some(keys.public.clone()),
            "sealing_secrets" => Some(keys.secrets.clone()),
            _ => None,
        });
        Kit::new(self.stores.clone(), now, profiles.to_owned(), variables)
    }

    /// The same with the machine's clock, for an instance that is in use.
    pub fn kit_now(&self, profiles: &Path, gemeente: &str) -> Kit {
        self.kit(profiles, gemeente, false, clock::now)
    }
}
