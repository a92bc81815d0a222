//! What is made once, and the store as the handlers use it.

use super::Options;
use anyhow::{Context, Result, anyhow};
use desk::{Desk, Stores};
use keyvalue::{Done, Sqlite, Store, StoreError, Write};
use kit::instance::Environment;
use kit::{Failure, clock};
use shared::{calendar::Calendar, profile::Instance};
use std::sync::Arc;
use tokio::sync::{Mutex, oneshot};

/// What every request finds.
pub(super) struct State {
    /// What is sealed, and how: the same as in the components.
    pub desk: Desk,
    inbox: Arc<Sqlite>,
    pub instance: Instance,
    pub calendar: Calendar,
    /// Taken by each write, where every write is to be committed by itself.
    alone: Option<Mutex<()>>,
}

impl State {
    pub(super) fn open(options: &Options) -> Result<Self> {
        let store = |label: &str| -> Result<Arc<Sqlite>> {
            let opened = Sqlite::open(options.stores.join(format!("{label}.db")), label);
            Ok(Arc::new(opened.with_context(|| format!("store {label}"))?))
        };
        let inbox = store("inbox")?;
        let stores = Stores { inbox: inbox.clone(), cases: store("cases")?, keys: store("keys")? };
        let desk = Desk::new(
            stores,
            Environment { now: clock::now, profiles: options.profiles.clone(), variables: crate::stage::variables() },
        );
        let instance = kit::instance::load(&options.profiles, crate::stage::GEMEENTE, None)
            .map_err(|failure| anyhow!("the profile can't be read: {failure:?}"))?;
        let calendar = instance.calendar();
        let alone = options.one_by_one.then(Mutex::default);
        Ok(Self { desk, inbox, instance, calendar, alone })
    }

    /// Writes to the inbox and waits, without holding a thread, until it is durable.
    pub(super) async fn write(&self, write: Write) -> Result<Done, Failure> {
        let _turn = match &self.alone {
            Some(alone) => Some(alone.lock().await),
            None => None,
        };
        let (reply, answer) = oneshot::channel();
        self.inbox.submit(write, move |result| {
            // the request may have been given up meanwhile
            let _unheard = reply.send(result);
        });
        let closed = |_| Err(StoreError::Unavailable("the store is closed".into()));
        Ok(answer.await.unwrap_or_else(closed)?)
    }

    /// How many reports arrived; absent is 0.
    pub(super) fn arrived(&self) -> Result<i64, Failure> {
        let Some(raw) = self.inbox.get(kit::store::cell::ARRIVALS.key())? else { return Ok(0) };
        raw.try_into().map(i64::from_le_bytes).map_err(|_| Failure::Unreadable("counter"))
    }
}
