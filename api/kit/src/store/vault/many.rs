//! Many values at once, from stores that cannot give them at once too.
use super::Vault;
use keyvalue::StoreError;
use std::sync::atomic::Ordering;

impl<A> Vault<A> {
    /// The pairs that are there, in any order.
    ///
    /// Spin's Redis store refuses to give many values at once. After the first refusal it is asked for one after the
    /// other, as long as this vault lives: one request. A store that fails gives its error then.
    pub(super) fn raw_many(&self, keys: &[String]) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        if !self.refuses_many.load(Ordering::Relaxed) {
            match self.store.get_many(keys) {
                Ok(found) => return Ok(found),
                Err(_refused) => self.refuses_many.store(true, Ordering::Relaxed),
            }
        }
        let one = |key: &String| Ok(self.store.get(key)?.map(|value| (key.clone(), value)));
        keys.iter().filter_map(|key| one(key).transpose()).collect()
    }
}
