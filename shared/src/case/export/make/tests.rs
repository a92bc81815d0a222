//! Whatever is in a case and whatever the AF releases: the melder and the other persons are not in the copy.
use super::*;
use crate::{
    case::{
        Act, Entry, Event, Origins, RightsEvent, Step,
        export::SoughtKind,
        fixture,
        notes::{
            AgeGroup, ContactNote, FormSheet, Means, PersonRole, ReferralTarget, Ruling,
            rights::{Advice, Ground, Request, RequestDecision, Right, Verdict},
        },
    },
    contract::examples,
    id::{AccountId, CaseId, CaseNumber, StatusKey},
    indicators::IndicatorList,
    moment::Moment,
    report::{Channel, Draft, Known, YesNo, check},
    text::{Line, Prose},
};
use proptest::prelude::*;

/// Who and what must not be in it.
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
        role: PersonRole::PossibleVictim,
        age: AgeGroup::From18To26,
        description: description.and_then(|text| Line::parse(text).ok()),
        languages: None,
        interpreter: Known::No,
        vulnerability: None,
    }
}

fn case_with(secrets: &Secrets, turn: usize, shout: bool) -> Case {
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
    let list = IndicatorList { version: "2026-1".into(), indicators: vec![] };
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
    let contact = Event::ContactMade(ContactNote { happened: None, means: Means::Phone, summary: prose.clone() });
    let request = Request { right: Right::Access, received: at.day(), identified: YesNo::Yes };
    let advice = Advice { request: 0, verdict: Verdict::Give, ground: Ground::Founded, reason: prose, until: None };
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

fn question(case: &Case, person: Option<usize>) -> AccessQuestion {
    let nothing = AccessQuestion { person, released: vec![] };
    let released = export(case, &nothing).unwrap().choice.into_iter().map(|passage| passage.id).collect();
    AccessQuestion { person, released }
}

proptest! {
    #[test]
    fn the_melder_and_other_persons_are_never_in_it(
        secrets in secrets(), turn in 0usize..8, shout in any::<bool>(), released in any::<bool>(), on_form in any::<bool>(),
    ) {
        let case = case_with(&secrets, turn, shout);
        let person = on_form.then_some(0);
        let asked = if released { question(&case, person) } else { AccessQuestion { person, released: vec![] } };
        let answer = export(&case, &asked).unwrap();
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
    let question = AccessQuestion { person: Some(0), released: vec![] };
    assert!(export(&case, &question).is_ok());
    let entries = case.entries().iter().take(4).cloned();
    let undecided = entries.fold(Case::open(case.origins().clone()), |case, entry| case.apply(entry).unwrap());
    assert_eq!(export(&undecided, &question), Err(Refusal::NothingToDo));
    let nobody = AccessQuestion { person: Some(9), released: vec![] };
    assert_eq!(export(&case, &nobody), Err(Refusal::NothingToDo));
    let nothing = AccessQuestion { person: None, released: vec!["formulier.telefoons".into()] };
    assert_eq!(export(&case, &nothing), Err(Refusal::NothingToDo), "telephone numbers can't be released");
}

#[test]
fn what_the_melder_and_the_af_said_is_no_passage_and_own_words_stay_out_unless_released() {
    let case = case_with(&plain(), 0, false);
    let answer = export(&case, &AccessQuestion { person: Some(0), released: vec![] }).unwrap();
    let ids: Vec<&str> = answer.choice.iter().map(|passage| passage.id.as_str()).collect();
    assert!(ids.contains(&"melding.verhaal") && ids.contains(&"formulier.veiligheid"), "{ids:?}");
    assert!(!ids.iter().any(|id| id.contains("contact") || id.contains("melder")), "{ids:?}");
    assert!(!answer.document.contains("Zij zei") && answer.document.contains("18 tot en met 26"));
    let one = AccessQuestion { person: Some(0), released: vec!["melding.verhaal".into()] };
    let answer = export(&case, &one).unwrap();
    assert_eq!((answer.copy.passages.len(), answer.copy.withheld), (1, ids.len() - 1));
    assert!(answer.document.contains("Zij zei: bel mij."));
}

#[test]
fn blanking_by_example() {
    let blanks = blank::Blanks::of(&case_with(&plain(), 0, false), Some(0));
    let table = [
        ("Jo zei dat Otto kwam.", "[weggelakt] zei dat [weggelakt] kwam."),
        ("joker en otto's auto", "joker en [weggelakt]'s auto"),
        ("Team Wonen zit hier, wonen ook.", "[weggelakt] zit hier, [weggelakt] ook."),
        ("Bel 06-12 34 56 78 of 4123.", "Bel [weggelakt] of [weggelakt]."),
        ("Mail iemand@voorbeeld.example, graag", "Mail [weggelakt], graag"),
        ("Om 14.00 uur, 3 bedden", "Om 14.00 uur, 3 bedden"),
        ("Ánna-Marie en ANNA-MARIE", "[weggelakt]-[weggelakt] en [weggelakt]-[weggelakt]"),
    ];
    for (text, blanked) in table {
        assert_eq!(blanks.apply(text), blanked, "{text}");
    }
}

/// Names as they are everywhere: the story is written by others, on other devices.
#[test]
fn a_name_is_blanked_however_it_was_written() {
    let of = |reporter: &str, others: &[&str]| Secrets {
        reporter: reporter.into(),
        phone: "06 12 34 56 78".into(),
        others: others.iter().map(|name| (*name).to_owned()).collect(),
        ..plain()
    };
    let others = ["José Fictief", "Gülşen Oefening", "Łukasz", "Anna-Marie Voorbeeld", "ܡܠܟܐ"];
    let secrets = of("İbrahim Verzonnen", &others);
    let blanks = blank::Blanks::of(&case_with(&secrets, 0, false), None);
    let left = [
        "İbrahim zag het, IBRAHİM ook, en ıbrahım en ibrahim.",
        "José en Jose\u{301} en Jose en JOSÉ.",
        "Gulsen, Gülsen en GÜLŞEN; de naam is Gu\u{308}ls\u{327}en.",
        "Lukasz was er.",
        "Anna Marie, Anna-\nMarie, Anna\u{2011}Marie, Ver-\nzonnen en Fic\u{ad}tief.",
        "ܡܰܠܟܳܐ",
        "Bel 06\u{a0}12\u{a0}34\u{a0}56\u{a0}78, 06–12 34 56 78, 06/12345678, +31 (0)6 1234\n5678 of ٠٦ ١٢ ٣٤ ٥٦ ٧٨.",
        "JO@VOORBEELD.EXAMPLE, jo＠voorbeeld.example",
    ]
    .map(|text| blanks.apply(text));
    let gone = [
        "brah",
        "jos",
        "gül",
        "gul",
        "len",
        "ukas",
        "anna",
        "mari",
        "ver",
        "zonnen",
        "fic",
        "tief",
        "ܡ",
        "06",
        "12",
        "78",
        "٠",
        "٧",
        "voorbeeld",
        "@",
        "＠",
    ];
    for text in &left {
        for part in gone {
            assert!(!text.to_lowercase().contains(part), "{part} is in {text}");
        }
    }
    let jan = blank::Blanks::of(&case_with(&of("Jan Voorbeeld", &["Bo"]), 0, false), None);
    let whole = jan.apply("Jans fiets, jan's fiets, JAN. Januari is geen naam, en Bo’s hond geen boot; Bos wel.");
    let expected = "[weggelakt] fiets, [weggelakt]'s fiets, [weggelakt]. Januari is geen naam, en [weggelakt]’s hond \
                    geen boot; [weggelakt] wel.";
    assert_eq!(whole, expected);
}

proptest! {
    #[test]
    fn blanking_only_takes_away(text in ".{0,60}|[JoteMldr 0-9@.\u{301}\u{df}\n-]{0,60}") {
        let blanks = blank::Blanks::of(&case_with(&plain(), 0, false), Some(0));
        let left = blanks.apply(&text).replace("[weggelakt]", "");
        let mut rest = text.chars();
        prop_assert!(left.chars().all(|c| rest.any(|other| other == c)), "{:?} of {:?}", left, text);
    }
}

#[test]
fn small_words_of_a_name_stay() {
    let secrets = Secrets { reporter: "Bo van der Fictief".into(), others: vec!["Mo de Oefening".into()], ..plain() };
    let blanks = blank::Blanks::of(&case_with(&secrets, 0, false), None);
    let text = "Van de buren, der dagen, van Bo van der Fictief en van Mo.";
    assert_eq!(blanks.apply(text), "Van de buren, der dagen, van [weggelakt] en van [weggelakt].");
}

#[test]
fn a_text_without_names_stays_as_it_was_written() {
    let blanks = blank::Blanks::of(&case_with(&plain(), 0, false), Some(0));
    for text in
        ["", "Café Ünïek, 3 bedden; e\u{301}e\u{301}n \u{1f469}\u{200d}\u{1f527}\nStraße 12", "\u{301}a", "\u{feff}"]
    {
        assert_eq!(blanks.apply(text), text);
    }
}

/// Blanking takes what it finds; the AF has to look for the rest.
#[test]
fn what_was_not_found_is_said_with_what_it_is() {
    let secrets = Secrets { others: vec!["Otto Verzonnen".into()], ..plain() };
    let case = case_with(&secrets, 0, false);
    let all = |case: &Case| {
        let question = AccessQuestion { person: None, released: vec![] };
        let missed = export(case, &question).unwrap().missed;
        missed.into_iter().map(|sought| (sought.kind, sought.text)).collect::<Vec<_>>()
    };
    let reachable = (SoughtKind::Reachable, "Tot 17.00 uur".to_owned());
    assert_eq!(all(&case), [reachable.clone()], "the story names all the others");
    let mut json = serde_json::to_value(&case).unwrap();
    json["begin"]["melding"]["verhaal"] = "Zij zei dat de buren het zagen.".into();
    json["begin"]["melding"]["bekend"] = serde_json::Value::Null;
    json["begin"]["melding"]["waar"] = "Bij otto’s schuur, bel 4\u{a0}123".into();
    for place in ["veiligheid", "dwangmiddelen", "plek", "voertuigen", "wens"] {
        for entry in json["tijdlijn"].as_array_mut().unwrap() {
            if let Some(text) = entry.pointer_mut(&format!("/inhoud/{place}")) {
                *text = "Niets.".into();
            }
        }
    }
    let missed = [
        (SoughtKind::Name, "Jo de Melder".to_owned()),
        (SoughtKind::Team, "Team Wonen".to_owned()),
        (SoughtKind::Email, "jo@voorbeeld.example".to_owned()),
        reachable,
    ];
    assert_eq!(all(&serde_json::from_value(json).unwrap()), missed);
}

#[test]
fn the_document_can_hold_no_markup_of_others() {
    let mut answer =
        export(&case_with(&plain(), 0, false), &AccessQuestion { person: None, released: vec![] }).unwrap();
    let text = "<script>alert(1)</script> & \"x\"".to_owned();
    answer.copy.passages.push(Passage { id: "x".into(), name: "<b>".into(), text });
    let page = document(&answer.copy);
    assert!(!page.contains("<script") && !page.contains("<b>") && page.contains("&lt;script&gt;"));
}

/// A decision that needed a second AF is a passage like one that did not.
#[test]
fn what_two_afs_decided_can_be_released_as_well() {
    let police = Ruling { referrals: vec![fixture::referral(ReferralTarget::Police)], ..fixture::ruling() };
    let proposed = fixture::carry(fixture::case_in(Step::Decision), Act::Decide(police));
    let agreed = fixture::carry_by(2, proposed, Act::Agree(None));
    let decided = passages::of(&agreed, None).into_iter().filter(|passage| passage.id.starts_with("beslissing."));
    assert_eq!(decided.count(), 1);
}
