//! Acts of the route that do more than store their content. Errors in the content itself were found earlier, in
//! [`super::draft`].
use super::{Context, Refusal, check, first::unconfirmed_referrals, vtt::agreed_with_vtt};
use crate::{
    case::{
        Case, Event, Exclusion, Pending, Proposal, ProposedExclusion, Referred, Status, Talk,
        notes::{
            Assignment, Confirmation, Discussed, EarlyEnd, EarlyReason, EarlyUntold, GoingBack, MeetingNote, NoContact,
            NoContactReason, QuestionResult, Reason, ReceiversAnswer, Reopening, Ruling, SourceNote, TableDay,
            TaskResult,
        },
        tasks::open_tasks,
    },
    id::AccountId,
    text::Line,
};

type Decided = Result<Event, Refusal>;

/// The ground is stored with it, as the profile named it at that time.
pub(super) fn consult(case: &Case, note: SourceNote, context: &Context<'_>) -> Decided {
    agreed_with_vtt(case, note.household, note.agreed.as_ref())?;
    let named = context.sources.iter().find(|source| source.name == note.source.as_str());
    let ground = named.and_then(|source| Line::parse(&source.ground).ok());
    Ok(Event::SourceConsulted { note, ground: ground.ok_or(Refusal::SourceWithoutGround)? })
}

/// Those who were at the werkoverleg decide \[seed\]: one of them records it, and another one agrees. An AF who may not
/// know of the case was not there when it was discussed.
pub(super) fn rule(case: &Case, ruling: Ruling, context: &Context<'_>) -> Decided {
    check(ruling.may_have_been_there(context.actor), Refusal::NotThere)?;
    check(!ruling.present.iter().any(|one| case.exclusions().names(one)), Refusal::NotAnOfficer)?;
    let another = |one: &AccountId| one != context.actor && context.officers.contains(one);
    check(ruling.present.is_empty() || ruling.present.iter().any(another), Refusal::OtherOfficerNeeded)?;
    Ok(Event::Proposed(Proposal::Ruling(ruling)))
}

/// It is no decision, so one AF who was there records it. That AF names everybody who was.
pub(super) fn note_meeting(case: &Case, note: MeetingNote, context: &Context<'_>) -> Decided {
    check(note.present.contains(context.actor), Refusal::NotThere)?;
    check(!note.present.iter().any(|one| case.exclusions().names(one)), Refusal::NotAnOfficer)?;
    Ok(Event::TalkedOver(note))
}

/// Two AFs go on without the melder. That somebody cannot be reached is known only once it was tried.
pub(super) fn without_contact(case: &Case, note: NoContact, context: &Context<'_>) -> Decided {
    let tried = match note.reason {
        NoContactReason::Unreachable => super::tries::are_enough(case, context.calendar),
        NoContactReason::Gone | NoContactReason::Unwanted => true,
        // no content that was checked has it
        NoContactReason::NoReporter => return Err(Refusal::NoReporter),
    };
    check(tried, Refusal::TriesFirst)?;
    Ok(Event::Proposed(Proposal::NoContact(note)))
}

/// Work whose end date is over would be late at once.
pub(super) fn go_back(case: &Case, note: GoingBack, context: &Context<'_>) -> Decided {
    let over = matches!(case.status(), Status::Decision(state) if state.inquiry.plan.until < context.today);
    check(note.until.is_some() || !over, Refusal::EndDateNeeded)?;
    Ok(Event::WentBack(note))
}

/// Where two AFs agreed before that nobody can speak with the melder, or where there is none, nobody has to agree.
pub(super) fn end_untold(case: &Case, note: EarlyUntold, _: &Context<'_>) -> Decided {
    let agreed = case.status().talk().is_some_and(Talk::is_impossible);
    let alone = agreed && note.reason != EarlyReason::Malicious;
    Ok(if alone { Event::ClosedUntold(note) } else { Event::Proposed(Proposal::Untold(note)) })
}

pub(super) fn answer(case: &Case, note: ReceiversAnswer, _: &Context<'_>) -> Decided {
    let sent = |state: &Referred| state.ruling.sent().any(|(at, _)| at == note.referral);
    check(case.status().referred().is_some_and(sent), Refusal::NothingToConfirm)?;
    Ok(Event::Answered(note))
}

pub(super) fn discuss(case: &Case, note: Discussed, _: &Context<'_>) -> Decided {
    on_an_agenda(case, note.referral)?;
    Ok(Event::TableDiscussed(note))
}

pub(super) fn move_table(case: &Case, note: TableDay, _: &Context<'_>) -> Decided {
    on_an_agenda(case, note.referral)?;
    Ok(Event::TableMoved(note))
}

pub(super) fn settle_question(case: &Case, note: QuestionResult, _: &Context<'_>) -> Decided {
    let is_open = case.questions().iter().any(|state| state.at == note.question && state.is_open());
    check(is_open, Refusal::NothingToDo)?;
    Ok(Event::QuestionSettled(note))
}

pub(super) fn finish_task(case: &Case, note: TaskResult, _: &Context<'_>) -> Decided {
    let is_open = open_tasks(case.entries()).iter().any(|state| state.at == note.task);
    check(is_open, Refusal::NothingToDo)?;
    Ok(Event::TaskDone(note))
}

fn on_an_agenda(case: &Case, referral: usize) -> Result<(), Refusal> {
    let waits = |state: &Referred| state.waiting_tables().any(|table| table.referral == referral);
    check(case.status().referred().is_some_and(waits), Refusal::NothingToConfirm)
}

pub(super) fn confirm(case: &Case, confirmation: Confirmation, _: &Context<'_>) -> Decided {
    check(unconfirmed_referrals(case).contains(&confirmation.referral), Refusal::NothingToConfirm)?;
    Ok(Event::ReferralConfirmed(confirmation))
}

/// The work that was closed is not late at once: there are as many days for the next step as for the contact with a
/// melder.
pub(super) fn reopen(_: &Case, note: Reason, context: &Context<'_>) -> Decided {
    Ok(Event::Reopened(Reopening { reason: note.reason, due: Some(context.confirm_by) }))
}

/// One AF alone cannot decide that a report was malicious.
pub(super) fn end_early(_: &Case, note: EarlyEnd, _: &Context<'_>) -> Decided {
    Ok(match note.reason {
        EarlyReason::Malicious => Event::Proposed(Proposal::Malicious(note)),
        EarlyReason::Mistake | EarlyReason::Duplicate | EarlyReason::NotTrafficking => Event::ClosedEarly(note),
    })
}

/// One AF can exclude another at once, because somebody may be in danger. It lapses unless a second person confirms it,
/// the same AF cannot repeat it, and no second colleague is excluded meanwhile. So one AF never keeps out all others.
pub(super) fn exclude(case: &Case, note: Exclusion, context: &Context<'_>) -> Decided {
    let Exclusion { who, reason } = note;
    let exclusions = case.exclusions();
    check(who != *context.actor, Refusal::SayOwnReport)?;
    let excluded = exclusions.names(&who) || exclusions.names_provisionally(&who, context.today);
    check(!excluded, Refusal::AlreadyExcluded)?;
    check(context.officers.contains(&who), Refusal::NotAnOfficer)?;
    check(context.officers.iter().any(|one| *one != who), Refusal::NobodyLeft)?;
    let works = |pending: &Pending| match &pending.proposal {
        Proposal::Exclude(proposed) => proposed.works_on(context.today),
        Proposal::Ruling(_)
        | Proposal::Malicious(_)
        | Proposal::NoContact(_)
        | Proposal::Untold(_)
        | Proposal::Lift(_)
        | Proposal::NoFeedback(_)
        | Proposal::EndHold(_)
        | Proposal::VttNotNeeded(_)
        | Proposal::LowerSafety(_) => false,
    };
    check(!case.pending().iter().any(works), Refusal::ExclusionWaits)?;
    check(!has_excluded_before(case, context.actor, &who), Refusal::OtherOfficerNeeded)?;
    let others = context.officers.iter().any(|one| one != context.actor && *one != who);
    let until = others.then_some(context.confirm_by);
    Ok(Event::Proposed(Proposal::Exclude(ProposedExclusion { who, reason, until })))
}

/// Whether this AF excluded that one before, and it worked until it lapsed.
fn has_excluded_before(case: &Case, actor: &AccountId, who: &AccountId) -> bool {
    case.entries().iter().filter(|entry| entry.by == *actor).any(|entry| {
        let Event::Proposed(Proposal::Exclude(proposed)) = &entry.event else { return false };
        proposed.who == *who && proposed.until.is_some()
    })
}

pub(super) fn own_report(_: &Case, context: &Context<'_>) -> Decided {
    check(context.officers.iter().any(|one| one != context.actor), Refusal::NobodyLeft)?;
    Ok(Event::OwnReported)
}

/// An AF who is excluded by their function is no officer of this case either, so the account is all there is to go by.
pub(super) fn lift(case: &Case, note: Exclusion, context: &Context<'_>) -> Decided {
    let exclusions = case.exclusions();
    let by_function = !exclusions.functions().is_empty() && !context.officers.contains(&note.who);
    let named = exclusions.names(&note.who) || exclusions.names_provisionally(&note.who, context.today);
    check(named || by_function, Refusal::NotExcluded)?;
    Ok(Event::Proposed(Proposal::Lift(note)))
}

pub(super) fn assign(case: &Case, note: Assignment, context: &Context<'_>) -> Decided {
    check(context.officers.contains(&note.to) && !case.exclusions().names(&note.to), Refusal::NotAnOfficer)?;
    check(case.assigned() != Some(&note.to), Refusal::AlreadyAssigned)?;
    check(!case.has_ousted(&note.to), Refusal::ExcludedTheOwner)?;
    Ok(Event::Assigned { to: note.to })
}

pub(super) fn issue_code(_: &Case, context: &Context<'_>) -> Decided {
    let status_key = context.new_status_key.ok_or(Refusal::KeyMissing)?.clone();
    Ok(Event::CodeIssued { status_key })
}
