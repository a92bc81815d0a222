//! From endpoints to handlers. A handler gets on the router through its [`Endpoint`] only, so that nobody forgets who
//! may call it; the body is not read before that is known.
use crate::{
    Failure, Kit,
    audit::{self, Trail},
    error, headers, origin, redirect, session,
    session::Session,
};
use axum::{
    Router,
    extract::Request,
    response::{IntoResponse, Response},
    routing::{MethodRouter, delete, get, post},
};
use shared::{
    access::{self, Access},
    audit::Denial,
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
    /// The line that this request leaves in the audit.
    pub trail: Trail,
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
    gate: fn(&Kit) -> Result<(), Failure>,
    methods: HashMap<String, MethodRouter>,
}

impl Routes {
    /// For one request.
    #[must_use]
    pub fn new(kit: Kit) -> Self {
        Self { kit, gate: |_| Ok(()), methods: HashMap::new() }
    }

    /// What must hold before any of the endpoints that follow answers.
    #[must_use]
    pub fn behind(self, gate: fn(&Kit) -> Result<(), Failure>) -> Self {
        Self { gate, ..self }
    }

    /// Puts a handler at its endpoint.
    #[must_use]
    pub fn on<H, F>(mut self, endpoint: Endpoint, handler: H) -> Self
    where
        H: Fn(Call) -> F + Clone + Send + Sync + 'static,
        F: Future<Output = Result<Response, Failure>> + Send + 'static,
    {
        let (kit, gate) = (self.kit.clone(), self.gate);
        let run = move |request: Request| {
            let (kit, handler) = (kit.clone(), handler.clone());
            async move {
                let answered = async {
                    gate(&kit)?;
                    audited(enter(kit, endpoint, request)?, endpoint, handler).await
                };
                answered.await.unwrap_or_else(|failure| wrong(endpoint, failure))
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
        let router = router.fallback(|| async { Failure::not_found() }).method_not_allowed_fallback(|| async {
            Failure::of(ProblemKind::MethodNotAllowed, "Kijk in openapi.json welke methode hier hoort.")
        });
        router.layer(axum::middleware::from_fn(headers::api))
    }
}

/// A problem document; for a browser that goes from page to page, a page.
fn wrong(endpoint: Endpoint, failure: Failure) -> Response {
    if endpoint.is_page() { redirect::refused(failure.into()) } else { failure.into_response() }
}

/// Has it done, and lets the answer pass when its line stands in the audit.
async fn audited<H, F>(entered: Entered, endpoint: Endpoint, handler: H) -> Result<Response, Failure>
where
    H: Fn(Call) -> F,
    F: Future<Output = Result<Response, Failure>>,
{
    let Entered { call, refused } = entered;
    let (kit, trail) = (call.kit.clone(), call.trail.clone());
    let begun = audit::begin(&kit, endpoint, call.session.as_ref(), &call.id)?;
    let answer = match refused {
        Some(refused) => Err(refused),
        None => handler(call).await,
    };
    match begun {
        Some(begun) => begun.finish(&kit, &trail, answer),
        None => answer,
    }
}

/// A request of somebody who is known where that is needed, and why this role may not ask it, if so.
struct Entered {
    call: Call,
    refused: Option<Failure>,
}

fn enter(kit: Kit, endpoint: Endpoint, request: Request) -> Result<Entered, Failure> {
    match endpoint.method() {
        Method::Post | Method::Delete => origin::check(request.headers())
            .or_else(|foreign| counted(&kit, Denial::ForeignOrigin, endpoint).and(Err(foreign)))?,
        Method::Get => {}
    }
    let access = access::of(endpoint);
    let session = match access {
        Access::Anyone => None,
        Access::LoggedIn | Access::Only(_) => session::of(&kit, request.headers())?,
    };
    let allowed = access.allows(session.as_ref().map(|session| session.role));
    if !allowed && session.is_none() {
        counted(&kit, Denial::NoSession, endpoint)?;
        return Err(Failure::of(ProblemKind::NotLoggedIn, "Log in en probeer het opnieuw."));
    }
    let refused = (!allowed).then(|| Failure::of(ProblemKind::Forbidden, "Vraag het iemand met de juiste rol."));
    let id = id_of(endpoint, request.uri().path());
    let call = Call { kit, session, id, trail: Trail::default(), request };
    Ok(Entered { call, refused })
}

/// Counts who is refused before it is known who asks, where a session is needed. Not for asking who one is: every page
/// does that by itself.
fn counted(kit: &Kit, denial: Denial, endpoint: Endpoint) -> Result<(), Failure> {
    match access::of(endpoint) {
        Access::LoggedIn | Access::Only(_) if endpoint != Endpoint::Session => {
            audit::count(kit, denial, endpoint, None)
        }
        Access::Anyone | Access::LoggedIn | Access::Only(_) => Ok(()),
    }
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
