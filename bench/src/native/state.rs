//! The stores, and a context for every request, as a component makes one.

use super::Options;
use anyhow::{Context, Result};
use axum::extract::Request;
use axum::response::{IntoResponse, Response};
use keyvalue::{Scope, Scoped, Sqlite, Store};
use kit::{Failure, Kit, Stores, clock};
use shared::contract::Endpoint;
use std::path::PathBuf;
use std::sync::Arc;

/// What every request finds.
pub(super) struct State {
    inbox: Sqlite,
    cases: Sqlite,
    keys: Sqlite,
    profiles: PathBuf,
    variables: kit::Variables,
}

impl State {
    pub(super) fn open(options: &Options) -> Result<Self> {
        let store = |label: &str| {
            let opened = Sqlite::open(options.stores.join(format!("{label}.db")), label);
            opened.with_context(|| format!("store {label}"))
        };
        Ok(Self {
            inbox: store("inbox")?,
            cases: store("cases")?,
            keys: store("keys")?,
            profiles: options.profiles.clone(),
            variables: crate::stage::variables(),
        })
    }

    /// Answers one request. It holds its thread while it waits for the store.
    pub(super) async fn answer(&self, request: Request) -> Response {
        let scope = Scope::default();
        let answer = if request.uri().path().starts_with(&Endpoint::SendReport.url("")) {
            intake::answer(self.kit(&scope), request).await
        } else {
            review::answer(self.kit(&scope), request).await
        };
        // as the host: what the answer rests on is on the disk before it leaves
        let closed = Scoped::new(&scope, &self.inbox).close();
        closed.map_or_else(|error| Failure::from(error).into_response(), |()| answer)
    }

    fn kit(&self, scope: &Scope) -> Kit {
        let store = |store: &Sqlite| -> Arc<dyn Store> { Arc::new(Scoped::new(scope, store)) };
        let stores = Stores { inbox: store(&self.inbox), cases: store(&self.cases), keys: store(&self.keys) };
        Kit::new(stores, clock::now, self.profiles.clone(), Arc::clone(&self.variables))
    }
}
