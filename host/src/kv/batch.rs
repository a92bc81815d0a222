//! `wasi:keyvalue/batch`: several keys in one step.

use keyvalue::{Sqlite, Store, Write};
use wasmtime::Result;
use wasmtime::component::Resource;

use crate::run::bindings::wasi::keyvalue::batch::Host;
use crate::run::bindings::wasi::keyvalue::store::Error;
use crate::run::state::State;

/// A key and its value.
type Pair = (String, Option<Vec<u8>>);

impl Host for State {
    /// Missing keys are left out, as in Spin's stores: a component that relies on more would not run there.
    async fn get_many(&mut self, bucket: Resource<Sqlite>, keys: Vec<String>) -> Result<Result<Vec<Pair>, Error>> {
        let names: Vec<&str> = keys.iter().map(String::as_str).collect();
        let found = self.kv.read(self.table.get(&bucket)?, &names, |store| store.get_many(&keys)).await;
        let some = |(key, value)| (key, Some(value));
        Ok(found.map(|pairs| pairs.into_iter().map(some).collect()).map_err(Error::from))
    }

    async fn set_many(&mut self, bucket: Resource<Sqlite>, pairs: Vec<(String, Vec<u8>)>) -> Result<Result<(), Error>> {
        let done = self.kv.write(self.table.get(&bucket)?, Write::SetMany(pairs)).await;
        Ok(done.map(drop).map_err(Error::from))
    }

    async fn delete_many(&mut self, bucket: Resource<Sqlite>, keys: Vec<String>) -> Result<Result<(), Error>> {
        let done = self.kv.write(self.table.get(&bucket)?, Write::DeleteMany(keys)).await;
        Ok(done.map(drop).map_err(Error::from))
    }
}
