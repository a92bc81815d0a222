//! What comes of an act of the route, by its content.
use super::{Context, Refusal, check, first::unconfirmed_referrals};
use crate::{
    answer::YesNo,
    case::{
        Case, Event, Exclusion, Proposal,
        notes::{
            Assignment, Confirmation, EarlyEnd, EarlyReason, FeedbackNote, FormSheet, KmtCheck, KmtKind, Plan,
            Referral, ReferralTarget, Ruling, SourceNote,
        },
    },
    moment::Day,
    text::Line,
};

type Decided = Result<Event, Refusal>;

/// A day on which something was done cannot be in the future.
fn past(day: Day, today: Day) -> Result<(), Refusal> {
    check(day <= today, Refusal::DayInFuture)
}

pub(super) fn save_form(_: &Case, form: FormSheet, _: &Context<'_>) -> Decided {
    check(form.persons.len() <= FormSheet::MOST_PERSONS, Refusal::TooMany)?;
    Ok(Event::FormSaved(form))
}

pub(super) fn start(_: &Case, plan: Plan, context: &Context<'_>) -> Decided {
    check(plan.until >= context.today, Refusal::EndDateInPast)?;
    Ok(Event::InvestigationStarted(plan))
}

pub(super) fn consult(_: &Case, note: SourceNote, context: &Context<'_>) -> Decided {
    past(note.day, context.today)?;
    let named = context.sources.iter().find(|source| source.name == note.source.as_str());
    let ground = named.and_then(|source| Line::parse(&source.ground).ok());
    Ok(Event::SourceConsulted { note, ground: ground.ok_or(Refusal::SourceWithoutGround)? })
}

pub(super) fn ask_kmt(_: &Case, asked: KmtCheck, context: &Context<'_>) -> Decided {
    past(asked.day, context.today)?;
    match asked.kind {
        KmtKind::Advice => check(asked.summary.is_some(), Refusal::SummaryRequired)?,
        KmtKind::Known => check(asked.ground.is_some(), Refusal::GroundRequired)?,
    }
    Ok(Event::KmtChecked(asked))
}

pub(super) fn rule(_: &Case, ruling: Ruling, context: &Context<'_>) -> Decided {
    check(ruling.heard == YesNo::Yes || ruling.why_not_heard.is_some(), Refusal::WhyNotHeard)?;
    let referrals = &ruling.referrals;
    check(!referrals.is_empty(), Refusal::ReferralRequired)?;
    check(referrals.len() <= Ruling::MOST_REFERRALS, Refusal::TooMany)?;
    for (at, referral) in referrals.iter().enumerate() {
        refer(referral, context.today)?;
        let twice = referrals[..at].iter().any(|earlier| earlier.to == referral.to);
        let alone = referral.to != ReferralTarget::TooLittle || referrals.len() == 1;
        check(!twice && alone, Refusal::ReferralContradiction)?;
    }
    Ok(if ruling.takes_two() { Event::Proposed(Proposal::Ruling(ruling)) } else { Event::Decided(ruling) })
}

/// No ground, no sending; and what was shared with whom is always on record.
fn refer(referral: &Referral, today: Day) -> Result<(), Refusal> {
    past(referral.day, today)?;
    if referral.to == ReferralTarget::TooLittle {
        let nothing = referral.receiver.is_none() && referral.shared.is_none() && referral.coerced.is_none();
        return check(nothing, Refusal::ReferralContradiction);
    }
    check(referral.coerced.is_none() || referral.to.guards_victims(), Refusal::NoVictimHere)?;
    check(referral.ground.is_some(), Refusal::GroundRequired)?;
    check(referral.receiver.is_some() && referral.shared.is_some(), Refusal::ReferralIncomplete)
}

pub(super) fn confirm(case: &Case, confirmation: Confirmation, context: &Context<'_>) -> Decided {
    past(confirmation.day, context.today)?;
    check(unconfirmed_referrals(case).contains(&confirmation.referral), Refusal::NothingToConfirm)?;
    Ok(Event::ReferralConfirmed(confirmation))
}

pub(super) fn tell(_: &Case, note: FeedbackNote, context: &Context<'_>) -> Decided {
    past(note.day, context.today)?;
    Ok(Event::FeedbackGiven(note))
}

/// That somebody was reported against better knowledge is not for one AF to say.
pub(super) fn end_early(_: &Case, note: EarlyEnd, context: &Context<'_>) -> Decided {
    past(note.feedback.day, context.today)?;
    Ok(match note.reason {
        EarlyReason::Malicious => Event::Proposed(Proposal::Malicious(note)),
        EarlyReason::Mistake | EarlyReason::Duplicate | EarlyReason::NotTrafficking => Event::ClosedEarly(note),
    })
}

pub(super) fn exclude(case: &Case, note: Exclusion, context: &Context<'_>) -> Decided {
    check(note.who != *context.actor, Refusal::SayOwnReport)?;
    check(!case.exclusions().names(&note.who), Refusal::AlreadyExcluded)?;
    check(context.officers.contains(&note.who), Refusal::NotAnOfficer)?;
    check(context.officers.iter().any(|one| *one != note.who), Refusal::NobodyLeft)?;
    Ok(Event::Excluded(note))
}

pub(super) fn own_report(_: &Case, context: &Context<'_>) -> Decided {
    check(context.officers.iter().any(|one| one != context.actor), Refusal::NobodyLeft)?;
    Ok(Event::OwnReported)
}

/// An AF who is excluded by their function is no officer of this case either, so the account is all there is to go by.
pub(super) fn lift(case: &Case, note: Exclusion, context: &Context<'_>) -> Decided {
    let exclusions = case.exclusions();
    let by_function = !exclusions.functions().is_empty() && !context.officers.contains(&note.who);
    check(exclusions.names(&note.who) || by_function, Refusal::NotExcluded)?;
    Ok(Event::Proposed(Proposal::Lift(note)))
}

pub(super) fn assign(case: &Case, note: Assignment, context: &Context<'_>) -> Decided {
    check(context.officers.contains(&note.to) && !case.exclusions().names(&note.to), Refusal::NotAnOfficer)?;
    check(case.assigned() != Some(&note.to), Refusal::AlreadyAssigned)?;
    Ok(Event::Assigned { to: note.to })
}

pub(super) fn issue_code(_: &Case, context: &Context<'_>) -> Decided {
    let status_key = context.new_status_key.ok_or(Refusal::KeyMissing)?.clone();
    Ok(Event::CodeIssued { status_key })
}
