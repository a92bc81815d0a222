//! `meldroute lijsten`: the lists are derived from the cases, so they can always be made again.
use crate::stores::{Instance, explain};
use anyhow::Result;
use desk::case;
use kit::store::cell::Kind;
use shared::id::CaseId;
use std::path::Path;

/// Reads every case and writes all lists.
pub fn run(profiles: &Path, instance: &Instance) -> Result<()> {
    let (stores, desk) = instance.open(profiles)?;
    let keys = stores.raw().cases.keys()?;
    let ids: Vec<CaseId> =
        keys.iter().filter_map(|key| Kind::Case.end_of(key)).filter_map(|id| CaseId::parse(id).ok()).collect();
    let done = case::reindex(&desk, &ids).map_err(|failure| explain(&failure))?;
    println!("{} dossiers staan weer in de lijsten", done.lines);
    for id in done.unreadable {
        println!("onleesbaar, en in geen lijst: dossier {}", id.as_str());
    }
    Ok(())
}
