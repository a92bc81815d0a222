//! Logging in with a work account. These endpoints are browser navigation, so every answer leads to a page. The address
//! to which the provider redirects contains a code, so the browser leaves it at once.
use axum::response::Response;
use desk::{
    Desk,
    account::{self, StoredAccount},
    audit,
    entrance::{Call, redirect},
    login::{
        limit,
        oidc::{self, Person, Refused, Returned, Settings},
        session,
    },
};
use http::{HeaderValue, header};
use kit::{
    Failure,
    inbox::practice,
    web::{headers, origin},
};
use shared::{
    audit::Denial,
    contract::{Endpoint, WorkAccountRefusal},
};

/// Redirects to the provider.
pub async fn begin(call: Call) -> Result<Response, Failure> {
    let begun = Settings::read(&call.desk).and_then(|settings| {
        practice::check(&call.desk.inbox)?;
        oidc::begin(&call.desk, &settings, &return_to(&call)?)
    });
    let (address, cookie) = match begun {
        Ok(begun) => begun,
        Err(refused) => return Ok(redirect::refused(refused)),
    };
    let mut response = redirect::see_other(&address)?;
    response.headers_mut().insert(header::SET_COOKIE, cookie);
    Ok(response)
}

/// Back from the provider: a session, or a reason on the log-in page. The session's cookie is Strict and so is not sent
/// with the page that follows; that page needs none, and its API requests come from our own site.
pub async fn finish(call: Call) -> Result<Response, Failure> {
    let mut response = match come_back(&call) {
        Ok(cookie) => {
            let mut response = redirect::see_other(redirect::HOME)?;
            response.headers_mut().insert(header::SET_COOKIE, cookie);
            response
        }
        Err(refused) => redirect::refused(refused),
    };
    response.headers_mut().append(header::SET_COOKIE, oidc::forget()?);
    Ok(response)
}

fn come_back(call: &Call) -> Result<HeaderValue, Refused> {
    let (desk, request) = (&call.desk, &call.request);
    let settings = Settings::read(desk)?;
    practice::check(&desk.inbox)?;
    let attempt = limit::guard_work_account(desk, &limit::Caller::of(request.headers()))?;
    let returned = Returned::parse(request.uri().query().unwrap_or_default());
    let cookie = headers::cookie(request.headers(), oidc::COOKIE);
    let account = match who(call, &settings, &returned, cookie) {
        Ok(account) => account,
        Err(refused) => {
            attempt.failed(desk)?;
            return Err(refused);
        }
    };
    let (session, cookie) = session::open(desk, &account)?;
    session::leave_behind(desk, request.headers())?;
    audit::note(desk, Endpoint::WorkAccountReturn, Some(&session.account), &session.account)?;
    attempt.passed(desk)?;
    Ok(cookie)
}

/// The account of the person who came back, if they may log in. Otherwise a refusal of a known person leaves an audit
/// line, and one of an unknown person is counted.
fn who(call: &Call, settings: &Settings, returned: &Returned, cookie: Option<&str>) -> Result<StoredAccount, Refused> {
    let desk = &call.desk;
    let person = match oidc::finish(desk, settings, returned, cookie, &return_to(call)?) {
        Err(Refused::Check(refusal)) => {
            audit::count(desk, Denial::WorkAccount, Endpoint::WorkAccountReturn, None)?;
            return Err(refusal.into());
        }
        finished => finished?,
    };
    match admit(desk, &person) {
        Err(Refused::Check(refusal)) => Err(turn_away(desk, &person, refusal)?.into()),
        admitted => admitted,
    }
}

fn admit(desk: &Desk, person: &Person) -> Result<StoredAccount, Refused> {
    account::work::admit(desk, &person.fingerprint, person.name.as_ref(), person.role?)
}

/// A known person who is refused: this leaves an audit line, and a person without a role loses their sessions.
fn turn_away(desk: &Desk, person: &Person, refusal: WorkAccountRefusal) -> Result<WorkAccountRefusal, Failure> {
    let Some(id) = account::work::find(desk, &person.fingerprint)? else {
        audit::count(desk, Denial::WorkAccount, Endpoint::WorkAccountReturn, None)?;
        return Ok(refusal);
    };
    if matches!(refusal, WorkAccountRefusal::NoRole | WorkAccountRefusal::ManyRoles) {
        account::work::dismiss(desk, &id)?;
    }
    audit::note_refused(desk, Endpoint::WorkAccountReturn, &id)?;
    Ok(refusal)
}

/// Our own address for [`finish`], as the browser knows it.
fn return_to(call: &Call) -> Result<String, Failure> {
    let own = origin::own_site(call.request.headers()).ok_or(Failure::Internal("the host does not say where it is"))?;
    Ok(format!("{own}{}", Endpoint::WorkAccountReturn.url("")))
}
