//! What leaves a case: a copy for the data subject, and what goes to a receiver of the decision.
use super::told;
use axum::response::Response;
use desk::{
    account,
    case::care,
    entrance::{Call, OfCase},
};
use kit::{Failure, web::routes::answer};
use shared::{
    access::Action,
    audit::AuditAction,
    case::{
        export::{AccessQuestion, export},
        pack::{Beside, PackQuestion, pack},
    },
    contract::{Endpoint, ReviewEndpoint},
};

/// Does what this endpoint does.
pub async fn at(endpoint: ReviewEndpoint, call: Call) -> Result<Response, Failure> {
    if endpoint == ReviewEndpoint::Pack { for_receiver(call).await } else { for_subject(call).await }
}

async fn for_subject(call: Call) -> Result<Response, Failure> {
    let mut of = OfCase::find(call, Action::Rights)?;
    let question: AccessQuestion = of.body().await?;
    let case = &of.seen.standing.value;
    let (record, reads) = care::to_release(&of.desk, case, &of.seen.viewer)?;
    let made = export(case, &record, reads, &question)?;
    Ok(answer(Endpoint::AccessCopy, &made))
}

async fn for_receiver(call: Call) -> Result<Response, Failure> {
    let mut of = OfCase::find(call, Action::Handle)?;
    let question: PackQuestion = of.body().await?;
    if question.chosen.is_empty() {
        // nothing leaves: what may go is looked at
        of.trail.action(AuditAction::ViewCase);
    }
    let (case, environment) = (&of.seen.standing.value, of.desk.environment());
    let (profile, report) = (environment.profile()?, &case.origins().report);
    let signals = environment.ticked(&profile, &report.list, &report.ticks)?;
    let (record, reads) = care::to_release(&of.desk, case, &of.seen.viewer)?;
    let officers: Vec<String> = account::all(&of.desk)?.iter().map(|one| one.name.as_str().to_owned()).collect();
    let beside = Beside { care: (&record, reads), signals: &signals, sharing: &profile.sharing, officers: &officers };
    let made = pack(case, beside, &question)?;
    told::to_receiver(&of.trail, made.pack.to);
    Ok(answer(Endpoint::Pack, &made))
}
