//! The settings, from the command line or from a test.

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use clap::{Args, Parser};

mod share;
mod tls;

pub use share::Share;
pub use tls::Tls;

/// Runs a Spin application on one machine.
#[derive(Debug, Clone, Parser)]
#[command(name = "host", version)]
pub struct Settings {
    /// The manifest
    #[arg(long = "from", value_name = "FILE", default_value = "spin.toml")]
    pub manifest: PathBuf,
    /// Where the stores are; without it: runtime-config.toml beside the manifest, if there is one
    #[arg(long = "runtime-config-file", value_name = "FILE")]
    pub runtime_config: Option<PathBuf>,
    /// Where to serve; port 0 takes a free one
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:3000")]
    pub listen: SocketAddr,
    /// Serve a component or a route on an address of its own and nowhere else (COMPONENT_OR_ROUTE=ADDR)
    #[arg(long = "bind", value_name = "WHAT=ADDR", value_parser = parse_bind)]
    pub binds: Vec<Bind>,
    /// Call a path on a timer: SECONDS POST PATH
    #[arg(long = "every", num_args = 3, value_names = ["SECONDS", "METHOD", "PATH"])]
    pub every: Vec<String>,
    /// The timer's calls carry `Authorization: Bearer` and the value of this environment variable
    #[arg(long = "every-bearer", value_name = "VARIABLE", requires = "every")]
    pub every_bearer: Option<String>,
    /// Where compiled components are kept; without it: .spin/compiled beside the manifest
    #[arg(long, value_name = "FOLDER")]
    pub cache: Option<PathBuf>,
    /// Read a folder that components may read somewhere else (SOURCE as in the manifest =FOLDER)
    #[arg(long = "files", value_name = "SOURCE=FOLDER", value_parser = parse_elsewhere)]
    pub files: Vec<Elsewhere>,
    /// Pages for people when the host itself answers: 404.html and so on, and other.html; without it: the folder
    /// storing beside the manifest, if there is one
    #[arg(long = "pages", value_name = "FOLDER")]
    pub pages_folder: Option<PathBuf>,
    /// Show what components print (it may hold what a user typed)
    #[arg(long)]
    pub component_output: bool,
    /// Values of variables, before the environment: for callers that start the host inside their own process
    #[arg(skip)]
    pub variables: std::collections::BTreeMap<String, String>,
    /// Speaking TLS
    #[command(flatten)]
    pub tls: Tls,
    /// What one request may take
    #[command(flatten)]
    pub limits: Limits,
    /// How components reach others
    #[command(flatten)]
    pub outgoing: Outgoing,
}

/// The limits of one request, of one client and of all together.
#[derive(Debug, Clone, Args)]
pub struct Limits {
    /// The largest request body, in bytes
    #[arg(long, value_name = "BYTES", default_value_t = 1024 * 1024)]
    pub max_body: usize,
    /// The largest request head, in bytes
    #[arg(long, value_name = "BYTES", default_value_t = 32 * 1024)]
    pub max_head: usize,
    /// How long a request may take, in seconds
    #[arg(long = "max-time", value_name = "SECONDS", default_value = "30", value_parser = parse_seconds)]
    pub max_time: Duration,
    /// The memory of one instance, in MiB
    #[arg(long = "max-memory", value_name = "MIB", default_value_t = 128, value_parser = clap::value_parser!(u16).range(1..=4096))]
    pub max_memory: u16,
    /// How many instances run at once
    #[arg(long, value_name = "N", default_value_t = 64, value_parser = clap::value_parser!(u16).range(1..))]
    pub max_instances: u16,
    /// How many requests wait for an instance before the next is sent away
    #[arg(long, value_name = "N", default_value_t = 1024)]
    pub max_waiting: usize,
    /// How many connections are open at once
    #[arg(long, value_name = "N", default_value_t = 4096)]
    pub max_connections: usize,
    /// Requests per second from one network (/24 or /64); 0: no limit
    #[arg(long, value_name = "N", default_value_t = 200)]
    pub rate: u32,
    /// How many requests a network may save up
    #[arg(long, value_name = "N", default_value_t = 1000)]
    pub burst: u32,
    /// A proxy whose X-Forwarded-For and X-Forwarded-Proto are believed
    #[arg(long = "proxy", value_name = "IP")]
    pub proxies: Vec<IpAddr>,
    /// What one network may hold, and how slow a client may be
    #[command(flatten)]
    pub share: Share,
}

/// How components reach others.
#[derive(Debug, Clone, Args)]
pub struct Outgoing {
    /// Certificates (PEM) to trust besides the public ones
    #[arg(long, value_name = "FILE")]
    pub extra_ca: Option<PathBuf>,
    /// Let components reach private and loopback addresses, where their allowed hosts name them
    #[arg(long)]
    pub allow_private: bool,
    /// How long an outgoing connection, answer or pause may take at most, in seconds
    #[arg(long = "outgoing-time", value_name = "SECONDS", default_value = "10", value_parser = parse_seconds)]
    pub time: Duration,
}

/// A component or route on an address of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bind {
    /// The component's name or the route as written in the manifest.
    pub what: String,
    /// The address it is served on.
    pub address: SocketAddr,
}

/// A folder of the manifest that lies outside the application's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Elsewhere {
    /// The source as written in the manifest.
    pub source: PathBuf,
    /// Where it is.
    pub folder: PathBuf,
}

/// A path that is called on a timer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timer {
    /// Between two calls.
    pub every: Duration,
    /// The path to call, with POST.
    pub path: String,
}

impl Settings {
    /// The folder with pages for people, if there is one.
    pub fn pages(&self) -> Option<PathBuf> {
        let beside = || Some(self.manifest.with_file_name("storing")).filter(|folder| folder.is_dir());
        self.pages_folder.clone().or_else(beside)
    }

    /// The timers; each is three arguments.
    pub fn timers(&self) -> Result<Vec<Timer>> {
        self.every.chunks(3).map(parse_timer).collect()
    }
}

fn parse_timer(words: &[String]) -> Result<Timer> {
    let [seconds, method, path] = words else {
        anyhow::bail!("--every takes SECONDS POST PATH");
    };
    let every = parse_seconds(seconds).with_context(|| format!("--every {seconds}"))?;
    ensure!(method == "POST", "--every calls with POST, not with {method}");
    ensure!(path.starts_with('/'), "--every {seconds} POST {path}: the path has to begin with /");
    Ok(Timer { every, path: path.clone() })
}

fn parse_seconds(text: &str) -> Result<Duration> {
    let seconds: f64 = text.parse().with_context(|| format!("{text} is not a number of seconds"))?;
    ensure!(seconds >= 0.05, "{text} seconds is less than 0.05");
    Duration::try_from_secs_f64(seconds).with_context(|| format!("{text} seconds"))
}

fn parse_bind(text: &str) -> Result<Bind> {
    let (what, address) = text.rsplit_once('=').with_context(|| format!("{text} is not COMPONENT_OR_ROUTE=ADDR"))?;
    let address = address.parse().with_context(|| format!("{address} is not an address such as 10.0.0.1:80"))?;
    Ok(Bind { what: what.into(), address })
}

fn parse_elsewhere(text: &str) -> Result<Elsewhere> {
    let (source, folder) = text.split_once('=').with_context(|| format!("{text} is not SOURCE=FOLDER"))?;
    Ok(Elsewhere { source: source.into(), folder: folder.into() })
}
