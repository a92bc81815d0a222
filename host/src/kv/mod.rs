//! Key-value stores as components see them: Spin's interface and WASI's, over the same SQLite.

mod atomics;
mod batch;
mod calls;
mod spin;
mod wasi;

use std::sync::Arc;

use keyvalue::{Done, Scope, Sqlite, Store, StoreError, Write};
use tokio::sync::oneshot;

pub use calls::Calls;

/// One instance's use of the stores.
pub(crate) struct Access {
    /// The numbers it was given that may not be on the disk yet.
    scope: Scope,
    calls: Arc<Calls>,
}

impl Access {
    /// The stores of one instance, with its numbers in `scope`.
    pub(crate) fn new(scope: Scope, calls: Arc<Calls>) -> Self {
        Self { scope, calls }
    }

    /// Waits, without holding a thread, until `write` is durable. An increment of a counter is answered sooner, see
    /// [`Scope`].
    async fn write(&self, store: &Sqlite, write: Write) -> Result<Done, StoreError> {
        match &write {
            Write::Increment(_, 0) => self.calls.count_read(),
            Write::Set(..) | Write::SetMany(_) | Write::DeleteMany(_) | Write::Increment(..) | Write::Swap { .. } => {
                self.calls.count_write();
            }
        }
        logged(wait(|reply| self.scope.submit(store, write, reply)).await)
    }

    /// Reads, after this instance's own steps of the counters among `keys` (none: all) are on the disk.
    async fn read<T>(
        &self,
        store: &Sqlite,
        keys: &[&str],
        read: impl FnOnce(&Sqlite) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.calls.count_read();
        if self.scope.holds(store, keys) {
            logged(wait(|reply| self.scope.settle(reply)).await)?;
        }
        logged(read(store))
    }

    /// All keys: a scan, so not on a thread that others wait for.
    async fn keys(&self, store: &Sqlite) -> wasmtime::Result<Result<Vec<String>, StoreError>> {
        if let Err(error) = self.read(store, &[], |_| Ok(())).await {
            return Ok(Err(error));
        }
        let store = store.clone();
        Ok(logged(tokio::task::spawn_blocking(move || store.keys()).await?))
    }

    /// Begins a compare-and-swap in a store that was opened as this bucket.
    async fn cas(&self, store: Sqlite, bucket: u32, key: String) -> Result<Cas, StoreError> {
        let seen = self.read(&store, &[&key], |store| store.get(&key)).await?;
        Ok(Cas { store, bucket, key, seen })
    }
}

/// A compare-and-swap under way: where, and what was seen there.
pub struct Cas {
    store: Sqlite,
    /// The handle by which it is opened again.
    bucket: u32,
    key: String,
    seen: Option<Vec<u8>>,
}

/// Waits until the numbers that an instance was given are on the disk: something is about to leave it.
pub(crate) async fn close(scope: &Scope) -> Result<(), StoreError> {
    logged(wait(|reply| scope.close(reply)).await)
}

/// The callback that the writer calls when it is done.
type Reply<T> = Box<dyn FnOnce(Result<T, StoreError>) + Send>;

async fn wait<T: Send + 'static>(ask: impl FnOnce(Reply<T>)) -> Result<T, StoreError> {
    let (reply, answer) = oneshot::channel();
    ask(Box::new(move |result| {
        // the request may have been given up meanwhile
        let _unheard = reply.send(result);
    }));
    answer.await.unwrap_or_else(|_| Err(StoreError::Unavailable("the store is closed".into())))
}

/// Reports a failing disk once, here; a component gets the same text and no more.
fn logged<T>(result: Result<T, StoreError>) -> Result<T, StoreError> {
    if let Err(StoreError::Unavailable(why)) = &result {
        tracing::error!(action = "store", result = "unavailable", why);
    }
    result
}
