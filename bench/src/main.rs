//! Measures the host, in one run, beside a small native server that does the same work: `cargo xtask bench`.
//!
//! Machines differ and are noisy, so what is compared runs by turns in the same run, a few rounds each, and what counts
//! is the median of the rounds' ratios. The load generator shares the machine with both servers and costs both the same;
//! the CPU time of the servers themselves is reported beside it. An aim that is missed is shown and does not make the run
//! fail; a request that was answered otherwise than expected does.

mod load;
mod measure;
mod native;
mod stage;
mod table;

use anyhow::{Context, Result, ensure};
use clap::{Parser, Subcommand};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(Parser)]
#[command(name = "bench", about = "Measures the host beside a native server that does the same work", version)]
struct Arguments {
    #[command(subcommand)]
    server: Option<Server>,
    /// Tiny counts: shows that everything runs; the figures mean nothing
    #[arg(long)]
    quick: bool,
    /// The project's folder, with spin.toml, dist/ and target/
    #[arg(long, value_name = "FOLDER")]
    root: Option<PathBuf>,
    /// The folder with components that were built without sealing, to measure what it costs
    #[arg(long, value_name = "FOLDER")]
    unsealed: Option<PathBuf>,
}

#[derive(Subcommand)]
enum Server {
    /// The native server by itself
    Native(native::Options),
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
    if let Some(Server::Native(options)) = &arguments.server {
        return native::run(options);
    }
    let root = match arguments.root {
        Some(root) => root,
        None => {
            let here = Path::new(env!("CARGO_MANIFEST_DIR"));
            here.parent().context("bench lies in the project's folder")?.to_owned()
        }
    };
    let root = root.canonicalize().with_context(|| format!("{} is no folder", root.display()))?;
    let counts = if arguments.quick { measure::QUICK } else { measure::FULL };
    ensure!(
        arguments.quick || arguments.unsealed.is_some(),
        "--unsealed is missing: run `cargo xtask bench`, which builds what it needs"
    );
    let table = measure::everything(&root, arguments.unsealed.as_deref(), &counts)?;
    print!("{table}");
    Ok(())
}
