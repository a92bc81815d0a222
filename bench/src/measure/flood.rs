//! After a flood: what an AF's list and a colleague's report cost beside a quiet day, and the host's memory.

use super::beside::{Side, What, compare};
use super::{Counts, rounds::OPEN};
use crate::stage::{Data, Mixture, Place};
use crate::table::{Aim, Table};
use anyhow::Result;
use std::path::Path;

/// What the host may use, in MiB.
const MEMORY: f64 = 128.0;

/// Worklists first: afterwards there are reports to take in.
pub async fn measure(place: &Place, cache: &Path, counts: &Counts, table: &mut Table) -> Result<()> {
    let quiet = Data::make(place, "quiet", Mixture { open: OPEN, closed: 0 })?;
    let flooded = Data::flooded(place, "flooded", counts.flood)?;
    let quiet = Side::start(place, cache, &quiet, "quiet-host")?;
    let flooded = Side::start(place, cache, &flooded, "flooded-host")?;
    table.section(format!("After {} reports", counts.flood), ["flooded", "quiet"]);
    let whats = [(What::List, "GET dossiers, p99, ms"), (What::Report, "POST meldingen, p99, ms")];
    compare([&flooded, &quiet], &whats, counts, table).await?;
    let memory = flooded.host.memory()?;
    table.single(
        "memory, the most it ever was, MiB",
        format!("{:.1}", memory.most),
        Aim::below(MEMORY, "MiB", memory.most),
    );
    Ok(())
}
