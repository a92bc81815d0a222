use super::Call;
use crate::{
    Desk,
    audit::Trail,
    case::relations::{Seen, see},
    login::session::Session,
};
use axum::extract::Request;
use http::HeaderMap;
use kit::{Failure, web::body};
use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use shared::access::Action;

/// A request about a case that the caller may see. Its headers and its body are read from here only: for somebody who
/// may not see the case it is not there, whatever they send.
pub struct OfCase {
    /// The context: stores, keys, time.
    pub desk: Desk,
    /// The caller.
    pub who: Session,
    /// The case, and how the caller relates to it.
    pub seen: Seen,
    /// The line that this request leaves in the audit.
    pub trail: Trail,
    request: Request,
}

impl OfCase {
    /// Finds the case.
    ///
    /// # Errors
    /// A 404 when there is none, and the same when it is not for the caller.
    pub fn find(call: Call, action: Action) -> Result<Self, Failure> {
        let who = call.who()?.clone();
        let seen = see(&call.desk, &who, &call.id()?, action)?;
        let Call { desk, trail, request, .. } = call;
        Ok(Self { desk, who, seen, trail, request })
    }

    /// The headers of the request.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        self.request.headers()
    }

    /// The body of the request, for what is kept as it was typed; it is read once.
    ///
    /// # Errors
    /// As [`body::exact`].
    pub async fn exact_body<T: DeserializeOwned + JsonSchema>(&mut self) -> Result<T, Failure> {
        body::exact(std::mem::take(&mut self.request)).await
    }

    /// The body of the request; it is read once.
    ///
    /// # Errors
    /// As [`body::json`].
    pub async fn body<T: DeserializeOwned + JsonSchema>(&mut self) -> Result<T, Failure> {
        body::json(std::mem::take(&mut self.request)).await
    }
}
