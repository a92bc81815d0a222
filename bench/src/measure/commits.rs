//! Writes per second: the store as it is, beside one that commits every write by itself with SQLite's default journal.
//! Both flush every commit (`synchronous=FULL`) before they acknowledge it.

use super::{Counts, median};
use crate::stage::Place;
use crate::table::{Aim, Table};
use anyhow::{Context, Result, anyhow, ensure};
use keyvalue::{Sqlite, Store};
use rusqlite::{Connection, params};
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

/// How many write at once.
const WRITERS: usize = 32;
/// About the size of a report.
const VALUE: [u8; 1024] = [0x5a; 1024];

/// A store as simple as can be: one connection, one transaction per write.
struct Alone(Mutex<Connection>);

impl Alone {
    fn open(path: &Path) -> Result<Self> {
        let connection = Connection::open(path)?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.execute_batch(
            "CREATE TABLE spin_key_value (store TEXT NOT NULL, key TEXT NOT NULL, value BLOB NOT NULL, PRIMARY KEY (store, key))",
        )?;
        let journal: String = connection.query_row("PRAGMA journal_mode", [], |row| row.get(0))?;
        let flush: i64 = connection.query_row("PRAGMA synchronous", [], |row| row.get(0))?;
        ensure!(journal == "delete" && flush == 2, "SQLite's defaults changed: {journal}, {flush}");
        Ok(Self(Mutex::new(connection)))
    }

    fn set(&self, key: &str) -> Result<()> {
        let connection = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let put = "INSERT INTO spin_key_value (store, key, value) VALUES ('bench', ?1, ?2)
                   ON CONFLICT (store, key) DO UPDATE SET value = excluded.value";
        connection.prepare_cached(put)?.execute(params![key, VALUE])?;
        Ok(())
    }

    fn count(&self) -> Result<usize> {
        let connection = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count: i64 = connection.query_row("SELECT count(*) FROM spin_key_value", [], |row| row.get(0))?;
        Ok(usize::try_from(count)?)
    }
}

/// By turns, a few rounds.
pub fn measure(place: &Place, counts: &Counts, table: &mut Table) -> Result<()> {
    let folder = place.folder("commits")?;
    let together = Sqlite::open(folder.join("together.db"), "bench")?;
    let alone = Alone::open(&folder.join("alone.db"))?;
    let (mut ours, mut theirs, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..counts.rounds {
        let set = |key: &str| together.set(key, &VALUE).context("the store");
        ours.push(per_second(round, counts.commits_together, &set)?);
        theirs.push(per_second(round, counts.commits_alone, &|key| alone.set(key))?);
        ratios.push(ours[round] / theirs[round]);
    }
    let there = [together.keys()?.len(), alone.count()?];
    let expected = [counts.commits_together, counts.commits_alone].map(|each| each * WRITERS * counts.rounds);
    ensure!(there == expected, "{there:?} values are there instead of {expected:?}");
    let ratio = median(ratios);
    table.section(format!("Store, {WRITERS} writers, 1 KiB"), ["together", "one by one"]);
    let figures = [median(ours), median(theirs)].map(|figure| format!("{figure:.0}"));
    table.pair("durable writes/s", figures, Some(ratio), Aim::at_least(3.0, ratio));
    Ok(())
}

fn per_second(round: usize, each: usize, set: &(dyn Fn(&str) -> Result<()> + Sync)) -> Result<f64> {
    let began = Instant::now();
    std::thread::scope(|scope| {
        let write = |writer: usize| (0..each).try_for_each(|n| set(&format!("value:{round}.{writer}.{n}")));
        let writers: Vec<_> = (0..WRITERS).map(|writer| scope.spawn(move || write(writer))).collect();
        writers.into_iter().try_for_each(|it| it.join().map_err(|_| anyhow!("a writer panicked"))?)
    })?;
    Ok((each * WRITERS) as f64 / began.elapsed().as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_write_is_counted_once() {
        let folder = tempfile::tempdir().unwrap();
        let alone = Alone::open(&folder.path().join("alone.db")).unwrap();
        assert!(per_second(0, 2, &|key| alone.set(key)).unwrap() > 0.0);
        assert_eq!(alone.count().unwrap(), 2 * WRITERS);
        assert!(per_second(0, 1, &|_| anyhow::bail!("full")).is_err());
    }
}
