use super::detail::detail;
use axum::response::Response;
use desk::{
    case::{
        Saved,
        relations::{self, Seen},
        save,
    },
    entrance::Call,
    login::session::Session,
};
use kit::{
    Failure,
    inbox::secret::{Secret, status_key},
    web::{
        body,
        routes::{answer, tagged},
    },
};
use shared::{
    access::{Action, may},
    audit::AuditAction,
    case::{Case, Command, Context, Entry, Event, Refusal, Row, decide},
    contract::{CommandDone, Endpoint},
    id::{AccountId, CaseId, Revision},
};

/// A command on a case, decided on the revision that the AF saw.
pub async fn command(call: Call) -> Result<Response, Failure> {
    let who = call.who()?.clone();
    let id: CaseId = call.id()?;
    let revision = body::if_match(call.request.headers())?;
    let key = body::idempotency_key(call.request.headers());
    let command: Command = body::json(call.request).await?;
    let new_code = if command == Command::IssueCode { Some(key?) } else { None };
    call.trail.action(AuditAction::Command(command.kind()));
    let seen = relations::see(&call.desk, &who, &id, Action::See)?;
    if !may(Some(who.role), Action::of(command.kind()), seen.relation) {
        return Err(Refusal::NotYours.into());
    }
    let case = match new_code.as_ref().filter(|secret| was_issued(&seen.standing.value, secret)) {
        Some(_retry) => seen.standing.value,
        None => {
            if seen.standing.value.revision() != revision {
                return Err(Failure::stale());
            }
            let entry = decide_now(&call.desk, &seen, command, &who, new_code.as_ref())?;
            carry_out(&call.desk, &seen.standing, entry, revision)?
        }
    };
    // what was just done may have taken the case out of sight: given away, or excluded from it
    let visible = may(Some(who.role), Action::See, seen.viewer.relation(&Row::of(&case)));
    let dossier = visible.then(|| detail(&call.desk, &case, &who, &seen.viewer)).transpose()?;
    let done = CommandDone { dossier, code: new_code.map(|secret| secret.code().shown()) };
    Ok(match &done.dossier {
        Some(detail) => tagged(Endpoint::CommandCase, &done, detail.revision),
        None => answer(Endpoint::CommandCase, &done),
    })
}

/// Whether this secret's code is the one in force: then the request is a retry.
fn was_issued(case: &Case, secret: &Secret) -> bool {
    let is_code = |entry: &Entry| matches!(entry.event, Event::CodeIssued { .. });
    *case.status_key() == status_key(&secret.code()) && case.entries().iter().any(is_code)
}

fn decide_now(
    desk: &desk::Desk,
    seen: &Seen,
    command: Command,
    who: &Session,
    new_code: Option<&Secret>,
) -> Result<Entry, Failure> {
    let (now, case) = (desk.now(), &seen.standing.value);
    let profile = desk.profile()?;
    let officers: Vec<AccountId> = seen.viewer.candidates(&Row::of(case)).cloned().collect();
    let new_status_key = new_code.map(|secret| status_key(&secret.code()));
    let context = Context {
        actor: &who.account,
        today: now.day(),
        sources: &profile.sources,
        officers: &officers,
        new_status_key: new_status_key.as_ref(),
    };
    let event = decide(case, command, &context)?;
    Ok(Entry { at: now, by: who.account.clone(), event })
}

fn carry_out(
    desk: &desk::Desk,
    standing: &kit::store::Standing<Case>,
    entry: Entry,
    revision: Revision,
) -> Result<Case, Failure> {
    match save(desk, standing, entry)? {
        Saved::Done(case) => {
            debug_assert!(case.revision() == revision.next());
            Ok(*case)
        }
        Saved::Stale => Err(Failure::stale()),
    }
}
