//! The API client: one way to send, one type of failure.
use crate::{browser, json};
use gloo::net::http::{RequestBuilder, Response};
use serde::{Serialize, de::DeserializeOwned};
use shared::{
    contract::{Endpoint, Method, Problem, ProblemKind, url},
    id::Revision,
    moment::Moment,
};
use web_sys::{AbortSignal, RequestCredentials};

/// Longest wait for an answer, in milliseconds; the server itself gives up after 30 seconds.
const TIMEOUT: u32 = 35_000;

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// The server answered with a problem document.
    Problem(Box<Problem>),
    /// There is no connection, or it took too long. The request may have arrived.
    Offline,
    /// The answer is not ours: a proxy's page, or another version of the API.
    Unreadable,
    /// Nothing was sent: this browser makes no safe key.
    NoKey,
}

impl Failure {
    /// The problem that the server named.
    #[must_use]
    pub fn problem(&self) -> Option<&Problem> {
        match self {
            Self::Problem(problem) => Some(problem),
            Self::Offline | Self::Unreadable | Self::NoKey => None,
        }
    }

    /// Which problem it is, if the server named one.
    #[must_use]
    pub fn kind(&self) -> Option<ProblemKind> {
        self.problem().and_then(Problem::parsed_kind)
    }
}

/// An answer with what its headers say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer<T> {
    /// The body.
    pub body: T,
    /// The revision in `ETag`.
    pub revision: Option<Revision>,
    /// The server's time, from `Date`.
    pub at: Option<Moment>,
}

/// A request that is being built.
pub struct Call {
    method: Method,
    url: String,
    kind: &'static str,
    headers: Vec<(&'static str, String)>,
}

impl Call {
    /// A call of an endpoint without an id in its path.
    #[must_use]
    #[inline(always)]
    pub fn to(endpoint: Endpoint) -> Self {
        Self::on(endpoint, "")
    }

    /// A call of an endpoint with an id in its path. Inlined: an endpoint that is named here is no row of a table.
    #[must_use]
    #[inline(always)]
    pub fn on(endpoint: Endpoint, id: &str) -> Self {
        Self::at(endpoint.method(), endpoint.path(), id)
    }

    fn at(method: Method, path: &str, id: &str) -> Self {
        Self { method, url: url(path, id), kind: "application/json", headers: Vec::new() }
    }

    /// With a query, without the question mark; never with personal data.
    #[must_use]
    pub fn query(mut self, query: &str) -> Self {
        if !query.is_empty() {
            self.url = format!("{}?{query}", self.url);
        }
        self
    }

    /// With a body of another media type.
    #[must_use]
    pub fn typed(self, kind: &'static str) -> Self {
        Self { kind, ..self }
    }

    /// Adds an Idempotency-Key: 32 hex digits.
    #[must_use]
    pub fn key(mut self, key: &str) -> Self {
        self.headers.push(("Idempotency-Key", key.into()));
        self
    }

    /// Adds the revision that the change was decided on, as If-Match.
    #[must_use]
    pub fn if_match(mut self, revision: Revision) -> Self {
        self.headers.push(("If-Match", revision.etag()));
        self
    }

    /// Adds the answer to the task of a report that costs computing.
    #[must_use]
    pub fn work(mut self, work: &str) -> Self {
        self.headers.push(("Rekenwerk", work.into()));
        self
    }

    /// Says that the page asks this by itself. The server then does not count it as activity of a person.
    #[must_use]
    pub fn by_itself(mut self) -> Self {
        self.headers.push(("Meldroute-By-Itself", "?1".into()));
        self
    }

    /// Sends it without a body.
    ///
    /// # Errors
    /// Every [`Failure`].
    pub async fn ask<T: DeserializeOwned>(self) -> Result<Answer<T>, Failure> {
        read(self.exchange(None).await?)
    }

    /// Sends it with a JSON body.
    ///
    /// # Errors
    /// Every [`Failure`].
    pub async fn send<B: Serialize, T: DeserializeOwned>(self, body: &B) -> Result<Answer<T>, Failure> {
        let json = json::write(body).map_err(|_| Failure::Unreadable)?;
        self.send_text(json).await
    }

    /// Sends it with a body that was written already.
    ///
    /// # Errors
    /// Every [`Failure`].
    pub async fn send_text<T: DeserializeOwned>(self, body: String) -> Result<Answer<T>, Failure> {
        read(self.exchange(Some(body)).await?)
    }

    async fn exchange(self, body: Option<String>) -> Result<Raw, Failure> {
        let method = match self.method {
            Method::Get => gloo::net::http::Method::GET,
            Method::Post => gloo::net::http::Method::POST,
            Method::Delete => gloo::net::http::Method::DELETE,
        };
        let mut request = RequestBuilder::new(&self.url)
            .method(method)
            .credentials(RequestCredentials::SameOrigin)
            .abort_signal(Some(&AbortSignal::timeout_with_u32(TIMEOUT)))
            .header("Accept", "application/json, application/problem+json");
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        let response = match body {
            Some(body) => request.header("Content-Type", self.kind).body(body),
            None => request.build(),
        };
        let response = response.map_err(|_| Failure::Unreadable)?.send().await.map_err(|_| Failure::Offline)?;
        Raw::of(response).await
    }
}

/// An answer before its body is read as something.
struct Raw {
    ok: bool,
    revision: Option<Revision>,
    at: Option<Moment>,
    text: String,
}

impl Raw {
    async fn of(response: Response) -> Result<Self, Failure> {
        let revision = response.headers().get("ETag").and_then(|tag| Revision::from_etag(&tag));
        let at = response.headers().get("Date").and_then(|date| browser::moment_of(&date));
        let text = response.text().await.map_err(|_| Failure::Offline)?;
        Ok(Self { ok: response.ok(), revision, at, text })
    }
}

/// An empty body counts as `null`, so that `()` can be asked for after a 204.
fn read<T: DeserializeOwned>(raw: Raw) -> Result<Answer<T>, Failure> {
    let text = if raw.text.is_empty() { "null" } else { raw.text.as_str() };
    if raw.ok {
        let body = json::read(text).map_err(|_| Failure::Unreadable)?;
        return Ok(Answer { body, revision: raw.revision, at: raw.at });
    }
    Err(problem(text))
}

/// The failure that an answer tells. It is apart from [`read`], which exists for every type of answer.
fn problem(text: &str) -> Failure {
    json::read(text).map_or(Failure::Unreadable, |problem: Problem| Failure::Problem(Box::new(problem)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn raw(ok: bool, text: &str) -> Raw {
        Raw { ok, revision: Some(Revision(3)), at: None, text: text.into() }
    }

    #[test]
    fn an_answer_is_read_with_its_revision() {
        assert_eq!(read(raw(true, "7")), Ok(Answer { body: 7, revision: Some(Revision(3)), at: None }));
        assert_eq!(read::<()>(raw(true, "")).map(|answer| answer.body), Ok(()));
    }

    #[test]
    fn a_page_of_a_proxy_is_unreadable_and_a_problem_is_a_problem() {
        assert_eq!(read::<u8>(raw(true, "<html>")), Err(Failure::Unreadable));
        assert_eq!(read::<u8>(raw(false, "<html>")), Err(Failure::Unreadable));
        let problem = Problem::new(ProblemKind::Stale, "Lees opnieuw.");
        let sent = serde_json::to_string(&problem).unwrap();
        assert_eq!(read::<u8>(raw(false, &sent)), Err(Failure::Problem(Box::new(problem))));
    }

    #[test]
    fn ids_and_queries_come_into_the_url() {
        assert_eq!(Call::on(Endpoint::Case, "ab").url, "/api/v1/dossiers/ab");
        assert_eq!(Call::to(Endpoint::Cases).query("stap=open").url, "/api/v1/dossiers?stap=open");
        assert_eq!(Call::to(Endpoint::Cases).query("").url, "/api/v1/dossiers");
    }
}
