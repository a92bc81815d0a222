//! The timeline's words for what went otherwise than planned: no contact, back a step, no to a proposal, a late answer.
use super::{
    facts::{Fact, Told, fact, with},
    safety,
};
use crate::{Words, day_with_year};
use shared::case::{
    Exclusion,
    notes::{
        Discussed, EarlyUntold, EndDate, GoingBack, NoContact, NoContactReason, Plan, QuestionResult, Reason,
        ReceiversAnswer, TableDay, Task, TaskResult, Way,
    },
};

impl Words for Way {
    fn words(self) -> &'static str {
        match self {
            Self::Phone => "Telefoon",
            Self::Mail => "E-mail",
            Self::Message => "Bericht",
            Self::Visit => "Langsgegaan",
            Self::Through => "Via balie of collega",
        }
    }
}

impl Words for NoContactReason {
    fn words(self) -> &'static str {
        match self {
            Self::Unreachable => "Niet te bereiken",
            Self::Gone => "Weg: werkt hier niet meer, of is lang afwezig",
            Self::Unwanted => "Wil niet gebeld worden",
            Self::NoReporter => "Geen melder: dit signaal kwam van KMT",
        }
    }
}

pub(super) fn plan(plan: &Plan) -> Vec<Fact> {
    let facts = [fact("Vraag", plan.question.as_str()), fact("Einddatum", day_with_year(plan.until))];
    facts.into_iter().chain(safety::household(plan.household, plan.agreed.as_ref())).collect()
}

pub(super) fn task(task: &Task) -> Vec<Fact> {
    vec![fact("Wat", task.what.as_str()), fact("Wie", task.who.as_str()), fact("Uiterlijk", day_with_year(task.by))]
}

pub(super) fn task_done(note: &TaskResult) -> Told {
    with(format!("Taak {} afgerond", note.task + 1), vec![fact("Uitkomst", note.outcome.as_str())])
}

pub(super) fn no_feedback(note: &Reason) -> Told {
    with("Voorstel: niet terugkoppelen", vec![fact("Reden", note.reason.as_str())])
}

pub(super) fn excluded(note: &Exclusion, who: &str) -> Told {
    let facts = vec![fact("Reden", note.reason.as_str()), fact("", "Ziet dit dossier nergens meer.")];
    with(format!("Uitgesloten: {who}"), facts)
}

pub(super) fn end_date(note: &EndDate) -> Told {
    let facts = vec![fact("Einddatum", day_with_year(note.until)), fact("Reden", note.reason.as_str())];
    with("Einddatum verplaatst", facts)
}

pub(super) fn question_settled(note: &QuestionResult) -> Told {
    with(format!("Vraag {} aan de melder afgerond", note.question + 1), vec![fact("Uitkomst", note.outcome.as_str())])
}

pub(super) fn no_contact(note: &NoContact) -> Vec<Fact> {
    vec![fact("Reden", note.reason.words()), fact("Toelichting", note.words.as_str())]
}

pub(super) fn untold(note: &EarlyUntold) -> Vec<Fact> {
    vec![
        fact("Reden", note.reason.words()),
        fact("Toelichting", note.explanation.as_str()),
        fact("Waarom niet verteld", note.why_untold.as_str()),
    ]
}

pub(super) fn went_back(note: &GoingBack) -> Told {
    let until = note.until.map(|day| fact("Nieuwe einddatum", day_with_year(day)));
    let reason = fact("Reden", note.reason.as_str());
    with("Terug naar het onderzoek", std::iter::once(reason).chain(until).collect())
}

pub(super) fn answered(note: &ReceiversAnswer) -> Told {
    let facts = vec![fact("Antwoord", note.answer.as_str()), fact("Datum", day_with_year(note.day))];
    with(format!("Antwoord op vervolgstap {}", note.referral + 1), facts)
}

pub(super) fn table_moved(note: &TableDay) -> Told {
    let facts = vec![fact("Op de agenda van", day_with_year(note.on)), fact("Reden", note.reason.as_str())];
    with(format!("Vervolgstap {} wordt op een andere dag besproken", note.referral + 1), facts)
}

pub(super) fn discussed(note: &Discussed) -> Told {
    let facts = vec![fact("Besloten", note.outcome.as_str()), fact("Datum", day_with_year(note.day))];
    with(format!("Vervolgstap {} is besproken", note.referral + 1), facts)
}

/// Why nobody spoke with the melder, as a sentence of the list.
#[must_use]
pub fn without_contact(reason: NoContactReason) -> &'static str {
    match reason {
        NoContactReason::Unreachable => "Geen contact: melder niet te bereiken",
        NoContactReason::Gone => "Geen contact: melder is weg",
        NoContactReason::Unwanted => "Geen contact: melder wil niet gebeld worden",
        NoContactReason::NoReporter => "Geen melder: dit signaal kwam van KMT",
    }
}
