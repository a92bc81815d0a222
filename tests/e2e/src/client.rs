use crate::{Answer, Host, Keyring};
use serde::Serialize;
use shared::contract::{Credentials, Endpoint};
use shared::text::Login;
use std::{sync::Arc, time::Duration};
use ureq::{
    Agent, http,
    tls::{Certificate, RootCerts, TlsConfig},
};

/// A person with a browser: an address, and a cookie once logged in. Connections stay open, as in a browser.
#[derive(Clone)]
pub struct Client {
    agent: Agent,
    base: String,
    cookie: Option<String>,
    keyring: Arc<Keyring>,
}

impl Client {
    /// Without a cookie; the keyring is that of the instance at this address.
    #[must_use]
    pub fn new(base: &str, keyring: &Arc<Keyring>) -> Self {
        Self::over(base, keyring, TlsConfig::default())
    }

    /// A client that trusts these certificates (PEM) and no others.
    ///
    /// # Panics
    /// When they are no certificates.
    #[must_use]
    pub fn believing(base: &str, keyring: &Arc<Keyring>, certificate: &str) -> Self {
        let certificate = Certificate::from_pem(certificate.as_bytes()).expect("a certificate");
        let roots = RootCerts::new_with_certs(&[certificate]);
        Self::over(base, keyring, TlsConfig::builder().root_certs(roots).build())
    }

    fn over(base: &str, keyring: &Arc<Keyring>, tls: TlsConfig) -> Self {
        let config = Agent::config_builder().tls_config(tls).http_status_as_error(false).max_redirects(0).proxy(None);
        let config = config.allow_non_standard_methods(true);
        let agent = config.timeout_global(Some(Duration::from_secs(60))).build().into();
        Self { agent, base: base.to_owned(), cookie: None, keyring: keyring.clone() }
    }

    /// The same person at another address, over new connections.
    #[must_use]
    pub fn at(&self, host: &Host) -> Self {
        Self { cookie: self.cookie.clone(), ..host.client() }
    }

    /// The same person over connections of their own.
    #[must_use]
    pub fn apart(&self) -> Self {
        Self { cookie: self.cookie.clone(), ..Self::new(&self.base, &self.keyring) }
    }

    /// The same address with exactly this `Cookie` header.
    #[must_use]
    pub fn with_cookie(&self, cookie: &str) -> Self {
        Self { cookie: Some(cookie.to_owned()), ..self.clone() }
    }

    /// The cookie, `name=value`.
    #[must_use]
    pub fn cookie(&self) -> &str {
        self.cookie.as_deref().unwrap_or_default()
    }

    /// The apps of the people of this instance.
    #[must_use]
    pub fn keyring(&self) -> &Keyring {
        &self.keyring
    }

    /// Tries to log in, with a code that was not used yet.
    ///
    /// # Panics
    /// When there is no answer.
    #[must_use]
    pub fn try_log_in(&self, login: &str, password: &str) -> Answer {
        let (code, _turn) = self.keyring.unused(login);
        self.try_code(login, password, &code)
    }

    /// Tries to log in with exactly this code.
    ///
    /// # Panics
    /// When there is no answer.
    #[must_use]
    pub fn try_code(&self, login: &str, password: &str, code: &str) -> Answer {
        let login = Login::parse(login).expect("a log-in name");
        let (password, code) = (password.into(), code.into());
        self.to(Endpoint::LogIn).json(&Credentials { login, password, code }).send()
    }

    /// Logs in.
    ///
    /// # Panics
    /// When that isn't allowed.
    #[must_use]
    pub fn log_in(&self, login: &str, password: &str) -> Self {
        let answer = self.try_log_in(login, password);
        answer.good(Endpoint::LogIn);
        let set = answer.header("set-cookie");
        self.with_cookie(set.split(';').next().unwrap_or_default())
    }

    /// A request to an endpoint.
    pub fn to(&self, endpoint: Endpoint) -> Ask {
        self.to_one(endpoint, "")
    }

    /// A request to an endpoint with an id in its path.
    pub fn to_one(&self, endpoint: Endpoint, id: &str) -> Ask {
        self.request(&endpoint.method().to_string(), &endpoint.url(id))
    }

    /// Any request.
    pub fn request(&self, method: &str, path: &str) -> Ask {
        let url = format!("{}{path}", self.base);
        let ask = Ask { agent: self.agent.clone(), method: method.into(), url, headers: Vec::new(), body: None };
        match &self.cookie {
            Some(cookie) => ask.header("cookie", cookie),
            None => ask,
        }
    }
}

/// A request that is being made.
#[derive(Clone)]
#[must_use]
pub struct Ask {
    agent: Agent,
    method: String,
    url: String,
    headers: Vec<(String, String)>,
    body: Option<Vec<u8>>,
}

impl Ask {
    /// Adds a header.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Adds a query after the path.
    pub fn query(mut self, query: &str) -> Self {
        self.url.push('?');
        self.url.push_str(query);
        self
    }

    /// Adds an Idempotency-Key.
    pub fn key(self, key: &str) -> Self {
        self.header("idempotency-key", key)
    }

    /// Adds an If-Match.
    pub fn if_match(self, tag: &str) -> Self {
        self.header("if-match", tag)
    }

    /// Adds a body, as JSON.
    ///
    /// # Panics
    /// When it can't be written as JSON.
    pub fn json(self, body: &impl Serialize) -> Self {
        let bytes = serde_json::to_vec(body).expect("it can be written as JSON");
        self.typed("application/json", bytes)
    }

    /// Adds a body of this type.
    pub fn typed(mut self, kind: &str, body: impl Into<Vec<u8>>) -> Self {
        self.body = Some(body.into());
        self.header("content-type", kind)
    }

    /// Sends it.
    ///
    /// # Panics
    /// When there is no answer.
    #[must_use]
    pub fn send(self) -> Answer {
        let what = format!("{} {}", self.method, self.url);
        self.try_send().unwrap_or_else(|why| panic!("{what}: {why}"))
    }

    /// Sends it to a host that may be gone.
    ///
    /// # Errors
    /// Why there is no whole answer.
    pub fn try_send(self) -> Result<Answer, String> {
        let mut request = http::Request::builder().method(self.method.as_str()).uri(self.url);
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        let answered = match self.body {
            Some(body) => self.agent.run(request.body(body).map_err(|error| error.to_string())?),
            None => self.agent.run(request.body(()).map_err(|error| error.to_string())?),
        };
        let (head, mut body) = answered.map_err(|error| error.to_string())?.into_parts();
        let bytes = body.with_config().limit(64 << 20).read_to_vec().map_err(|error| error.to_string())?;
        let answer = Answer { status: head.status.as_u16(), headers: head.headers, bytes };
        answer.repeats_nothing();
        Ok(answer)
    }
}
