//! `meldroute relay`: gives messages to the mail server of the gemeente. A component cannot speak SMTP, so due work
//! gives each letter to this program, over HTTP on the same machine, and this program sends it over TLS.
//!
//! A letter holds an id and an address. The words are fixed here: whoever has the token can make a mail server say that
//! there is something to do, and nothing else. What the mail server does not take is answered with 502, and due work
//! tries again. No address is ever printed.
mod letter;
mod mailer;
mod server;
#[cfg(test)]
mod tests;
mod trial;

pub use trial::{Options as Trial, run as try_out};

use anyhow::{Context, Result, ensure};
use clap::{Args, ValueEnum};
use mailer::Mailer;
use server::Relay;
use shared::text::Email;
use std::{net::SocketAddr, path::PathBuf};

/// Where it listens when nothing else is said.
const LISTEN: &str = "127.0.0.1:2525";
/// The shortest token: what `meldroute nieuw` makes has 32 signs.
const SHORTEST: usize = 16;

/// How the connection with the mail server is closed to others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Security {
    /// TLS vanaf het begin, meestal op poort 465
    Tls,
    /// Eerst gewoon, dan verplicht TLS (STARTTLS), meestal op poort 587 of 25
    Starttls,
}

impl Security {
    fn port(self) -> u16 {
        match self {
            Self::Tls => 465,
            Self::Starttls => 587,
        }
    }
}

/// The mail server, and where letters come from.
#[derive(Args)]
pub struct Options {
    /// Waar dit programma luistert: een adres van deze machine zelf
    #[arg(long = "luister", value_name = "ADRES:POORT", default_value = LISTEN)]
    listen: SocketAddr,
    /// Het woord waarmee de dienst zich bekendmaakt
    #[arg(long = "woord", value_name = "WOORD", env = "SPIN_VARIABLE_RELAY_TOKEN", hide_env_values = true)]
    token: String,
    /// Het adres van deze omgeving, dat in elk bericht staat
    #[arg(long = "adres", value_name = "ADRES", env = "SPIN_VARIABLE_SITE_URL")]
    site: String,
    /// De mailserver van de gemeente
    #[arg(long = "server", value_name = "NAAM", env = "MELDROUTE_SMTP_SERVER")]
    server: String,
    /// De poort van de mailserver
    #[arg(long = "poort", value_name = "POORT", env = "MELDROUTE_SMTP_PORT")]
    port: Option<u16>,
    /// Hoe de verbinding met de mailserver beveiligd is
    #[arg(
        long = "beveiliging",
        value_name = "SOORT",
        value_enum,
        default_value = "starttls",
        env = "MELDROUTE_SMTP_SECURITY"
    )]
    security: Security,
    /// De afzender
    #[arg(long = "van", value_name = "E-MAILADRES", env = "MELDROUTE_SMTP_FROM")]
    from: String,
    /// De gebruikersnaam bij de mailserver, als die erom vraagt
    #[arg(long = "gebruiker", value_name = "NAAM", env = "MELDROUTE_SMTP_USER")]
    user: Option<String>,
    /// Het wachtwoord daarbij
    #[arg(long = "wachtwoord", value_name = "WACHTWOORD", env = "MELDROUTE_SMTP_PASSWORD", hide_env_values = true)]
    password: Option<String>,
    /// Een certificaat (PEM) dat ook vertrouwd wordt, van de gemeente zelf
    #[arg(long = "ca", value_name = "BESTAND", env = "MELDROUTE_SMTP_CA")]
    ca: Option<PathBuf>,
}

/// Listens until it is ended.
pub fn run(options: &Options) -> Result<()> {
    let relay = of(options)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind(options.listen).await;
        let listener = listener.with_context(|| format!("op {} kan niet worden geluisterd", options.listen))?;
        println!("De relay luistert op {}.", options.listen);
        server::serve(listener, relay).await
    })
}

fn of(options: &Options) -> Result<Relay> {
    ensure!(options.listen.ip().is_loopback(), "de relay luistert alleen op deze machine zelf, zoals {LISTEN}");
    ensure!(options.token.len() >= SHORTEST, "het woord van de relay is korter dan {SHORTEST} tekens");
    ensure!(options.site.starts_with("http"), "--adres is het adres van de omgeving, zoals https://meldroute.example");
    ensure!(Email::parse(&options.from).is_ok(), "--van is geen e-mailadres");
    let mailer = Mailer::new(options)?;
    Ok(Relay::new(&options.token, mailer))
}
