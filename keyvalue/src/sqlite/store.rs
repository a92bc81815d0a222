//! One label of a file, as the trait has it.

use std::path::Path;
use std::sync::mpsc::sync_channel;
use std::sync::{Arc, Weak};

use rusqlite::OptionalExtension;

use super::job::{Job, Reply, closed, send};
use super::{Database, Done, Options, Write, read};
use crate::{Store, StoreError, Swap, counter};

/// One label in a SQLite file. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Sqlite {
    database: Arc<Database>,
    label: Arc<str>,
}

impl Sqlite {
    /// Opens the file at `path` (made if it isn't there) for one label. Several labels of one file: [`Database::open`].
    pub fn open(path: impl AsRef<Path>, label: &str) -> Result<Self, StoreError> {
        Ok(Database::open(path.as_ref(), &Options::default())?.label(label))
    }

    pub(super) fn new(database: Arc<Database>, label: &str) -> Self {
        Self { database, label: label.into() }
    }

    /// Hands over a write without waiting: `reply` is called from the writer's thread once the write is durable, or has
    /// failed. If it is dropped uncalled, nothing was written. A counter that is asked with a delta of 0 is only read.
    pub fn submit(&self, write: Write, reply: impl FnOnce(Result<Done, StoreError>) + Send + 'static) {
        if let Write::Increment(key, 0) = &write {
            let count = self.get(key).and_then(|stored| counter::read(stored.as_deref()));
            return reply(count.map(Done::Count));
        }
        let (label, after) = (Arc::clone(&self.label), Vec::new());
        self.database.submit(Job::Write { label, write, after, reply: Box::new(reply) });
    }

    /// The place of this store, which does not keep it open.
    pub(super) fn place(&self) -> Place {
        Place { database: Arc::downgrade(&self.database), label: Arc::clone(&self.label) }
    }

    fn wait(&self, write: Write) -> Result<Done, StoreError> {
        wait(|reply| self.submit(write, reply))
    }
}

/// Holds this thread until the reply comes.
pub(super) fn wait<T: Send + 'static>(ask: impl FnOnce(Reply<T>)) -> Result<T, StoreError> {
    let (reply, answer) = sync_channel(1);
    ask(Box::new(move |result| {
        // nobody listens any more when the caller panicked
        let _unheard = reply.send(result);
    }));
    match answer.recv() {
        Ok(result) => result,
        Err(_) => Err(closed()),
    }
}

/// One label of a file that somebody else keeps open.
#[derive(Debug, Clone)]
pub(super) struct Place {
    database: Weak<Database>,
    label: Arc<str>,
}

impl Place {
    /// Hands a job to the file's writer.
    pub(super) fn submit(&self, job: impl FnOnce(Arc<str>) -> Job) {
        let job = job(Arc::clone(&self.label));
        // nothing is kept open while the job is done: whoever closes the file then waits for its end
        let post = self.database.upgrade().and_then(|database| database.post());
        match post {
            Some(post) => send(&post, job),
            None => job.refuse(closed()),
        }
    }

    pub(super) fn is_in_file_of(&self, other: &Self) -> bool {
        Weak::ptr_eq(&self.database, &other.database)
    }

    pub(super) fn is(&self, store: &Sqlite) -> bool {
        std::ptr::eq(self.database.as_ptr(), Arc::as_ptr(&store.database)) && self.label == store.label
    }
}

impl Store for Sqlite {
    fn get(&self, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.database.read(|connection| read::get(connection, &self.label, key).optional())
    }

    fn set(&self, key: &str, value: &[u8]) -> Result<(), StoreError> {
        self.wait(Write::Set(key.into(), value.into())).map(|_| ())
    }

    fn delete(&self, key: &str) -> Result<(), StoreError> {
        self.wait(Write::DeleteMany(vec![key.into()])).map(|_| ())
    }

    fn exists(&self, key: &str) -> Result<bool, StoreError> {
        self.database.read(|connection| read::exists(connection, &self.label, key))
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.database.read(|connection| read::keys(connection, &self.label))
    }

    fn get_many(&self, keys: &[String]) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        self.database.read(|connection| read::get_many(connection, &self.label, keys))
    }

    fn set_many(&self, pairs: &[(String, Vec<u8>)]) -> Result<(), StoreError> {
        self.wait(Write::SetMany(pairs.to_vec())).map(|_| ())
    }

    fn delete_many(&self, keys: &[String]) -> Result<(), StoreError> {
        self.wait(Write::DeleteMany(keys.to_vec())).map(|_| ())
    }

    fn increment(&self, key: &str, delta: i64) -> Result<i64, StoreError> {
        match self.wait(Write::Increment(key.into(), delta))? {
            Done::Count(count) => Ok(count),
            Done::Written | Done::Swap(_) => Err(mixed_up()),
        }
    }

    fn swap(&self, key: &str, expected: Option<&[u8]>, new: &[u8]) -> Result<Swap, StoreError> {
        let (key, expected) = (key.into(), expected.map(<[u8]>::to_vec));
        match self.wait(Write::Swap { key, expected, new: new.into() })? {
            Done::Swap(swap) => Ok(swap),
            Done::Written | Done::Count(_) => Err(mixed_up()),
        }
    }
}

/// An answer to something that was not asked.
pub(super) fn mixed_up() -> StoreError {
    StoreError::Unavailable("the writer answered another question".into())
}
