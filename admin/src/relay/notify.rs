//! NotifyNL, the government's own service for messages, in the place of a mail server [source: docs.notifynl.nl,
//! "Send a message"; the contract is that of GOV.UK Notify, version 2].
//!
//! The template at NotifyNL, which the gemeente makes once, says where the message and the address of the instance
//! come. It gets these two and nothing else. NotifyNL takes no notice of a value that its template does not ask for.
use super::{Options, letter::Letter};
use anyhow::{Context, Result, ensure};
use data_encoding::BASE64URL_NOPAD;
use hmac::{Hmac, KeyInit, Mac};
use serde_json::json;
use sha2::Sha256;
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use ureq::{
    Agent,
    tls::{Certificate, RootCerts, TlsConfig},
};

/// How long NotifyNL may take for an answer.
const PATIENCE: Duration = Duration::from_secs(15);
/// Characters of a UUID.
const UUID: usize = 36;

/// Sends by NotifyNL.
pub struct Notify {
    agent: Agent,
    /// Where mails are asked for.
    url: String,
    service: String,
    secret: String,
    template: String,
    site: String,
}

impl Notify {
    /// NotifyNL with this key, as these options say. Nothing is asked of it yet.
    pub fn new(options: &Options, key: &str) -> Result<Self> {
        let template = options.notify_template.as_deref().context("geef met --notify-sjabloon het sjabloon")?;
        ensure!(is_uuid(template), "--notify-sjabloon is geen nummer van een sjabloon, zoals NotifyNL het toont");
        let (service, secret) = parts(key).context("--notify-sleutel is geen sleutel van NotifyNL")?;
        ensure!(options.notify_url.starts_with("https://"), "--notify-adres begint met https://");
        let roots = match &options.ca {
            Some(file) => {
                let pem = std::fs::read(file).with_context(|| format!("{} is niet te lezen", file.display()))?;
                let certificate = Certificate::from_pem(&pem);
                let certificate = certificate.with_context(|| format!("{} is geen PEM", file.display()))?;
                RootCerts::new_with_certs(&[certificate])
            }
            None => RootCerts::WebPki,
        };
        let config = Agent::config_builder()
            .tls_config(TlsConfig::builder().root_certs(roots).build())
            .https_only(true)
            .max_redirects(0)
            .http_status_as_error(false)
            .timeout_global(Some(PATIENCE));
        Ok(Self {
            agent: config.build().into(),
            url: format!("{}/v2/notifications/email", options.notify_url.trim_end_matches('/')),
            service: service.to_owned(),
            secret: secret.to_owned(),
            template: template.to_owned(),
            site: options.site.clone(),
        })
    }

    /// Sends this letter; an error says nothing of where to.
    pub fn send(&self, letter: &Letter) -> Result<(), &'static str> {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).map_err(|_| "the clock of this machine is wrong")?;
        let body = json!({
            "email_address": letter.to,
            "template_id": self.template,
            "personalisation": { "bericht": letter.reader.message(), "adres": letter.address(&self.site) },
            "reference": letter.id,
        });
        let asked = self
            .agent
            .post(&self.url)
            .header("authorization", format!("Bearer {}", self.token(now.as_secs())))
            .header("content-type", "application/json")
            .send(body.to_string());
        match asked.map(|answer| answer.status().as_u16()) {
            Ok(201) => Ok(()),
            Ok(400) => {
                Err("NotifyNL refused it: is the template right, and has it no fields but ((bericht)) and ((adres))?")
            }
            Ok(401 | 403) => Err("NotifyNL does not take this key, or the clock of this machine is wrong"),
            Ok(429) => Err("NotifyNL takes no more of this service now"),
            Ok(500..) => Err("NotifyNL cannot take it now"),
            Ok(_) => Err("NotifyNL gave an answer that is not in its contract"),
            Err(ureq::Error::Timeout(_)) => Err("NotifyNL did not answer in time"),
            Err(ureq::Error::Rustls(_) | ureq::Error::Tls(_)) => Err("the connection with NotifyNL is not safe"),
            Err(_) => Err("NotifyNL cannot be reached"),
        }
    }

    /// A JSON Web Token (RFC 7519) that says which service asks, and when.
    fn token(&self, now: u64) -> String {
        let encoded = |value: serde_json::Value| BASE64URL_NOPAD.encode(value.to_string().as_bytes());
        let head = encoded(json!({ "typ": "JWT", "alg": "HS256" }));
        let signed = format!("{head}.{}", encoded(json!({ "iss": self.service, "iat": now })));
        // HMAC takes a key of any length
        let mac = Hmac::<Sha256>::new_from_slice(self.secret.as_bytes()).map(|mac| mac.chain_update(&signed));
        let mac = mac.map(|mac| BASE64URL_NOPAD.encode(&mac.finalize().into_bytes())).unwrap_or_default();
        format!("{signed}.{mac}")
    }
}

/// The service and the secret of a key, `name-SERVICE-SECRET`, both UUIDs. The name may hold hyphens too.
fn parts(key: &str) -> Option<(&str, &str)> {
    let secret = key.len().checked_sub(UUID)?;
    let (rest, secret) = (key.get(..secret)?.strip_suffix('-')?, key.get(secret..)?);
    let service = rest.len().checked_sub(UUID)?;
    let (name, service) = (rest.get(..service)?.strip_suffix('-')?, rest.get(service..)?);
    (!name.is_empty() && is_uuid(secret) && is_uuid(service)).then_some((service, secret))
}

fn is_uuid(text: &str) -> bool {
    let groups: Vec<&str> = text.split('-').collect();
    groups.iter().map(|group| group.len()).eq([8, 4, 4, 4, 12])
        && groups.iter().all(|group| group.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_has_a_name_a_service_and_a_secret() {
        let (service, secret) = ("26785a09-ab16-4eb0-8407-a37497a57506", "3d844edf-8d35-48ac-975b-e847b4f122b0");
        for name in ["proef", "een-naam-met-streepjes"] {
            assert_eq!(parts(&format!("{name}-{service}-{secret}")), Some((service, secret)));
        }
        let wrong = [String::new(), secret.into(), format!("{service}-{secret}"), format!("-{service}-{secret}")];
        let longer = [format!("proef-{service}-{secret}0"), format!("proef-{service}_{secret}"), "é".repeat(60)];
        for wrong in wrong.iter().chain(&longer) {
            assert_eq!(parts(wrong), None, "{wrong}");
        }
    }
}
