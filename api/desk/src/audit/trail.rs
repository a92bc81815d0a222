use super::{PURPOSE, StoredLine, numbers::issue, processing};
use crate::Desk;
use axum::response::Response;
use http::header;
use kit::{Failure, clock, hex};
use shared::{
    audit::{AuditAction, AuditLine, Head, Outcome},
    contract::{Audited, Endpoint, ProblemKind},
    id::{AccountId, CaseId},
    moment::Moment,
    text::Line,
};
use std::sync::{Arc, OnceLock};

/// The audit context: facts that a handler adds to the audit line of its request. A clone writes to the same line.
#[derive(Debug, Clone, Default)]
pub struct Trail {
    action: Arc<OnceLock<AuditAction>>,
    object: Arc<OnceLock<String>>,
    reason: Arc<OnceLock<Line>>,
}

impl Trail {
    /// Sets a more precise action than the endpoint's; the first call counts.
    pub fn action(&self, action: impl Into<AuditAction>) {
        self.action.get_or_init(|| action.into());
    }

    /// Says whose account it is about, where the address does not; the first call counts.
    pub fn about(&self, account: &AccountId) {
        self.object.get_or_init(|| account.as_str().to_owned());
    }

    /// Says which case it is about, where the address does not; the first call counts.
    pub fn about_case(&self, case: &CaseId) {
        self.object.get_or_init(|| case.as_str().to_owned());
    }

    /// Says why, where that was asked, or what exactly was done; the first call counts.
    pub fn because(&self, reason: Line) {
        self.reason.get_or_init(|| reason);
    }
}

/// A line whose number was taken. It is written once the outcome of the work is known.
pub struct Begun {
    number: i64,
    at: Moment,
    actor: Option<AccountId>,
    endpoint: Endpoint,
    action: AuditAction,
    id: String,
    origin: String,
}

/// Takes the line's number before the work; `None` for requests that leave no line.
///
/// # Errors
/// [`Failure::Unavailable`]: without a line nothing is done.
pub fn begin(desk: &Desk, endpoint: Endpoint, actor: Option<&AccountId>, id: &str) -> Result<Option<Begun>, Failure> {
    let action = match endpoint.audited() {
        Audited::Line(action) => action,
        Audited::Noted(_) | Audited::Silent => return Ok(None),
    };
    let number = issue(desk, 1)?;
    let origin = request_to(endpoint);
    Ok(Some(Begun { number, at: desk.now(), actor: actor.cloned(), endpoint, action, id: known_id(id), origin }))
}

/// Writes the audit line of a request without a session, before it is answered: of a log-in, where the actor is known
/// only afterwards, or of an invitation link, without an actor.
///
/// # Errors
/// [`Failure::Unavailable`]: without a line nobody gets in.
pub fn note(desk: &Desk, endpoint: Endpoint, actor: Option<&AccountId>, about: &AccountId) -> Result<(), Failure> {
    note_outcome(desk, (endpoint, request_to(endpoint)), actor, about, Trail::default(), Ok(Response::default()))
        .map(drop)
}

/// Takes the number of a line about an account or a case before the work: for what changes somebody's access, and for
/// an adviser of KMT, who has an account or a link and its code. Work that stops half-way then leaves a gap, which is
/// accounted for.
///
/// # Errors
/// [`Failure::Unavailable`]: without a line nothing is done.
pub fn begin_about(desk: &Desk, endpoint: Endpoint, actor: Option<&AccountId>, about: &str) -> Result<Begun, Failure> {
    begin_from(desk, (endpoint, request_to(endpoint)), actor, about)
}

/// Writes the line for an administrator's command, run outside the application. `endpoint` is the one that would be
/// asked for the same inside it.
///
/// # Errors
/// As [`note`].
pub fn note_on_server(desk: &Desk, endpoint: Endpoint, action: AuditAction, about: &AccountId) -> Result<(), Failure> {
    let trail = Trail::default();
    trail.action(action);
    note_outcome(desk, (endpoint, "meldroute".into()), None, about, trail, Ok(Response::default())).map(drop)
}

/// Writes the line with which the audit of a new root begins: it names the head of everything before it.
///
/// # Errors
/// As [`note`].
pub fn note_new_root(desk: &Desk, head: &Head) -> Result<(), Failure> {
    let (number, at) = (issue(desk, 1)?, desk.now());
    let reason = Line::parse(&head.to_string()).map_err(|_| Failure::Internal("a head is no line"))?;
    let line = AuditLine {
        number,
        at,
        actor: None,
        action: AuditAction::NewRoot,
        object: "logboek".into(),
        outcome: Outcome::Done,
        origin: "meldroute".into(),
        reason: Some(reason),
        trace: hex::encode(&clock::random::<16>()?),
        repeated: None,
    };
    desk.cases.set(&StoredLine::cell(number), &StoredLine::new(line, &desk.derive_anew(PURPOSE)?)?)
}

/// Writes the line of a known person who was not let in.
///
/// # Errors
/// [`Failure::Unavailable`].
pub fn note_refused(desk: &Desk, endpoint: Endpoint, who: &AccountId) -> Result<(), Failure> {
    let refused = Failure::of(ProblemKind::Forbidden, "Deze persoon mag hier niet in.");
    let (origin, trail) = ((endpoint, request_to(endpoint)), Trail::default());
    match note_outcome(desk, origin, Some(who), who, trail, Err(refused.clone())) {
        Err(failure) if failure != refused => Err(failure),
        Ok(_) | Err(_) => Ok(()),
    }
}

fn note_outcome(
    desk: &Desk,
    (endpoint, origin): (Endpoint, String),
    actor: Option<&AccountId>,
    about: &AccountId,
    trail: Trail,
    answer: Result<Response, Failure>,
) -> Result<Response, Failure> {
    begin_from(desk, (endpoint, origin), actor, about.as_str())?.finish(desk, &trail, answer)
}

fn begin_from(
    desk: &Desk,
    (endpoint, origin): (Endpoint, String),
    actor: Option<&AccountId>,
    about: &str,
) -> Result<Begun, Failure> {
    let action = match endpoint.audited() {
        Audited::Line(action) | Audited::Noted(action) => action,
        Audited::Silent => return Err(Failure::Internal("a line was written for an endpoint without one")),
    };
    let (number, id) = (issue(desk, 1)?, about.to_owned());
    Ok(Begun { number, at: desk.now(), actor: actor.cloned(), endpoint, action, id, origin })
}

/// Only values in the form of an id: anything else was typed in a URL.
fn known_id(id: &str) -> String {
    AccountId::parse(id).map(|id| id.as_str().to_owned()).unwrap_or_default()
}

impl Begun {
    /// Writes the line of work without an answer of its own; gives its result back.
    ///
    /// # Errors
    /// That of the work; [`Failure::Unavailable`] when the line could not be written.
    pub fn ends<T>(self, desk: &Desk, work: Result<T, Failure>) -> Result<T, Failure> {
        let answer = work.as_ref().map(|_| Response::default()).map_err(Failure::clone);
        let told = self.finish(desk, &Trail::default(), answer).map(drop);
        work.and_then(|done| told.map(|()| done))
    }

    /// Writes the line; the answer is released only after that.
    ///
    /// # Errors
    /// [`Failure::Unavailable`] instead of the answer when the line could not be written.
    pub fn finish(self, desk: &Desk, trail: &Trail, answer: Result<Response, Failure>) -> Result<Response, Failure> {
        let made = answer.as_ref().ok().and_then(made);
        let about = trail.object.get().cloned();
        let (endpoint, outcome) = (self.endpoint, outcome(&answer));
        let line = AuditLine {
            number: self.number,
            at: self.at,
            actor: self.actor,
            action: trail.action.get().cloned().unwrap_or(self.action),
            object: object(endpoint, about.or(made).unwrap_or(self.id)),
            outcome,
            origin: self.origin,
            reason: trail.reason.get().cloned(),
            trace: hex::encode(&clock::random::<16>()?),
            repeated: None,
        };
        let (trace, at, action) = (line.trace.clone(), line.at, line.action.clone());
        let stored = StoredLine::new(line, &desk.derive(PURPOSE)?)?;
        let mut records = vec![desk.cases.record(&StoredLine::cell(self.number), &stored)?];
        // a refused request showed and changed nothing: it is in the audit, but is no processing
        if outcome == Outcome::Done {
            records.extend(processing::record(desk, (endpoint, &action), at, trace)?);
        }
        desk.cases.set_many(&records).map_err(|_| Failure::Unavailable)?;
        answer
    }
}

/// The id of a created object, from the answer's `Location`.
fn made(response: &Response) -> Option<String> {
    let location = response.headers().get(header::LOCATION)?.to_str().ok()?;
    Some(known_id(location.rsplit('/').next()?))
}

/// Component and route of a request.
pub(super) fn request_to(endpoint: Endpoint) -> String {
    format!("{} {} {}", endpoint.component(), endpoint.method(), endpoint.path())
}

/// The id, or else the list: the first part of the path.
pub(super) fn object(endpoint: Endpoint, id: String) -> String {
    if !id.is_empty() {
        return id;
    }
    endpoint.path().split('/').find(|part| !part.is_empty()).unwrap_or_default().to_owned()
}

fn outcome(answer: &Result<Response, Failure>) -> Outcome {
    match answer {
        Ok(_) => Outcome::Done,
        Err(Failure::Problem(kind, ..)) if kind.status() < 500 => Outcome::Refused,
        Err(Failure::KeyReused(_) | Failure::TooMany { .. } | Failure::Price(_)) => Outcome::Refused,
        Err(Failure::Problem(..))
        | Err(Failure::Unavailable | Failure::Unreadable(_) | Failure::Keys(_) | Failure::Internal(_)) => {
            Outcome::Failed
        }
    }
}
