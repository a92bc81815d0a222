//! Acts on a case: from the request, through the check and the decision, to the stored event.
use super::{detail::detail, names};
use axum::response::Response;
use desk::{
    Desk,
    case::{Saved, conversation, joined, kmt, leading, meeting, save},
    entrance::{Call, OfCase},
};
use kit::{
    Failure,
    inbox::secret::{Secret, status_key},
    store::Standing,
    web::{
        body,
        routes::{answer, tagged},
    },
};
use shared::{
    access::{Action, may},
    audit::AuditAction,
    case::{
        Act, ActKind, Case, Context, Entry, Event, Refusal, Row,
        act::draft::{self, ActDraft},
        decide,
    },
    contract::{CommandDone, Endpoint, ReviewEndpoint},
    id::{AccountId, Revision},
};

/// From this size on, in bytes, a case takes no more content. A store takes a mebibyte: what is left is for the acts
/// that end the case, exclude somebody or destroy it, each of which is small.
const NEARLY_FULL: usize = 700 * 1024;

/// An act on a case, decided on the revision that the AF saw; also at its older address, until version 2 of the API.
pub async fn act(at: ReviewEndpoint, call: Call) -> Result<Response, Failure> {
    let is_older = at == ReviewEndpoint::CommandRights;
    act_at(if is_older { Endpoint::CommandRights } else { Endpoint::CommandCase }, call).await
}

async fn act_at(endpoint: Endpoint, call: Call) -> Result<Response, Failure> {
    let mut of = OfCase::find(call, Action::See)?;
    let revision = body::if_match(of.headers())?;
    let key = body::idempotency_key(of.headers());
    let typed: ActDraft = of.body().await?;
    let kind = typed.kind();
    of.trail.action(AuditAction::Act(kind));
    if !may(Some(of.who.role), kind.action(), of.seen.relation) {
        return Err(Refusal::NotYours.into());
    }
    if of.seen.standing.size() > NEARLY_FULL && kind.only_adds() {
        return Err(Refusal::CaseFull.into());
    }
    let new_code = if matches!(kind, ActKind::IssueCode | ActKind::AskKmt) { Some(key?) } else { None };
    let case = match new_code.as_ref().filter(|secret| was_issued(&of.seen.standing.value, kind, secret)) {
        Some(_retry) => of.seen.standing.value.clone(),
        None => {
            at_revision(&of.seen.standing, revision)?;
            let entry = decide_now(&of, &typed, new_code.as_ref())?;
            let case = done(&of, entry)?;
            // the act is stored; what is left of the conversation harms nobody
            conversation::settle(&of.desk, &case, kind).unwrap_or_else(|failure| failure.log());
            case
        }
    };
    respond(endpoint, &of, &case, (kind, new_code.as_ref()))
}

/// Adds what was decided, and brings joined reports in line with it. Where that stops, due work goes on.
fn done(of: &OfCase, entry: Entry) -> Result<Case, Failure> {
    let (desk, before) = (&of.desk, &of.seen.standing.value);
    leading::may_end(desk, before, &entry.event, &of.seen.viewer)?;
    if matches!(entry.event, Event::Unjoined(_)) && !joined::knows_leads(desk, before, &of.seen.viewer)? {
        return Err(Refusal::NothingToDo.into());
    }
    let joins = if let Event::Joined(note) = &entry.event { Some(note.lead.clone()) } else { None };
    if let Some(lead) = &joins {
        joined::begin(desk, before, lead)?;
    }
    if let Event::TalkedOver(note) = &entry.event {
        meeting::comes_back(desk, before.origins().number, note.again)?;
    }
    let carried = carry_out(desk, &of.seen.standing, entry);
    if joins.is_some() && carried.is_err() {
        joined::stop(desk, &before.origins().id).unwrap_or_else(|failure| failure.log());
    }
    let case = carried?;
    if case.status().is_past_deciding() && !before.status().is_past_deciding() {
        meeting::is_over(desk, case.origins().number).unwrap_or_else(|failure| failure.log());
    }
    let settled = leading::settle(desk, &case, &of.who.account).unwrap_or_else(|failure| {
        failure.log();
        None
    });
    Ok(settled.unwrap_or(case))
}

/// The case now. The act may have ended the caller's access: by giving it away, by an exclusion, or by agreeing to the
/// proposal that it was on the agenda for.
fn respond(
    endpoint: Endpoint,
    of: &OfCase,
    case: &Case,
    (kind, secret): (ActKind, Option<&Secret>),
) -> Result<Response, Failure> {
    let visible = may(Some(of.who.role), Action::See, of.seen.viewer.relation(&Row::of(case)));
    let dossier = visible.then(|| detail(&of.desk, case, &of.who, &of.seen.viewer)).transpose()?;
    let asks_kmt = kind == ActKind::AskKmt;
    let done = CommandDone {
        dossier,
        code: secret.filter(|_| !asks_kmt).map(|secret| secret.code().shown()),
        kmt: secret.filter(|_| asks_kmt && comes_with_link(case)).map(kmt::new_link),
    };
    Ok(match &done.dossier {
        Some(detail) => tagged(endpoint, &done, detail.revision),
        None => answer(endpoint, &done),
    })
}

/// Whether the adviser who was asked last comes with a link: one with an account does not.
fn comes_with_link(case: &Case) -> bool {
    case.kmt().last().is_some_and(|state| state.asked.question.adviser.is_none())
}

/// Whether this secret made the case's current code, or a link to a question to KMT: then the request is a retry.
fn was_issued(case: &Case, kind: ActKind, secret: &Secret) -> bool {
    if kind == ActKind::AskKmt {
        let link = kmt::stored(&kmt::new_link(secret)).link;
        return case.kmt().iter().any(|state| state.asked.link == link);
    }
    let is_code = |entry: &Entry| matches!(entry.event, Event::CodeIssued { .. });
    *case.status_key() == status_key(&secret.code()) && case.entries().iter().any(is_code)
}

/// Errors in the content are reported first, for all fields at once; then the case decides.
fn decide_now(of: &OfCase, typed: &ActDraft, new_code: Option<&Secret>) -> Result<Entry, Failure> {
    let (now, case) = (of.desk.now(), &of.seen.standing.value);
    let profile = of.desk.profile()?;
    let calendar = of.desk.environment().calendar_of(profile.clone())?;
    let (received, sources) = (case.origins().received, profile.sources.as_slice());
    let known = draft::Context { now, received, sources, sharing: &profile.sharing, calendar: &calendar };
    let act: Act = typed.check(&known).map_err(|found| Failure::found(&found))?;
    names::check(&of.desk, case, &act)?;
    let lead =
        if let Act::Join(note) = &act { joined::lead(&of.desk, case, note.lead.0, &of.seen.viewer)? } else { None };
    let officers: Vec<AccountId> = of.seen.viewer.candidates(&Row::of(case)).cloned().collect();
    let new_status_key = new_code.map(|secret| status_key(&secret.code()));
    let new_link = new_code.map(|secret| kmt::stored(&kmt::new_link(secret)));
    let confirm_by = calendar.confirm_by(now.day());
    let context = Context {
        actor: &of.who.account,
        today: now.day(),
        confirm_by,
        calendar: &calendar,
        sources: &profile.sources,
        officers: &officers,
        new_status_key: new_status_key.as_ref(),
        new_link: new_link.as_ref(),
        lead: lead.as_ref(),
    };
    let event = decide(case, act, &context)?;
    Ok(Entry { at: now, by: of.who.account.clone(), event })
}

/// Whether the case is still as the caller saw it.
pub fn at_revision(standing: &Standing<Case>, revision: Revision) -> Result<(), Failure> {
    if standing.value.is_as_seen_at(revision) { Ok(()) } else { Err(Failure::stale()) }
}

/// Adds what was decided.
pub fn carry_out(desk: &Desk, standing: &Standing<Case>, entry: Entry) -> Result<Case, Failure> {
    match save(desk, standing, entry)? {
        Saved::Done(case) => Ok(*case),
        Saved::Stale => Err(Failure::stale()),
    }
}
