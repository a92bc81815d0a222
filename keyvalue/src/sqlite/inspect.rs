//! Whether a file is undamaged: what SQLite says of its structure, what SQLite ignores silently (a log that is cut at
//! its first bad frame, a missing table), and whether every value has a known label.

use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::wal;

/// The damage of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Damage {
    /// It can't be opened or read as a database, with SQLite's message.
    Unreadable(String),
    /// SQLite found this in its structure.
    Structure(String),
    /// It holds other tables than the one of the stores, or not that one.
    Tables(String),
    /// This many values have a label that doesn't belong in this file.
    Strangers(i64),
    /// The log has a bad frame with whole frames after it, which SQLite would silently leave out.
    Log,
    /// The log ends with an incomplete frame: a write that a power cut interrupted, or damage.
    LogEnd,
}

/// Everything that is wrong with the file of these labels, without changing it. Another process may be using it.
#[must_use]
pub fn inspect(path: &Path, labels: &[&str]) -> Vec<Damage> {
    let mut found: Vec<Damage> = wal::inspect(path).into_iter().collect();
    if !is_known_form(path).unwrap_or(true) {
        found.push(Damage::Structure("the header names an unknown form of file".into()));
    }
    match look(path, labels) {
        Ok(more) => found.extend(more),
        Err(error) => found.push(Damage::Unreadable(error.to_string())),
    }
    found
}

/// Bytes 18 and 19 say whether there is a log; with any other value SQLite guesses.
fn is_known_form(path: &Path) -> std::io::Result<bool> {
    use std::io::Read;
    let mut begin = Vec::new();
    std::fs::File::open(path)?.take(20).read_to_end(&mut begin)?;
    // an empty file becomes a database
    Ok(begin.is_empty() || begin.ends_with(&[1, 1]) || begin.ends_with(&[2, 2]))
}

fn look(path: &Path, labels: &[&str]) -> rusqlite::Result<Vec<Damage>> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(std::time::Duration::from_secs(5))?;
    // closing must not empty a damaged log into the file
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    connection.execute_batch("BEGIN")?;
    let mut found: Vec<Damage> = structure(&connection)?.into_iter().map(Damage::Structure).collect();
    let layout = layout(&connection)?;
    if layout != LAYOUT {
        found.push(Damage::Tables(layout));
        return Ok(found);
    }
    let mut strangers = 0;
    let mut labelled = connection.prepare("SELECT store, count(*) FROM spin_key_value GROUP BY store")?;
    let mut rows = labelled.query([])?;
    while let Some(row) = rows.next()? {
        let label = String::from_utf8_lossy(row.get_ref(0)?.as_bytes()?).into_owned();
        strangers += if labels.contains(&label.as_str()) { 0 } else { row.get::<_, i64>(1)? };
    }
    found.extend((strangers > 0).then_some(Damage::Strangers(strangers)));
    Ok(found)
}

/// The objects in a file, and the columns of the table.
fn layout(connection: &Connection) -> rusqlite::Result<String> {
    let layout = "SELECT coalesce(group_concat(line, ', '), '') FROM (
        SELECT type || ' ' || name || ' ' || tbl_name AS line, 0 AS part, name AS place FROM sqlite_schema
        UNION ALL
        SELECT name || ' ' || type || ' ' || \"notnull\" || ' ' || pk, 1, cid FROM pragma_table_info('spin_key_value')
        ORDER BY part, place)";
    connection.query_row(layout, [], |row| row.get(0))
}

const LAYOUT: &str = "table spin_key_value spin_key_value, \
    index sqlite_autoindex_spin_key_value_1 spin_key_value, store TEXT 1 1, key TEXT 1 2, value BLOB 1 0";

/// The findings of `integrity_check`; empty when there are none.
pub(super) fn structure(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    connection.execute_batch("PRAGMA cell_size_check = ON")?;
    let mut check = connection.prepare("PRAGMA integrity_check(20)")?;
    let lines: Vec<String> = check.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(if lines == ["ok"] { Vec::new() } else { lines })
}
