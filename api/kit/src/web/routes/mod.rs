//! From a request to the one handler that answers it. A handler is reached through its [`Endpoint`] only, so that the
//! check of who may call it cannot be left out; the body is not read before that check.
mod answer;
mod path;

pub use answer::{answer, measured, no_content, tagged};
pub use path::has;

use crate::{
    Failure, Kit,
    audit::{self, Trail},
    headers, origin, redirect, session,
    session::Session,
};
use axum::{
    extract::Request,
    response::{IntoResponse, Response},
};
use path::Route;
use shared::{
    access::Access,
    audit::Denial,
    contract::{Component, Endpoint, Method, ProblemKind},
    id::BadId,
};
use std::future::Future;

/// A request that may be answered: who asks, and the request itself.
pub struct Call {
    /// What to work with.
    pub kit: Kit,
    /// Who asks, where a session is required; looked up only there.
    pub session: Option<Session>,
    /// The id in the path, where there is one.
    id: String,
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

    /// The id in the path.
    ///
    /// # Errors
    /// 404 for something that is not an id: nothing can be there.
    pub fn id<T: TryFrom<String, Error = BadId>>(&self) -> Result<T, Failure> {
        T::try_from(self.id.clone()).map_err(|BadId| Failure::not_found())
    }

    /// What follows the `?`; empty without one.
    #[must_use]
    pub fn query(&self) -> &str {
        self.request.uri().query().unwrap_or_default()
    }
}

/// The endpoints of a component, with the function that answers them.
pub struct Routes<H> {
    component: Component,
    check: fn(&Kit) -> Result<(), Failure>,
    handler: H,
}

impl<H, F> Routes<H>
where
    H: FnOnce(Endpoint, Call) -> F,
    F: Future<Output = Result<Response, Failure>>,
{
    /// The handler is called with endpoints of this component only.
    #[must_use]
    pub fn new(component: Component, handler: H) -> Self {
        Self { component, check: |_| Ok(()), handler }
    }

    /// What must hold before any endpoint answers.
    #[must_use]
    pub fn behind(self, check: fn(&Kit) -> Result<(), Failure>) -> Self {
        Self { check, ..self }
    }

    /// Answers one request, with a problem document for a path or a method that is not there.
    pub async fn answer(self, kit: Kit, request: Request) -> Response {
        let (https, method) = (origin::is_https(request.headers()), request.method().clone());
        let mut response = match Route::of(self.component, &method, request.uri().path()) {
            Route::To(endpoint, id) => {
                let answered = self.run(kit, endpoint, id, request).await;
                answered.unwrap_or_else(|failure| wrong(endpoint, failure))
            }
            Route::OtherMethod(methods) => path::not_allowed(&methods),
            Route::Nowhere => Failure::not_found().into_response(),
        };
        headers::api(response.headers_mut(), https);
        measured(&method, response)
    }

    async fn run(self, kit: Kit, endpoint: Endpoint, id: String, request: Request) -> Result<Response, Failure> {
        (self.check)(&kit)?;
        let Entered { call, refused } = enter(kit, endpoint, id, request)?;
        let (kit, trail) = (call.kit.clone(), call.trail.clone());
        let begun = audit::begin(&kit, endpoint, call.session.as_ref(), &call.id)?;
        let answer = match refused {
            Some(refused) => Err(refused),
            None => (self.handler)(endpoint, call).await,
        };
        // the answer is released only after its audit line is written
        match begun {
            Some(begun) => begun.finish(&kit, &trail, answer),
            None => answer,
        }
    }
}

/// A problem document; for a browser that goes from page to page, a page.
fn wrong(endpoint: Endpoint, failure: Failure) -> Response {
    if endpoint.is_page() { redirect::refused(failure.into()) } else { failure.into_response() }
}

/// A request of somebody who is known where that is needed, and why this role may not ask it, if so.
struct Entered {
    call: Call,
    refused: Option<Failure>,
}

fn enter(kit: Kit, endpoint: Endpoint, id: String, request: Request) -> Result<Entered, Failure> {
    match endpoint.method() {
        Method::Post | Method::Delete => origin::check(request.headers())
            .or_else(|foreign| counted(&kit, Denial::ForeignOrigin, endpoint).and(Err(foreign)))?,
        Method::Get => {}
    }
    let access = endpoint.access();
    let session = match access {
        Access::Anyone | Access::Token => None,
        Access::LoggedIn | Access::Only(_) => session::of(&kit, request.headers())?,
    };
    let allowed = access.allows(session.as_ref().map(|session| session.role));
    if !allowed && session.is_none() {
        counted(&kit, Denial::NoSession, endpoint)?;
        return Err(Failure::of(ProblemKind::NotLoggedIn, "Log in en probeer het opnieuw."));
    }
    let refused = (!allowed).then(|| Failure::of(ProblemKind::Forbidden, "Vraag het iemand met de juiste rol."));
    let call = Call { kit, session, id, trail: Trail::default(), request };
    Ok(Entered { call, refused })
}

/// Counts who is refused before it is known who asks, where a session is needed. Not for asking who one is: every page
/// does that by itself.
fn counted(kit: &Kit, denial: Denial, endpoint: Endpoint) -> Result<(), Failure> {
    match endpoint.access() {
        Access::LoggedIn | Access::Only(_) if endpoint != Endpoint::Session => {
            audit::count(kit, denial, endpoint, None)
        }
        Access::Anyone | Access::Token | Access::LoggedIn | Access::Only(_) => Ok(()),
    }
}
