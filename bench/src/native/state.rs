//! The stores, and the context that a component makes for every request.

use super::Options;
use anyhow::{Context, Result};
use axum::extract::Request;
use axum::response::{IntoResponse, Response};
use desk::{Desk, Stores};
use keyvalue::{Scope, Scoped, Sqlite, Store};
use kit::inbox::Inbox;
use kit::instance::Environment;
use kit::{Failure, clock};
use shared::contract::Endpoint;
use std::path::PathBuf;
use std::sync::Arc;

/// The state that all requests share.
pub(super) struct State {
    inbox: Sqlite,
    cases: Sqlite,
    keys: Sqlite,
    profiles: PathBuf,
    variables: kit::instance::Variables,
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
            intake::answer(self.intake(&scope), request).await
        } else {
            review::answer(self.desk(&scope), request).await
        };
        // as the host does: everything the answer depends on is on disk before it is sent
        let closed = Scoped::new(&scope, &self.inbox).close();
        closed.map_or_else(|error| Failure::from(error).into_response(), |()| answer)
    }

    fn environment(&self) -> Environment {
        let variables = Arc::clone(&self.variables);
        Environment { now: clock::now, profiles: self.profiles.clone(), variables, overlay: Default::default() }
    }

    /// The context of `intake`.
    fn intake(&self, scope: &Scope) -> Inbox {
        Inbox::new(Arc::new(Scoped::new(scope, &self.inbox)), self.environment())
    }

    /// The context of `review`.
    fn desk(&self, scope: &Scope) -> Desk {
        let store = |store: &Sqlite| -> Arc<dyn Store> { Arc::new(Scoped::new(scope, store)) };
        let stores = Stores { inbox: store(&self.inbox), cases: store(&self.cases), keys: store(&self.keys) };
        Desk::new(stores, self.environment())
    }
}
