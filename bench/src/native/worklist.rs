//! `GET dossiers`: the first page of the open ones.

use super::state::State;
use axum::extract::Request;
use axum::response::Response;
use desk::account::{ACCOUNTS, StoredAccount};
use desk::login::session::COOKIE;
use http::HeaderMap;
use kit::store::cell::{self, Cases, Cell};
use kit::{Failure, clock, inbox::secret::token_hash, web::routes::answer};
use serde::Deserialize;
use shared::{
    access::Role,
    case::Row,
    contract::{CasePage, Endpoint, OfficerView, PAGE_SIZE, ProblemKind},
    id::AccountId,
    moment::Moment,
};
use std::collections::BTreeSet;

/// What of a stored session is looked at.
#[derive(Deserialize)]
struct Session {
    account: AccountId,
    #[serde(rename = "tijdperk")]
    epoch: u32,
    #[serde(rename = "begonnen")]
    began: Moment,
    #[serde(rename = "gezien")]
    seen: Moment,
}

/// How far taking in has come.
#[derive(Default, Deserialize)]
struct TakenIn {
    #[serde(rename = "tot")]
    done: i64,
}

/// The worklist, for an AF who is logged in.
pub(super) async fn list(state: &State, request: Request) -> Result<Response, Failure> {
    let accounts: Vec<StoredAccount> = state.desk.cases.get(&ACCOUNTS)?.unwrap_or_default();
    admit(state, request.headers(), &accounts)?;
    let done = state.desk.cases.get(&cell::take_in::<TakenIn>())?.unwrap_or_default().done;
    if state.arrived()? > done {
        return Err(Failure::Internal("something waits to be taken in, which this server can't"));
    }
    let mut open = open_rows(state)?;
    let (today, count) = (clock::now().day(), open.len());
    let fresh = open.iter().filter(|row| row.fresh).count();
    open.sort_by_cached_key(|row| row.order(today, &state.calendar));
    open.truncate(PAGE_SIZE);
    let next_page = (count > PAGE_SIZE).then_some(2);
    let view = |account: StoredAccount| OfficerView { id: account.id, name: account.name, active: !account.blocked };
    let officers = accounts.into_iter().filter(|account| account.role == Role::Officer).map(view).collect();
    // as for an AF with a fresh list: every open case is nobody's, so none is a colleague's
    let (rows, others) = (open.into_iter().map(Row::sent).collect(), Vec::new());
    Ok(answer(Endpoint::Cases, &CasePage { rows, others, today, fresh, open: count, next_page, due: 0, officers }))
}

fn admit(state: &State, headers: &HeaderMap, accounts: &[StoredAccount]) -> Result<(), Failure> {
    let refused = || Failure::of(ProblemKind::NotLoggedIn, "Log in en probeer het opnieuw.");
    let token = kit::web::headers::cookie(headers, COOKIE).ok_or_else(refused)?;
    let session: Session = state.desk.cases.get(&cell::session(&token_hash(token)))?.ok_or_else(refused)?;
    let now = clock::now();
    let over = now >= session.began.plus_seconds(9 * 3600) || now >= session.seen.plus_seconds(30 * 60);
    let holds = |a: &StoredAccount| a.id == session.account && a.epoch == session.epoch && !a.blocked;
    let officer = accounts.iter().find(|account| holds(account)).filter(|account| account.role == Role::Officer);
    if over || officer.is_none() { Err(refused()) } else { Ok(()) }
}

fn open_rows(state: &State) -> Result<Vec<Row>, Failure> {
    let chunks: BTreeSet<u32> = state.desk.cases.get(&cell::open())?.unwrap_or_default();
    let cells: Vec<Cell<Cases, Vec<Row>>> = chunks.into_iter().map(cell::rows).collect();
    let mut open = Vec::new();
    for (_, rows) in state.desk.cases.get_many(&cells)? {
        open.extend(rows.into_iter().filter(Row::is_open));
    }
    Ok(open)
}
