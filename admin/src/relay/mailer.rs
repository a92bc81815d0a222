//! The mail server of the gemeente, which is spoken to over TLS only.
use super::{Options, Security, letter::Letter};
use anyhow::{Context, Result};
use lettre::{
    Address, SmtpTransport, Transport,
    transport::smtp::{
        authentication::Credentials,
        client::{Certificate, Tls, TlsParameters},
    },
};
use std::time::Duration;

/// How long the mail server may take for each answer.
const PATIENCE: Duration = Duration::from_secs(15);

/// Sends mail.
pub struct Mailer {
    server: SmtpTransport,
    from: Address,
    site: String,
}

impl Mailer {
    /// This mail server and sender, as the options say. Nothing is asked of it yet.
    pub fn new(options: &Options, server: &str, from: &str) -> Result<Self> {
        let mut tls = TlsParameters::builder(server.to_owned());
        if let Some(file) = &options.ca {
            let pem = std::fs::read(file).with_context(|| format!("{} is niet te lezen", file.display()))?;
            let certificate = Certificate::from_pem(&pem);
            tls = tls.add_root_certificate(certificate.with_context(|| format!("{} is geen PEM", file.display()))?);
        }
        let tls = tls.build_rustls().context("TLS kan niet worden ingesteld")?;
        let tls = match options.security {
            Security::Tls => Tls::Wrapper(tls),
            Security::Starttls => Tls::Required(tls),
        };
        let port = options.port.unwrap_or_else(|| options.security.port());
        let server = SmtpTransport::builder_dangerous(server).port(port).tls(tls).timeout(Some(PATIENCE));
        let known = options.user.clone().zip(options.password.clone());
        let server = match known {
            Some((user, password)) => server.credentials(Credentials::new(user, password)),
            None => server,
        };
        Ok(Self { server: server.build(), from: from.parse()?, site: options.site.clone() })
    }

    /// Sends this letter; an error says nothing of where to.
    pub fn send(&self, letter: &Letter) -> Result<(), &'static str> {
        let mail = letter.mail(&self.from, &self.site).map_err(|_| "no mail can be made for this address")?;
        match self.server.send(&mail) {
            Ok(_) => Ok(()),
            Err(error) if error.is_permanent() => Err("the mail server refused it"),
            Err(error) if error.is_transient() => Err("the mail server cannot take it now"),
            Err(error) if error.is_timeout() => Err("the mail server did not answer in time"),
            Err(error) if error.is_tls() => Err("the connection with the mail server is not safe"),
            Err(_) => Err("the mail server cannot be reached"),
        }
    }
}
