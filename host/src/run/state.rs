//! The state of one instance: made for a request, dropped after it.

use std::sync::Arc;

use wasmtime::StoreLimits;
use wasmtime::component::ResourceTable;
use wasmtime_wasi::{WasiCtx, WasiCtxView, WasiView};
use wasmtime_wasi_http::{WasiHttpCtx, WasiHttpCtxView, WasiHttpView};

use super::bindings::fermyon::spin::variables;
use super::component::Surroundings;
use crate::kv::Access;
use crate::outgoing::Hooks;

/// One instance's side of the host.
pub(crate) struct State {
    pub table: ResourceTable,
    pub surroundings: Arc<Surroundings>,
    pub limits: StoreLimits,
    pub wasi: WasiCtx,
    pub http: WasiHttpCtx,
    pub hooks: Hooks,
    pub kv: Access,
}

impl WasiView for State {
    fn ctx(&mut self) -> WasiCtxView<'_> {
        WasiCtxView { ctx: &mut self.wasi, table: &mut self.table }
    }
}

impl WasiHttpView for State {
    fn http(&mut self) -> WasiHttpCtxView<'_> {
        WasiHttpCtxView { ctx: &mut self.http, table: &mut self.table, hooks: &mut self.hooks }
    }
}

impl variables::Host for State {
    async fn get(&mut self, name: String) -> wasmtime::Result<Result<String, variables::Error>> {
        let known = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        if name.is_empty() || !name.chars().all(known) {
            return Ok(Err(variables::Error::InvalidName(name)));
        }
        let value = self.surroundings.variables.get(&name).cloned();
        Ok(value.ok_or(variables::Error::Undefined(name)))
    }
}
