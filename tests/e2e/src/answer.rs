use crate::{schema, words};
use http::HeaderMap;
use serde_json::Value;
use shared::contract::{API_VERSION, Endpoint, Problem, ProblemKind};

/// An answer of the host.
#[derive(Debug, Clone)]
pub struct Answer {
    /// HTTP status.
    pub status: u16,
    /// Headers.
    pub headers: HeaderMap,
    /// Body.
    pub bytes: Vec<u8>,
}

impl Answer {
    /// A header's value; empty when it isn't there.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The body as text.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// The body as JSON; null when it is none.
    #[must_use]
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap_or_default()
    }

    /// For every request: no header and no error repeats typed text.
    ///
    /// # Panics
    /// When one does.
    pub(crate) fn repeats_nothing(&self) {
        let headers: Vec<String> = self
            .headers
            .iter()
            .map(|(name, value)| format!("{name}: {}", String::from_utf8_lossy(value.as_bytes())))
            .collect();
        let told =
            headers.into_iter().chain((self.status >= 400).then(|| self.text())).find(|text| words::stands_in(text));
        assert_eq!(told, None, "what was typed stands in a header or an error");
    }

    /// The body of a success: the endpoint's own status, the headers of the API, and valid against openapi.json.
    ///
    /// # Panics
    /// When one of these does not hold.
    pub fn good(&self, endpoint: Endpoint) -> Value {
        assert_eq!(self.status, endpoint.success(), "{endpoint:?}: {}", self.text());
        self.api_headers(&format!("{endpoint:?}"));
        if endpoint.is_page() {
            assert!(!self.header("location").is_empty(), "{endpoint:?} leads somewhere");
            return Value::Null;
        }
        if endpoint.success() == 204 {
            assert_eq!(self.bytes.len(), 0, "{endpoint:?} has nothing to say");
            return Value::Null;
        }
        if endpoint == Endpoint::Feed {
            assert_eq!(self.header("content-type"), "text/calendar; charset=utf-8");
            return Value::Null;
        }
        assert_eq!(self.header("content-type"), "application/json", "{endpoint:?}");
        let value = self.json();
        let errors = schema::errors(endpoint, &value);
        assert!(errors.is_empty(), "{endpoint:?} is not what openapi.json says: {errors:#?}");
        value
    }

    /// The problem document of a component: of this kind, with its status in it, and the headers of the API.
    ///
    /// # Panics
    /// When one of these does not hold.
    pub fn problem(&self, kind: ProblemKind) -> Problem {
        let problem = self.problem_of_anyone(kind.status());
        assert_eq!(problem.parsed_kind(), Some(kind), "{}", self.text());
        assert_eq!(problem.title, kind.title());
        self.api_headers(&problem.kind);
        problem
    }

    /// A problem document, of the host or of a component.
    ///
    /// # Panics
    /// When it is none, or its status is another.
    pub fn problem_of_anyone(&self, status: u16) -> Problem {
        assert_eq!(self.status, status, "{}", self.text());
        assert_eq!(self.header("content-type"), "application/problem+json", "{}", self.text());
        assert_eq!(self.header("cache-control"), "no-store");
        let problem: Problem = serde_json::from_slice(&self.bytes).expect("a problem document");
        assert_eq!(problem.status, status, "the document says what the head says");
        assert!(!problem.title.is_empty() && !problem.detail.is_empty(), "it says what to do");
        problem
    }

    fn api_headers(&self, what: &str) {
        assert_eq!(self.header("api-version"), API_VERSION, "{what}");
        assert!(matches!(self.header("cache-control"), "no-store" | "no-cache"), "{what}");
        assert_eq!(self.header("x-content-type-options"), "nosniff", "{what}");
    }
}
