//! The time from the start of the process to the first answer with 200.

use super::{Counts, median};
use crate::load::Connection;
use crate::stage::{Child, Place, get};
use crate::table::{Aim, Table};
use anyhow::{Result, ensure};
use http::StatusCode;
use shared::contract::Endpoint;
use std::path::Path;
use std::time::Instant;

/// Starts without compiled code, each with an empty cache, and then with it; the last of them fills `cache` for later.
pub async fn measure(place: &Place, cache: &Path, counts: &Counts, table: &mut Table) -> Result<()> {
    let stores = place.folder("start")?;
    let mut cold = Vec::new();
    for n in 1..=counts.cold_starts {
        let empty = place.folder(&format!("compiled-{n}"))?;
        let own = if n == counts.cold_starts { cache } else { &empty };
        cold.push(once(place, &stores, own).await?.0);
    }
    let (mut warm, mut child) = (Vec::new(), None);
    for _ in 0..counts.warm_starts {
        drop(child.take());
        let (took, started) = once(place, &stores, cache).await?;
        warm.push(took);
        child = Some(started);
    }
    table.section("Start of the host, to the first 200", ["ms", ""]);
    let warm = median(warm);
    table.single("with compiled components on disk", format!("{warm:.0}"), Aim::below(100.0, "ms", warm));
    table.single("with none: all are compiled", format!("{:.0}", median(cold)), None);
    Ok(())
}

async fn once(place: &Place, stores: &Path, cache: &Path) -> Result<(f64, Child)> {
    let began = Instant::now();
    let child = place.host(stores, cache)?;
    let answer = Connection::open(child.address()).await?.send(get(&Endpoint::Health.url(""))?).await?;
    let took = began.elapsed().as_secs_f64() * 1000.0;
    ensure!(answer.status == StatusCode::OK, "the first answer is {}", answer.status);
    Ok((took, child))
}
