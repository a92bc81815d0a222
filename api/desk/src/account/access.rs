//! The second person: an AF or the FG reviews a request for access, and confirms or refuses it.
use super::{
    list::{all, change},
    namesakes::{doubles, namesakes},
    stored::StoredAccount,
};
use crate::Desk;
use kit::Failure;
use shared::{
    contract::{AccessAnswer, AccessGiven, AccessKind, AccessPage, AccessRequest, AccountDone, ProblemKind},
    id::{AccountId, Revision},
    text::{Line, Login},
};

/// How long granted access is shown on the start pages.
const SHOWN_SECONDS: i64 = 30 * 24 * 3600;

/// Waiting requests and recently granted access, as this person sees them.
///
/// # Errors
/// As [`all`].
pub fn page(desk: &Desk, viewer: &AccountId) -> Result<AccessPage, Failure> {
    let (accounts, now) = (all(desk)?, desk.now());
    let name = |id: &AccountId| accounts.iter().find(|account| account.id == *id).map(|account| account.name.clone());
    let requests = accounts.iter().filter_map(|account| request(account, viewer, &accounts)).collect();
    let recent = |account: &&StoredAccount| {
        account.given.as_ref().is_some_and(|given| now < given.at.plus_seconds(SHOWN_SECONDS))
    };
    let mut given: Vec<AccessGiven> =
        accounts.iter().filter(recent).filter_map(|account| self::given(account, name)).collect();
    given.sort_by_key(|given| std::cmp::Reverse(given.at));
    Ok(AccessPage { requests, given, namesakes: doubles(&accounts) })
}

fn request(account: &StoredAccount, viewer: &AccountId, accounts: &[StoredAccount]) -> Option<AccessRequest> {
    let asked = account.asked()?;
    let asker = accounts.iter().find(|other| other.id == asked.by)?;
    Some(AccessRequest {
        id: account.id.clone(),
        revision: account.revision,
        name: account.name.clone(),
        login: account.login.clone(),
        role: account.role,
        kind: account.kind(),
        asked_by: asker.name.clone(),
        asked_at: asked.at,
        namesakes: namesakes(account, accounts),
        may_answer: may_answer(account, viewer),
    })
}

fn given(account: &StoredAccount, name: impl Fn(&AccountId) -> Option<Line>) -> Option<AccessGiven> {
    let given = account.given.as_ref()?;
    Some(AccessGiven {
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

/// A new invitation from the server, without a second person: no component calls this.
///
/// # Errors
/// A 404 for a log-in name that nobody has, a 409 for a blocked account.
pub fn invite_on_server(desk: &Desk, login: &Login) -> Result<AccountDone, Failure> {
    let named = |account: &StoredAccount| account.login.folded() == login.folded();
    let account = all(desk)?.into_iter().find(named).ok_or_else(Failure::not_found)?;
    let at = desk.now();
    let (account, invitation) = change(desk, &account.id, account.revision, |account| account.invite(None, None, at))?;
    Ok(AccountDone { account: account.view(), invitation: Some(invitation) })
}

/// Confirms or refuses, on the given revision. The person who confirms gets the invitation and hands it over; a work
/// account needs none.
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
    let at = desk.now();
    let (account, invitation) = change(desk, id, revision, |account| {
        let asked_by = account.asked().map(|asked| asked.by.clone()).ok_or_else(Failure::not_found)?;
        if !may_answer(account, by) {
            let detail = "Hier is iemand anders voor nodig: niemand beslist over de eigen toegang.";
            return Err(Failure::of(ProblemKind::Forbidden, detail));
        }
        match answer {
            AccessAnswer::Confirm => match account.kind() {
                AccessKind::Work | AccessKind::Unblocked => {
                    account.opened_by(asked_by, by.clone(), at);
                    Ok(None)
                }
                AccessKind::New | AccessKind::Again | AccessKind::Linked => {
                    account.invite(Some(asked_by), Some(by.clone()), at).map(Some)
                }
            },
            AccessAnswer::Refuse => {
                account.turn(|life| life.pend(None));
                Ok(None)
            }
        }
    })?;
    Ok(AccountDone { account: account.view(), invitation })
}
