//! Builds and runs Meldroute, with fictional data or empty.

mod instance;
mod ready;

use crate::build;
use crate::project::Project;
use anyhow::{Context, Result, bail};
use clap::Args;
use instance::Instance;
pub use ready::Welcome;
use std::convert::Infallible;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener};
use std::os::unix::process::CommandExt;

/// Where the host listens unless an option says otherwise.
const LISTEN: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 3000);

/// How to serve.
#[derive(Args)]
pub struct Options {
    /// Start without data; the command prints the link for the first account
    #[arg(long)]
    empty: bool,
    /// Address and port
    #[arg(long, default_value_t = LISTEN)]
    listen: SocketAddr,
    /// The gemeente whose profile to use: a file in gemeenten/
    #[arg(long, default_value = "hengelo")]
    gemeente: String,
    /// The bundle for everyday work
    #[arg(long)]
    fast: bool,
}

/// Builds, prepares the data and replaces itself by the host, so that signals to this process reach the host.
///
/// # Errors
/// When something doesn't build or the host can't be started; otherwise it doesn't return.
pub fn run(project: &Project, options: &Options) -> Result<Infallible> {
    only_practise_at_home(options)?;
    nobody_else_listens(options.listen)?;
    build::everything(project, options.fast)?;
    let instance = if options.empty {
        Instance::empty(project, &options.gemeente)?
    } else {
        Instance::demo(project, &options.gemeente)?
    };
    ready::announce(project, options.listen, &instance.welcome(options.listen))?;
    Err(instance.host(project, options.listen).exec()).context("starting the host")
}

/// A demo listens on this machine only, since everyone knows the passwords of its accounts.
fn only_practise_at_home(options: &Options) -> Result<()> {
    if !options.empty && !options.listen.ip().is_loopback() {
        bail!(
            "a demo instance has passwords that everyone knows, so it listens on this machine only: use 127.0.0.1, or --empty for a real one"
        );
    }
    Ok(())
}

/// Checks the address before minutes of building. Otherwise the answer of another server could pass for ours.
fn nobody_else_listens(listen: SocketAddr) -> Result<()> {
    match TcpListener::bind(listen) {
        Ok(_) => Ok(()),
        Err(error) => {
            bail!("{listen} can't be used ({error}): stop what listens there or choose another with --listen")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(empty: bool, listen: &str) -> Options {
        Options { empty, listen: listen.parse().unwrap(), gemeente: "hengelo".into(), fast: false }
    }

    #[test]
    fn an_address_in_use_is_refused_before_the_build() {
        let other = TcpListener::bind("127.0.0.1:0").unwrap();
        let taken = other.local_addr().unwrap();
        assert!(nobody_else_listens(taken).unwrap_err().to_string().contains(&taken.to_string()));
        drop(other);
        assert!(nobody_else_listens(taken).is_ok());
    }

    #[test]
    fn a_demo_listens_on_this_machine_only() {
        assert!(only_practise_at_home(&options(false, "0.0.0.0:3000")).is_err());
        assert!(only_practise_at_home(&options(false, "[::1]:3000")).is_ok());
        assert!(only_practise_at_home(&options(true, "0.0.0.0:3000")).is_ok());
    }
}
