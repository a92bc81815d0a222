//! What of a case goes to a receiver of the decision: what may go, keeping what goes, what went, and its
//! pages; and what the gemeente's own register gets.
use super::told;
use axum::response::Response;
use data_encoding::BASE64;
use desk::{
    account,
    case::{
        care, packs,
        register::{package, sum},
    },
    entrance::{Call, OfCase},
    paper,
};
use kit::{Failure, web::routes::answer};
use shared::{
    access::Action,
    case::{
        Case, Refusal,
        pack::{Beside, KeptPack, Made, PackQuestion, PackToKeep, PackToSee, pack, register_file},
    },
    contract::{Endpoint, MadeFile, ProblemKind, ReviewEndpoint},
};
use words::officer::{pack_document, register_document};

/// What was kept by a version of Meldroute that wrote it in another way.
const ANOTHER_VERSION: &str = "Een andere versie van Meldroute maakte dit stuk. Bewaar het bestand: daar staat het in.";

/// Does what this endpoint does.
pub async fn at(endpoint: ReviewEndpoint, call: Call) -> Result<Response, Failure> {
    if endpoint == ReviewEndpoint::KeepPack {
        keep(call).await
    } else if endpoint == ReviewEndpoint::KeptPack {
        kept(call).await
    } else if endpoint == ReviewEndpoint::PackPages {
        pages(call).await
    } else if endpoint == ReviewEndpoint::RegisterPackage {
        register(call).await
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
    Ok(answer(Endpoint::KeptPack, &find(&mut of).await?))
}

async fn pages(call: Call) -> Result<Response, Failure> {
    let mut of = OfCase::find(call, Action::Handle)?;
    let kept = find(&mut of).await?;
    let pack = serde_json::from_str(&kept.file).map_err(|_| Failure::of(ProblemKind::NoPages, ANOTHER_VERSION))?;
    let environment = of.desk.environment();
    let document = pack_document(&kept, &pack, &environment.profile()?.name, environment.is_practice());
    Ok(answer(Endpoint::PackPages, &made_file(&paper::pages(&of.desk, &document)?)))
}

/// The case for the gemeente's own register.
async fn register(call: Call) -> Result<Response, Failure> {
    let of = OfCase::find(call, Action::Handle)?;
    let environment = of.desk.environment();
    let here = (environment.profile()?.name, environment.is_practice());
    let file = with_beside(&of, |case, beside| register_file(case, beside, (&here.0, here.1), of.desk.now()))?;
    let package = package(&file, &paper::pages(&of.desk, &register_document(&file))?)?;
    told::package(&of.trail, &sum(&package));
    Ok(answer(Endpoint::RegisterPackage, &made_file(&package)))
}

/// A file as an AF gets it.
pub fn made_file(bytes: &[u8]) -> MadeFile {
    MadeFile { content: BASE64.encode(bytes) }
}

/// What was kept and is asked for.
async fn find(of: &mut OfCase) -> Result<KeptPack, Failure> {
    let PackToSee { print } = of.body().await?;
    let case = &of.seen.standing.value;
    let (_record, reads) = care::to_release(&of.desk, case, &of.seen.viewer)?;
    packs::show(&of.desk, case, reads, &print)
}

/// Makes what was asked for of the case as it is now.
fn make(of: &OfCase, question: &PackQuestion) -> Result<Made, Failure> {
    with_beside(of, |case, beside| pack(case, beside, question))
}

/// Makes something of the case, with what stands beside it.
fn with_beside<T>(of: &OfCase, make: impl FnOnce(&Case, Beside<'_>) -> Result<T, Refusal>) -> Result<T, Failure> {
    let (case, environment) = (&of.seen.standing.value, of.desk.environment());
    let (profile, report) = (environment.profile()?, &case.origins().report);
    let signals = environment.ticked(&profile, &report.list, &report.ticks)?;
    let (record, reads) = care::to_release(&of.desk, case, &of.seen.viewer)?;
    let officers: Vec<String> = account::all(&of.desk)?.iter().map(|one| one.name.as_str().to_owned()).collect();
    let beside = Beside { care: (&record, reads), signals: &signals, sharing: &profile.sharing, officers: &officers };
    Ok(make(case, beside)?)
}
