//! The second person: an AF or the FG reviews a request for access, and confirms or refuses it.
use super::{
    flat::{StoredAsked, Wanted},
    list::{all, change, update},
    namesakes::{doubles, namesakes},
    staffed::open_when_staffed,
    stored::StoredAccount,
};
use crate::Desk;
use kit::Failure;
use shared::{
    contract::{AccessAnswer, AccessGiven, AccessPage, AccessRequest, AccountDone, FunctionChange, ProblemKind},
    id::{AccountId, Revision},
    text::{Line, Login},
};

/// How long granted access is shown on the start pages.
const SHOWN_SECONDS: i64 = 30 * 24 * 3600;

/// Waiting requests and granted access, as this person sees them. Access that reads content, confirms others or asks
/// for accounts is shown until this person has said that they saw it; other access for thirty days.
///
/// # Errors
/// As [`all`].
pub fn page(desk: &Desk, viewer: &AccountId) -> Result<AccessPage, Failure> {
    let (accounts, now) = (all(desk)?, desk.now());
    let name = |id: &AccountId| accounts.iter().find(|account| account.id == *id).map(|account| account.name.clone());
    let requests = accounts.iter().filter_map(|account| request(account, viewer, &accounts)).collect();
    let mut given: Vec<AccessGiven> =
        accounts.iter().filter_map(|account| self::given(account, viewer, name)).collect();
    given.retain(|given| given.unseen || now < given.at.plus_seconds(SHOWN_SECONDS));
    given.sort_by_key(|given| std::cmp::Reverse(given.at));
    Ok(AccessPage { requests, given, namesakes: doubles(&accounts) })
}

fn request(account: &StoredAccount, viewer: &AccountId, accounts: &[StoredAccount]) -> Option<AccessRequest> {
    let asked = account.asked()?;
    Some(AccessRequest {
        id: account.id.clone(),
        revision: account.revision,
        name: account.name.clone(),
        login: account.login.clone(),
        role: account.role,
        kind: account.kind_of(asked),
        function: account.function.clone(),
        change: change_in(account, asked),
        reason: reason_in(asked),
        asked_by: asker(account, asked, accounts)?,
        asked_at: asked.at,
        namesakes: namesakes(account, accounts),
        may_answer: may_answer(account, viewer),
    })
}

/// Whoever asked, by name. Nobody asks for their own account again: where it says so, the server did.
fn asker(account: &StoredAccount, asked: &StoredAsked, accounts: &[StoredAccount]) -> Option<Line> {
    if asked.by == account.id && !account.has_arrived() {
        return Line::parse("de beheerder van de server").ok();
    }
    accounts.iter().find(|other| other.id == asked.by).map(|other| other.name.clone())
}

fn change_in(account: &StoredAccount, asked: &StoredAsked) -> Option<FunctionChange> {
    match &asked.wanted {
        Wanted::Function { to } => Some(FunctionChange { from: account.function.clone(), to: to.clone() }),
        Wanted::Access | Wanted::Departure { .. } => None,
    }
}

fn reason_in(asked: &StoredAsked) -> Option<Line> {
    match &asked.wanted {
        Wanted::Departure { reason } => Some(reason.clone()),
        Wanted::Access | Wanted::Function { .. } => None,
    }
}

fn given(
    account: &StoredAccount,
    viewer: &AccountId,
    name: impl Fn(&AccountId) -> Option<Line>,
) -> Option<AccessGiven> {
    let given = account.given.as_ref()?;
    Some(AccessGiven {
        id: account.id.clone(),
        revision: account.revision,
        change: given.function.clone(),
        reason: account.departure().map(|departure| departure.reason.clone()),
        unseen: account.is_unseen_by(viewer),
        name: account.name.clone(),
        role: account.role,
        kind: given.kind,
        asked_by: given.asked_by.as_ref().and_then(&name),
        confirmed_by: given.confirmed_by.as_ref().and_then(&name),
        at: given.at,
    })
}

/// Nobody answers their own request, and the person who asked is not the second person.
fn may_answer(account: &StoredAccount, who: &AccountId) -> bool {
    account.id != *who && account.asked().is_some_and(|asked| asked.by != *who)
}

/// A new invitation from the server, without a second person: no component calls this. A work account that had access
/// before, and waits since everybody was let in anew, needs none: it is let in.
///
/// # Errors
/// A 404 for a log-in name that nobody has, a 409 for a blocked account and for a work account that is new.
pub fn invite_on_server(desk: &Desk, login: &Login) -> Result<AccountDone, Failure> {
    let named = |account: &StoredAccount| account.login.folded() == login.folded();
    let account = all(desk)?.into_iter().find(named).ok_or_else(Failure::not_found)?;
    let at = desk.now();
    let (account, invitation) = change(desk, &account.id, account.revision, |account| account.let_in_on_server(at))?;
    Ok(AccountDone { account: account.view(), invitation })
}

/// The request on an account, if one waits.
///
/// # Errors
/// As [`all`].
pub fn request_on(desk: &Desk, id: &AccountId, viewer: &AccountId) -> Result<Option<AccessRequest>, Failure> {
    let accounts = all(desk)?;
    Ok(accounts.iter().find(|account| account.id == *id).and_then(|account| request(account, viewer, &accounts)))
}

/// This person has seen the access that was given. At the set-up the FG's last look opens the instance for reports.
fn see(desk: &Desk, id: &AccountId, revision: Revision, by: &AccountId) -> Result<AccountDone, Failure> {
    let done = note_seen(desk, id, revision, by)?;
    open_when_staffed(desk)?;
    Ok(done)
}

fn note_seen(desk: &Desk, id: &AccountId, revision: Revision, by: &AccountId) -> Result<AccountDone, Failure> {
    update(desk, |accounts| {
        let account = accounts.iter_mut().find(|account| account.id == *id).ok_or_else(Failure::not_found)?;
        // the revision stays: what others do with the account does not depend on who saw it
        if account.revision != revision {
            return Err(Failure::of(ProblemKind::Stale, "Er is intussen iets veranderd. Bekijk het opnieuw."));
        }
        let given = account.given.as_mut().ok_or_else(Failure::not_found)?;
        if !given.seen_by.contains(by) {
            given.seen_by.push(by.clone());
        }
        Ok(AccountDone { account: account.view(), invitation: None })
    })
}

/// Confirms or refuses, on the given revision, or notes that access that was given has been seen. The person who
/// confirms gets the second half of the invitation and hands it over; a work account needs none.
///
/// # Errors
/// 404 when there is no request, 412 for another revision, 403 when the caller may not answer this one.
pub fn answer(
    desk: &Desk,
    id: &AccountId,
    revision: Revision,
    answer: AccessAnswer,
    by: &AccountId,
) -> Result<AccountDone, Failure> {
    let confirmed = match answer {
        AccessAnswer::Confirm => true,
        AccessAnswer::Refuse => false,
        AccessAnswer::Seen => return see(desk, id, revision, by),
    };
    let at = desk.now();
    let (account, invitation) = change(desk, id, revision, |account| {
        let asked = account.asked().cloned().ok_or_else(Failure::not_found)?;
        if !may_answer(account, by) {
            let detail = "Hier is iemand anders voor nodig: niemand beslist over de eigen toegang.";
            return Err(Failure::of(ProblemKind::Forbidden, detail));
        }
        if confirmed {
            return account.agree(asked, by, at);
        }
        account.turn(|life| life.pend(None));
        Ok(None)
    })?;
    Ok(AccountDone { account: account.view(), invitation })
}
