//! Questions to KMT without names, which an adviser answers with a link and a code.
use super::{Asker, Context, Refusal, check};
use crate::case::{
    Case, Event, KmtEvent,
    kmt::{KmtStand, LINK_DAYS, MOST_QUESTIONS},
    notes::{AskedKmt, KmtEnd, KmtQuestion, KmtReply},
};
use chrono::Days;

/// There is room for a question, and no other one waits: KMT is asked one thing at a time.
pub(super) fn room_for_a_question(case: &Case, asker: Asker<'_>) -> Result<(), Refusal> {
    let all = case.kmt();
    check(all.len() < MOST_QUESTIONS, Refusal::TooMany)?;
    check(!all.iter().any(|state| state.is_open(asker.today)), Refusal::AlreadySo)
}

pub(super) fn asked_back(case: &Case, asker: Asker<'_>) -> Result<(), Refusal> {
    let waits = case.kmt().iter().any(|state| state.stand(asker.today) == KmtStand::AskedBack);
    check(waits, Refusal::NothingToDo)
}

/// One that is over without an answer can be ended too, so that nothing of it is left on the worklist.
pub(super) fn an_open_question(case: &Case, asker: Asker<'_>) -> Result<(), Refusal> {
    check(case.kmt().iter().any(|state| state.can_end(asker.today)), Refusal::NothingToDo)
}

/// The signals are those of the report: what was not ticked is not told.
pub(super) fn ask(case: &Case, question: KmtQuestion, context: &Context<'_>) -> Result<Event, Refusal> {
    let ticked = |id: &String| case.origins().report.ticks.iter().any(|tick| tick.id == *id);
    check(question.signals.iter().all(ticked), Refusal::NothingToDo)?;
    let keys = context.new_link.ok_or(Refusal::NothingToDo)?.clone();
    let until = context.today.checked_add_days(Days::new(LINK_DAYS)).unwrap_or(context.today);
    Ok(Event::Kmt(KmtEvent::Asked(AskedKmt { question, link: keys.link, code: keys.code, until })))
}

pub(super) fn reply(case: &Case, reply: KmtReply, context: &Context<'_>) -> Result<Event, Refusal> {
    let all = case.kmt();
    let waits = all.get(reply.question).is_some_and(|state| state.stand(context.today) == KmtStand::AskedBack);
    check(waits, Refusal::NothingToDo)?;
    Ok(Event::Kmt(KmtEvent::Replied(reply)))
}

pub(super) fn end(case: &Case, end: KmtEnd, context: &Context<'_>) -> Result<Event, Refusal> {
    check(case.kmt().get(end.question).is_some_and(|state| state.can_end(context.today)), Refusal::NothingToDo)?;
    Ok(Event::Kmt(KmtEvent::Ended(end)))
}
