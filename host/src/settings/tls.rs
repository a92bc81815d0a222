//! The settings of TLS.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use clap::Args;

/// Speaking TLS: with a certificate and its key every address does, without them none.
#[derive(Debug, Clone, Args)]
pub struct Tls {
    /// The certificate and those above it (PEM); every address speaks TLS then
    #[arg(long = "tls-cert", value_name = "FILE", requires = "key")]
    pub certificate: Option<PathBuf>,
    /// Its key (PEM, unencrypted), readable by nobody else
    #[arg(long = "tls-key", value_name = "FILE", requires = "certificate")]
    pub key: Option<PathBuf>,
    /// How long a handshake may take, in seconds
    #[arg(long = "tls-handshake-time", value_name = "SECONDS", default_value = "10", value_parser = super::parse_seconds)]
    pub handshake: Duration,
    /// A second address, without TLS, that only sends browsers to https on the port of --listen
    #[arg(long = "http-redirect", value_name = "ADDR", requires = "certificate")]
    pub redirect: Option<SocketAddr>,
}
