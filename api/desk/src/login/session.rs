//! Sessions. The browser holds a random token in a `__Host-` cookie; the store holds only its hash.
use super::{cookies, open};
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
};
use serde::{Deserialize, Serialize};
use shared::{
    access::Role,
    audit::Denial,
    contract::{Credentials, Endpoint, ProblemKind, SessionView},
    id::{AccountId, SessionId},
    moment::Moment,
    session::{IDLE_SECONDS, SEEN_SECONDS},
    text::Line,
};

/// The cookie's name at a real instance ([`cookies`]); the prefix makes the browser insist on Secure, Path=/ and no
/// Domain.
pub const COOKIE: &str = "__Host-meldroute";
/// A session ends nine hours after log-in, whatever one does: a working day.
const ABSOLUTE_SECONDS: i64 = 9 * 3600;

/// The header of requests that a page makes by itself, such as the worklist's every minute: they are no user activity.
pub const BY_ITSELF: &str = "meldroute-by-itself";

/// Whether a page made this request by itself.
#[must_use]
pub fn is_by_itself(headers: &HeaderMap) -> bool {
    headers.contains_key(BY_ITSELF)
}

/// A session as stored.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct StoredSession {
    account: AccountId,
    #[serde(rename = "tijdperk")]
    epoch: u32,
    #[serde(rename = "begonnen")]
    pub began: Moment,
    #[serde(rename = "gezien")]
    pub seen: Moment,
}

impl StoredSession {
    /// Whether it ended by itself: too old, or unused for too long.
    fn is_over(&self, now: Moment) -> bool {
        now >= self.began.plus_seconds(ABSOLUTE_SECONDS) || now >= self.seen.plus_seconds(IDLE_SECONDS)
    }

    /// Whether it is worth noting that its user is there.
    fn is_long_unseen(&self, now: Moment) -> bool {
        now >= self.seen.plus_seconds(SEEN_SECONDS)
    }

    /// Whether it lets this account in.
    pub fn holds(&self, account: &StoredAccount, now: Moment) -> bool {
        !self.is_over(now) && account.id == self.account && account.epoch == self.epoch && account.can_log_in()
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
    /// What its user calls it by.
    pub id: SessionId,
    /// When they logged in.
    pub began: Moment,
    /// The hash of its token.
    hash: String,
}

impl Session {
    /// Somebody who is logged in, without a cookie.
    #[cfg(test)]
    pub(crate) fn of_test(account: AccountId, role: Role) -> Self {
        let name = Line::parse("Iemand Verzonnen").expect("a name");
        let (hash, began) = (token_hash(""), Moment::from_millis(0));
        let id = open::id(&hash).expect("an id");
        Self { account, name, role, ends: Moment::from_millis(i64::MAX), id, began, hash }
    }

    fn new(account: &StoredAccount, began: Moment, hash: String) -> Result<Self, Failure> {
        let (name, role, ends) = (account.name.clone(), account.role, began.plus_seconds(ABSOLUTE_SECONDS));
        Ok(Self { account: account.id.clone(), name, role, ends, id: open::id(&hash)?, began, hash })
    }

    fn cell(&self) -> Cell<Cases, StoredSession> {
        cell::session(&self.hash)
    }

    /// The session as its user sees it.
    #[must_use]
    pub fn view(&self) -> SessionView {
        SessionView { id: self.account.clone(), name: self.name.clone(), role: self.role, ends: self.ends }
    }
}

pub(crate) fn token_of<'a>(desk: &Desk, headers: &'a HeaderMap) -> Option<&'a str> {
    let token = cookies::value(desk, headers, COOKIE)?;
    (token.len() == 64 && token.bytes().all(|b| b.is_ascii_hexdigit())).then_some(token)
}

/// The session of a request, if it has one that still holds.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn of(desk: &Desk, headers: &HeaderMap) -> Result<Option<Session>, Failure> {
    let Some(hash) = token_of(desk, headers).map(token_hash) else { return Ok(None) };
    let cell = cell::session(&hash);
    // one that cannot be read has ended: its user logs in again
    let stored: Option<StoredSession> = desk.cases.get(&cell).or_else(|failure| failure.unless_damaged(None))?;
    let Some(stored) = stored else { return Ok(None) };
    let now = desk.now();
    if stored.is_over(now) {
        desk.cases.delete(&cell)?;
        return Ok(None);
    }
    let accounts = account::all(desk)?;
    let Some(account) = accounts.iter().find(|account| stored.holds(account, now)) else { return Ok(None) };
    if stored.is_long_unseen(now) && !is_by_itself(headers) {
        see(desk, &cell, now)?;
    }
    Session::new(account, stored.began, hash).map(Some)
}

/// Notes that the user of a session is there. A page may ask for many things at once: one of them notes it for all.
fn see(desk: &Desk, cell: &Cell<Cases, StoredSession>, now: Moment) -> Result<(), Failure> {
    let noted = desk.cases.update(cell, |current| {
        // gone meanwhile: logged out in another window; it must not come back
        let Some(current) = current.filter(|current| current.is_long_unseen(now)) else { return Ok(Change::Keep(())) };
        Ok(Change::Write(StoredSession { seen: now, ..current }, ()))
    });
    match noted {
        Err(Failure::Problem(ProblemKind::Busy, ..)) => Ok(()),
        other => other,
    }
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

/// Opens a session for somebody who showed who it is. Where they have too many, their oldest one ends.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn open(desk: &Desk, account: &StoredAccount) -> Result<(Session, HeaderValue), Failure> {
    account::open_when_staffed(desk)?;
    let token = hex::encode(&clock::random::<32>()?);
    let (now, hash) = (desk.now(), token_hash(&token));
    // first the list: a session that is listed and not there is no session
    open::began(desk, &account.id, &hash, now)?;
    let session = Session::new(account, now, hash)?;
    let stored = StoredSession { account: account.id.clone(), epoch: account.epoch, began: now, seen: now };
    desk.cases.set(&session.cell(), &stored)?;
    Ok((session, cookie(desk, &token, "")?))
}

/// Ends the session that a browser brings along to a log-in, whoever's it was: one browser, one session
/// [guideline: ASVS 5 V7.2.4].
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn leave_behind(desk: &Desk, headers: &HeaderMap) -> Result<(), Failure> {
    let Some(token) = token_of(desk, headers) else { return Ok(()) };
    desk.cases.delete::<Cases, StoredSession>(&cell::session(&token_hash(token)))
}

/// Lets this session of an account go on in a new epoch, in which the others are over.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn keep_only(desk: &Desk, session: &Session, epoch: u32) -> Result<(), Failure> {
    desk.cases.update(&session.cell(), |stored| {
        Ok(stored.map_or(Change::Keep(()), |stored| Change::Write(StoredSession { epoch, ..stored }, ())))
    })
}

/// Logs out: the session is gone, and the cookie that removes the cookie.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn log_out(desk: &Desk, session: &Session) -> Result<HeaderValue, Failure> {
    desk.cases.delete(&session.cell())?;
    open::ended(desk, &session.account, &session.hash)?;
    cookie(desk, "", "; Max-Age=0")
}

fn cookie(desk: &Desk, value: &str, extra: &str) -> Result<HeaderValue, Failure> {
    let text = format!("{}={value}; Path=/; Secure; HttpOnly; SameSite=Strict{extra}", cookies::name(desk, COOKIE));
    HeaderValue::from_str(&text).map_err(|_| Failure::Internal("a cookie could not be written"))
}
