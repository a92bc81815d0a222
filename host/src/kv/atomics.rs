//! `wasi:keyvalue/atomics`: counters and compare-and-swap.
//!
//! A swap compares with what was seen last: by `current`, else when the handle was made. So a swap by a handle that
//! was never read doesn't overwrite, nor does one of a key that was absent.
//!
//! A swap that loses opens its handle again by the bucket that it was opened from, as in Spin. So a handle lives as
//! long as its bucket: once that was dropped, losing is `NoSuchStore`.

use keyvalue::{Done, Sqlite, Swap, Write};
use wasmtime::Result;
use wasmtime::component::Resource;

use super::Cas;
use crate::run::bindings::wasi::keyvalue::atomics::{CasError, Host, HostCas};
use crate::run::bindings::wasi::keyvalue::store::Error;
use crate::run::state::State;

impl HostCas for State {
    async fn new(&mut self, bucket: Resource<Sqlite>, key: String) -> Result<Result<Resource<Cas>, Error>> {
        let store = self.table.get(&bucket)?.clone();
        let opened = self.kv.cas(store, bucket.rep(), key).await;
        Ok(match opened {
            Ok(cas) => Ok(self.table.push(cas)?),
            Err(error) => Err(error.into()),
        })
    }

    async fn current(&mut self, cas: Resource<Cas>) -> Result<Result<Option<Vec<u8>>, Error>> {
        let cas = self.table.get_mut(&cas)?;
        let fresh = self.kv.cas(cas.store.clone(), cas.bucket, cas.key.clone()).await;
        Ok(match fresh {
            Ok(fresh) => {
                *cas = fresh;
                Ok(cas.seen.clone())
            }
            Err(error) => Err(error.into()),
        })
    }

    async fn drop(&mut self, cas: Resource<Cas>) -> Result<()> {
        self.table.delete(cas)?;
        Ok(())
    }
}

impl Host for State {
    async fn increment(&mut self, bucket: Resource<Sqlite>, key: String, delta: i64) -> Result<Result<i64, Error>> {
        let done = self.kv.write(self.table.get(&bucket)?, Write::Increment(key, delta)).await;
        Ok(match done {
            Ok(Done::Count(count)) => Ok(count),
            Ok(Done::Written | Done::Swap(_)) => Err(Error::Other("the writer answered another question".into())),
            Err(error) => Err(error.into()),
        })
    }

    async fn swap(&mut self, cas: Resource<Cas>, value: Vec<u8>) -> Result<Result<(), CasError>> {
        let Cas { store, bucket, key, seen } = self.table.delete(cas)?;
        let swap = Write::Swap { key: key.clone(), expected: seen, new: value };
        match self.kv.write(&store, swap).await {
            Ok(Done::Swap(Swap::Swapped)) => return Ok(Ok(())),
            Ok(Done::Swap(Swap::Lost) | Done::Written | Done::Count(_)) => {}
            Err(error) => return Ok(Err(CasError::StoreError(error.into()))),
        }
        let Ok(store) = self.table.get(&Resource::<Sqlite>::new_borrow(bucket)).cloned() else {
            return Ok(Err(CasError::StoreError(Error::NoSuchStore)));
        };
        let fresh = self.kv.cas(store, bucket, key).await;
        Ok(Err(match fresh {
            Ok(fresh) => CasError::CasFailed(self.table.push(fresh)?),
            Err(error) => CasError::StoreError(error.into()),
        }))
    }
}
