//! Key-value stores as components see them: Spin's interface and WASI's, over the same SQLite.

mod atomics;
mod batch;
mod spin;
mod wasi;

use keyvalue::{Done, Sqlite, Store, StoreError, Write};
use tokio::sync::oneshot;

/// A compare-and-swap under way: where, and what was seen there.
pub struct Cas {
    store: Sqlite,
    key: String,
    seen: Option<Vec<u8>>,
}

impl Cas {
    fn new(store: Sqlite, key: String) -> Result<Self, StoreError> {
        let seen = store.get(&key)?;
        Ok(Self { store, key, seen })
    }
}

/// Waits, without holding a thread, until `write` is durable.
async fn write(store: &Sqlite, write: Write) -> Result<Done, StoreError> {
    let (reply, answer) = oneshot::channel();
    store.submit(write, move |result| {
        // the request may have been given up meanwhile
        let _unheard = reply.send(result);
    });
    let closed = |_| Err(StoreError::Unavailable("the store is closed".into()));
    logged(answer.await.unwrap_or_else(closed))
}

/// Reports a failing disk once, here; a component gets the same text and no more.
fn logged<T>(result: Result<T, StoreError>) -> Result<T, StoreError> {
    if let Err(StoreError::Unavailable(why)) = &result {
        tracing::error!(action = "store", result = "unavailable", why);
    }
    result
}
