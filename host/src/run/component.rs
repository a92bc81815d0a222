//! One component, ready to be instantiated for every request.

use std::collections::BTreeMap;
use std::sync::Arc;

use anyhow::{Context, Result, anyhow};
use keyvalue::Scope;
use wasmtime::component::{Component, HasSelf, Linker, ResourceTable};
use wasmtime::{Engine, Store, StoreLimitsBuilder};
use wasmtime_wasi::{FsPerms, WasiCtx};
use wasmtime_wasi_http::WasiHttpCtx;
use wasmtime_wasi_http::p2::bindings::ProxyPre;

use super::bindings::Offered;
use super::files::Folders;
use super::output::Filtered;
use super::state::State;
use super::stores::Stores;
use crate::kv::{Access, Calls};
use crate::outgoing::{Hooks, Policy};

/// The surroundings that all instances of one component share.
pub(crate) struct Surroundings {
    pub name: String,
    pub variables: BTreeMap<String, String>,
    pub environment: Vec<(String, String)>,
    pub folders: Folders,
    /// Only the stores it may open.
    pub stores: Stores,
    pub calls: Arc<Calls>,
    pub outgoing: Arc<Policy>,
    pub memory: usize,
    pub show_output: bool,
    /// Whether it sees the cookies of a request.
    pub takes_cookies: bool,
}

/// A linked component.
pub(crate) struct Loaded {
    pub surroundings: Arc<Surroundings>,
    pub pre: ProxyPre<State>,
}

/// Everything this host offers, linked once for all components.
pub(crate) fn linker(engine: &Engine) -> Result<Linker<State>> {
    let mut linker = Linker::new(engine);
    let mut add = || {
        wasmtime_wasi::p2::add_to_linker_async(&mut linker)?;
        wasmtime_wasi_http::p2::add_only_http_to_linker_async(&mut linker)?;
        Offered::add_to_linker::<State, HasSelf<State>>(&mut linker, |state| state)
    };
    add().map_err(anyhow::Error::msg)?;
    Ok(linker)
}

impl Loaded {
    pub(crate) fn link(linker: &Linker<State>, component: &Component, surroundings: Surroundings) -> Result<Self> {
        let name = surroundings.name.clone();
        let pre = linker
            .instantiate_pre(component)
            .and_then(ProxyPre::new)
            // wasmtime's text names the import that nobody offers
            .map_err(|error| anyhow!("{error:#}"))
            .with_context(|| format!("component {name} can't run here"))?;
        let surroundings = Arc::new(surroundings);
        // what would fail every request is found now
        surroundings.wasi().with_context(|| format!("files of component {name}"))?;
        Ok(Self { surroundings, pre })
    }

    /// A store for one fresh instance, whose numbers are in `scope`.
    pub(crate) fn store(&self, scope: Scope) -> Result<Store<State>> {
        let surroundings = Arc::clone(&self.surroundings);
        let state = State {
            table: ResourceTable::new(),
            limits: StoreLimitsBuilder::new().memory_size(surroundings.memory).build(),
            wasi: surroundings.wasi()?,
            http: WasiHttpCtx::new(),
            hooks: Hooks::new(Arc::clone(&surroundings.outgoing), scope.clone()),
            kv: Access::new(scope, Arc::clone(&surroundings.calls)),
            surroundings,
        };
        let mut store = Store::new(self.pre.engine(), state);
        store.limiter(|state| &mut state.limits);
        store.set_epoch_deadline(1);
        store.epoch_deadline_async_yield_and_update(1);
        Ok(store)
    }
}

impl Surroundings {
    fn wasi(&self) -> Result<WasiCtx> {
        let mut wasi = WasiCtx::builder();
        // files are small and local: handing each read to another thread costs more than reading
        wasi.allow_blocking_current_thread(true).envs(&self.environment);
        if self.show_output {
            wasi.inherit_stdout().inherit_stderr();
        } else {
            wasi.stderr(Filtered::of(&self.name));
        }
        // no sockets: requests go through the policy or not at all
        wasi.allow_tcp(false).allow_udp(false).allow_ip_name_lookup(false);
        for (here, there) in &self.folders.placed {
            wasi.preopened_dir(here, there, FsPerms::ReadOnly)
                .map_err(|error| anyhow!("{} can't be opened: {error}", here.display()))?;
        }
        Ok(wasi.build())
    }
}
