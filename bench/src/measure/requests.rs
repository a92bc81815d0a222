//! `POST meldingen` and `GET dossiers`, the host and the native server by turns, and the host's memory.

use super::Counts;
use super::rounds::{OPEN, Pair, Rounds};
use crate::load::{self, Connection, Load};
use crate::stage::{Child, Memory, Place, get, keys, report};
use crate::table::{Aim, Table};
use anyhow::{Result, ensure};
use http::StatusCode;
use shared::contract::Endpoint;
use std::path::Path;
use std::sync::Arc;

/// Everything that runs.
pub struct Stage {
    few: Pair,
    many: Pair,
    idle: Memory,
}

impl Stage {
    /// Makes data and starts everything.
    pub fn set(place: &Place, cache: &Path, counts: &Counts) -> Result<Self> {
        let few = Pair::set(place, cache, 0)?;
        let many = Pair::set(place, cache, counts.closed)?;
        let idle = few.servers[0].memory()?;
        Ok(Self { few, many, idle })
    }

    /// The host.
    pub fn host(&self) -> &Child {
        &self.few.servers[0]
    }

    /// The native server, as the base to compare with.
    pub fn native(&self) -> &Child {
        &self.few.servers[1]
    }

    /// Worklists first: afterwards there are reports to take in.
    pub async fn measure(&self, counts: &Counts, table: &mut Table) -> Result<()> {
        let (mut few, mut many, mut reports) = (Rounds::default(), Rounds::default(), Rounds::default());
        for pair in [&self.few, &self.many] {
            pair.compare().await?;
            pair.round(&pair.worklists(load::CONNECTIONS), &mut Rounds::default()).await?;
        }
        for _ in 0..counts.rounds {
            self.few.round(&self.few.worklists(counts.worklists), &mut few).await?;
            self.many.round(&self.many.worklists(counts.worklists), &mut many).await?;
        }
        let load = Load { requests: counts.reports, expected: StatusCode::CREATED, make: Arc::new(report) };
        for _ in 0..counts.rounds {
            self.few.round(&load, &mut reports).await?;
        }
        reports.show(format!("POST meldingen, {} connections", load::CONNECTIONS), 0.5, table);
        let alone = few.show(format!("GET dossiers, {OPEN} open"), 0.25, table);
        let title = format!("GET dossiers, {OPEN} open, {} closed", self.many.closed);
        let among = many.show(title, 0.25, table);
        let beside = format!("host, {} closed beside none", self.many.closed);
        table.pair(&beside, [format!("{among:.0}"), format!("{alone:.0}")], Some(among / alone), None);
        self.memory(table).await
    }

    async fn memory(&self, table: &mut Table) -> Result<()> {
        // an answer after the load, so that it is not measured in the middle of it
        Connection::open(self.host().address()).await?.send(get(&Endpoint::Health.url(""))?).await?;
        let after = self.host().memory()?;
        table.section("Memory of the host", ["MiB", ""]);
        let mut line = |what: &str, mib: f64| table.single(what, format!("{mib:.1}"), Aim::below(64.0, "MiB", mib));
        line("resident, before the first request", self.idle.resident);
        line("resident, after the load", after.resident);
        line("the most it ever was", after.most);
        Ok(())
    }

    /// The same number of writes: after the run both hold the same keys.
    pub fn compare_stores(self) -> Result<()> {
        let Pair { servers, stores, .. } = self.few;
        drop(servers);
        let [host, native] = stores;
        let (host, native) = (keys(&host)?, keys(&native)?);
        ensure!(host == native, "the host wrote {} keys and the native server {}", host.len(), native.len());
        Ok(())
    }
}
