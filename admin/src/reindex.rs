//! `meldroute reindex`: the lists are derived from the cases, so they can always be made again.
use crate::stores::Stores;
use anyhow::{Result, anyhow};
use clap::Args;
use kit::cases;
use shared::id::CaseId;
use std::path::{Path, PathBuf};

/// Where.
#[derive(Args)]
pub struct Options {
    /// The runtime-config.toml that names the stores
    #[arg(long, default_value = "runtime-config.toml")]
    runtime_config: PathBuf,
    #[command(flatten)]
    keys: crate::keys::File,
    /// The gemeente whose instance it is
    #[arg(long, env = "SPIN_VARIABLE_GEMEENTE", default_value = "hengelo")]
    gemeente: String,
}

/// Reads every case and writes all lists.
pub fn run(profiles: &Path, options: &Options) -> Result<()> {
    let stores = Stores::open(&options.runtime_config, options.keys.read()?)?;
    let keys = stores.raw().cases.keys()?;
    let ids: Vec<CaseId> =
        keys.iter().filter_map(|key| key.strip_prefix("case:")).filter_map(|id| CaseId::parse(id).ok()).collect();
    let kit = stores.kit_now(profiles, &options.gemeente);
    let lines = cases::reindex(&kit, &ids).map_err(|failure| anyhow!("{}", failure.problem().detail))?;
    println!("{lines} dossiers staan weer in de lijsten");
    Ok(())
}
