//! Many cases: what an AF's list and each way to search cost beside a store with few, of which one request also sees a
//! part only. One request does a bounded amount of work (`api/desk/src/case/search.rs`); the page asks for the next.

use super::Counts;
use super::beside::{Side, What, compare};
use crate::stage::{Data, Mixture, Place};
use crate::table::Table;
use anyhow::Result;
use shared::contract::SearchIn;
use std::path::Path;

/// As many open and as many closed: more lines than one request reads.
const FEW: u32 = 2_000;

/// The list, open cases in full text, closed ones by their lines and by an address. Nothing is found, so that a request
/// looks as far as it may.
const ASKED: [(What, &str); 4] = [
    (What::List, "GET dossiers, p99, ms"),
    (What::Search(SearchIn::Open, "Nergenswoord"), "open cases in full text, p99, ms"),
    (What::Search(SearchIn::Closed, ""), "closed cases by year, p99, ms"),
    (What::Search(SearchIn::Closed, "Voorbeeldstraat 999999"), "closed cases by an address, p99, ms"),
];

/// So many open cases and so many closed ones.
pub async fn measure(place: &Place, cache: &Path, counts: &Counts, table: &mut Table) -> Result<()> {
    let mixture = |cases: u32| Mixture { open: cases, closed: cases };
    let few = Data::make(place, "few", mixture(FEW.min(counts.many)))?;
    let many = Data::make(place, "many", mixture(counts.many))?;
    let few = Side::start(place, cache, &few, "few-host")?;
    let many = Side::start(place, cache, &many, "many-host")?;
    table.section(format!("With {0} open and {0} closed", counts.many), ["many", "few"]);
    compare([&many, &few], &ASKED, counts, table).await
}
