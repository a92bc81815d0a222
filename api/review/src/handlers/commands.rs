use super::{cases::tagged, detail::detail};
use axum::response::Response;
use kit::{
    Failure, account, body,
    cases::{Saved, load, save},
    routes::{Call, answer},
    secret::{Secret, status_key},
};
use shared::{
    case::{Case, Command, Context, Entry, Event, decide},
    contract::{CommandDone, Endpoint, ProblemKind},
    id::{AccountId, CaseId, Revision},
};

/// A command on a case, decided on the revision that the AF saw.
pub async fn command(call: Call) -> Result<Response, Failure> {
    let who = call.who()?.account.clone();
    let id = CaseId::parse(&call.id).map_err(|_| Failure::not_found())?;
    let revision = body::if_match(call.request.headers())?;
    let key = body::idempotency_key(call.request.headers());
    let command: Command = body::json(call.request).await?;
    let new_code = if command == Command::IssueCode { Some(key?) } else { None };
    call.trail.command(command.kind().as_str());
    let standing = load(&call.kit, &id)?;
    let case = match new_code.as_ref().filter(|secret| was_issued(&standing.value, secret)) {
        Some(_retry) => standing.value,
        None => {
            if standing.value.revision() != revision {
                return Err(stale());
            }
            let entry = decide_now(&call.kit, &standing.value, command, who.clone(), new_code.as_ref())?;
            carry_out(&call.kit, &standing, entry, revision)?
        }
    };
    let dossier = detail(&call.kit, &case, &who)?;
    let done = CommandDone { dossier, code: new_code.map(|secret| secret.code().shown()) };
    Ok(tagged(answer(Endpoint::CommandCase, &done), &done.dossier))
}

/// Whether this secret's code is the one in force: then the request is a retry.
fn was_issued(case: &Case, secret: &Secret) -> bool {
    let is_code = |entry: &Entry| matches!(entry.event, Event::CodeIssued { .. });
    *case.status_key() == status_key(&secret.code()) && case.entries().iter().any(is_code)
}

fn decide_now(
    kit: &kit::Kit,
    case: &Case,
    command: Command,
    actor: AccountId,
    new_code: Option<&Secret>,
) -> Result<Entry, Failure> {
    let now = (kit.now)();
    let profile = kit.profile()?;
    let officers = account::officers(kit)?.into_iter().filter(|officer| officer.active).map(|officer| officer.id);
    let officers: Vec<AccountId> = officers.collect();
    let new_status_key = new_code.map(|secret| status_key(&secret.code()));
    let context = Context {
        actor: &actor,
        today: now.day(),
        sources: &profile.sources,
        officers: &officers,
        new_status_key: new_status_key.as_ref(),
    };
    let event = decide(case, command, &context)?;
    Ok(Entry { at: now, by: actor, event })
}

fn carry_out(
    kit: &kit::Kit,
    standing: &kit::vault::Standing<Case>,
    entry: Entry,
    revision: Revision,
) -> Result<Case, Failure> {
    match save(kit, standing, entry)? {
        Saved::Done(case) => {
            debug_assert!(case.revision() == revision.next());
            Ok(*case)
        }
        Saved::Stale => Err(stale()),
    }
}

fn stale() -> Failure {
    Failure::of(ProblemKind::Stale, "Haal het dossier opnieuw op. Wat je typte staat er nog.")
}
