//! Delivering a report: the request, and what comes of it.
use super::{
    instance::read_instance,
    page::{Page, Step},
    saved::{self, KeptReceipt},
    store::{Sending, Store},
};
use crate::{
    browser,
    client::{Call, Failure},
    messages,
    route::Router,
};
use leptos::{prelude::*, task::spawn_local};
use shared::{
    contract::{Endpoint, Problem, ProblemKind, Receipt},
    report::{Draft, Finding, VttState, vtt_needed},
};

/// The id of the place where it is told how sending goes.
pub const STATE: &str = "hoe-het-gaat";
/// The id of the place where it is told what is missing.
pub const MISSING: &str = "wat-ontbreekt";

/// Tries to send: first what is missing is told, then the report goes out.
pub fn start(store: Store, router: Router) {
    for step in Step::ALL {
        store.try_step(step);
    }
    if Step::ALL.into_iter().any(|step| !store.errors(step).is_empty()) {
        request_animation_frame(|| browser::focus(MISSING));
        return;
    }
    store.sending.set(Sending::Busy);
    spawn_local(async move {
        match deliver(store).await {
            Ok(receipt) => arrived(store, router, receipt),
            Err(failure) => {
                let place = not_arrived(store, failure);
                // once it stands there
                request_animation_frame(move || browser::focus(place));
            }
        }
    });
}

/// The secret is made once and kept before anything is sent: a try after a lost answer, or after a reload, is the same
/// report with the same code.
async fn deliver(store: Store) -> Result<Receipt, Failure> {
    read_instance(store).await?;
    let key = store.key.get_untracked().or_else(browser::secret).ok_or(Failure::NoKey)?;
    store.key.set(Some(key.clone()));
    let draft = store.draft.get_untracked();
    saved::keep(&saved::Saved { draft: draft.clone(), key: Some(key.clone()), at: browser::now().millis() });
    Ok(Call::to(Endpoint::SendReport).key(&key).send::<_, Receipt>(&draft).await?.body)
}

fn arrived(store: Store, router: Router, receipt: Receipt) {
    let call_veilig_thuis = still_to_call(&store.draft.read_untracked());
    saved::keep_receipt(&KeptReceipt { receipt, call_veilig_thuis });
    store.wipe();
    router.replace(Page::Receipt.path());
}

fn still_to_call(draft: &Draft) -> bool {
    vtt_needed(draft.minor, draft.acute) && draft.vtt.state != Some(VttState::Reported)
}

/// Takes up what went wrong; gives the id of the place where it is told.
fn not_arrived(store: Store, failure: Failure) -> &'static str {
    let found: Vec<Finding> = failure.problem().into_iter().flat_map(told).collect();
    let earlier = failure.problem().and_then(earlier_code);
    if let Some(code) = earlier {
        store.sending.set(Sending::EarlierVersionIsIn(code));
    } else if found.is_empty() {
        store.sending.set(Sending::Failed(failure));
    } else {
        store.sending.set(Sending::Idle);
        store.told(found);
        return MISSING;
    }
    STATE
}

fn earlier_code(problem: &Problem) -> Option<String> {
    problem.ontvangstcode.clone().filter(|_| problem.parsed_kind() == Some(ProblemKind::KeyReused))
}

/// The findings of the server, at our fields.
fn told(problem: &Problem) -> impl Iterator<Item = Finding> {
    problem.findings().filter_map(|(pointer, code)| Some(Finding { field: messages::field_of(pointer)?, code }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::{
        contract::examples,
        report::{Field, FindingCode, Known},
    };

    #[test]
    fn the_reminder_is_for_who_has_not_reported_to_veilig_thuis() {
        let mut draft = examples::draft();
        assert!(!still_to_call(&draft));
        draft.minor = Some(Known::Unknown);
        draft.vtt.state = Some(VttState::Advised);
        assert!(still_to_call(&draft));
        draft.vtt.state = Some(VttState::Reported);
        assert!(!still_to_call(&draft));
    }

    #[test]
    fn findings_of_the_server_land_at_our_fields() {
        let problem = Problem::new(ProblemKind::InvalidReport, "").with("/signalen/0/id", "onbekend-signaal", "").with(
            "/anders",
            "verplicht",
            "",
        );
        let found: Vec<Finding> = told(&problem).collect();
        assert_eq!(found, [Finding { field: Field::Ticks, code: FindingCode::UnknownIndicator }]);
    }
}
