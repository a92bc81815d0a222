//! Who is logged in. The browser holds a random token in a `__Host-` cookie; the store holds only its hash.
use crate::{Failure, Kit, account, clock, headers, key, password, practice, secret::token_hash, vault::Change};
use http::{HeaderMap, HeaderValue};
use serde::{Deserialize, Serialize};
use shared::{
    access::Role,
    contract::{Credentials, ProblemKind, SessionView},
    id::AccountId,
    moment::Moment,
    text::Line,
};

/// The cookie's name; the prefix makes the browser insist on Secure, Path=/ and no Domain.
pub const COOKIE: &str = "__Host-meldroute";
/// A session ends nine hours after log-in, whatever one does: a working day.
const ABSOLUTE_SECONDS: i64 = 9 * 3600;
/// And after thirty minutes without a request.
const IDLE_SECONDS: i64 = 30 * 60;
/// How stale "last seen" may be before it is written again.
const SEEN_SECONDS: i64 = 60;

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

/// Somebody who is logged in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Who.
    pub account: AccountId,
    /// By which name.
    pub name: Line,
    /// As what.
    pub role: Role,
    /// Until when at most.
    pub ends: Moment,
    key: String,
}

impl Session {
    /// What the one who is logged in sees of it.
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
pub fn of(kit: &Kit, headers: &HeaderMap) -> Result<Option<Session>, Failure> {
    let Some(token) = token_of(headers) else { return Ok(None) };
    let key = key::session(&token_hash(token));
    let Some(stored) = kit.cases.get::<StoredSession>(&key)? else { return Ok(None) };
    let now = (kit.now)();
    let ends = stored.began.plus_seconds(ABSOLUTE_SECONDS);
    if now >= ends || now >= stored.seen.plus_seconds(IDLE_SECONDS) {
        kit.cases.delete_many(&[key])?;
        return Ok(None);
    }
    let accounts = account::all(kit)?;
    let holds = |a: &&account::StoredAccount| a.id == stored.account && a.epoch == stored.epoch && !a.blocked;
    let Some(account) = accounts.iter().find(holds) else { return Ok(None) };
    if now >= stored.seen.plus_seconds(SEEN_SECONDS) {
        kit.cases.update(&key, |current: Option<StoredSession>| {
            // gone meanwhile: logged out in another window; it must not come back
            Ok(current.map_or(Change::Keep(()), |current| Change::Write(StoredSession { seen: now, ..current }, ())))
        })?;
    }
    let (name, role) = (account.name.clone(), account.role);
    Ok(Some(Session { account: stored.account, name, role, ends, key }))
}

/// Logs in: answers the session and the cookie's value.
///
/// # Errors
/// The same 401 for an unknown name, a wrong password and a blocked account, after the same work.
pub fn log_in(kit: &Kit, credentials: &Credentials) -> Result<(Session, HeaderValue), Failure> {
    practice::check(kit)?;
    let accounts = account::all(kit)?;
    let account = accounts.iter().find(|account| account.login.folded() == credentials.login.folded());
    let right = password::matches(&credentials.password, account.map(|account| account.password.as_str()));
    let account = account.filter(|account| right && !account.blocked).ok_or_else(|| {
        Failure::of(ProblemKind::WrongCredentials, "Kijk of je inlognaam en wachtwoord kloppen en probeer het opnieuw.")
    })?;
    let token = clock::hex(&clock::random::<32>()?);
    let (now, key) = ((kit.now)(), key::session(&token_hash(&token)));
    let stored = StoredSession { account: account.id.clone(), epoch: account.epoch, began: now, seen: now };
    kit.cases.set(&key, &stored)?;
    let ends = now.plus_seconds(ABSOLUTE_SECONDS);
    let session = Session { account: account.id.clone(), name: account.name.clone(), role: account.role, ends, key };
    Ok((session, cookie(&token, "")?))
}

/// Logs out: the session is gone, and the cookie that removes the cookie.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn log_out(kit: &Kit, session: &Session) -> Result<HeaderValue, Failure> {
    kit.cases.delete_many(std::slice::from_ref(&session.key))?;
    cookie("", "; Max-Age=0")
}

fn cookie(value: &str, extra: &str) -> Result<HeaderValue, Failure> {
    let text = format!("{COOKIE}={value}; Path=/; Secure; HttpOnly; SameSite=Strict{extra}");
    HeaderValue::from_str(&text).map_err(|_| Failure::Internal("a cookie could not be written"))
}
