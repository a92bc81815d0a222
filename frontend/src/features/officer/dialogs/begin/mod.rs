//! What a dialog begins with: what is in the case already, so that nobody types it again. The AF can change all of it.
use super::{
    super::{
        dossier::{Dossier, story},
        session::Gemeente,
    },
    today::today,
};
use crate::messages::Words;
use leptos::prelude::*;
use shared::{
    calendar::Calendar,
    case::{
        Event,
        act::draft::{FeedbackDraft, KmtDraft, PlanDraft, ReferralDraft},
        notes::{KmtKind, Means, Person, ReferralTarget},
    },
    contract::CaseDetail,
    indicators::IndicatorList,
    moment::Day,
    report::Subject,
};

/// How long an investigation usually takes, in working days. It is ours: the seed leaves it to AF and melder.
const USUAL_INVESTIGATION: u32 = 10;

/// An investigation that takes as long as usual.
pub fn plan() -> PlanDraft {
    PlanDraft { until: usual_end(&Gemeente::here().calendar(), today()).to_string(), ..PlanDraft::default() }
}

fn usual_end(calendar: &Calendar, today: Day) -> Day {
    calendar.nth_working_day_after(today, USUAL_INVESTIGATION)
}

/// Advice without names from KMT, about the question of the investigation.
pub fn kmt() -> KmtDraft {
    let draft = KmtDraft { day: today().to_string(), ..KmtDraft::default() };
    let gemeente = Gemeente::here();
    match Dossier::here().detail.get_untracked() {
        Some(detail) => kmt_of(&detail, &gemeente.indicators, draft),
        None => draft,
    }
}

fn kmt_of(detail: &CaseDetail, list: &IndicatorList, empty: KmtDraft) -> KmtDraft {
    let question = story(detail).plan.map(|plan| plan.question.as_str().to_owned()).unwrap_or_default();
    KmtDraft {
        kind: Some(KmtKind::Advice),
        question,
        summary: Some(nameless(detail, list)),
        asked_of: "procesmanager KMT".into(),
        ..empty
    }
}

/// What was reported, from the answers that were chosen and from nothing that was typed, so that no name comes along:
/// the kind of place, the forms, the signals, and who is involved by role and age group.
fn nameless(detail: &CaseDetail, list: &IndicatorList) -> String {
    let report = &detail.report;
    let subject = match report.subject {
        Subject::Person => "Het gaat over een persoon.",
        Subject::Place => "Het gaat over een plek of bedrijf.",
    };
    let mut sentences = vec![subject.to_owned()];
    let forms = report.forms.iter().map(|form| form.lower());
    sentences.extend(sentence("Waar het op lijkt", forms));
    let sign = |id: &str| {
        let seen = detail.signals.iter().find(|one| one.id == id);
        Some(seen.or_else(|| list.find(id))?.sentence.clone())
    };
    sentences.extend(sentence("Signalen", report.ticks.iter().filter_map(|tick| sign(&tick.id))));
    let persons = story(detail).form.map(|form| form.persons).unwrap_or_default();
    sentences.extend(sentence("Betrokken", persons.iter().map(person)));
    sentences.join(" ")
}

/// `Signalen: een; twee.`; nothing of nothing.
fn sentence(name: &str, parts: impl Iterator<Item = String>) -> Option<String> {
    let parts: Vec<String> = parts.collect();
    (!parts.is_empty()).then(|| format!("{name}: {}.", parts.join("; ")))
}

/// `mogelijk slachtoffer, 12 tot en met 17`.
fn person(person: &Person) -> String {
    let roles: Vec<String> = person.roles.all().iter().map(|role| role.lower()).collect();
    format!("{}, leeftijd {}", roles.join(" en "), person.age.lower())
}

/// A referral of today, that shares what KMT heard: a summary without names.
pub fn referral() -> ReferralDraft {
    let shared = Dossier::here().detail.with_untracked(|detail| detail.as_ref().and_then(|detail| summary(detail)));
    ReferralDraft { day: today().to_string(), shared, ..ReferralDraft::default() }
}

fn summary(detail: &CaseDetail) -> Option<String> {
    let checks = story(detail).checks;
    checks.iter().rev().find_map(|check| Some(check.summary.as_ref()?.as_str().to_owned()))
}

/// Who usually receives it there: a function. Nothing where that differs between gemeenten.
pub fn usual_receiver(to: ReferralTarget) -> Option<&'static str> {
    match to {
        ReferralTarget::Kmt => Some("adviseur KMT"),
        ReferralTarget::KmtCase | ReferralTarget::Casusoverleg => Some("procesmanager KMT"),
        ReferralTarget::Vtt => Some("medewerker van Veilig Thuis"),
        ReferralTarget::WmoRegie => Some("regisseur WMO"),
        ReferralTarget::Comensha => Some("zorgcoördinator"),
        ReferralTarget::Ondermijning
        | ReferralTarget::Riec
        | ReferralTarget::Casustafel
        | ReferralTarget::Dadertafel
        | ReferralTarget::PersonalApproach
        | ReferralTarget::Police
        | ReferralTarget::Nla
        | ReferralTarget::TooLittle => None,
    }
}

/// The melder hears it in the way they were spoken to.
pub fn feedback() -> FeedbackDraft {
    let means = Dossier::here().detail.with_untracked(|detail| detail.as_ref().and_then(|detail| spoken(detail)));
    FeedbackDraft { means, day: today().to_string(), ..FeedbackDraft::default() }
}

fn spoken(detail: &CaseDetail) -> Option<Means> {
    detail.timeline.iter().rev().find_map(|entry| {
        if let Event::ContactMade(note) | Event::ReachedLater(note) = &entry.event { Some(note.means) } else { None }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::officer::dossier::fixture::detail;
    use shared::{
        answer::Known,
        case::notes::{AgeGroup, Attempt, ContactNote, FormSheet, KmtCheck, PersonRole, Plan, Way},
        indicators::Indicator,
        text::{Line, Prose},
    };

    fn line(text: &str) -> Line {
        Line::parse(text).unwrap()
    }

    fn prose(text: &str) -> Prose {
        Prose::parse(text).unwrap()
    }

    fn spoken_by(means: Means) -> Event {
        Event::ContactMade(ContactNote { happened: None, means, summary: Some(prose("Kim Verzonnen vertelde het")) })
    }

    fn form() -> Event {
        let person = Person {
            roles: PersonRole::PossibleVictim.into(),
            age: AgeGroup::From27,
            description: Some(line("Kim Verzonnen")),
            languages: None,
            interpreter: Known::No,
            vulnerability: Some(line("Woont bij Kim Verzonnen")),
            number: None,
        };
        Event::FormSaved(FormSheet {
            persons: vec![person],
            safety: prose("Kim Verzonnen is veilig"),
            children: Known::No,
            control: None,
            place: Some(prose("Fantasiekade 999")),
            vehicles: None,
            phones: None,
            knows: Known::No,
            wishes: None,
            reporter_does: None,
        })
    }

    fn started() -> Event {
        let until = "2026-05-20".parse().unwrap();
        Event::InvestigationStarted(Plan { question: prose("Wie is de baas?"), until, household: None, agreed: None })
    }

    fn signals() -> IndicatorList {
        let one = Indicator {
            id: "bedden-in-bedrijf".into(),
            sentence: "Slaapt op het werk".into(),
            group: "Plek".into(),
            source: "test".into(),
            ..Indicator::default()
        };
        IndicatorList { version: "2026-1".into(), indicators: vec![one], ..IndicatorList::default() }
    }

    #[test]
    fn kmt_hears_the_question_and_what_was_chosen_and_nothing_that_was_typed() {
        let mut case = detail(vec![(1, spoken_by(Means::Phone)), (1, form()), (1, started())]);
        case.report.ticks.push(shared::indicators::Tick {
            id: "bedden-in-bedrijf".into(),
            origin: shared::indicators::Origin::Seen,
        });
        let draft = kmt_of(&case, &signals(), KmtDraft::default());
        assert_eq!((draft.kind, draft.question.as_str()), (Some(KmtKind::Advice), "Wie is de baas?"));
        assert_eq!(
            draft.summary.unwrap(),
            "Het gaat over een plek of bedrijf. Waar het op lijkt: arbeidsuitbuiting. Signalen: Slaapt op het werk. \
             Betrokken: mogelijk slachtoffer, leeftijd 27 of ouder."
        );
    }

    #[test]
    fn what_is_shared_begins_with_what_kmt_heard_last() {
        let check = |summary: Option<&str>| {
            Event::KmtChecked(KmtCheck {
                kind: if summary.is_some() { KmtKind::Advice } else { KmtKind::Known },
                question: prose("Wat nu?"),
                summary: summary.map(prose),
                ground: summary.is_none().then(|| line("Afspraken")),
                asked_of: line("procesmanager KMT"),
                day: "2026-04-28".parse().unwrap(),
                answer: prose("Ga door"),
            })
        };
        let before = vec![(1, spoken_by(Means::Phone)), (1, form()), (1, started())];
        assert_eq!(summary(&detail(before.clone())), None);
        let checks = [check(Some("Eerst")), check(Some("Daarna")), check(None)].map(|event| (1, event));
        assert_eq!(summary(&detail([before, checks.to_vec()].concat())).unwrap(), "Daarna");
    }

    #[test]
    fn feedback_goes_as_the_melder_was_spoken_to() {
        assert_eq!(spoken(&detail(vec![])), None);
        let tried = Event::Attempted(Attempt { way: Some(Way::Phone), happened: None, note: None });
        assert_eq!(spoken(&detail(vec![(1, tried), (1, spoken_by(Means::Video))])), Some(Means::Video));
    }

    #[test]
    fn an_investigation_usually_ends_after_ten_working_days() {
        // King's Day and Liberation Day are between
        let day = |text: &str| text.parse::<Day>().unwrap();
        assert_eq!(usual_end(&Calendar::default(), day("2026-04-24")), day("2026-05-12"));
    }
}
