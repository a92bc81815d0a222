//! Delivering a report: the request and its result.
use super::{
    super::melding::of_failure,
    instance::read_instance,
    page::Page,
    queue,
    saved::{self, KeptReceipt},
    seal::seal,
    store::{Sending, Store},
    work::{price_of, work},
};
use crate::{
    browser,
    client::{Call, Failure},
    json,
    route::Router,
};
use leptos::{prelude::*, task::spawn_local};
use shared::{
    contract::{Endpoint, Problem, ProblemKind, Receipt, SealedReport},
    report::Draft,
};

/// The id of the place where the page says how sending goes.
pub const STATE: &str = "hoe-het-gaat";
/// The id of the place where the page says what is missing.
pub const MISSING: &str = "wat-ontbreekt";

/// How often a report is computed for before its melder is told to call.
const TIMES: usize = 3;

/// Tries to send: shows what is missing, or sends the report when nothing is.
pub fn start(store: Store, router: Router) {
    if !store.melding.try_to_send() {
        request_animation_frame(|| browser::focus(MISSING));
        return;
    }
    store.sending.set(Sending::Busy);
    spawn_local(async move {
        let place = match deliver(store).await {
            Ok(Some(receipt)) => return arrived(store, router, receipt),
            Ok(None) => {
                store.wipe();
                router.replace(Page::First.path());
                queue::PLACE
            }
            Err(failure) => not_arrived(store, failure),
        };
        // once it is there
        request_animation_frame(move || browser::focus(place));
    });
}

/// The secret is made once and kept in this tab before anything is sent: a try after a lost answer, or after a reload,
/// is the same report with the same code. Gives no receipt for a report that waits from now on.
async fn deliver(store: Store) -> Result<Option<Receipt>, Failure> {
    read_instance(store).await?;
    let before = saved::key();
    // where an earlier version may be in, its melder has to choose
    let changed = before.is_some() && saved::sealed().is_none();
    let key = before.or_else(browser::secret).ok_or(Failure::NoKey)?;
    saved::keep_key(Some(&key));
    store.keeper.now();
    let draft = store.melding.draft.with_untracked(Draft::as_asked);
    let body = match saved::sealed() {
        Some(sealed) => Some(sealed),
        None => seal(store.sealing.get_value(), &key, &draft).await,
    };
    saved::keep_sealed(body.as_deref());
    let held = match &body {
        Some(body) if !changed => queue::hold(&key, body, !draft.alarms().is_empty()).await,
        Some(_) | None => false,
    };
    let sent = send_paid(store, &key, &draft, body.as_deref()).await;
    if held && queue::settle(sent.as_ref()).await {
        return Ok(None);
    }
    sent.map(Some)
}

/// Sends it, and computes for it when the server asks that.
async fn send_paid(store: Store, key: &str, draft: &Draft, sealed: Option<&str>) -> Result<Receipt, Failure> {
    let send = |work| send(key, draft, sealed, work);
    let mut failure = match send(None).await {
        Err(failure) => failure,
        sent => return sent,
    };
    // a phone that slept in between may be asked again
    for _time in 0..TIMES {
        let Some(price) = price_of(&failure) else { break };
        store.sending.set(Sending::Working);
        let Some(done) = work(&price).await else { break };
        store.sending.set(Sending::Busy);
        failure = match send(Some(done)).await {
            Err(failure) => failure,
            sent => return sent,
        };
    }
    Err(failure)
}

/// The same report with the same key, whatever was asked for it before: sealed where this browser can.
async fn send(key: &str, draft: &Draft, sealed: Option<&str>, work: Option<String>) -> Result<Receipt, Failure> {
    let call = Call::to(Endpoint::SendReport).key(key);
    let call = work.iter().fold(call, |call, work| call.work(work));
    let (call, body) = match sealed {
        Some(sealed) => (call.typed(SealedReport::MEDIA_TYPE), sealed.to_owned()),
        None => (call, json::write(draft).map_err(|_| Failure::Unreadable)?),
    };
    Ok(call.send_text::<Receipt>(body).await?.body)
}

fn arrived(store: Store, router: Router, receipt: Receipt) {
    let (call_veilig_thuis, alarms) =
        store.melding.draft.with_untracked(|draft| (draft.has_to_call_veilig_thuis(), draft.alarms()));
    saved::keep_receipt(&KeptReceipt { receipt, call_veilig_thuis, alarms });
    store.wipe();
    router.replace(Page::Receipt.path());
}

/// Takes up what went wrong; gives the id of the place where the page says so.
fn not_arrived(store: Store, failure: Failure) -> &'static str {
    let found = of_failure(&failure);
    let earlier = failure.problem().and_then(earlier_code);
    if let Some(code) = earlier {
        store.sending.set(Sending::EarlierVersionIsIn(code));
    } else if found.is_empty() {
        store.sending.set(Sending::Failed(failure));
    } else {
        store.sending.set(Sending::Idle);
        store.melding.found_by_server(found);
        return MISSING;
    }
    STATE
}

fn earlier_code(problem: &Problem) -> Option<String> {
    problem.ontvangstcode.clone().filter(|_| problem.parsed_kind() == Some(ProblemKind::KeyReused))
}
