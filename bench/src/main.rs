//! Measures the host, in one run, beside a native server with the same handlers: `cargo xtask bench`.
//!
//! Machines differ and are noisy, so the two servers take turns in one run, a few rounds each, and the median of the
//! rounds' ratios counts. The load generator shares the machine with both servers and costs both the same; the CPU time
//! of the servers themselves is reported beside it. An aim that is missed is shown and does not make the run fail; a
//! request that was answered otherwise than expected does.

mod counted;
mod load;
mod measure;
mod native;
mod stage;
mod table;

use anyhow::{Context, Result, ensure};
use clap::{Parser, Subcommand};
use measure::Only;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(Parser)]
#[command(name = "bench", about = "Measures the host beside a native server with the same handlers", version)]
struct Arguments {
    #[command(subcommand)]
    server: Option<Server>,
    /// Tiny counts: shows that everything runs; the figures mean nothing
    #[arg(long)]
    quick: bool,
    /// How many reports the flood has, for a run that takes less time
    #[arg(long, value_name = "REPORTS")]
    flood: Option<u32>,
    /// Measures only what a flood does to lists and reports
    #[arg(long)]
    only_flood: bool,
    /// How many open cases and how many closed ones there are where many are measured
    #[arg(long, value_name = "CASES")]
    many: Option<u32>,
    /// Measures only lists and searching with many cases
    #[arg(long, conflicts_with = "only_flood")]
    only_many: bool,
    /// The project's folder, with spin.toml, dist/ and target/
    #[arg(long, value_name = "FOLDER")]
    root: Option<PathBuf>,
    /// The folder with components that were built without sealing, to measure what it costs
    #[arg(long, value_name = "FOLDER")]
    unsealed: Option<PathBuf>,
}

#[derive(Subcommand)]
enum Server {
    /// The components' handlers as a native server
    Native(native::Options),
    /// The host over a disk that counts its flushes
    Counted(counted::Options),
}

fn main() -> ExitCode {
    match run(Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bench: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: Arguments) -> Result<()> {
    match &arguments.server {
        Some(Server::Native(options)) => return native::run(options),
        Some(Server::Counted(options)) => return counted::run(options),
        None => {}
    }
    let root = match arguments.root {
        Some(root) => root,
        None => {
            let here = Path::new(env!("CARGO_MANIFEST_DIR"));
            here.parent().context("bench lies in the project's folder")?.to_owned()
        }
    };
    let root = root.canonicalize().with_context(|| format!("{} is no folder", root.display()))?;
    let counts = if arguments.quick { measure::QUICK } else { measure::FULL }.sized(arguments.flood, arguments.many);
    let only = [(arguments.only_flood, Only::Flood), (arguments.only_many, Only::Many)];
    if let Some((_, what)) = only.into_iter().find(|(asked, _)| *asked) {
        print!("{}", measure::only(what, &root, &counts)?);
        return Ok(());
    }
    ensure!(
        arguments.quick || arguments.unsealed.is_some(),
        "--unsealed is missing: run `cargo xtask bench`, which builds what it needs"
    );
    let table = measure::everything(&root, arguments.unsealed.as_deref(), &counts)?;
    print!("{table}");
    Ok(())
}
