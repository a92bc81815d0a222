//! Rounds of requests to two servers by turns.

use super::median;
use crate::load::{self, Connection, Figures, Load};
use crate::stage::{Child, Data, Mixture, Place, Without, unseal, worklist};
use crate::table::{Aim, Table};
use anyhow::{Context, Result, ensure};
use http::StatusCode;
use shared::contract::CasePage;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Open cases on the worklist.
pub const OPEN: u32 = 20;

/// Host and native server, each on its own copy of the same data.
pub struct Pair {
    /// Host first.
    pub servers: [Child; 2],
    /// The paths of their stores.
    pub stores: [PathBuf; 2],
    cookie: String,
    /// Closed cases in them.
    pub closed: u32,
}

/// The results of a few rounds, the host's first.
#[derive(Default)]
pub struct Rounds {
    /// Requests per second, a figure per round.
    pub per_second: [Vec<f64>; 2],
    p50: [Vec<f64>; 2],
    p99: [Vec<f64>; 2],
    /// Milliseconds of the server's CPU per request, a figure per round.
    pub cpu: [Vec<f64>; 2],
}

impl Pair {
    /// Makes data and starts both.
    pub fn set(place: &Place, cache: &Path, closed: u32) -> Result<Self> {
        let name = format!("cases-{closed}");
        let data = Data::make(place, &name, Mixture { open: OPEN, closed })?;
        let stores = [data.copy(place, &format!("{name}-host"))?, data.copy(place, &format!("{name}-native"))?];
        let servers = [place.host(&stores[0], cache)?, place.native(&stores[1])?];
        Ok(Self { servers, stores, cookie: data.cookie, closed })
    }

    /// A host that seals and one that does not; to see that everything runs, without such components, two that seal.
    pub fn with_and_without_sealing(place: &Place, cache: &Path, unsealed: Option<&Without>) -> Result<Self> {
        let data = Data::make(place, "sealing", Mixture { open: OPEN, closed: 0 })?;
        let with = data.copy(place, "sealing-with")?;
        let without = data.copy(place, "sealing-without")?;
        let second = match unsealed {
            Some(components) => {
                unseal(&without, place)?;
                place.unsealed_host(components, &without, cache)?
            }
            None => place.host(&without, cache)?,
        };
        let servers = [place.host(&with, cache)?, second];
        Ok(Self { servers, stores: [with, without], cookie: data.cookie, closed: 0 })
    }

    /// The same work: the same bytes.
    pub async fn compare(&self) -> Result<()> {
        let mut answers = Vec::new();
        for server in &self.servers {
            let answer = Connection::open(server.address()).await?.send(worklist(&self.cookie)?).await?;
            ensure!(answer.status == StatusCode::OK, "a worklist is answered with {}", answer.status);
            answers.push(answer.body);
        }
        ensure!(answers[0] == answers[1], "both answer a worklist differently");
        let page: CasePage = serde_json::from_slice(&answers[0]).context("a worklist")?;
        ensure!(page.rows.len() == OPEN as usize, "{} lines instead of {OPEN}", page.rows.len());
        Ok(())
    }

    /// So many worklists.
    pub fn worklists(&self, requests: usize) -> Load {
        let cookie = self.cookie.clone();
        Load { requests, expected: StatusCode::OK, make: Arc::new(move || worklist(&cookie)) }
    }

    /// One round of this load: the host, then the native server.
    pub async fn round(&self, load: &Load, rounds: &mut Rounds) -> Result<()> {
        for (at, server) in self.servers.iter().enumerate() {
            let before = server.cpu()?;
            let figures: Figures = load::run(server.address(), load).await?;
            let cpu = server.cpu()?.saturating_sub(before);
            rounds.per_second[at].push(figures.per_second());
            rounds.p50[at].push(figures.percentile(0.50));
            rounds.p99[at].push(figures.percentile(0.99));
            rounds.cpu[at].push(cpu.as_secs_f64() * 1000.0 / load.requests as f64);
        }
        Ok(())
    }
}

impl Rounds {
    /// A section of the table; answers the host's requests per second.
    pub fn show(self, title: String, least: f64, table: &mut Table) -> f64 {
        let ratios = self.per_second[0].iter().zip(&self.per_second[1]).map(|(ours, theirs)| ours / theirs).collect();
        let (ratio, first) = (median(ratios), median(self.per_second[0].clone()));
        let of = |figures: [Vec<f64>; 2]| figures.map(median);
        table.section(title, ["host", "native"]);
        let per_second = of(self.per_second).map(|figure| format!("{figure:.0}"));
        table.pair("requests/s", per_second, Some(ratio), Aim::at_least(least, ratio));
        for (what, figures) in [("p50, ms", of(self.p50)), ("p99, ms", of(self.p99))] {
            let ratio = figures[0] / figures[1];
            table.pair(what, figures.map(|figure| format!("{figure:.1}")), Some(ratio), None);
        }
        let cpu = of(self.cpu);
        table.pair("CPU of the server per request, ms", cpu.map(|figure| format!("{figure:.2}")), None, None);
        first
    }
}
