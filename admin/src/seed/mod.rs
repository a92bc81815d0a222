//! `meldroute oefenen`: an instance to practise with. Everybody and everything in it is made up, and says so.
//!
//! It uses the code paths of real data: reports go through `kit::inbox::arrival`, decisions through
//! `shared::case::decide`, so practice data are always possible in reality. Only the clock is set back.
mod figures;
mod notes;
mod people;
mod play;
mod stories;

use crate::stores::Stores;
use anyhow::{Result, anyhow};
use clap::Args;
use desk::{account, key_check};
use kit::{Failure, clock};
use play::Play;
use std::path::{Path, PathBuf};

/// Where, and for which gemeente.
#[derive(Args)]
pub struct Options {
    /// De runtime-config.toml die de opslag noemt; die is nog leeg
    #[arg(long = "opslag", alias = "runtime-config", value_name = "BESTAND")]
    pub runtime_config: PathBuf,
    /// De gemeente van het profiel
    #[arg(long, value_name = "NAAM", default_value = "hengelo")]
    gemeente: String,
    #[command(flatten)]
    pub keys: crate::keys::File,
}

/// Fills the stores and prints the accounts and a melder's code.
pub fn run(profiles: &Path, options: &Options) -> Result<()> {
    let stores = Stores::open(&options.runtime_config, options.keys.read()?)?;
    let desk = stores.desk(profiles, &options.gemeente, true, play::now);
    play::set_clock(clock::now());
    let seeded = account::mark_practice(&desk)
        .and_then(|()| key_check::check(&desk))
        .and_then(|()| figures::make(&desk))
        .and_then(|()| Play::begin(desk))
        .and_then(|play| stories::all(&play));
    let code = seeded.map_err(|failure| explain(&failure))?;
    println!("{}", people::card());
    println!("Code van een melder, voor \"Hoe staat mijn melding ervoor?\":\n  {code}");
    Ok(())
}

fn explain(failure: &Failure) -> anyhow::Error {
    anyhow!("de oefengegevens konden niet worden gemaakt: {} ({failure:?})", failure.problem().detail)
}

#[cfg(test)]
pub mod tests;
