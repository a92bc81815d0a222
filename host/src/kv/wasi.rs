//! `wasi:keyvalue/store`.

use keyvalue::{Sqlite, Store, StoreError, Write};
use wasmtime::Result;
use wasmtime::component::Resource;

use crate::run::bindings::wasi::keyvalue::store::{Error, Host, HostBucket, KeyResponse};
use crate::run::state::State;

impl From<StoreError> for Error {
    fn from(error: StoreError) -> Self {
        Self::Other(error.to_string())
    }
}

impl Host for State {
    async fn open(&mut self, identifier: String) -> Result<Result<Resource<Sqlite>, Error>> {
        match self.surroundings.stores.get(&identifier) {
            Some(store) => Ok(Ok(self.table.push(store.clone())?)),
            None => Ok(Err(Error::AccessDenied)),
        }
    }
}

impl HostBucket for State {
    async fn get(&mut self, bucket: Resource<Sqlite>, key: String) -> Result<Result<Option<Vec<u8>>, Error>> {
        let store = self.table.get(&bucket)?;
        Ok(self.kv.read(store, &[&key], |store| store.get(&key)).await.map_err(Error::from))
    }

    async fn set(&mut self, bucket: Resource<Sqlite>, key: String, value: Vec<u8>) -> Result<Result<(), Error>> {
        let done = self.kv.write(self.table.get(&bucket)?, Write::Set(key, value)).await;
        Ok(done.map(drop).map_err(Error::from))
    }

    async fn delete(&mut self, bucket: Resource<Sqlite>, key: String) -> Result<Result<(), Error>> {
        let done = self.kv.write(self.table.get(&bucket)?, Write::DeleteMany(vec![key])).await;
        Ok(done.map(drop).map_err(Error::from))
    }

    async fn exists(&mut self, bucket: Resource<Sqlite>, key: String) -> Result<Result<bool, Error>> {
        let store = self.table.get(&bucket)?;
        Ok(self.kv.read(store, &[&key], |store| store.exists(&key)).await.map_err(Error::from))
    }

    async fn list_keys(
        &mut self,
        bucket: Resource<Sqlite>,
        cursor: Option<String>,
    ) -> Result<Result<KeyResponse, Error>> {
        if cursor.is_some() {
            return Ok(Err(Error::Other("no cursor was given out: all keys come at once".into())));
        }
        let keys = self.kv.keys(self.table.get(&bucket)?).await?;
        Ok(keys.map(|keys| KeyResponse { keys, cursor: None }).map_err(Error::from))
    }

    async fn drop(&mut self, bucket: Resource<Sqlite>) -> Result<()> {
        self.table.delete(bucket)?;
        Ok(())
    }
}
