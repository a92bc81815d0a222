//! The cost of sealing: the same host takes turns with components that seal and with components of a build that does
//! not. Both write the same records; the build without sealing leaves out the ciphers, the key agreement and the
//! padding.

use super::rounds::{OPEN, Pair, Rounds};
use super::{Counts, median};
use crate::load::{self, Load};
use crate::stage::{Place, Without, report};
use crate::table::{Aim, Table};
use anyhow::Result;
use http::StatusCode;
use std::path::Path;
use std::sync::Arc;

/// How many times as long a request may take because of it.
const REPORT: f64 = 1.3;
const WORKLIST: f64 = 1.5;

/// Worklists first: afterwards there are reports to take in.
pub async fn measure(
    place: &Place,
    cache: &Path,
    unsealed: Option<&Without>,
    counts: &Counts,
    table: &mut Table,
) -> Result<()> {
    let pair = Pair::with_and_without_sealing(place, cache, unsealed)?;
    pair.compare().await?;
    let worklists = pair.worklists(counts.worklists);
    let reports = Load { requests: counts.reports, expected: StatusCode::CREATED, make: Arc::new(report) };
    table.section("What sealing costs", ["with", "without"]);
    for (what, load, most) in [
        (format!("GET dossiers, {OPEN} open, requests/s"), worklists, WORKLIST),
        (format!("POST meldingen, {} connections, requests/s", load::CONNECTIONS), reports, REPORT),
    ] {
        // what is compiled, cached or grown at first counts for neither
        pair.round(&load.times(load::CONNECTIONS), &mut Rounds::default()).await?;
        let mut rounds = Rounds::default();
        for _ in 0..counts.rounds {
            pair.round(&load, &mut rounds).await?;
        }
        let times: Vec<f64> =
            rounds.per_second[0].iter().zip(&rounds.per_second[1]).map(|(with, without)| without / with).collect();
        let cost = median(times);
        let figures = rounds.per_second.map(|figures| format!("{:.0}", median(figures)));
        table.pair(&what, figures, Some(cost), Aim::at_most(most, cost));
        let cpu = rounds.cpu.map(median);
        let shown = cpu.map(|figure| format!("{figure:.2}"));
        table.pair("CPU of the server per request, ms", shown, Some(cpu[0] / cpu[1]), None);
    }
    Ok(())
}
