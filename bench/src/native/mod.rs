//! The native server that the host is compared with: the handlers of `intake` and `review` themselves, compiled for
//! this machine, in a process of their own.
//!
//! **Equal to the host:** everything that the components do, because it is the same code: the checks, the keys read and
//! the context made for every request, the audit, the stored records. The same two SQLite files through the same store
//! code: WAL, `synchronous=FULL`, writes that wait committed together, a number flushed with the write that uses it.
//! hyper's HTTP/1.1 with the same settings. A run compares the answers of both, and afterwards the keys in both stores.
//!
//! **Different, and what the ratio shows:** no WebAssembly and no instance per request; no log line, no limits, no
//! `spin-*` headers. A thread of its own waits for each request's store, where the host waits without one.

mod serve;
mod state;

use anyhow::Result;
use clap::Args;
use std::net::SocketAddr;
use std::path::PathBuf;

/// The address and the stores of the native server.
#[derive(Args)]
pub struct Options {
    /// Where to serve; port 0 takes a free one
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:0")]
    listen: SocketAddr,
    /// The folder with inbox.db, cases.db and keys.db
    #[arg(long, value_name = "FOLDER")]
    stores: PathBuf,
    /// The folder with the profiles
    #[arg(long, value_name = "FOLDER")]
    profiles: PathBuf,
}

/// Serves until it is ended.
///
/// # Errors
/// When the stores cannot be opened or the address cannot be used.
pub fn run(options: &Options) -> Result<()> {
    let state = state::State::open(options)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(serve::serve(options.listen, state))
}
