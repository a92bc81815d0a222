//! Whatever is in a case and whatever the AF releases: the melder and the other persons are not in the copy.
mod blanking;
mod care;
mod kmt;
mod whose;

use super::*;
use crate::{
    answer::{Known, YesNo},
    case::{
        Act, Entry, Event, Origins, RightsEvent, Step, fixture,
        notes::{
            AgeGroup, ContactNote, FormSheet, Means, Person, PersonRole, ReferralTarget, Ruling,
            rights::{Advice, Ground, Request, RequestDecision, Right, Verdict},
        },
    },
    contract::examples,
    id::{AccountId, CaseId, CaseNumber, StatusKey},
    indicators::IndicatorList,
    moment::Moment,
    report::{Channel, Draft, check},
    text::{Line, Prose},
};
use proptest::prelude::*;

/// Nobody may be named.
const NOTHING: Told<'_> = Told { people: &[], numbers: false, places: true };

/// A copy of a case that says nothing about care.
fn copied(case: &Case, question: &AccessQuestion) -> Result<CopyAnswer, Refusal> {
    export(case, &CareRecord::default(), true, question)
}

/// Texts that may not be in the copy.
#[derive(Debug, Clone)]
struct Secrets {
    reporter: String,
    team: String,
    phone: String,
    email: String,
    others: Vec<String>,
}

fn secrets() -> impl Strategy<Value = Secrets> {
    // so unlike a Dutch word that finding one means that it was shown
    let name = "[QX][bcdfgh]{2}[zxq][a-z]{2,6} [ZX][qxz][a-zé]{3,8}";
    let phone = "0[1-9][0-9] [0-9]{3} [0-9]{2} [0-9]{2}";
    let email = "[qx][xz][a-z]{4,8}@[a-z]{4,8}\\.example";
    let others = proptest::collection::vec(name, 1..4);
    (name, "Team [QX][qxz][a-z]{4,8}", phone, email, others)
        .prop_map(|(reporter, team, phone, email, others)| Secrets { reporter, team, phone, email, others })
}

/// A text in which all of it stands, in some order and case.
fn text_with(secrets: &Secrets, turn: usize, shout: bool) -> String {
    let mut all = vec![secrets.reporter.clone(), secrets.team.clone(), secrets.phone.clone(), secrets.email.clone()];
    all.extend(secrets.others.iter().cloned());
    let length = all.len();
    all.rotate_left(turn % length);
    let text = format!("Ik, {}. Zij zei: bel mij.", all.join(", en daar was "));
    if shout { text.to_uppercase() } else { text }
}

fn person(description: Option<&str>) -> Person {
    Person {
        roles: PersonRole::PossibleVictim.into(),
        age: AgeGroup::From18To26,
        description: description.and_then(|text| Line::parse(text).ok()),
        languages: None,
        interpreter: Known::No,
        vulnerability: None,
        number: None,
    }
}

/// A granted inzage of the first person of the form.
fn case_with(secrets: &Secrets, turn: usize, shout: bool) -> Case {
    case_of(secrets, turn, shout, Some(0))
}

/// A granted inzage of this person of the form, or of somebody who is not on it.
fn case_of(secrets: &Secrets, turn: usize, shout: bool, person_who_asks: Option<usize>) -> Case {
    let text = text_with(secrets, turn, shout);
    let prose = Prose::parse(&text).unwrap();
    let draft = Draft {
        ticks: vec![],
        story: text.clone(),
        known: text.clone(),
        place: Line::parse(&text.chars().take(190).collect::<String>()).unwrap().as_str().to_owned(),
        name: secrets.reporter.clone(),
        team: secrets.team.clone(),
        phone: secrets.phone.clone(),
        email: secrets.email.clone(),
        ..examples::draft()
    };
    let list = IndicatorList { version: "2026-1".into(), ..IndicatorList::default() };
    let at = Moment::try_from("2026-05-01T10:00:00Z".to_owned()).unwrap();
    let origins = Origins {
        excluded: Vec::new(),
        id: CaseId::from_bytes(&[1; 16]),
        number: CaseNumber { year: 2026, sequence: 1 },
        received: at,
        contact_by: at.day(),
        channel: Channel::Form {},
        report: check(&draft, &list).report.unwrap(),
        status_key: StatusKey::from_bytes(&[2; 16]),
    };
    let mut persons = vec![person(None)];
    persons.extend(secrets.others.iter().map(|other| person(Some(other))));
    let form = FormSheet {
        persons,
        safety: prose.clone(),
        children: Known::No,
        control: Some(prose.clone()),
        place: Some(prose.clone()),
        vehicles: Some(prose.clone()),
        phones: Some(prose.clone()),
        knows: Known::No,
        wishes: Some(prose.clone()),
        reporter_does: Some(prose.clone()),
    };
    let contact = Event::ContactMade(ContactNote { happened: None, means: Means::Phone, summary: Some(prose.clone()) });
    let request = Request { right: Right::Access, received: at.day(), identified: YesNo::Yes };
    let advice = Advice {
        request: 0,
        verdict: Verdict::Give,
        ground: Ground::Founded,
        reason: prose,
        until: None,
        person: person_who_asks,
    };
    let events = [
        contact,
        Event::FormSaved(form),
        Event::Rights(RightsEvent::Requested(request)),
        Event::Rights(RightsEvent::Advised(advice)),
        Event::Rights(RightsEvent::RequestDecided(RequestDecision { request: 0, agreed: YesNo::Yes })),
    ];
    let entry = |event| Entry { at, by: AccountId::from_bytes(&[3; 16]), event };
    events.into_iter().map(entry).fold(Case::open(origins), |case, entry| case.apply(entry).unwrap())
}

/// Every word of a name, in small letters.
fn words(text: &str) -> Vec<String> {
    text.to_lowercase().split(' ').map(str::to_owned).collect()
}

fn question(case: &Case) -> AccessQuestion {
    let nothing = AccessQuestion { request: 0, released: vec![] };
    let released = copied(case, &nothing).unwrap().choice.into_iter().map(|passage| passage.id).collect();
    AccessQuestion { request: 0, released }
}

proptest! {
    #[test]
    fn the_melder_and_other_persons_are_never_in_it(
        secrets in secrets(), turn in 0usize..8, shout in any::<bool>(), released in any::<bool>(), on_form in any::<bool>(),
    ) {
        let case = case_of(&secrets, turn, shout, on_form.then_some(0));
        let asked = if released { question(&case) } else { AccessQuestion { request: 0, released: vec![] } };
        let answer = copied(&case, &asked).unwrap();
        prop_assert_eq!(answer.copy.passages.is_empty(), !released);
        let shown = (serde_json::to_string(&answer).unwrap() + &answer.document).to_lowercase();
        for secret in [&secrets.reporter, &secrets.team].into_iter().chain(&secrets.others) {
            for word in words(secret).iter().filter(|word| *word != "team") {
                prop_assert!(!shown.contains(word), "{} is in {}", word, shown);
            }
        }
        prop_assert!(!shown.contains(&secrets.phone) && !shown.contains(&secrets.email.to_lowercase()));
        prop_assert!(!shown.contains("balie") && !shown.contains("03030303"), "nor who handled it");
    }
}

fn plain() -> Secrets {
    let others = vec!["Otto Verzonnen".to_owned(), "Anna-Marie Fictief".to_owned()];
    Secrets {
        reporter: "Jo de Melder".into(),
        team: "Team Wonen".into(),
        phone: "4123".into(),
        email: "jo@voorbeeld.example".into(),
        others,
    }
}

#[test]
fn without_a_granted_request_there_is_no_copy() {
    let case = case_with(&plain(), 0, false);
    let question = AccessQuestion { request: 0, released: vec![] };
    assert!(copied(&case, &question).is_ok());
    let entries = case.entries().iter().take(4).cloned();
    let undecided = entries.fold(Case::open(case.origins().clone()), |case, entry| case.apply(entry).unwrap());
    assert_eq!(copied(&undecided, &question), Err(Refusal::NothingToDo));
    let nobody = AccessQuestion { request: 9, released: vec![] };
    assert_eq!(copied(&case, &nobody), Err(Refusal::NothingToDo));
    let nothing = AccessQuestion { request: 0, released: vec!["formulier.telefoons".into()] };
    assert_eq!(copied(&case, &nothing), Err(Refusal::NothingToDo), "telephone numbers can't be released");
}

#[test]
fn contact_notes_are_no_passage_and_free_text_stays_out_unless_released() {
    let case = case_with(&plain(), 0, false);
    let answer = copied(&case, &AccessQuestion { request: 0, released: vec![] }).unwrap();
    let ids: Vec<&str> = answer.choice.iter().map(|passage| passage.id.as_str()).collect();
    assert!(ids.contains(&"melding.verhaal") && ids.contains(&"formulier.veiligheid"), "{ids:?}");
    assert!(!ids.iter().any(|id| id.contains("contact") || id.contains("melder")), "{ids:?}");
    assert!(!answer.document.contains("Zij zei") && answer.document.contains("18 tot en met 26"));
    let one = AccessQuestion { request: 0, released: vec!["melding.verhaal".into()] };
    let answer = copied(&case, &one).unwrap();
    assert_eq!((answer.copy.passages.len(), answer.copy.withheld), (1, ids.len() - 1));
    assert!(answer.document.contains("Zij zei: bel mij."));
}

#[test]
fn the_document_can_hold_no_markup_of_others() {
    let mut answer = copied(&case_with(&plain(), 0, false), &AccessQuestion { request: 0, released: vec![] }).unwrap();
    let text = "<script>alert(1)</script> & \"x\"".to_owned();
    answer.copy.passages.push(Passage { id: "x".into(), name: "<b>".into(), text });
    let page = document(&answer.copy);
    assert!(!page.contains("<script") && !page.contains("<b>") && page.contains("&lt;script&gt;"));
}

/// A decision that needed a second AF is a passage like one that did not.
#[test]
fn a_decision_of_two_afs_can_be_released_as_well() {
    let police = Ruling { referrals: vec![fixture::referral(ReferralTarget::Police)], ..fixture::ruling() };
    let proposed = fixture::carry(fixture::case_in(Step::Decision), Act::Decide(police));
    let agreed = fixture::carry_by(2, proposed, Act::Agree(None));
    let decided = passages::of(&agreed, None).into_iter().filter(|passage| passage.id.starts_with("beslissing."));
    assert_eq!(decided.count(), 1);
}
