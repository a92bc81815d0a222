//! Outgoing requests: from Spin in a component, from a closure in a test.
use std::sync::Arc;

/// A request to another server.
pub struct Ask {
    /// The whole address.
    pub url: String,
    /// Headers, names in lower case.
    pub headers: Vec<(&'static str, String)>,
    /// A body, sent with POST; `None`: GET.
    pub body: Option<String>,
}

impl Ask {
    /// GET of something in JSON.
    #[must_use]
    pub fn get(url: &str) -> Self {
        Self { url: url.to_owned(), headers: vec![("accept", "application/json".into())], body: None }
    }
}

/// Its answer. A redirect is an answer and is not followed.
pub struct Reply {
    /// HTTP status.
    pub status: u16,
    /// Body.
    pub body: Vec<u8>,
}

/// Asks; `None` when there was no answer.
pub type Fetch = Arc<dyn Fn(Ask) -> Option<Reply> + Send + Sync>;

/// A fetch that never answers, for components without outgoing requests.
#[must_use]
pub fn nowhere() -> Fetch {
    Arc::new(|_| None)
}
