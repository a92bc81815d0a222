//! Shorthand for what the made-up AFs write down.
use super::play::Play;
use kit::Failure;
use shared::{
    answer::{Known, YesNo},
    case::{
        Act,
        notes::{
            AgeGroup, Assessment, Assignment, Attempt, ContactNote, EarlyEnd, EarlyReason, FeedbackNote, FormSheet,
            KmtCheck, KmtKind, Means, Person, PersonRole, Plan, Referral, ReferralTarget, Ruling, SourceNote,
        },
    },
    contract::ProblemKind,
    id::AccountId,
    moment::Day,
    sharing::Sharing,
    text::{Line, Prose, TextError},
};

fn wrong(_: TextError) -> Failure {
    Failure::of(ProblemKind::Internal, "een tekst van de oefengegevens klopt niet")
}

/// A line that is fine.
pub fn line(text: &str) -> Result<Line, Failure> {
    Line::parse(text).map_err(wrong)
}

/// A text that is fine.
pub fn prose(text: &str) -> Result<Prose, Failure> {
    Prose::parse(text).map_err(wrong)
}

/// Tried to call.
pub fn attempt(note: &str) -> Result<Act, Failure> {
    Ok(Act::RecordAttempt(Attempt { happened: None, way: None, note: Some(line(note)?) }))
}

/// Given to this AF.
pub fn assign(to: &AccountId) -> Act {
    Act::Assign(Assignment { to: to.clone() })
}

/// Spoken to.
pub fn contact(summary: &str) -> Result<Act, Failure> {
    Ok(Act::RecordContact(ContactNote { happened: None, means: Means::Phone, summary: Some(prose(summary)?) }))
}

/// The form, about one person.
pub fn form(who: &str, age: AgeGroup, safety: &str) -> Result<Act, Failure> {
    let person = Person {
        roles: PersonRole::PossibleVictim.into(),
        age,
        description: Some(line(who)?),
        languages: Some(line("Verzonnees")?),
        interpreter: Known::Yes,
        vulnerability: None,
        number: None,
    };
    Ok(Act::SaveForm(FormSheet {
        persons: vec![person],
        safety: prose(safety)?,
        children: Known::No,
        control: Some(prose("Iemand anders bewaart de papieren.")?),
        place: None,
        vehicles: None,
        phones: None,
        knows: Known::No,
        wishes: Some(prose("Wil vooral een eigen slaapplek.")?),
        reporter_does: Some(prose("Belt de AF als de persoon weer aan de balie komt.")?),
    }))
}

/// The investigation begins.
pub fn plan(question: &str, until: Day) -> Result<Act, Failure> {
    Ok(Act::StartInvestigation(Plan { question: prose(question)?, until, household: None, agreed: None }))
}

/// The first source of the profile was consulted.
pub fn source(play: &Play, day: Day, result: &str) -> Result<Act, Failure> {
    let first = play.sources.first();
    let first = first.ok_or(Failure::of(ProblemKind::Internal, "het profiel noemt geen bronnen"))?;
    let (source, result) = (line(&first.name)?, prose(result)?);
    Ok(Act::RecordSource(SourceNote { source, day, result, household: None, agreed: None }))
}

/// KMT was asked for advice.
pub fn kmt(day: Day, answer: &str) -> Result<Act, Failure> {
    Ok(Act::RecordKmtCheck(KmtCheck {
        kind: KmtKind::Advice,
        question: prose("Past dit bij wat jullie vaker zien? Wat is een goede volgende stap?")?,
        summary: Some(prose("Een volwassene slaapt op de werkplek. Iemand anders bewaart de papieren.")?),
        ground: None,
        asked_of: line("Procesmanager KMT")?,
        day,
        answer: prose(answer)?,
    }))
}

/// A referral.
pub fn referral(to: ReferralTarget, receiver: &str, day: Day) -> Result<Referral, Failure> {
    let table = Sharing::default();
    let ground = table.rule(to).and_then(|rule| rule.grounds.first());
    let ground = ground.ok_or(Failure::of(ProblemKind::Internal, "de tabel noemt geen grondslag"))?;
    Ok(Referral {
        to,
        receiver: Some(line(receiver)?),
        ground: Some(line(ground)?),
        day,
        shared: Some(prose("Wat voor soort plek het is en wat er gezien is. Geen namen.")?),
        coerced: None,
        consent: None,
        planned: None,
    })
}

/// The decision of a werkoverleg on this day at which these AFs were.
pub fn ruling(meaning: &str, (held, present): (Day, &[AccountId]), referrals: Vec<Referral>) -> Result<Act, Failure> {
    Ok(Act::Decide(Ruling {
        meaning: prose(meaning)?,
        assessment: Assessment::Likely,
        held: Some(held),
        present: present.to_vec(),
        others: vec![],
        heard: YesNo::Yes,
        talked: Some(prose("Dat we dit met een andere organisatie willen bespreken.")?),
        why_not_heard: None,
        referrals,
    }))
}

fn told(day: Day) -> Result<FeedbackNote, Failure> {
    let text = "We hebben je melding besproken. Meer mogen we niet altijd vertellen. Dat zegt niets over je melding.";
    Ok(FeedbackNote { means: Means::Phone, text: prose(text)?, day, reporter: None })
}

/// The melder got feedback.
pub fn feedback(day: Day) -> Result<Act, Failure> {
    Ok(Act::GiveFeedback(told(day)?))
}

/// Ended before the decision.
pub fn end_early(day: Day, reason: EarlyReason, explanation: &str) -> Result<Act, Failure> {
    let (explanation, feedback) = (prose(explanation)?, told(day)?);
    Ok(Act::CloseEarly(EarlyEnd { reason, explanation, feedback }))
}
