//! What the host is measured against: `POST meldingen` and `GET dossiers` as one would write them without WASM, in axum
//! on hyper over SQLite, in a process of its own.
//!
//! **Equal to the host:** the same requests and byte for byte the same answers (a run compares them); the same checks
//! (`shared::report::check`), body and key parsing, HKDF derivations and JSON; the same records under the same keys in
//! the same two SQLite files, written by the same store code: WAL, `synchronous=FULL`, writes that wait committed
//! together, nothing answered before it is durable. A report is two commits one after the other (its number; then
//! report, arrival and status in one), as in the component; after a run the keys in both stores are counted and compared.
//! A worklist reads session, accounts, both take-in marks, the index and its chunks, and sorts them the same way. hyper's
//! HTTP/1.1 with the same settings, tokio with as many threads as there are cores.
//!
//! **Different, always to the native server's good:** no instance per request; the router, the profile, the list of
//! signals and the calendar are made once at the start instead of for every request; accounts are read once per request
//! instead of twice; the arrival counter is read beside the writer instead of through it; no log line, no request limits,
//! no `spin-*` headers, no time limit. It takes nothing in (a worklist over an inbox that holds something is refused, so
//! that it can't be quick by leaving work out) and does not renew a session's "last seen" (once a minute in the
//! component).
//!
//! With `--one-by-one` it commits every write in a transaction of its own, one after the other, as a server does that
//! calls rusqlite directly: still WAL and `synchronous=FULL`. That is shown beside, and no aim is measured with it.

mod report;
mod serve;
mod state;
mod worklist;

use anyhow::Result;
use clap::Args;
use std::net::SocketAddr;
use std::path::PathBuf;

/// Where and on what.
#[derive(Args)]
pub struct Options {
    /// Where to serve; port 0 takes a free one
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:0")]
    listen: SocketAddr,
    /// The folder with inbox.db and cases.db
    #[arg(long, value_name = "FOLDER")]
    stores: PathBuf,
    /// The folder with the profiles
    #[arg(long, value_name = "FOLDER")]
    profiles: PathBuf,
    /// Commit every write by itself, as a plain rusqlite server would, instead of those that wait together
    #[arg(long)]
    one_by_one: bool,
}

/// Serves until it is ended.
///
/// # Errors
/// When stores, profile or address are no good.
pub fn run(options: &Options) -> Result<()> {
    let state = state::State::open(options)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(serve::serve(options.listen, state))
}
