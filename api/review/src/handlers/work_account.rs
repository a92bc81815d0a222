//! Logging in with a work account. These endpoints are browser navigation, so every answer leads to a page. The address
//! to which the provider redirects contains a code, so the browser leaves it at once.
use axum::response::Response;
use desk::{
    Desk,
    account::{self, work::Admitted},
    audit,
    entrance::{Call, redirect},
    login::{
        cookies, limit, link,
        oidc::{self, Person, Refused, Returned, Settings, Transaction},
        session,
    },
};
use http::{HeaderMap, HeaderValue, header};
use kit::{
    Failure,
    inbox::practice,
    web::{body, origin, routes::answer},
};
use shared::{
    audit::Denial,
    contract::{Credentials, Endpoint, WorkAccountRefusal},
};

/// What the browser does with the answer (Fetch Metadata).
const FETCH_DEST: &str = "sec-fetch-dest";

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

/// Back from the provider: a session, a place to link an unknown work account, or a reason on the log-in page. The
/// cookies are Strict and so are not sent with the page that follows; that page needs none, and its API requests come
/// from our own site.
pub async fn finish(call: Call) -> Result<Response, Failure> {
    let mut response = match come_back(&call) {
        Ok(Landed { place, cookie }) => {
            let mut response = place?;
            response.headers_mut().insert(header::SET_COOKIE, cookie);
            response
        }
        Err(refused) => redirect::refused(refused),
    };
    response.headers_mut().append(header::SET_COOKIE, oidc::forget(&call.desk)?);
    Ok(response)
}

/// Where the browser goes, and what it takes along.
struct Landed {
    place: Result<Response, Failure>,
    cookie: HeaderValue,
}

fn come_back(call: &Call) -> Result<Landed, Refused> {
    let (desk, request) = (&call.desk, &call.request);
    let settings = Settings::read(desk)?;
    practice::check(&desk.inbox)?;
    let returned = Returned::parse(request.uri().query().unwrap_or_default());
    let transaction = recognised(desk, request.headers(), &returned).or_else(|refused| counted(desk, refused))?;
    // only a log-in that began here counts: another site's page can make a whole office send anything else
    let attempt = limit::guard_work_account(desk, &limit::Caller::of(desk, request.headers()))?;
    let admitted = match who(call, &settings, &returned, &transaction) {
        Ok(admitted) => admitted,
        Err(refused) => {
            attempt.failed(desk)?;
            return Err(refused);
        }
    };
    attempt.passed(desk)?;
    Ok(match admitted {
        Admitted::In(account) => {
            let (session, cookie) = session::open(desk, &account)?;
            session::leave_behind(desk, request.headers())?;
            audit::note(desk, Endpoint::WorkAccountReturn, Some(&session.account), &session.account)?;
            Landed { place: redirect::see_other(redirect::HOME), cookie }
        }
        Admitted::Arrived(account) => {
            audit::note_refused(desk, Endpoint::WorkAccountReturn, &account.id)?;
            Landed {
                place: Ok(redirect::refused(WorkAccountRefusal::Arrived.into())),
                cookie: link::ticket(desk, &account)?,
            }
        }
    })
}

/// The log-in that this browser began. A browser that says where the answer goes (Fetch Metadata) goes to a page with
/// it, and does not load it into one.
fn recognised(desk: &Desk, headers: &HeaderMap, returned: &Returned) -> Result<Transaction, Refused> {
    if headers.get_all(FETCH_DEST).iter().any(|dest| dest != "document") {
        return Err(WorkAccountRefusal::NotBegun.into());
    }
    oidc::recognise(desk, returned, cookies::value(desk, headers, oidc::COOKIE))
}

/// A refusal of somebody who is not known is counted.
fn counted<T>(desk: &Desk, refused: Refused) -> Result<T, Refused> {
    if let Refused::Check(_) = refused {
        audit::count(desk, Denial::WorkAccount, Endpoint::WorkAccountReturn, None)?;
    }
    Err(refused)
}

/// The account of the person who came back, if they may log in. Otherwise a refusal of a known person leaves an audit
/// line, and one of an unknown person is counted.
fn who(call: &Call, settings: &Settings, returned: &Returned, transaction: &Transaction) -> Result<Admitted, Refused> {
    let desk = &call.desk;
    let finished = oidc::finish(desk, settings, returned, transaction, &return_to(call)?);
    let person = finished.or_else(|refused| counted(desk, refused))?;
    match admit(desk, &person) {
        Err(Refused::Check(refusal)) => Err(turn_away(desk, &person, refusal)?.into()),
        admitted => admitted,
    }
}

fn admit(desk: &Desk, person: &Person) -> Result<Admitted, Refused> {
    account::work::admit(desk, &person.fingerprint, person.name.as_ref(), person.role?)
}

/// A known person who is refused: this leaves an audit line, and a person without a role loses their sessions.
fn turn_away(desk: &Desk, person: &Person, refusal: WorkAccountRefusal) -> Result<WorkAccountRefusal, Failure> {
    let Some(id) = account::work::find(desk, &person.fingerprint)? else {
        audit::count(desk, Denial::WorkAccount, Endpoint::WorkAccountReturn, None)?;
        return Ok(refusal);
    };
    if matches!(refusal, WorkAccountRefusal::NoRole | WorkAccountRefusal::ManyRoles | WorkAccountRefusal::OtherRole) {
        account::work::dismiss(desk, &id)?;
    }
    audit::note_refused(desk, Endpoint::WorkAccountReturn, &id)?;
    Ok(refusal)
}

/// Logs in with name, password and code, and links the work account with which this browser came. A gemeente that does
/// without passwords still takes one here, once: it says which account the work account belongs to.
pub async fn link(call: Call) -> Result<Response, Failure> {
    let caller = limit::Caller::of(&call.desk, call.request.headers());
    let (desk, headers) = (call.desk, call.request.headers().clone());
    let credentials: Credentials = body::json(call.request).await?;
    practice::check(&desk.inbox)?;
    let arrival = link::arrival(&desk, &headers)?;
    let attempt = limit::guard(&desk, &caller, &credentials.login)?;
    let account = match session::prove(&desk, &credentials) {
        Ok(account) => account,
        Err(refused) => {
            attempt.failed(&desk)?;
            return Err(refused);
        }
    };
    let known = attempt.passed(&desk, &account.id)?;
    let begun = audit::begin_about(&desk, Endpoint::LinkWorkAccount, Some(&account.id), account.id.as_str())?;
    let account = begun.ends(&desk, account::work::link(&desk, &arrival, &account.id))?;
    let (session, cookie) = session::open(&desk, &account)?;
    session::leave_behind(&desk, &headers)?;
    audit::tell_of(&desk, &session.account)?;
    let mut response = answer(Endpoint::LinkWorkAccount, &session.view());
    for cookie in [cookie, known, link::forget(&desk)?] {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}

/// Our own address for [`finish`], as the browser knows it.
fn return_to(call: &Call) -> Result<String, Failure> {
    let own = origin::own_site(call.request.headers()).ok_or(Failure::Internal("the host does not say where it is"))?;
    Ok(format!("{own}{}", Endpoint::WorkAccountReturn.url("")))
}
