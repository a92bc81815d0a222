//! `meldroute relay`: gives messages to the mail server of the gemeente, or to NotifyNL. A component cannot speak SMTP
//! and has no key of NotifyNL, so due work gives each letter to this program, over HTTP on the same machine, and this
//! program sends it over TLS.
//!
//! A letter holds an id, an address, and whether it is for an AF or a melder. The words are fixed here: whoever has the
//! token can make a mail server say that there is something to do, or news, and nothing else. What is not taken is
//! answered with 502, and due work tries again. No address is ever printed.
mod letter;
mod mailer;
mod notify;
mod server;
#[cfg(test)]
mod tests;
mod trial;

pub use trial::{Options as Trial, run as try_out};

use anyhow::{Context, Result, bail, ensure};
use clap::{Args, ValueEnum};
use letter::Letter;
use mailer::Mailer;
use notify::Notify;
use server::Relay;
use shared::text::Email;
use std::{net::SocketAddr, path::PathBuf};

/// Where it listens when nothing else is said.
const LISTEN: &str = "127.0.0.1:2525";
/// NotifyNL itself.
const NOTIFY: &str = "https://api.notifynl.nl";
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

/// Who takes a letter further.
enum Carrier {
    Mail(Box<Mailer>),
    Notify(Box<Notify>),
}

impl Carrier {
    /// Sends this letter; an error says nothing of where to.
    fn send(&self, letter: &Letter) -> Result<(), &'static str> {
        match self {
            Self::Mail(mailer) => mailer.send(letter),
            Self::Notify(notify) => notify.send(letter),
        }
    }
}

/// The mail server or NotifyNL, and where letters come from.
#[derive(Args)]
pub struct Options {
    /// Waar dit programma luistert: een adres van deze machine zelf
    #[arg(long = "luister", value_name = "ADRES:POORT", default_value = LISTEN)]
    listen: SocketAddr,
    /// Het woord waarmee de dienst zich bekendmaakt
    #[arg(long = "woord", value_name = "WOORD", env = "SPIN_VARIABLE_RELAY_TOKEN", hide_env_values = true)]
    token: String,
    /// Het adres van deze omgeving, dat in elk bericht staat; bij een melder met de bladzijde ‘Mijn melding’ erachter
    #[arg(long = "adres", value_name = "ADRES", env = "SPIN_VARIABLE_SITE_URL")]
    site: String,
    /// De mailserver van de gemeente
    #[arg(long = "server", value_name = "NAAM", env = "MELDROUTE_SMTP_SERVER")]
    server: Option<String>,
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
    from: Option<String>,
    /// De gebruikersnaam bij de mailserver, als die erom vraagt
    #[arg(long = "gebruiker", value_name = "NAAM", env = "MELDROUTE_SMTP_USER")]
    user: Option<String>,
    /// Het wachtwoord daarbij
    #[arg(long = "wachtwoord", value_name = "WACHTWOORD", env = "MELDROUTE_SMTP_PASSWORD", hide_env_values = true)]
    password: Option<String>,
    /// De sleutel van NotifyNL, als berichten daarlangs gaan en niet langs een mailserver
    #[arg(long = "notify-sleutel", value_name = "SLEUTEL", env = "MELDROUTE_NOTIFY_KEY", hide_env_values = true)]
    notify_key: Option<String>,
    /// Het nummer van het sjabloon bij NotifyNL
    #[arg(long = "notify-sjabloon", value_name = "NUMMER", env = "MELDROUTE_NOTIFY_TEMPLATE")]
    notify_template: Option<String>,
    /// Waar NotifyNL is
    #[arg(long = "notify-adres", value_name = "ADRES", env = "MELDROUTE_NOTIFY_URL", default_value = NOTIFY)]
    notify_url: String,
    /// Een certificaat (PEM) dat ook vertrouwd wordt, van de gemeente zelf; bij NotifyNL in plaats van de bekende
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
    Ok(Relay::new(&options.token, carrier(options)?))
}

/// One of the two. An empty value is none: that is how a line of `relay.env` is left open.
fn carrier(options: &Options) -> Result<Carrier> {
    let given = |value: &Option<String>| value.clone().filter(|value| !value.is_empty());
    match (given(&options.server), given(&options.notify_key)) {
        (Some(server), None) => {
            let from = given(&options.from).filter(|from| Email::parse(from).is_ok());
            let from = from.context("--van is het e-mailadres van de afzender")?;
            Ok(Carrier::Mail(Box::new(Mailer::new(options, &server, &from)?)))
        }
        (None, Some(key)) => Ok(Carrier::Notify(Box::new(Notify::new(options, &key)?))),
        (Some(_), Some(_)) => bail!("kies: --server voor een mailserver, of --notify-sleutel voor NotifyNL"),
        (None, None) => bail!("geef met --server de mailserver, of met --notify-sleutel de sleutel van NotifyNL"),
    }
}
