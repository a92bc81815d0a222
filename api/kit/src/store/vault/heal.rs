//! Records that cannot be read, and are made again from what there is. Only what can be derived is made again: of
//! anything else the bytes stay as they are, for the administrator.
use super::{Vault, swap::Stored};
use crate::{
    Failure,
    store::cell::{Area, Cell},
};
use serde::{Serialize, de::DeserializeOwned};

impl<A: Area> Vault<A> {
    /// Does `work`. When it meets a record that cannot be read, and that is this one, the record is made again and
    /// `work` is done once more. Whoever does so at the same moment writes the same, and one of them is kept.
    ///
    /// # Errors
    /// The errors of `work` and of `remake`; [`Failure::Unavailable`].
    pub fn healed<T: Serialize + DeserializeOwned, R>(
        &self,
        cell: &Cell<A, T>,
        remake: impl FnOnce() -> Result<T, Failure>,
        mut work: impl FnMut() -> Result<R, Failure>,
    ) -> Result<R, Failure> {
        match work() {
            Err(Failure::Unreadable(_)) => {
                self.heal(cell, remake)?;
                work()
            }
            other => other,
        }
    }

    fn heal<T: Serialize + DeserializeOwned>(
        &self,
        cell: &Cell<A, T>,
        remake: impl FnOnce() -> Result<T, Failure>,
    ) -> Result<(), Failure> {
        let Some(raw) = self.store.get(cell.key())? else { return Ok(()) };
        if self.open::<T>(cell, &raw).is_ok() {
            return Ok(());
        }
        let made = remake()?;
        eprintln!("error: a stored {} could not be read; it was made again", cell.kind().word());
        self.swap(cell, Some(&Stored::unreadable(raw)), &made).map(drop)
    }
}
