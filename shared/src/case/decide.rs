use super::{
    Case, Command, CommandKind, Event, Exclusion, Feedback, Proposal, Status,
    notes::{
        Confirmation, EarlyEnd, EarlyReason, KmtCheck, KmtKind, Plan, Referral, ReferralTarget, Ruling, SourceNote,
    },
    targets,
};
use crate::{
    id::{AccountId, StatusKey},
    moment::Day,
    profile::Source,
    report::{YesNo, choice},
    text::Line,
};

/// What a decision may depend on besides the case and the command. Nothing here is asked of a clock.
#[derive(Debug, Clone)]
pub struct Context<'a> {
    /// Which AF asks.
    pub actor: &'a AccountId,
    /// The day it is.
    pub today: Day,
    /// Sources for which the gemeente named a ground.
    pub sources: &'a [Source],
    /// Accounts that may have this case: the AFs that can log in and are not excluded from it.
    pub officers: &'a [AccountId],
    /// Where a new code's status is to lie; only looked at by [`Command::IssueCode`].
    pub new_status_key: Option<&'a StatusKey>,
}

choice!(
    /// Why a command cannot be carried out. The words stand in the frontend's messages.
    Refusal {
        /// Not in this step of the route.
        NotInThisStep = "niet-in-deze-stap",
        /// The meldingsformulier comes first.
        FormFirst = "eerst-formulier",
        /// What was done about Veilig Thuis comes first.
        VttFirst = "eerst-veilig-thuis",
        /// The end date lies in the past.
        EndDateInPast = "einddatum-voorbij",
        /// A day that is still to come cannot be when something was done.
        DayInFuture = "datum-in-toekomst",
        /// The profile names no ground for this source.
        SourceWithoutGround = "bron-zonder-grondslag",
        /// Advice goes with a summary without names.
        SummaryRequired = "samenvatting-nodig",
        /// A ground is required.
        GroundRequired = "grondslag-nodig",
        /// The KMT check comes first.
        KmtFirst = "eerst-kmt-check",
        /// Why was the melder not heard?
        WhyNotHeard = "waarom-niet-gehoord",
        /// At least one referral.
        ReferralRequired = "vervolgstap-nodig",
        /// Receiver and what was shared are required.
        ReferralIncomplete = "vervolgstap-onvolledig",
        /// The same referral twice, or "nu te weinig" beside another.
        ReferralContradiction = "vervolgstap-tegenstrijdig",
        /// No such referral, or confirmed already.
        NothingToConfirm = "niets-te-bevestigen",
        /// The melder has been told already.
        AlreadySettled = "al-teruggekoppeld",
        /// Nobody proposed it.
        NothingProposed = "niets-voorgesteld",
        /// That needs another AF.
        OtherOfficerNeeded = "andere-af-nodig",
        /// Tell the melder first.
        FeedbackFirst = "eerst-terugkoppelen",
        /// Not somebody who can have a case.
        NotAnOfficer = "geen-af",
        /// That AF has it already.
        AlreadyAssigned = "al-toegewezen",
        /// The request carries no fresh key for a new code.
        KeyMissing = "sleutel-nodig",
        /// More of it than fits.
        TooMany = "te-veel",
        /// Who asks is excluded from this case.
        Excluded = "uitgesloten",
        /// That AF is excluded already.
        AlreadyExcluded = "al-uitgesloten",
        /// That AF is not excluded.
        NotExcluded = "niet-uitgesloten",
        /// Then no AF would be left to handle it.
        NobodyLeft = "niemand-over",
        /// Of oneself one says that it is one's own report.
        SayOwnReport = "eigen-melding",
        /// A possible victim is not named to this receiver, so there is nothing to answer.
        NoVictimHere = "geen-slachtoffer-hier",
        /// It is a colleague's case: it has to be given by who has it.
        NotYours = "niet-van-jou",
        /// The processing is restricted (AVG 18): the case is kept, and nothing else is done with it.
        ProcessingRestricted = "verwerking-beperkt",
        /// Two people agreed to its destruction.
        BeingDestroyed = "wordt-vernietigd",
    }
);

/// The kinds of command that can be asked now by this actor: the buttons on the page. What a command says may still be
/// refused.
#[must_use]
pub fn available(case: &Case, actor: &AccountId) -> Vec<CommandKind> {
    let open = |kind: &CommandKind| refusal_before_content(case, *kind, actor).is_none();
    CommandKind::ALL.iter().copied().filter(open).collect()
}

/// Decides what becomes of a command. Changes nothing.
///
/// # Errors
/// The first [`Refusal`] that holds.
pub fn decide(case: &Case, command: Command, context: &Context<'_>) -> Result<Event, Refusal> {
    if let Some(refusal) = refusal_before_content(case, command.kind(), context.actor) {
        return Err(refusal);
    }
    let today = context.today;
    Ok(match command {
        Command::RecordAttempt(note) => Event::Attempted(note),
        Command::RecordContact(note) => Event::ContactMade(note),
        Command::SaveForm(form) => {
            check(form.persons.len() <= 20, Refusal::TooMany).map(|()| Event::FormSaved(form))?
        }
        Command::StartInvestigation(plan) => start(plan, today)?,
        Command::RecordSource(note) => consult(note, context)?,
        Command::RecordKmtCheck(check) => ask_kmt(check, today)?,
        Command::RecordVtt(contact) => Event::VttRecorded(contact),
        Command::MoveToDecision => Event::MovedToDecision,
        Command::Decide(ruling) => rule(ruling, today)?,
        Command::Exclude(note) => exclude(case, note, context)?,
        Command::OwnReport => {
            let left = context.officers.iter().any(|one| one != context.actor);
            check(left, Refusal::NobodyLeft).map(|()| Event::OwnReported)?
        }
        Command::ProposeLift(note) => lift(case, note, context)?,
        Command::Agree => {
            let pending = case.pending().ok_or(Refusal::NothingProposed)?;
            Event::Agreed(pending.proposal.clone())
        }
        Command::ConfirmReferral(confirmation) => confirm(case, confirmation, today)?,
        Command::GiveFeedback(note) => past(note.day, today).map(|()| Event::FeedbackGiven(note))?,
        Command::ProposeNoFeedback(reason) => Event::NoFeedbackProposed(reason),
        Command::AgreeNoFeedback => Event::NoFeedbackAgreed,
        Command::Close => Event::Closed,
        Command::CloseEarly(note) => past(note.feedback.day, today).map(|()| end_early(note))?,
        Command::Reopen(reason) => Event::Reopened(reason),
        Command::AddRemark(remark) => Event::Remarked(remark),
        Command::Assign { to } => assign(case, to, context)?,
        Command::IssueCode => {
            let status_key = context.new_status_key.ok_or(Refusal::KeyMissing)?.clone();
            Event::CodeIssued { status_key }
        }
    })
}

/// What may be done while the processing is restricted: who the case is with, and who may not know of it.
fn goes_on_when_restricted(case: &Case, kind: CommandKind) -> bool {
    let about_access = [CommandKind::Assign, CommandKind::Exclude, CommandKind::OwnReport, CommandKind::ProposeLift];
    let lift = || case.pending().is_some_and(|pending| matches!(pending.proposal, Proposal::Lift(_)));
    about_access.contains(&kind) || (kind == CommandKind::Agree && lift())
}

/// What can be said before one knows what the command holds.
fn refusal_before_content(case: &Case, kind: CommandKind, actor: &AccountId) -> Option<Refusal> {
    if case.exclusions().names(actor) {
        return Some(Refusal::Excluded);
    }
    if case.rights().is_doomed() {
        return Some(Refusal::BeingDestroyed);
    }
    if case.rights().is_restricted() && !goes_on_when_restricted(case, kind) {
        return Some(Refusal::ProcessingRestricted);
    }
    if targets(case.status().step(), kind).is_empty() {
        return Some(Refusal::NotInThisStep);
    }
    match (kind, case.status()) {
        (CommandKind::StartInvestigation, Status::InContact(state)) if state.form.is_none() => Some(Refusal::FormFirst),
        (CommandKind::StartInvestigation, _) if case.vtt_open() && !case.vtt_recorded_by_officer() => {
            Some(Refusal::VttFirst)
        }
        (CommandKind::MoveToDecision, Status::Investigation(state)) if state.checks.is_empty() => {
            Some(Refusal::KmtFirst)
        }
        (CommandKind::Close, Status::Referred(state)) if !state.feedback.is_settled() => Some(Refusal::FeedbackFirst),
        (CommandKind::GiveFeedback | CommandKind::ProposeNoFeedback, Status::Referred(state))
            if state.feedback.is_settled() =>
        {
            Some(Refusal::AlreadySettled)
        }
        (CommandKind::AgreeNoFeedback, Status::Referred(state)) => agree(&state.feedback, actor),
        (CommandKind::Agree, _) => second(case, actor),
        (CommandKind::ProposeLift, _) if case.exclusions().is_none() => Some(Refusal::NotExcluded),
        (CommandKind::ConfirmReferral, _) if unconfirmed(case).is_empty() => Some(Refusal::NothingToConfirm),
        _ => None,
    }
}

fn agree(feedback: &Feedback, actor: &AccountId) -> Option<Refusal> {
    match feedback {
        Feedback::NoneProposed { by, .. } if by == actor => Some(Refusal::OtherOfficerNeeded),
        Feedback::NoneProposed { .. } => None,
        Feedback::Open => Some(Refusal::NothingProposed),
        Feedback::Given(_) | Feedback::NoneAgreed { .. } => Some(Refusal::AlreadySettled),
    }
}

fn second(case: &Case, actor: &AccountId) -> Option<Refusal> {
    match case.pending() {
        None => Some(Refusal::NothingProposed),
        Some(pending) if pending.by == *actor => Some(Refusal::OtherOfficerNeeded),
        Some(_) => None,
    }
}

/// The referrals whose receiver has not confirmed, counted from 0. "Nu te weinig aanwijzingen" has no receiver.
fn unconfirmed(case: &Case) -> Vec<usize> {
    case.status().referred().map_or_else(Vec::new, |referred| {
        let confirmed = |at: usize| referred.confirmed.iter().any(|c| c.referral == at);
        let sent = referred.ruling.referrals.iter().enumerate().filter(|(_, r)| r.to != ReferralTarget::TooLittle);
        sent.map(|(at, _)| at).filter(|at| !confirmed(*at)).collect()
    })
}

impl Status {
    /// The decided part, also after closing.
    #[must_use]
    pub fn referred(&self) -> Option<&super::Referred> {
        match self {
            Self::Referred(referred) => Some(referred),
            Self::Closed(super::Closed { ending: super::Ending::Completed(referred), .. }) => Some(referred),
            Self::Closed(_) | Self::Received(_) | Self::InContact(_) | Self::Investigation(_) | Self::Decision(_) => {
                None
            }
        }
    }
}

fn check(holds: bool, otherwise: Refusal) -> Result<(), Refusal> {
    if holds { Ok(()) } else { Err(otherwise) }
}

/// A day on which something was done cannot lie in the future.
fn past(day: Day, today: Day) -> Result<(), Refusal> {
    check(day <= today, Refusal::DayInFuture)
}

fn start(plan: Plan, today: Day) -> Result<Event, Refusal> {
    check(plan.until >= today, Refusal::EndDateInPast)?;
    Ok(Event::InvestigationStarted(plan))
}

fn consult(note: SourceNote, context: &Context<'_>) -> Result<Event, Refusal> {
    past(note.day, context.today)?;
    let named = context.sources.iter().find(|source| source.name == note.source.as_str());
    let ground = named.and_then(|source| Line::parse(&source.ground).ok());
    Ok(Event::SourceConsulted { note, ground: ground.ok_or(Refusal::SourceWithoutGround)? })
}

fn ask_kmt(check_: KmtCheck, today: Day) -> Result<Event, Refusal> {
    past(check_.day, today)?;
    match check_.kind {
        KmtKind::Advice => check(check_.summary.is_some(), Refusal::SummaryRequired)?,
        KmtKind::Known => check(check_.ground.is_some(), Refusal::GroundRequired)?,
    }
    Ok(Event::KmtChecked(check_))
}

fn rule(ruling: Ruling, today: Day) -> Result<Event, Refusal> {
    check(ruling.heard == YesNo::Yes || ruling.why_not_heard.is_some(), Refusal::WhyNotHeard)?;
    let referrals = &ruling.referrals;
    check(!referrals.is_empty(), Refusal::ReferralRequired)?;
    check(referrals.len() <= 10, Refusal::TooMany)?;
    for (at, referral) in referrals.iter().enumerate() {
        refer(referral, today)?;
        let twice = referrals[..at].iter().any(|earlier| earlier.to == referral.to);
        let alone = referral.to != ReferralTarget::TooLittle || referrals.len() == 1;
        check(!twice && alone, Refusal::ReferralContradiction)?;
    }
    Ok(if ruling.takes_two() { Event::Proposed(Proposal::Ruling(ruling)) } else { Event::Decided(ruling) })
}

/// That somebody was reported against better knowledge is not for one AF to say.
fn end_early(note: EarlyEnd) -> Event {
    match note.reason {
        EarlyReason::Malicious => Event::Proposed(Proposal::Malicious(note)),
        EarlyReason::Mistake | EarlyReason::Duplicate | EarlyReason::NotTrafficking => Event::ClosedEarly(note),
    }
}

fn exclude(case: &Case, note: Exclusion, context: &Context<'_>) -> Result<Event, Refusal> {
    check(note.who != *context.actor, Refusal::SayOwnReport)?;
    check(!case.exclusions().names(&note.who), Refusal::AlreadyExcluded)?;
    check(context.officers.contains(&note.who), Refusal::NotAnOfficer)?;
    check(context.officers.iter().any(|one| *one != note.who), Refusal::NobodyLeft)?;
    Ok(Event::Excluded(note))
}

/// Who is excluded by his function is no officer of this case either, so the account is all there is to go by.
fn lift(case: &Case, note: Exclusion, context: &Context<'_>) -> Result<Event, Refusal> {
    let exclusions = case.exclusions();
    let by_function = !exclusions.functions().is_empty() && !context.officers.contains(&note.who);
    check(exclusions.names(&note.who) || by_function, Refusal::NotExcluded)?;
    Ok(Event::Proposed(Proposal::Lift(note)))
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

fn confirm(case: &Case, confirmation: Confirmation, today: Day) -> Result<Event, Refusal> {
    past(confirmation.day, today)?;
    check(unconfirmed(case).contains(&confirmation.referral), Refusal::NothingToConfirm)?;
    Ok(Event::ReferralConfirmed(confirmation))
}

fn assign(case: &Case, to: AccountId, context: &Context<'_>) -> Result<Event, Refusal> {
    check(context.officers.contains(&to) && !case.exclusions().names(&to), Refusal::NotAnOfficer)?;
    check(case.assigned() != Some(&to), Refusal::AlreadyAssigned)?;
    Ok(Event::Assigned { to })
}

#[cfg(test)]
pub(crate) mod tests;
