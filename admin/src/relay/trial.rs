//! `meldroute bericht --proef`: a message to the administrator, by the same way as those for the AFs.
use super::{LISTEN, server::PATH};
use anyhow::{Context, Result, bail, ensure};
use clap::Args;
use kit::{clock, hex};
use serde_json::json;
use shared::text::Email;
use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
    time::Duration,
};

/// How long the relay may take: it waits for a mail server or NotifyNL.
const PATIENCE: Duration = Duration::from_secs(60);

/// Where to.
#[derive(Args)]
pub struct Options {
    /// Stuurt een bericht om te zien of het aankomt; er staat hetzelfde in als in elk ander bericht
    #[arg(long = "proef", required = true)]
    trial: bool,
    /// Het adres waar het heen gaat
    #[arg(long = "aan", value_name = "E-MAILADRES")]
    to: String,
    /// Waar de relay luistert
    #[arg(long = "relay", value_name = "ADRES:POORT", default_value = LISTEN)]
    relay: SocketAddr,
    /// Het woord van de relay
    #[arg(long = "woord", value_name = "WOORD", env = "SPIN_VARIABLE_RELAY_TOKEN", hide_env_values = true)]
    token: String,
}

/// Gives the letter to the relay, and says what came of it.
pub fn run(options: &Options) -> Result<()> {
    ensure!(Email::parse(&options.to).is_ok(), "--aan is geen e-mailadres");
    match ask(options.relay, &options.token, &options.to)? {
        204 => println!("Het bericht is aangenomen. Kijk of het aankomt."),
        401 => bail!("de relay kent dit woord niet: heeft hij hetzelfde SPIN_VARIABLE_RELAY_TOKEN als de dienst?"),
        502 => bail!("het bericht is niet aangenomen; waarom staat in het logboek van de relay"),
        other => bail!("de relay antwoordde {other}"),
    }
    Ok(())
}

/// The status of the relay's answer to one letter.
pub fn ask(relay: SocketAddr, token: &str, to: &str) -> Result<u16> {
    let id = clock::random::<16>().map_err(|failure| crate::stores::explain(&failure))?;
    give(relay, token, &json!({ "id": hex::encode(&id), "aan": to }).to_string())
}

/// The same for a body that is there already.
pub fn give(relay: SocketAddr, token: &str, body: &str) -> Result<u16> {
    let mut stream = TcpStream::connect(relay).with_context(|| format!("op {relay} luistert geen relay"))?;
    stream.set_read_timeout(Some(PATIENCE))?;
    write!(
        stream,
        "POST {PATH} HTTP/1.1\r\nHost: {relay}\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    )?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    let status = answer.strip_prefix("HTTP/1.1 ").and_then(|rest| rest.get(..3)?.parse().ok());
    status.context("dat is geen relay")
}
