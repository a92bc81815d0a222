//! How often a request waits for the disk, and how much it asks of the stores: counted in the host itself.

use super::rounds::OPEN;
use crate::load::{self, Load};
use crate::stage::{Counter, Counts, Data, Mixture, Place, report, worklist};
use crate::table::{Aim, Table};
use anyhow::Result;
use http::StatusCode;
use std::path::Path;
use std::sync::Arc;

/// A look and a report may each wait for the disk so often.
const WAITS: f64 = 1.0;

/// One request after another, so that none shares a flush with another one; then as many at once as elsewhere.
/// Worklists first: afterwards there are reports to take in.
pub async fn measure(place: &Place, cache: &Path, requests: usize, table: &mut Table) -> Result<()> {
    let data = Data::make(place, "counted", Mixture { open: OPEN, closed: 0 })?;
    let mut counter = Counter::start(place, &data.copy(place, "counted-host")?, cache)?;
    let cookie = data.cookie.clone();
    let worklists = Load { requests, expected: StatusCode::OK, make: Arc::new(move || worklist(&cookie)) };
    let reports = Load { requests, expected: StatusCode::CREATED, make: Arc::new(report) };
    for (what, load) in [("GET dossiers", worklists), ("POST meldingen", reports)] {
        // the first request after a while renews the session, and the first write to a log flushes its head
        load::run_on(counter.address(), &load.times(1), 1).await?;
        let alone = counted(&mut counter, &load, 1).await?;
        let together = counted(&mut counter, &load, load::CONNECTIONS).await?;
        table.section(format!("{what}, counted per request"), ["alone", "many at once"]);
        let mut line = |what: &str, of: fn(&Counts) -> f64, aim: Option<f64>| {
            let figures = [&alone, &together].map(of);
            let aim = aim.and_then(|most| Aim::at_most(most, figures[0]));
            table.pair(what, figures.map(|figure| format!("{figure:.2}")), None, aim);
        };
        line("flushes of the disk", |counts| counts.flushes, Some(WAITS));
        line("reads of the stores", |counts| counts.reads, None);
        line("writes to the stores, counters among them", |counts| counts.writes, None);
    }
    Ok(())
}

async fn counted(counter: &mut Counter, load: &Load, connections: usize) -> Result<Counts> {
    let before = counter.counts()?;
    load::run_on(counter.address(), load, connections).await?;
    Ok(counter.counts()?.since(&before, load.requests))
}
