//! Sessions. The browser holds a random token in a `__Host-` cookie; the store holds only its hash.
use crate::{
    Desk,
    account::{self, StoredAccount, credential},
    audit,
};
use http::{HeaderMap, HeaderValue};
use kit::{
    Failure, clock, hex,
    inbox::{practice, secret::token_hash},
    store::{
        Change,
        cell::{self, Cases, Cell},
    },
    web::headers,
};
use serde::{Deserialize, Serialize};
use shared::{
    access::Role,
    audit::Denial,
    contract::{Credentials, Endpoint, ProblemKind, SessionView},
    id::AccountId,
    moment::Moment,
    session::{IDLE_SECONDS, SEEN_SECONDS},
    text::Line,
};

/// The cookie's name; the prefix makes the browser insist on Secure, Path=/ and no Domain.
pub const COOKIE: &str = "__Host-meldroute";
/// A session ends nine hours after log-in, whatever one does: a working day.
const ABSOLUTE_SECONDS: i64 = 9 * 3600;

/// The header of requests that a page makes by itself, such as the worklist's every minute: they are no user activity.
pub const BY_ITSELF: &str = "meldroute-by-itself";

/// A session as stored.
#[derive(Clone, Serialize, Deserialize)]
struct StoredSession {
    account: AccountId,
    #[serde(rename = "tijdperk")]
    epoch: u32,
    #[serde(rename = "begonnen")]
    began: Moment,
    #[serde(rename = "gezien")]
    seen: Moment,
}

impl StoredSession {
    /// The cell of the session with this token.
    fn cell(token: &str) -> Cell<Cases, Self> {
        cell::session(&token_hash(token))
    }
}

/// Somebody who is logged in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// The account that logged in.
    pub account: AccountId,
    /// The person's name.
    pub name: Line,
    /// The role that the account has.
    pub role: Role,
    /// The latest moment at which it ends.
    pub ends: Moment,
    cell: Cell<Cases, StoredSession>,
}

impl Session {
    /// Somebody who is logged in, without a cookie.
    #[cfg(test)]
    pub(crate) fn of_test(account: AccountId, role: Role) -> Self {
        let name = Line::parse("Iemand Verzonnen").expect("a name");
        Self { account, name, role, ends: Moment::from_millis(i64::MAX), cell: StoredSession::cell("") }
    }

    /// The session as its user sees it.
    #[must_use]
    pub fn view(&self) -> SessionView {
        SessionView { id: self.account.clone(), name: self.name.clone(), role: self.role, ends: self.ends }
    }
}

pub(crate) fn token_of(headers: &HeaderMap) -> Option<&str> {
    let token = headers::cookie(headers, COOKIE)?;
    (token.len() == 64 && token.bytes().all(|b| b.is_ascii_hexdigit())).then_some(token)
}

/// The session of a request, if it has one that still holds.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn of(desk: &Desk, headers: &HeaderMap) -> Result<Option<Session>, Failure> {
    let Some(token) = token_of(headers) else { return Ok(None) };
    let cell = StoredSession::cell(token);
    // one that cannot be read has ended: its user logs in again
    let stored: Option<StoredSession> = desk.cases.get(&cell).or_else(|failure| failure.unless_damaged(None))?;
    let Some(stored) = stored else { return Ok(None) };
    let now = desk.now();
    let ends = stored.began.plus_seconds(ABSOLUTE_SECONDS);
    if now >= ends || now >= stored.seen.plus_seconds(IDLE_SECONDS) {
        desk.cases.delete(&cell)?;
        return Ok(None);
    }
    let accounts = account::all(desk)?;
    let holds = |a: &&StoredAccount| a.id == stored.account && a.epoch == stored.epoch && a.can_log_in();
    let Some(account) = accounts.iter().find(holds) else { return Ok(None) };
    if now >= stored.seen.plus_seconds(SEEN_SECONDS) && !headers.contains_key(BY_ITSELF) {
        desk.cases.update(&cell, |current| {
            // gone meanwhile: logged out in another window; it must not come back
            Ok(current.map_or(Change::Keep(()), |current| Change::Write(StoredSession { seen: now, ..current }, ())))
        })?;
    }
    let (name, role) = (account.name.clone(), account.role);
    Ok(Some(Session { account: stored.account, name, role, ends, cell }))
}

/// The answer to every log-in that fails.
#[must_use]
pub fn wrong() -> Failure {
    let detail = "Kijk of je inlognaam, wachtwoord en code kloppen en probeer het opnieuw. Elke code werkt één keer.";
    Failure::of(ProblemKind::WrongCredentials, detail)
}

/// Logs in with name, password and code: answers the session and the cookie's value.
///
/// # Errors
/// 403 where passwords are not used; as [`prove`].
pub fn log_in(desk: &Desk, credentials: &Credentials) -> Result<(Session, HeaderValue), Failure> {
    practice::check(&desk.inbox)?;
    if !desk.environment().log_in_ways().password {
        return Err(Failure::of(ProblemKind::Forbidden, "Hier log je in met je werkaccount."));
    }
    open(desk, &prove(desk, credentials)?)
}

/// The account that these credentials are of. A refusal is counted in the audit, for the account if there is one with
/// that name.
///
/// # Errors
/// The same 401 for an unknown name, a wrong password, a wrong or used code and a blocked account, after the same work.
pub fn prove(desk: &Desk, credentials: &Credentials) -> Result<StoredAccount, Failure> {
    let accounts = account::all(desk)?;
    let account = accounts.iter().find(|account| account.login.folded() == credentials.login.folded());
    let able = account.filter(|account| account.can_log_in());
    let name = able.and_then(|account| account.credential());
    let proved = credential::prove(desk, name, &credentials.password, &credentials.code)?;
    let Some(able) = able.filter(|_| proved) else {
        audit::count(desk, Denial::LogIn, Endpoint::LogIn, account.map(|account| &account.id))?;
        return Err(wrong());
    };
    Ok(able.clone())
}

/// Opens a session for somebody who showed who it is.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn open(desk: &Desk, account: &StoredAccount) -> Result<(Session, HeaderValue), Failure> {
    account::open_when_staffed(desk)?;
    let token = hex::encode(&clock::random::<32>()?);
    let (now, cell) = (desk.now(), StoredSession::cell(&token));
    let stored = StoredSession { account: account.id.clone(), epoch: account.epoch, began: now, seen: now };
    desk.cases.set(&cell, &stored)?;
    let ends = now.plus_seconds(ABSOLUTE_SECONDS);
    let session = Session { account: account.id.clone(), name: account.name.clone(), role: account.role, ends, cell };
    Ok((session, cookie(&token, "")?))
}

/// Ends the session that a browser brings along to a log-in, whoever's it was: one browser, one session
/// [guideline: ASVS 5 V7.2.4].
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn leave_behind(desk: &Desk, headers: &HeaderMap) -> Result<(), Failure> {
    let Some(token) = token_of(headers) else { return Ok(()) };
    desk.cases.delete(&StoredSession::cell(token))
}

/// Lets this session of an account go on in a new epoch, in which the others are over.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn keep_only(desk: &Desk, session: &Session, epoch: u32) -> Result<(), Failure> {
    desk.cases.update(&session.cell, |stored| {
        Ok(stored.map_or(Change::Keep(()), |stored| Change::Write(StoredSession { epoch, ..stored }, ())))
    })
}

/// Logs out: the session is gone, and the cookie that removes the cookie.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn log_out(desk: &Desk, session: &Session) -> Result<HeaderValue, Failure> {
    desk.cases.delete(&session.cell)?;
    cookie("", "; Max-Age=0")
}

fn cookie(value: &str, extra: &str) -> Result<HeaderValue, Failure> {
    let text = format!("{COOKIE}={value}; Path=/; Secure; HttpOnly; SameSite=Strict{extra}");
    HeaderValue::from_str(&text).map_err(|_| Failure::Internal("a cookie could not be written"))
}
