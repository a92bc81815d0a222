//! After a flood: what an AF's list and a colleague's report cost beside a quiet day, and the host's memory. The two
//! hosts take turns, and the median of the rounds' ratios counts.

use super::{Counts, median, rounds::OPEN};
use crate::load::{self, Load};
use crate::stage::{Child, Data, Mixture, Place, report, worklist};
use crate::table::{Aim, Table};
use anyhow::Result;
use http::StatusCode;
use std::path::Path;
use std::sync::Arc;

/// How much more a list and a report may cost.
const MOST: f64 = 2.0;
/// What the host may use, in MiB.
const MEMORY: f64 = 128.0;
/// At once: some AFs look, some colleagues report.
const CONNECTIONS: usize = 4;

/// A host on stores of its own, and an AF who is logged in there.
struct Side {
    host: Child,
    cookie: String,
}

impl Side {
    fn start(place: &Place, cache: &Path, data: &Data, name: &str) -> Result<Self> {
        Ok(Self { host: place.host(&data.copy(place, name)?, cache)?, cookie: data.cookie.clone() })
    }

    /// The time within which 99 of 100 are answered, in milliseconds.
    async fn p99(&self, what: What, requests: usize) -> Result<f64> {
        let cookie = self.cookie.clone();
        let load = match what {
            What::List => Load { requests, expected: StatusCode::OK, make: Arc::new(move || worklist(&cookie)) },
            What::Report => Load { requests, expected: StatusCode::CREATED, make: Arc::new(report) },
        };
        Ok(load::run_on(self.host.address(), &load, CONNECTIONS).await?.percentile(0.99))
    }
}

#[derive(Clone, Copy)]
enum What {
    List,
    Report,
}

/// Worklists first: afterwards there are reports to take in.
pub async fn measure(place: &Place, cache: &Path, counts: &Counts, table: &mut Table) -> Result<()> {
    let quiet = Data::make(place, "quiet", Mixture { open: OPEN, closed: 0 })?;
    let flooded = Data::flooded(place, "flooded", counts.flood)?;
    let quiet = Side::start(place, cache, &quiet, "quiet-host")?;
    let flooded = Side::start(place, cache, &flooded, "flooded-host")?;
    table.section(format!("After {} reports", counts.flood), ["flooded", "quiet"]);
    for (what, name) in [(What::List, "GET dossiers, p99, ms"), (What::Report, "POST meldingen, p99, ms")] {
        let (mut figures, mut ratios) = ([Vec::new(), Vec::new()], Vec::new());
        // the first requests of a host are no measure
        for side in [&quiet, &flooded] {
            side.p99(what, CONNECTIONS).await?;
        }
        for _ in 0..counts.rounds {
            let (calm, busy) = (quiet.p99(what, counts.each_phase).await?, flooded.p99(what, counts.each_phase).await?);
            figures[0].push(busy);
            figures[1].push(calm);
            ratios.push(busy / calm);
        }
        let (ratio, figures) = (median(ratios), figures.map(|each| format!("{:.1}", median(each))));
        table.pair(name, figures, Some(ratio), Aim::at_most(MOST, ratio));
    }
    let memory = flooded.host.memory()?;
    table.single(
        "memory, the most it ever was, MiB",
        format!("{:.1}", memory.most),
        Aim::below(MEMORY, "MiB", memory.most),
    );
    Ok(())
}
