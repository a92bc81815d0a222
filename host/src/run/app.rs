//! The application: everything read, opened, compiled and linked.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result, bail, ensure};
use wasmtime::Engine;
use wasmtime::component::Linker;

use super::cache::Cache;
use super::component::{Surroundings, linker};
use super::files::Folders;
use super::state::State;
use super::stores::{self, Stores};
use super::{Loaded, engine};
use crate::kv::Calls;
use crate::manifest::{Component, Manifest, RuntimeConfig};
use crate::outgoing::{Allowed, Client, Inside, Policy};
use crate::routes::Route;
use crate::settings::Settings;
use crate::variables::Variables;

/// A route and the component behind it.
pub(crate) type Leads = (Route, Arc<Loaded>);

/// An application that can be served.
pub(crate) struct App {
    pub name: String,
    pub routes: Vec<Leads>,
    /// The components that others may reach.
    pub inside: BTreeMap<String, Arc<Loaded>>,
    /// Opened once they can be reached.
    pub way_inside: Arc<Inside>,
    pub calls: Arc<Calls>,
}

struct Loader<'a> {
    settings: &'a Settings,
    manifest: &'a Manifest,
    root: PathBuf,
    variables: Variables,
    stores: Stores,
    calls: Arc<Calls>,
    engine: Engine,
    linker: Linker<State>,
    cache: Cache,
    client: Arc<Client>,
    way_inside: Arc<Inside>,
}

impl App {
    /// Reads, opens, compiles and links what `settings` name.
    pub(crate) fn load(settings: &Settings) -> Result<Self> {
        let manifest = Manifest::read(&settings.manifest)?;
        let root = folder_of(&settings.manifest)?;
        let variables = Variables::resolve(&manifest, |name| {
            settings.variables.get(name).cloned().or_else(|| std::env::var(name).ok())
        })?;
        for moved in &settings.files {
            let named = |component: &Component| component.places().any(|source| source == moved.source);
            let (source, folder) = (moved.source.display(), moved.folder.display());
            ensure!(
                manifest.component.values().any(named),
                "--files {source}: no component reads a folder of that name"
            );
            ensure!(moved.folder.is_dir(), "--files {source}={folder}: there is no such folder");
        }
        let (config, config_root) = runtime_config(settings, &root)?;
        let stores = stores::open(&manifest, &root, &config, &config_root)?;
        let engine = engine::engine(&settings.limits)?;
        engine::start_ticking(&engine)?;
        let cache = settings.cache.clone().unwrap_or_else(|| root.join(".spin/compiled"));
        let loader = Loader {
            linker: linker(&engine)?,
            client: Arc::new(Client::new(&settings.outgoing)?),
            cache: Cache::open(&cache)?,
            manifest: &manifest,
            settings,
            root,
            variables,
            stores,
            calls: Arc::default(),
            way_inside: Arc::default(),
            engine,
        };
        let loaded = loader.load_all()?;
        give_back();
        let (mut routes, mut inside) = (Vec::new(), BTreeMap::new());
        for trigger in &manifest.trigger.http {
            let name = &trigger.component;
            let loaded = loaded.iter().find(|loaded| loaded.surroundings.name == *name);
            let loaded = loaded.with_context(|| format!("there is no component {name}"))?;
            inside.insert(name.clone(), Arc::clone(loaded));
            if let Some(route) = trigger.public() {
                routes.push((Route::parse(route)?, Arc::clone(loaded)));
            }
        }
        let (name, way_inside) = (manifest.application.name.clone(), loader.way_inside);
        Ok(Self { name, routes, inside, way_inside, calls: loader.calls })
    }
}

impl Loader<'_> {
    /// Loads every component on a thread of its own: without a cache, compiling takes most of the start.
    fn load_all(&self) -> Result<Vec<Arc<Loaded>>> {
        std::thread::scope(|scope| {
            let mut loading = Vec::new();
            for (name, component) in &self.manifest.component {
                loading.push(scope.spawn(move || self.load(name, component)));
            }
            let joined = loading.into_iter().map(|thread| match thread.join() {
                Ok(loaded) => loaded.map(Arc::new),
                Err(_) => bail!("loading a component panicked"),
            });
            joined.collect()
        })
    }

    fn load(&self, name: &str, component: &Component) -> Result<Loaded> {
        let source = self.root.join(&component.source);
        let bytes = std::fs::read(&source)
            .with_context(|| format!("component {name}: {} can't be read; was it built?", source.display()))?;
        let compiled = self
            .cache
            .load(&self.engine, &bytes)
            .with_context(|| format!("component {name}: {} is not a component", source.display()))?;
        let fill = |text: &String| self.variables.fill(text);
        let hosts = component.allowed_outbound_hosts.iter().map(fill).collect::<Result<Vec<_>>>();
        let hosts = hosts.with_context(|| format!("allowed_outbound_hosts of component {name}"))?;
        let stores = self.stores.iter().filter(|(label, _)| component.key_value_stores.contains(label));
        let surroundings = Surroundings {
            name: name.into(),
            variables: self.variables.of_component(self.manifest, name)?,
            environment: component.environment.clone().into_iter().collect(),
            folders: Folders::gather(&self.root, component, &self.settings.files)
                .with_context(|| format!("component {name}"))?,
            stores: stores.map(|(label, store)| (label.clone(), store.clone())).collect(),
            calls: Arc::clone(&self.calls),
            outgoing: Arc::new(Policy {
                allowed: self.allowed(&hosts).with_context(|| format!("component {name}"))?,
                client: Arc::clone(&self.client),
                inside: Arc::clone(&self.way_inside),
            }),
            memory: usize::from(self.settings.limits.max_memory) << 20,
            show_output: self.settings.component_output,
            takes_cookies: component.takes_cookies(),
        };
        Loaded::link(&self.linker, &compiled, surroundings)
    }

    /// The hosts a component may send to. Another component that it names has to be one that is reached.
    fn allowed(&self, hosts: &[String]) -> Result<Allowed> {
        let allowed = Allowed::parse(hosts)?;
        let reached = |name: &str| self.manifest.trigger.http.iter().any(|trigger| trigger.component == name);
        if let Some(name) = allowed.inside().find(|name| !reached(name)) {
            bail!("allowed_outbound_hosts: no component {name} has a route");
        }
        Ok(allowed)
    }
}

/// The runtime configuration and the folder its paths start from.
fn runtime_config(settings: &Settings, root: &Path) -> Result<(RuntimeConfig, PathBuf)> {
    match &settings.runtime_config {
        Some(path) => Ok((RuntimeConfig::read(path)?, folder_of(path)?)),
        None => {
            let beside = root.join("runtime-config.toml");
            if beside.exists() {
                Ok((RuntimeConfig::read(&beside)?, root.into()))
            } else {
                Ok((RuntimeConfig::default(), root.into()))
            }
        }
    }
}

fn folder_of(file: &Path) -> Result<PathBuf> {
    let whole = file.canonicalize().with_context(|| format!("{} is not there", file.display()))?;
    whole.parent().map(Path::to_path_buf).context("a file stands in a folder")
}

/// Returns the memory used for compiling to the system: glibc keeps it otherwise, more than 100 MB, for as long as the
/// host runs.
fn give_back() {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    {
        #[expect(unsafe_code, reason = "glibc offers this no other way")]
        // SAFETY: takes no pointer and may be called at any time from any thread
        let _any_returned = unsafe { libc::malloc_trim(0) };
    }
}
