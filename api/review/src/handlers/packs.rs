//! What of a case goes to a receiver of the decision: what may go, keeping what goes, and what went.
use super::told;
use axum::response::Response;
use desk::{
    account,
    case::{care, packs},
    entrance::{Call, OfCase},
};
use kit::{Failure, web::routes::answer};
use shared::{
    access::Action,
    case::{
        Refusal,
        pack::{Beside, Made, PackQuestion, PackToKeep, PackToSee, pack},
    },
    contract::{Endpoint, ReviewEndpoint},
};

/// Does what this endpoint does.
pub async fn at(endpoint: ReviewEndpoint, call: Call) -> Result<Response, Failure> {
    if endpoint == ReviewEndpoint::KeepPack {
        keep(call).await
    } else if endpoint == ReviewEndpoint::KeptPack {
        kept(call).await
    } else {
        look(call).await
    }
}

async fn look(call: Call) -> Result<Response, Failure> {
    let mut of = OfCase::find(call, Action::Handle)?;
    let question: PackQuestion = of.body().await?;
    let made = make(&of, &question)?;
    told::to_receiver(&of.trail, made.pack.to);
    let (_file, print) = packs::file(&made.pack)?;
    Ok(answer(Endpoint::Pack, &made.answer(print)))
}

async fn keep(call: Call) -> Result<Response, Failure> {
    let mut of = OfCase::find(call, Action::Handle)?;
    let PackToKeep { question, seen } = of.body().await?;
    let made = make(&of, &question)?;
    told::to_receiver(&of.trail, made.pack.to);
    if made.pack.items.is_empty() {
        return Err(Refusal::NothingToDo.into());
    }
    let goes = (question.referral, &made.pack);
    let kept = packs::keep(&of.desk, of.seen.standing, &of.who.account, goes, &seen)?;
    Ok(answer(Endpoint::KeepPack, &kept))
}

async fn kept(call: Call) -> Result<Response, Failure> {
    let mut of = OfCase::find(call, Action::Handle)?;
    let PackToSee { print } = of.body().await?;
    let case = &of.seen.standing.value;
    let (_record, reads) = care::to_release(&of.desk, case, &of.seen.viewer)?;
    Ok(answer(Endpoint::KeptPack, &packs::show(&of.desk, case, reads, &print)?))
}

/// Makes what was asked for of the case as it is now.
fn make(of: &OfCase, question: &PackQuestion) -> Result<Made, Failure> {
    let (case, environment) = (&of.seen.standing.value, of.desk.environment());
    let (profile, report) = (environment.profile()?, &case.origins().report);
    let signals = environment.ticked(&profile, &report.list, &report.ticks)?;
    let (record, reads) = care::to_release(&of.desk, case, &of.seen.viewer)?;
    let officers: Vec<String> = account::all(&of.desk)?.iter().map(|one| one.name.as_str().to_owned()).collect();
    let beside = Beside { care: (&record, reads), signals: &signals, sharing: &profile.sharing, officers: &officers };
    Ok(pack(case, beside, question)?)
}
