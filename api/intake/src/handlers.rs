//! The endpoints of the melder: the facts about this instance, sending a report, asking for its progress, and answering
//! a question about it or adding to it.
use axum::{extract::Request, response::Response};
use http::HeaderMap;
use kit::{
    Failure,
    inbox::{
        Inbox, StatusSlot,
        arrival::{StoredStatus, accept_paid, accept_sealed},
        intake_open,
        limit::{self, Net},
        photos,
        secret::status_key,
    },
    store::seal::device::is_sealed_report,
    web::{
        body, compress,
        routes::{answer, no_content},
    },
};
use shared::{
    case::{Progress, notes::ReporterAnswer},
    code::ReceiptCode,
    contract::{Endpoint, ErrorItem, ProblemKind, ProgressQuery, SealedReport, SentAnswer, SentPhotoPart},
    photo::MOST_PARTS,
    report::Draft,
};

/// Somebody is about to report: whether anybody would read it.
pub fn check_open(inbox: &Inbox) -> Result<Response, Failure> {
    intake_open::check(inbox)?;
    Ok(no_content())
}

/// The facts about this instance that a browser needs, with what was changed on screen. They are part of the melder's
/// first visit, so they are compressed.
pub fn instance(inbox: &Inbox, request: &Request) -> Result<Response, Failure> {
    let instance = inbox.environment.instance()?;
    let json = serde_json::to_vec(&instance).map_err(|_| Failure::Internal("the profile is no JSON"))?;
    Ok(compress::made(request.headers(), "application/json", json))
}

/// The answer to the task of a report that costs computing.
const WORK: &str = "rekenwerk";

/// A melder sends a report, sealed by the browser or not. The answer goes out only once the report is stored.
pub async fn send(inbox: &Inbox, request: Request) -> Result<Response, Failure> {
    intake_open::check(inbox)?;
    let secret = body::idempotency_key(request.headers())?;
    let work = request.headers().get(WORK).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let accepted = if body::is_of_type(request.headers(), SealedReport::MEDIA_TYPE) {
        let sealed: SealedReport = body::typed(request).await?;
        accept_sealed(inbox, &secret, &sealed, work.as_deref())?
    } else {
        let draft: Draft = body::json(request).await?;
        accept_paid(inbox, &secret, &draft, work.as_deref())?
    };
    Ok(answer(Endpoint::SendReport, &accepted.receipt))
}

/// The holder of a code asks for the progress.
pub async fn ask(inbox: &Inbox, request: Request) -> Result<Response, Failure> {
    let headers = request.headers().clone();
    let query: ProgressQuery = body::json(request).await?;
    let code = code_of(&query.ontvangstcode)?;
    Ok(answer(Endpoint::AskProgress, &progress(inbox, &headers, &code)?))
}

/// The progress of the melding with this code.
///
/// # Errors
/// [`Failure::not_found`] for a code that we did not give, [`Failure::TooMany`] after many of those.
pub fn progress(inbox: &Inbox, headers: &HeaderMap, code: &ReceiptCode) -> Result<Progress, Failure> {
    found(inbox, headers, &inbox.status(&status_key(code))).map(|(_, progress)| progress)
}

/// The status of the melding with this code, and what its holder sees of it.
fn found(inbox: &Inbox, headers: &HeaderMap, slot: &StatusSlot) -> Result<(StoredStatus, Progress), Failure> {
    let net = Net::of(headers);
    limit::guard_code(inbox, &net)?;
    let shown = slot.get()?.and_then(|stored| stored.shown().map(|progress| (stored, progress)));
    if shown.is_none() {
        limit::failed(inbox, &net)?;
    }
    shown.ok_or_else(Failure::not_found)
}

/// The holder of a code answers a question or adds something. It is sealed with the code, as the status is, until
/// `review` takes it into the case.
pub async fn answer_question(inbox: &Inbox, request: Request) -> Result<Response, Failure> {
    let headers = request.headers().clone();
    let sent: SentAnswer = body::json(request).await?;
    Ok(answer(Endpoint::AnswerQuestion, &answered(inbox, &headers, sent)?))
}

/// The progress after an answer or an addition was taken.
///
/// # Errors
/// As [`progress`]; a body that is not about one thing; as [`kit::inbox::StatusSlot::answer`].
pub fn answered(inbox: &Inbox, headers: &HeaderMap, sent: SentAnswer) -> Result<Progress, Failure> {
    let net = Net::of(headers);
    let about = sent.about().ok_or_else(|| {
        let errors = vec![ErrorItem::new("", "verkeerde-vorm", "Noem een vraag, of een aanvulling.")];
        Failure::Problem(ProblemKind::BadRequest, "Dit hoort bij één vraag, of het is een aanvulling.", errors)
    })?;
    let code = code_of(&sent.ontvangstcode)?;
    limit::guard_code(inbox, &net)?;
    let slot = inbox.status(&status_key(&code));
    let sent = ReporterAnswer::new(about, sent.text, inbox.now());
    check_addition(inbox, &slot, &sent)?;
    let Some(progress) = slot.answer(&sent)? else {
        limit::failed(inbox, &net)?;
        return Err(Failure::not_found());
    };
    Ok(progress)
}

/// A photo comes after its parts. One that is in already has no parts here any more.
fn check_addition(inbox: &Inbox, slot: &StatusSlot, sent: &ReporterAnswer) -> Result<(), Failure> {
    let Some(addition) = sent.addition() else { return Ok(()) };
    if !addition.is_in_order() {
        let detail = "Zeg bij een foto in hoeveel delen hij kwam, en anders niet.";
        return Err(Failure::bad_body(vec![ErrorItem::new("/aanvulling/delen", "verkeerde-vorm", detail)]));
    }
    let Some(parts) = addition.photo_parts() else { return Ok(()) };
    let Some(stored) = slot.get()? else { return Ok(()) };
    if stored.has(&addition.key) {
        return Ok(());
    }
    check_photos(inbox, &stored.shown().ok_or_else(Failure::not_found)?)?;
    if photos::is_whole(inbox, &addition.key, parts)? {
        // before it is added: a machine that stops in between loses no photo
        return photos::added(inbox, &addition.key);
    }
    Err(Failure::of(ProblemKind::Refused, "Niet alle delen van de foto zijn er. Stuur ze opnieuw."))
}

/// A part of a photo, which the device sealed. Nobody here can open it.
pub async fn take_photo_part(inbox: &Inbox, request: Request) -> Result<Response, Failure> {
    let headers = request.headers().clone();
    let sent: SentPhotoPart = body::json(request).await?;
    let wrong = |at: &str, detail: &str| Failure::bad_body(vec![ErrorItem::new(at, "verkeerde-vorm", detail)]);
    if !is_sealed_report(&sent.content) {
        return Err(wrong("/inhoud/verzegeld", "Verzegel het deel zoals openapi.json zegt."));
    }
    if sent.part >= MOST_PARTS {
        return Err(wrong("/deel", "Maak de foto kleiner: hij gaat in hoogstens 24 delen."));
    }
    let code = code_of(&sent.ontvangstcode)?;
    let slot = inbox.status(&status_key(&code));
    let (stored, progress) = found(inbox, &headers, &slot)?;
    // a retry of one that is in already
    if stored.has(&sent.photo) {
        return Ok(no_content());
    }
    check_photos(inbox, &progress)?;
    photos::keep_part(inbox, &slot, (&sent.photo, sent.part), &sent.content)?;
    Ok(no_content())
}

/// Whether a photo can be added to this melding now.
fn check_photos(inbox: &Inbox, progress: &Progress) -> Result<(), Failure> {
    if !inbox.environment.profile()?.photos {
        return Err(Failure::not_found());
    }
    let full = || Failure::of(ProblemKind::Refused, "Meer foto’s kunnen hier niet. Bel het KMT.");
    progress.has_room_for_photo().then_some(()).ok_or_else(full)
}

fn code_of(typed: &str) -> Result<ReceiptCode, Failure> {
    ReceiptCode::parse(typed).map_err(|_| {
        let detail = "Er klopt een teken niet, of er ontbreekt er een.";
        let errors = vec![ErrorItem::new("/ontvangstcode", "verkeerde-vorm", detail)];
        Failure::Problem(ProblemKind::BadRequest, "Kijk de code na en probeer het opnieuw.", errors)
    })
}
