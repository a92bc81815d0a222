//! Routes a request to its handler. A handler is reached only through its [`Endpoint`], so the access check cannot be
//! left out. The body is not read before that check.
mod of_case;
pub mod redirect;

pub use of_case::OfCase;

use crate::{
    Desk,
    audit::{self, Trail},
    key_check,
    login::session::{self, Session},
};
use axum::{
    extract::Request,
    response::{IntoResponse, Response},
};
use kit::{
    Failure,
    web::{
        origin,
        routes::{Asked, answer_with},
    },
};
use shared::{
    access::Access,
    audit::Denial,
    contract::{Component, Endpoint, ProblemKind},
    id::BadId,
};
use std::future::Future;

/// A request that passed the access check: the caller, and the request itself.
pub struct Call {
    /// The context: stores, keys, time.
    pub desk: Desk,
    /// The caller, where a session is required; looked up only there.
    pub session: Option<Session>,
    /// The id in the path, where there is one.
    id: String,
    /// The line that this request leaves in the audit.
    pub trail: Trail,
    /// The request.
    pub request: Request,
}

impl Call {
    /// The caller.
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

    /// The part of the path that is no id but a secret.
    #[must_use]
    pub fn secret(&self) -> &str {
        &self.id
    }

    /// The query without its `?`; empty without one.
    #[must_use]
    pub fn query(&self) -> &str {
        self.request.uri().query().unwrap_or_default()
    }
}

/// Answers one request to `review` with `handler`, which gets its endpoints only. First the keys have to fit the stored
/// values.
pub async fn answer<F>(desk: Desk, request: Request, handler: impl FnOnce(Endpoint, Call) -> F) -> Response
where
    F: Future<Output = Result<Response, Failure>>,
{
    let desk = desk.for_request();
    answer_with(Component::Review, request, |asked| async {
        let endpoint = asked.endpoint;
        run(desk, asked, handler).await.unwrap_or_else(|failure| wrong(endpoint, failure))
    })
    .await
}

async fn run<F>(desk: Desk, asked: Asked, handler: impl FnOnce(Endpoint, Call) -> F) -> Result<Response, Failure>
where
    F: Future<Output = Result<Response, Failure>>,
{
    key_check::check(&desk)?;
    let endpoint = asked.endpoint;
    let Entered { call, refused } = enter(desk, asked)?;
    let (desk, trail) = (call.desk.clone(), call.trail.clone());
    let actor = call.session.as_ref().map(|session| &session.account);
    let begun = audit::begin(&desk, endpoint, actor, &call.id)?;
    let answer = match refused {
        Some(refused) => Err(refused),
        None => handler(endpoint, call).await,
    };
    // the answer is released only after its audit line is written
    match begun {
        Some(begun) => begun.finish(&desk, &trail, answer),
        None => answer,
    }
}

/// A problem document; for a browser that goes from page to page, a page.
fn wrong(endpoint: Endpoint, failure: Failure) -> Response {
    if endpoint.is_page() { redirect::refused(failure.into()) } else { failure.into_response() }
}

/// A request whose caller is known where that is needed; if this role may not make it, the reason.
struct Entered {
    call: Call,
    refused: Option<Failure>,
}

fn enter(desk: Desk, asked: Asked) -> Result<Entered, Failure> {
    let Asked { endpoint, id, request } = asked;
    origin::check_for(endpoint, request.headers())
        .or_else(|foreign| counted(&desk, Denial::ForeignOrigin, endpoint).and(Err(foreign)))?;
    let access = endpoint.access();
    let session = match access {
        Access::Anyone | Access::Token => None,
        Access::LoggedIn | Access::Only(_) => session::of(&desk, request.headers())?,
    };
    let allowed = access.allows(session.as_ref().map(|session| session.role));
    if !allowed && session.is_none() {
        counted(&desk, Denial::NoSession, endpoint)?;
        return Err(Failure::of(ProblemKind::NotLoggedIn, "Log in en probeer het opnieuw."));
    }
    let refused = (!allowed).then(|| Failure::of(ProblemKind::Forbidden, "Vraag het iemand met de juiste rol."));
    let call = Call { desk, session, id, trail: Trail::default(), request };
    Ok(Entered { call, refused })
}

/// Counts a refusal of a request without a session, where one is needed. Asking for the own session is not counted:
/// every page does that by itself.
fn counted(desk: &Desk, denial: Denial, endpoint: Endpoint) -> Result<(), Failure> {
    match endpoint.access() {
        Access::LoggedIn | Access::Only(_) if endpoint != Endpoint::Session => {
            audit::count(desk, denial, endpoint, None)
        }
        Access::Anyone | Access::Token | Access::LoggedIn | Access::Only(_) => Ok(()),
    }
}
