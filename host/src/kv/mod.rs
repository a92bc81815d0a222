//! Key-value stores as components see them: Spin's interface and WASI's, over the same SQLite.

mod atomics;
mod batch;
mod spin;
mod wasi;

use keyvalue::{Done, Scope, Sqlite, Store, StoreError, Write};
use tokio::sync::oneshot;

/// A compare-and-swap under way: where, and what was seen there.
pub struct Cas {
    store: Sqlite,
    key: String,
    seen: Option<Vec<u8>>,
}

impl Cas {
    async fn new(scope: &Scope, store: Sqlite, key: String) -> Result<Self, StoreError> {
        let seen = read(scope, &store, &[&key], |store| store.get(&key)).await?;
        Ok(Self { store, key, seen })
    }
}

/// Waits, without holding a thread, until `write` is durable. A step of a counter is answered sooner, see [`Scope`].
async fn write(scope: &Scope, store: &Sqlite, write: Write) -> Result<Done, StoreError> {
    logged(wait(|reply| scope.submit(store, write, reply)).await)
}

/// Reads, after this instance's own steps of the counters among `keys` (none: all) are on the disk.
async fn read<T>(
    scope: &Scope,
    store: &Sqlite,
    keys: &[&str],
    read: impl FnOnce(&Sqlite) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    if scope.holds(store, keys) {
        logged(wait(|reply| scope.settle(reply)).await)?;
    }
    logged(read(store))
}

/// All keys: a scan, so not on a thread that others wait for.
async fn keys(scope: &Scope, store: &Sqlite) -> wasmtime::Result<Result<Vec<String>, StoreError>> {
    if let Err(error) = read(scope, store, &[], |_| Ok(())).await {
        return Ok(Err(error));
    }
    let store = store.clone();
    Ok(logged(tokio::task::spawn_blocking(move || store.keys()).await?))
}

/// Waits until the numbers that an instance was given are on the disk: something is about to leave it.
pub(crate) async fn close(scope: &Scope) -> Result<(), StoreError> {
    logged(wait(|reply| scope.close(reply)).await)
}

/// What the writer calls when it is done.
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
