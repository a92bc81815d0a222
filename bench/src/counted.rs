//! The host in this process, over a disk that counts how often it is flushed: how often a request waits for the disk,
//! and how much it asks of the stores. Nothing is flushed in earnest, so its times mean nothing.

use anyhow::Result;
use clap::{Args, Parser};
use fault::{Fault, Use};
use std::io::Write;

/// How to start it.
#[derive(Args)]
pub struct Options {
    /// What the host is started with
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    host: Vec<String>,
}

/// Says on stdout where it serves, and answers each line on stdin with its counts, until stdin ends.
///
/// # Errors
/// When the host doesn't start.
pub fn run(options: &Options) -> Result<()> {
    let disk = Fault::install(Use::Everywhere);
    let words = std::iter::once("host").chain(options.host.iter().map(String::as_str));
    let settings = host::Settings::try_parse_from(words)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let running = runtime.block_on(host::start(settings))?;
    let mut out = std::io::stdout();
    for address in running.addresses() {
        writeln!(out, "ready http://{address}")?;
    }
    for line in std::io::stdin().lines() {
        line?;
        let calls = running.calls();
        writeln!(out, "{} {} {}", disk.flushes(), calls.reads(), calls.writes())?;
    }
    Ok(())
}
