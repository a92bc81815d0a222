//! The kinds of reads.

use rusqlite::{Connection, OptionalExtension, params};

/// The value at `key`; `QueryReturnedNoRows` if there is none.
pub(super) fn get(connection: &Connection, label: &str, key: &str) -> rusqlite::Result<Vec<u8>> {
    connection
        .prepare_cached("SELECT value FROM spin_key_value WHERE store = ?1 AND key = ?2")?
        .query_row(params![label, key], |row| Ok(row.get_ref(0)?.as_bytes()?.to_vec()))
}

pub(super) fn exists(connection: &Connection, label: &str, key: &str) -> rusqlite::Result<bool> {
    connection.prepare_cached("SELECT 1 FROM spin_key_value WHERE store = ?1 AND key = ?2")?.exists(params![label, key])
}

pub(super) fn keys(connection: &Connection, label: &str) -> rusqlite::Result<Vec<String>> {
    connection
        .prepare_cached("SELECT key FROM spin_key_value WHERE store = ?1")?
        .query_map([label], |row| row.get(0))?
        .collect()
}

/// All from one snapshot: the values belong together.
pub(super) fn get_many(
    connection: &Connection,
    label: &str,
    keys: &[String],
) -> rusqlite::Result<Vec<(String, Vec<u8>)>> {
    let moment = connection.unchecked_transaction()?;
    let mut found = Vec::with_capacity(keys.len());
    for key in keys {
        if let Some(value) = get(&moment, label, key).optional()? {
            found.push((key.clone(), value));
        }
    }
    moment.commit()?;
    Ok(found)
}
