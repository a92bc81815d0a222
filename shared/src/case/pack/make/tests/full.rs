//! A case in which an AF did everything that leaves it open, with words in every field.
use super::*;
use crate::{
    answer::Known,
    case::{
        Step,
        care::CareEntry,
        fixture::{self, officer},
        notes::{About, Addition, AdditionKind, AgeGroup, ReporterAnswer},
    },
    id::AdditionKey,
    report::{CallFirst, ColleagueDraft},
};

/// These may be done in every step.
const AGAIN: [ActKind; 2] = [ActKind::RecordVtt, ActKind::AskReporter];
/// After these an AF can do little or nothing more.
const ENDS: [ActKind; 5] = [ActKind::Exclude, ActKind::OwnReport, ActKind::Restrict, ActKind::Join, ActKind::Unjoin];

/// Decided, with one referral; and what it says about care.
pub(super) fn full(to: ReferralTarget) -> (Case, CareRecord) {
    let mut case = fixture::new_case(|draft| {
        let (name, phone) = ("Bo Bedacht".into(), "074 111 11 11".into());
        draft.behalf = ColleagueDraft { name, phone, first: Some(CallFirst::Colleague) };
    });
    let mut done = Vec::new();
    for (step, on) in [
        (Step::Received, Some(ActKind::RecordContact)),
        (Step::InContact, Some(ActKind::StartInvestigation)),
        (Step::Investigation, Some(ActKind::MoveToDecision)),
        (Step::Decision, None),
    ] {
        case = ActKind::ALL.iter().fold(case, |case, kind| once(case, step, *kind, &mut done));
        case = on.into_iter().fold(case, |case, kind| carry(case, act(kind)));
    }
    let (coerced, consent) = (Some(prose("Kan gedwongen zijn")), Some(prose("Is het ermee eens")));
    let case = sent(case, Referral { coerced, consent, shared: Some(prose("Wat we delen")), ..referral(to) });
    let addition = About::Addition(Addition::of_words(AdditionKey::from_bytes(&[3; 16]), AdditionKind::More));
    let (at, text) = (case.last().0.plus_seconds(60), prose("Later toegevoegd"));
    let answer = ReporterAnswer::new(About::Question(1), prose("Dinsdag"), at);
    let case = case.with_answers(&[answer, ReporterAnswer::new(addition, text, at.plus_seconds(1))]);
    assert_eq!(case.answers().len(), 2);
    let mut care = CareRecord::default();
    let entry = CareEntry { at, by: officer(1), text: prose("Over de gezondheid"), corrects: None };
    assert_eq!(care.add(entry), Ok(true));
    (case, care)
}

fn once(case: Case, step: Step, kind: ActKind, done: &mut Vec<ActKind>) -> Case {
    if kind.targets(step) != [step] || ENDS.contains(&kind) || (done.contains(&kind) && !AGAIN.contains(&kind)) {
        return case;
    }
    let act = if kind == ActKind::SaveForm { Act::SaveForm(full_form()) } else { act(kind) };
    let Ok(event) = fixture::ask(&case, act, &officer(1)) else { return case };
    done.push(kind);
    fixture::apply_by(1, case, event)
}

/// Every field has words, and there is somebody of each kind. A new field has to be named here.
pub(super) fn full_form() -> FormSheet {
    let person = |roles: &[PersonRole], name: &str| Person {
        roles: all_of(roles),
        age: AgeGroup::From18To26,
        description: Some(line(&format!("Omschrijving {name}"))),
        languages: Some(line(&format!("Talen {name}"))),
        interpreter: Known::Yes,
        vulnerability: Some(line(&format!("Kwetsbaar {name}"))),
        number: None,
    };
    FormSheet {
        persons: vec![
            person(&[PersonRole::PossibleVictim], "een"),
            person(&[PersonRole::PossibleOffender], "twee"),
            person(&[PersonRole::PossibleVictim, PersonRole::PossibleOffender], "drie"),
            person(&[PersonRole::Witness], "vier"),
            person(&[PersonRole::Unknown], "vijf"),
        ],
        safety: prose("Hoe veilig"),
        children: Known::Yes,
        control: Some(prose("Hoe gedwongen")),
        place: Some(prose("Welke plek")),
        vehicles: Some(prose("Welke auto")),
        phones: Some(prose("Welk nummer")),
        knows: Known::Yes,
        wishes: Some(prose("Welke wens")),
        reporter_does: Some(prose("De melder belt")),
    }
}

fn all_of(chosen: &[PersonRole]) -> Roles {
    let mut roles = Roles::default();
    chosen.iter().for_each(|role| roles.choose(*role, true));
    roles
}
