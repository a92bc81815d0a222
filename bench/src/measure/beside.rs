//! A large store beside a small one: two hosts take turns, and the median of the rounds' ratios counts.

use super::{Counts, median};
use crate::load::{self, Load};
use crate::stage::{Child, Data, Place, report, search, worklist};
use crate::table::{Aim, Table};
use anyhow::Result;
use http::StatusCode;
use shared::contract::SearchIn;
use std::path::Path;
use std::sync::Arc;

/// How much more a request to the large store may cost.
const MOST: f64 = 2.0;
/// At once: some AFs look, some colleagues report.
const CONNECTIONS: usize = 4;

/// A host on stores of its own, and an AF who is logged in there.
pub struct Side {
    /// The server.
    pub host: Child,
    cookie: String,
}

impl Side {
    /// A host on a copy of this data.
    pub fn start(place: &Place, cache: &Path, data: &Data, name: &str) -> Result<Self> {
        Ok(Self { host: place.host(&data.copy(place, name)?, cache)?, cookie: data.cookie.clone() })
    }

    /// The time within which 99 of 100 are answered, in milliseconds.
    async fn p99(&self, what: What, requests: usize) -> Result<f64> {
        let cookie = self.cookie.clone();
        let make: Arc<dyn Fn() -> Result<load::Outgoing> + Send + Sync> = match what {
            What::List => Arc::new(move || worklist(&cookie)),
            What::Report => Arc::new(report),
            What::Search(place, words) => Arc::new(move || search(&cookie, place, words)),
        };
        let expected = if what == What::Report { StatusCode::CREATED } else { StatusCode::OK };
        let load = Load { requests, expected, make };
        Ok(load::run_on(self.host.address(), &load, CONNECTIONS).await?.percentile(0.99))
    }
}

/// What is asked of both.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// An AF's list.
    List,
    /// A melder reports.
    Report,
    /// An AF looks for these words.
    Search(SearchIn, &'static str),
}

/// A line of the table for each of these.
pub async fn compare(
    [large, small]: [&Side; 2],
    whats: &[(What, &str)],
    counts: &Counts,
    table: &mut Table,
) -> Result<()> {
    for (what, name) in whats {
        let (mut figures, mut ratios) = ([Vec::new(), Vec::new()], Vec::new());
        // the first requests of a host are no measure
        for side in [small, large] {
            side.p99(*what, CONNECTIONS).await?;
        }
        for _ in 0..counts.rounds {
            let (few, many) = (small.p99(*what, counts.each_phase).await?, large.p99(*what, counts.each_phase).await?);
            figures[0].push(many);
            figures[1].push(few);
            ratios.push(many / few);
        }
        let (ratio, figures) = (median(ratios), figures.map(|each| format!("{:.1}", median(each))));
        table.pair(name, figures, Some(ratio), Aim::at_most(MOST, ratio));
    }
    Ok(())
}
