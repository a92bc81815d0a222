//! Opening the file: settings, the table, and a clear error when the place cannot be used.

use std::fs::{DirBuilder, File, Metadata, OpenOptions, Permissions};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use super::TABLE;
use crate::StoreError;

/// How far a commit is flushed before it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Synchronous {
    /// Every commit reaches the disk before it is acknowledged. The only setting that keeps the trait's promise.
    #[default]
    Full,
    /// Only checkpoints are flushed: a power cut loses the last commits. Here so that a test can show that it would
    /// notice.
    Normal,
    /// Nothing is flushed. Here for the same reason.
    Off,
}

impl Synchronous {
    fn pragma(self) -> &'static str {
        match self {
            Self::Full => "FULL",
            Self::Normal => "NORMAL",
            Self::Off => "OFF",
        }
    }
}

/// For tests; anything that has to keep data takes the default.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// How far a commit is flushed.
    pub synchronous: Synchronous,
    /// The name of a registered SQLite VFS; `None`: the system's own.
    pub vfs: Option<String>,
}

/// How long one connection waits for a lock that another process holds (a back-up, an administrator's command).
const LOCK_WAIT: Duration = Duration::from_secs(5);

/// A connection with this file's settings.
pub(super) fn connect(path: &Path, options: &Options) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = match &options.vfs {
        Some(vfs) => Connection::open_with_flags_and_vfs(path, flags, vfs.as_str())?,
        None => Connection::open_with_flags(path, flags)?,
    };
    connection.busy_timeout(LOCK_WAIT)?;
    connection.set_prepared_statement_cache_capacity(32);
    connection.pragma_update(None, "synchronous", options.synchronous.pragma())?;
    // macOS only, harmless elsewhere: there an fsync alone doesn't reach the platter
    connection.pragma_update(None, "fullfsync", "ON")?;
    connection.pragma_update(None, "checkpoint_fullfsync", "ON")?;
    // overwrites removed data; otherwise it could be read from the file for years
    connection.pragma_update(None, "secure_delete", "ON")?;
    // 1 MB of pages per connection: a few stores, a few requests at once
    connection.pragma_update(None, "cache_size", -1024)?;
    Ok(connection)
}

/// Makes the file so that nobody else can read it; SQLite gives its logs the same mode. A file of before is narrowed,
/// where it is ours to narrow.
fn for_its_owner_alone(path: &Path) -> std::io::Result<()> {
    OpenOptions::new().write(true).create(true).truncate(false).mode(0o600).open(path)?;
    for ending in ["", "-wal", "-shm"] {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        let is_wider = |there: &Metadata| there.permissions().mode() & 0o077 != 0;
        if std::fs::metadata(&name).is_ok_and(|there| is_wider(&there)) {
            let _may_be_anothers = std::fs::set_permissions(&name, Permissions::from_mode(0o600));
        }
    }
    Ok(())
}

/// The first connection: creates folder and table, turns on the write-ahead log, proves that the file can be written.
pub(super) fn prepare(path: &Path, options: &Options) -> Result<Connection, StoreError> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    DirBuilder::new().recursive(true).mode(0o700).create(folder).map_err(|error| refused(path, &error))?;
    if options.vfs.is_none() {
        for_its_owner_alone(path).map_err(|error| refused(path, &error))?;
    }
    let connection = connect(path, options).map_err(|error| refused(path, &error))?;
    check_table(&connection, path)?;
    settle(&connection).map_err(|error| refused(path, &error))?;
    check_layout(&connection, path)?;
    // the names of the new file and its log must outlive a power cut too
    File::open(folder).and_then(|folder| folder.sync_all()).map_err(|error| refused(path, &error))?;
    Ok(connection)
}

fn settle(connection: &Connection) -> rusqlite::Result<()> {
    connection.query_row("PRAGMA journal_mode = WAL", [], |row| {
        let mode: String = row.get(0)?;
        if mode == "wal" { Ok(()) } else { Err(rusqlite::Error::InvalidQuery) }
    })?;
    connection.pragma_update(None, "journal_size_limit", 16 * 1024 * 1024)?;
    connection.execute_batch(TABLE)?;
    // moves the log from before a crash into the file, so that no later commit depends on pages whose flush may have
    // failed; it also detects a folder that can't be written
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    connection.execute_batch("BEGIN IMMEDIATE; ROLLBACK")
}

/// A file with tables has to have ours: creating it there would turn a damaged store into an empty one.
fn check_table(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    let tables = "SELECT count(*), coalesce(sum(name = 'spin_key_value'), 0) FROM sqlite_schema WHERE type = 'table'";
    let counted = connection.query_row(tables, [], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?)));
    let (all, ours) = counted.map_err(|error| refused(path, &error))?;
    if all == 0 || ours == 1 {
        return Ok(());
    }
    Err(StoreError::Malformed(format!(
        "{} holds tables and not spin_key_value; it is damaged or not a store: give another path for this store",
        path.display()
    )))
}

/// Empties the log into the file, so that no removed data is left in the log. `false`: a reader still needs an older
/// state.
pub(super) fn empty_log(connection: &Connection) -> rusqlite::Result<bool> {
    connection.busy_timeout(Duration::ZERO)?;
    let busy = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, i64>(0));
    connection.busy_timeout(LOCK_WAIT)?;
    Ok(busy? == 0)
}

fn check_layout(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    let columns = "SELECT group_concat(name) FROM pragma_table_info('spin_key_value')";
    let columns: String = connection.query_row(columns, [], |row| row.get(0)).map_err(|error| refused(path, &error))?;
    if columns == "store,key,value" {
        return Ok(());
    }
    Err(StoreError::Malformed(format!(
        "{} has a table spin_key_value with the columns {columns} instead of store,key,value; \
         give another path for this store",
        path.display()
    )))
}

fn refused(path: &Path, error: &dyn std::fmt::Display) -> StoreError {
    StoreError::Unavailable(format!(
        "{} can't be opened for writing ({error}); give the user that runs this write access to its folder, \
         on a local disk with room, or give another path for this store",
        path.display()
    ))
}
