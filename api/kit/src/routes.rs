//! From endpoints to handlers. A handler gets on the router through its [`Endpoint`] only, so that nobody forgets who
//! may call it; the body is not read before that is known.
use crate::{Failure, Kit, error, session, session::Session};
use axum::{
    Router,
    extract::Request,
    response::{IntoResponse, Response},
    routing::{MethodRouter, delete, get, post},
};
use shared::{
    access::{self, Access},
    contract::{Endpoint, Method, PREFIX, ProblemKind},
};
use std::{collections::HashMap, future::Future};

/// A request that may be answered: who asks, and the request itself.
pub struct Call {
    /// What to work with.
    pub kit: Kit,
    /// Who asks, where a session is required; looked up only there.
    pub session: Option<Session>,
    /// The id in the path, where there is one.
    pub id: String,
    /// The request.
    pub request: Request,
}

impl Call {
    /// Who asks.
    ///
    /// # Errors
    /// [`Failure::Internal`] on an endpoint that requires no session.
    pub fn who(&self) -> Result<&Session, Failure> {
        self.session.as_ref().ok_or(Failure::Internal("an endpoint without a session asked who calls"))
    }
}

/// Collects endpoints.
pub struct Routes {
    kit: Kit,
    methods: HashMap<String, MethodRouter>,
}

impl Routes {
    /// For one request.
    #[must_use]
    pub fn new(kit: Kit) -> Self {
        Self { kit, methods: HashMap::new() }
    }

    /// Puts a handler at its endpoint.
    #[must_use]
    pub fn on<H, F>(mut self, endpoint: Endpoint, handler: H) -> Self
    where
        H: Fn(Call) -> F + Clone + Send + Sync + 'static,
        F: Future<Output = Result<Response, Failure>> + Send + 'static,
    {
        let kit = self.kit.clone();
        let run = move |request: Request| {
            let (kit, handler) = (kit.clone(), handler.clone());
            async move {
                match enter(kit, endpoint, request) {
                    Ok(call) => handler(call).await.unwrap_or_else(IntoResponse::into_response),
                    Err(failure) => failure.into_response(),
                }
            }
        };
        let path = format!("{PREFIX}{}", endpoint.path());
        let methods = self.methods.remove(&path).unwrap_or_default();
        let methods = match endpoint.method() {
            Method::Get => methods.merge(get(run)),
            Method::Post => methods.merge(post(run)),
            Method::Delete => methods.merge(delete(run)),
        };
        self.methods.insert(path, methods);
        self
    }

    /// The router, with problem documents for what is not there.
    pub fn router(self) -> Router {
        let router =
            self.methods.into_iter().fold(Router::new(), |router, (path, methods)| router.route(&path, methods));
        router.fallback(|| async { Failure::not_found() }).method_not_allowed_fallback(|| async {
            Failure::of(ProblemKind::MethodNotAllowed, "Kijk in openapi.json welke methode hier hoort.")
        })
    }
}

fn enter(kit: Kit, endpoint: Endpoint, request: Request) -> Result<Call, Failure> {
    let access = access::of(endpoint);
    let session = match access {
        Access::Anyone => None,
        Access::LoggedIn | Access::Only(_) => session::of(&kit, request.headers())?,
    };
    if !access.allows(session.as_ref().map(|session| session.role)) {
        return Err(match session {
            None => Failure::of(ProblemKind::NotLoggedIn, "Log in en probeer het opnieuw."),
            Some(_) => Failure::of(ProblemKind::Forbidden, "Vraag het iemand met de juiste rol."),
        });
    }
    let id = id_of(endpoint, request.uri().path());
    Ok(Call { kit, session, id, request })
}

/// The part of the path that stands where the endpoint has `{id}`.
fn id_of(endpoint: Endpoint, path: &str) -> String {
    let template = format!("{PREFIX}{}", endpoint.path());
    let mut parts = template.split('/').zip(path.split('/'));
    parts.find(|(template, _)| *template == "{id}").map(|(_, part)| part.to_owned()).unwrap_or_default()
}

/// An answer with JSON.
#[must_use]
pub fn answer(endpoint: Endpoint, value: &impl serde::Serialize) -> Response {
    let status = http::StatusCode::from_u16(endpoint.success()).unwrap_or(http::StatusCode::OK);
    error::json(status, "application/json", value)
}
