//! `fermyon:spin/key-value`.

use keyvalue::{Sqlite, Store, StoreError, Write};
use wasmtime::Result;
use wasmtime::component::Resource;

use crate::run::bindings::fermyon::spin::key_value::{Error, Host, HostStore};
use crate::run::state::State;

impl From<StoreError> for Error {
    fn from(error: StoreError) -> Self {
        Self::Other(error.to_string())
    }
}

impl Host for State {}

impl HostStore for State {
    async fn open(&mut self, label: String) -> Result<Result<Resource<Sqlite>, Error>> {
        match self.surroundings.stores.get(&label) {
            Some(store) => Ok(Ok(self.table.push(store.clone())?)),
            None => Ok(Err(Error::AccessDenied)),
        }
    }

    async fn get(&mut self, store: Resource<Sqlite>, key: String) -> Result<Result<Option<Vec<u8>>, Error>> {
        let store = self.table.get(&store)?;
        Ok(self.kv.read(store, &[&key], |store| store.get(&key)).await.map_err(Error::from))
    }

    async fn set(&mut self, store: Resource<Sqlite>, key: String, value: Vec<u8>) -> Result<Result<(), Error>> {
        let store = self.table.get(&store)?;
        let done = self.kv.write(store, Write::Set(key, value)).await;
        Ok(done.map(drop).map_err(Error::from))
    }

    async fn delete(&mut self, store: Resource<Sqlite>, key: String) -> Result<Result<(), Error>> {
        let store = self.table.get(&store)?;
        let done = self.kv.write(store, Write::DeleteMany(vec![key])).await;
        Ok(done.map(drop).map_err(Error::from))
    }

    async fn exists(&mut self, store: Resource<Sqlite>, key: String) -> Result<Result<bool, Error>> {
        let store = self.table.get(&store)?;
        Ok(self.kv.read(store, &[&key], |store| store.exists(&key)).await.map_err(Error::from))
    }

    async fn get_keys(&mut self, store: Resource<Sqlite>) -> Result<Result<Vec<String>, Error>> {
        Ok(self.kv.keys(self.table.get(&store)?).await?.map_err(Error::from))
    }

    async fn drop(&mut self, store: Resource<Sqlite>) -> Result<()> {
        self.table.delete(store)?;
        Ok(())
    }
}
