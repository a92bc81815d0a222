//! Opens the stores that runtime-config.toml names, in Spin's own files, and gives them to `desk`.
use crate::{
    gemeente::Gemeente,
    keys::{self, KeyVariables},
};
use anyhow::{Context, Result, anyhow, bail};
use clap::Args;
use desk::Desk;
use keyvalue::{Snapshot, Sqlite, Store};
use kit::{Failure, clock, instance::Environment};
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
    /// De runtime-config.toml die de opslag noemt
    #[arg(long = "opslag", alias = "runtime-config", value_name = "BESTAND", default_value = "runtime-config.toml")]
    pub runtime_config: PathBuf,
    #[command(flatten)]
    pub keys: keys::File,
    #[command(flatten)]
    pub gemeente: Gemeente,
}

impl Instance {
    /// Its stores, and what the components work with over them.
    pub fn open(&self, profiles: &Path) -> Result<(Stores, Desk)> {
        let stores = Stores::open(&self.runtime_config, self.keys.read()?)?;
        self.in_use(profiles, stores)
    }

    /// The files of its stores.
    pub fn files(&self) -> Result<Files> {
        files(&self.runtime_config)
    }

    /// A read-only snapshot of all three stores at one moment; the service keeps writing.
    pub fn moment(&self, profiles: &Path) -> Result<(Stores, Desk)> {
        let stores = Stores::moment(&self.files()?, self.keys.read()?)?;
        self.in_use(profiles, stores)
    }

    /// For the gemeente whose data these are.
    fn in_use(&self, profiles: &Path, stores: Stores) -> Result<(Stores, Desk)> {
        let gemeente = self.gemeente.find(&self.runtime_config, profiles, &stores)?;
        let desk = stores.kit_now(profiles, &gemeente);
        Ok((stores, desk))
    }
}

/// The labels of an instance's stores.
pub const LABELS: [&str; 3] = ["inbox", "cases", "keys"];

/// The name of the configuration file that lists them.
pub const CONFIG: &str = "runtime-config.toml";

/// Its contents when every store is a file beside it.
pub fn config() -> String {
    LABELS.map(|label| format!("[key_value_store.{label}]\ntype = \"spin\"\npath = \"{label}.db\"\n")).concat()
}

/// The file of each of [`LABELS`].
pub type Files = [PathBuf; 3];

/// The files that a runtime-config.toml names.
fn files(runtime_config: &Path) -> Result<Files> {
    let text = std::fs::read_to_string(runtime_config)
        .with_context(|| format!("{} is niet te lezen", runtime_config.display()))?;
    let config: RuntimeConfig = toml::from_str(&text)?;
    let folder = runtime_config.parent().unwrap_or(Path::new("."));
    let file = |label: &str| -> Result<PathBuf> {
        let store = config.key_value_store.get(label);
        let Some(StoreConfig { r#type, path: Some(path) }) = store else {
            bail!("[key_value_store.{label}] met een path ontbreekt in {}", runtime_config.display());
        };
        if r#type != "spin" {
            bail!("dit commando werkt op een SQLite-opslag (type = \"spin\"); {label} is van type {type}");
        }
        Ok(folder.join(path))
    };
    let [inbox, cases, keys] = LABELS;
    Ok([file(inbox)?, file(cases)?, file(keys)?])
}

/// A failure of the components as an error of this command, with what to do about it.
pub fn explain(failure: &Failure) -> anyhow::Error {
    anyhow!("{}", failure.problem().detail)
}

/// The stores of an instance.
pub struct Stores {
    stores: desk::Stores,
    keys: KeyVariables,
}

impl Stores {
    /// Opens them, with the keys of this instance.
    pub fn open(runtime_config: &Path, keys: KeyVariables) -> Result<Self> {
        Self::at(&files(runtime_config)?, keys)
    }

    /// Opens these files; those that are not there are made.
    pub fn at(files: &Files, keys: KeyVariables) -> Result<Self> {
        let store = |path: &Path, label: &str| -> Result<Arc<dyn Store>> {
            std::fs::create_dir_all(path.parent().unwrap_or(Path::new(".")))?;
            Ok(Arc::new(Sqlite::open(path, label)?))
        };
        let ([inbox, cases, held], [i, c, k]) = (files, LABELS);
        let stores = desk::Stores { inbox: store(inbox, i)?, cases: store(cases, c)?, keys: store(held, k)? };
        Ok(Self { stores, keys })
    }

    /// The contents of these files at this moment.
    pub fn moment(files: &Files, keys: KeyVariables) -> Result<Self> {
        if let Some(missing) = files.iter().find(|file| !file.is_file()) {
            bail!("{} is er niet", missing.display());
        }
        let named: Vec<(PathBuf, &str)> = files.iter().cloned().zip(LABELS).collect();
        let mut taken = Snapshot::of(&named)?.into_iter();
        let mut next = || -> Result<Arc<dyn Store>> { Ok(Arc::new(taken.next().context("een opslag ontbreekt")?)) };
        let stores = desk::Stores { inbox: next()?, cases: next()?, keys: next()? };
        Ok(Self { stores, keys })
    }

    /// The stores themselves, for what goes over everything in them.
    pub fn raw(&self) -> &desk::Stores {
        &self.stores
    }

    /// The context of the AF's server, over these stores.
    pub fn desk(&self, profiles: &Path, gemeente: &str, demo: bool, now: fn() -> Moment) -> Desk {
        let (gemeente, keys) = (gemeente.to_owned(), self.keys.clone());
        let variables = Arc::new(move |name: &str| match name {
            "gemeente" => Some(gemeente.clone()),
            "demo" => Some(if demo { "ja" } else { "nee" }.into()),
            "sealing_public" => Some(keys.public.clone()),
            "sealing_secrets" => Some(keys.secrets.clone()),
            // only whether the service can send mail; this command sends none
            "relay_url" => std::env::var("SPIN_VARIABLE_RELAY_URL").ok(),
            "relay_token" => std::env::var("SPIN_VARIABLE_RELAY_TOKEN").ok(),
            _ => None,
        });
        Desk::new(
            self.stores.clone(),
            Environment { now, profiles: profiles.to_owned(), variables, overlay: Default::default() },
        )
    }

    /// The same with the machine's clock, for an instance that is in use.
    pub fn kit_now(&self, profiles: &Path, gemeente: &str) -> Desk {
        self.desk(profiles, gemeente, false, clock::now)
    }
}
