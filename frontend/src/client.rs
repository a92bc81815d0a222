//! The API client: one way to send, one type of failure.
use crate::{browser, json};
use serde::{Serialize, de::DeserializeOwned};
use shared::{
    contract::{Endpoint, Method, Problem, ProblemKind, url},
    id::Revision,
    moment::Moment,
};
use wasm_bindgen::prelude::*;

/// Longest wait for an answer, in milliseconds; the server itself gives up after 30 seconds.
const TIMEOUT: u32 = 35_000;

#[wasm_bindgen(module = "/js/call.js")]
extern "C" {
    /// The answer in lines, as the script says.
    async fn call(method: &str, url: &str, headers: &str, body: Option<String>, patience: u32) -> JsValue;
}

const ACCEPT: &str = "Accept: application/json, application/problem+json";

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
    /// One on a line: `Name: value`.
    headers: String,
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
        Self { method, url: url(path, id), kind: "application/json", headers: ACCEPT.to_owned() }
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
    pub fn key(self, key: &str) -> Self {
        self.header("Idempotency-Key", key)
    }

    /// Adds the revision that the change was decided on, as If-Match.
    #[must_use]
    pub fn if_match(self, revision: Revision) -> Self {
        self.header("If-Match", &revision.etag())
    }

    /// Adds the answer to the task of a report that costs computing.
    #[must_use]
    pub fn work(self, work: &str) -> Self {
        self.header("Rekenwerk", work)
    }

    /// Says that the page asks this by itself. The server then does not count it as activity of a person.
    #[must_use]
    pub fn by_itself(self) -> Self {
        self.header("Meldroute-By-Itself", "?1")
    }

    fn header(mut self, name: &str, value: &str) -> Self {
        for part in ["\n", name, ": ", value] {
            self.headers.push_str(part);
        }
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
        let kind = self.kind;
        let sent = if body.is_some() { self.header("Content-Type", kind) } else { self };
        let answer = call(sent.method.name(), &sent.url, &sent.headers, body, TIMEOUT).await;
        answer.as_string().and_then(|text| Raw::of(&text)).ok_or(Failure::Offline)
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
    /// From the lines of the script.
    fn of(answer: &str) -> Option<Self> {
        let mut parts = answer.splitn(4, '\n');
        let (ok, tag, date) = (parts.next()? == "1", parts.next()?, parts.next()?);
        let at = if date.is_empty() { None } else { browser::moment_of(date) };
        Some(Self { ok, revision: Revision::from_etag(tag), at, text: parts.next()?.to_owned() })
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
    fn an_answer_comes_in_lines_and_its_body_may_have_lines_too() {
        let tag = Revision(3).etag();
        let raw = Raw::of(&format!("1\n{tag}\n\n{{\n}}\n")).unwrap();
        assert_eq!((raw.ok, raw.revision, raw.at, raw.text.as_str()), (true, Some(Revision(3)), None, "{\n}\n"));
        let refused = Raw::of("\n\n\n").unwrap();
        assert_eq!((refused.ok, refused.revision, refused.text.as_str()), (false, None, ""));
        assert!(Raw::of("1\n").is_none());
    }

    #[test]
    fn headers_are_lines() {
        let call = Call::to(Endpoint::Cases).key("aa").if_match(Revision(3));
        let lines: Vec<&str> = call.headers.lines().collect();
        assert_eq!(lines, [ACCEPT, "Idempotency-Key: aa", &format!("If-Match: {}", Revision(3).etag())]);
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
