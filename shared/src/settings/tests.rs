use super::*;
use crate::{
    id::FunctionId,
    indicators::ListVersion,
    minutes::Minutes,
    moment::Day,
    profile::{Backup, Contact, Domain, Function, Processor, Profile, Register, Source},
    report::FindingCode,
    retention::{Length, Term, Terms},
};

fn profile() -> Profile {
    serde_json::from_str(include_str!("../../../gemeenten/hengelo.json")).unwrap()
}

fn phones() -> Phones {
    let Part::Phones(Some(phones)) = Part::of(PartKind::Phones, &profile()) else { panic!("phones") };
    phones
}

fn found(part: Part) -> Vec<(String, FindingCode)> {
    part.check().into_iter().map(|finding| (finding.field, finding.code)).collect()
}

/// The base passes the same check as the page.
#[test]
fn what_the_files_say_is_in_order_and_lies_over_itself() {
    let profile = profile();
    let all = PartKind::ALL.iter().map(|kind| Part::of(*kind, &profile));
    let settings = all.fold(Settings::default(), |settings, part| settings.with(part));
    assert!(settings.is_in_order());
    assert_eq!(settings.over(profile.clone()), profile);
    assert_eq!(Settings::default().over(profile.clone()), profile);
}

#[test]
fn a_part_that_was_changed_holds_and_the_others_are_the_files() {
    let kmt = Contact { name: "KMT".into(), number: "074-000 00 99".into(), when: None };
    let part = Part::Phones(Some(Phones { kmt: kmt.clone(), ..phones() }));
    let changed = Settings::default().with(part.clone());
    let over = changed.clone().over(profile());
    assert_eq!(over.contacts.kmt, kmt);
    assert_eq!(over.contacts.emergency, profile().contacts.emergency);
    assert_eq!((over.closed, over.sources), (profile().closed, profile().sources));
    assert_eq!(changed.part(PartKind::Phones), part);
    assert!(changed.clone().shown().phones.unwrap().backup.is_none());
    assert_eq!(changed.with(Part::Phones(None)), Settings::default());
}

#[test]
fn every_wrong_field_is_named() {
    let mut wrong = phones();
    wrong.kmt.name = " ".into();
    wrong.confidant.number = "bel maar".into();
    wrong.confidant.when = Some("x".repeat(300));
    wrong.officers = Some(Box::new(Contact { name: "\n".into(), number: "bel maar".into(), when: None }));
    let backup = Backup { function: "a@b".into(), number: String::new(), email: "achterwacht".into() };
    wrong.backup = Some(backup);
    let fields: Vec<String> = found(Part::Phones(Some(wrong))).into_iter().map(|(field, _)| field).collect();
    let expected = [
        "kmt/naam",
        "vertrouwenspersoon/nummer",
        "vertrouwenspersoon/wanneer",
        "aandachtsfunctionarissen/naam",
        "aandachtsfunctionarissen/nummer",
        "achterwacht/functie",
        "achterwacht/nummer",
        "achterwacht/email",
    ];
    assert_eq!(fields, expected);
}

#[test]
fn nothing_twice_and_not_too_many() {
    let day = |n: u64| Day::from_ymd_opt(2027, 1, 1).unwrap() + chrono::Days::new(n);
    assert_eq!(found(Part::Closed(Some(vec![day(1), day(1)]))), [("sluitingsdagen".into(), FindingCode::Duplicate)]);
    let many = (0..61).map(day).collect();
    assert_eq!(found(Part::Closed(Some(many))), [("sluitingsdagen".into(), FindingCode::TooMany)]);
    let source = |name: &str| Source { name: name.into(), ground: "Eigen taak".into() };
    let twice = vec![source("Regie Wmo"), source(" Regie Wmo")];
    assert_eq!(found(Part::Sources(Some(twice))), [("bronnen/1/naam".into(), FindingCode::Duplicate)]);
    let without = vec![Source { ground: String::new(), ..source("Regie Wmo") }];
    assert_eq!(found(Part::Sources(Some(without))), [("bronnen/0/grondslag".into(), FindingCode::Required)]);
    let texts = vec!["Dank je.".to_owned(), String::new()];
    assert_eq!(found(Part::Texts(Some(texts))), [("teksten/1".into(), FindingCode::Required)]);
    let many: Vec<String> = (0..11).map(|n| format!("Tekst {n}.")).collect();
    assert_eq!(found(Part::Texts(Some(many))), [("teksten".into(), FindingCode::TooMany)]);
}

#[test]
fn a_name_and_functions_are_checked_row_by_row() {
    assert_eq!(found(Part::Name(Some(" ".into()))), [("naam".into(), FindingCode::Required)]);
    assert_eq!(found(Part::Name(Some("x".repeat(61)))), [("naam".into(), FindingCode::TooLong)]);
    assert_eq!(found(Part::Name(Some("Nergenshuizen".into()))), []);
    let function =
        |id: &str, name: &str| Function { id: FunctionId::parse(id).unwrap(), name: name.into(), domain: Domain::Care };
    let of = |functions: &[Function]| found(Part::Functions(Some(functions.to_vec())));
    assert_eq!(of(&[function("a", "Regisseur"), function("b", "Adviseur")]), []);
    let duplicate = [("functies/1/naam".into(), FindingCode::Duplicate)];
    assert_eq!(of(&[function("a", "Regisseur"), function("a", "Adviseur")]), duplicate, "an id twice");
    assert_eq!(of(&[function("a", "Regisseur"), function("b", "regisseur ")]), duplicate, "a name twice");
    let person = [("functies/0/naam".into(), FindingCode::BadCharacter)];
    assert_eq!(of(&[function("a", "fleur@hengelo.example")]), person, "a function and no person");
    let many: Vec<Function> = (0..31).map(|n| function(&format!("f-{n}"), &format!("Functie {n}"))).collect();
    assert_eq!(of(&many), [("functies".into(), FindingCode::TooMany)]);
}

#[test]
fn minutes_are_checked_one_by_one() {
    let wrong = Minutes { call: 0, close: 241, ..Minutes::default() };
    let expected = [("minuten/bellen", FindingCode::OutOfBounds), ("minuten/afsluiten", FindingCode::OutOfBounds)];
    assert_eq!(found(Part::Minutes(Some(wrong))), expected.map(|(field, code)| (field.to_owned(), code)));
}

fn over(terms: Terms) -> Vec<(String, FindingCode)> {
    let found = Part::Retention(Some(terms)).check_over(&profile());
    found.into_iter().map(|finding| (finding.field, finding.code)).collect()
}

/// What the law and the file set, the screen does not go beyond.
#[test]
fn terms_stay_within_the_bounds_of_the_law_and_of_the_file() {
    let file = profile().retention;
    assert_eq!(over(file.clone()), []);
    let shorter = Terms { unclear: Term { term: Length::Months(12), ..file.unclear }, ..file.clone() };
    assert_eq!(over(shorter), [], "between minimum and maximum");
    let sooner = Terms { unclear: Term { minimum: Length::Months(5), ..file.unclear }, ..file.clone() };
    assert_eq!(over(sooner), [("bewaartermijnen/onduidelijk/minimum".into(), FindingCode::OutOfBounds)]);
    let longer = Terms { unclear: Term { maximum: Length::Months(61), ..file.unclear }, ..file.clone() };
    assert_eq!(over(longer.clone()), [("bewaartermijnen/onduidelijk/maximum".into(), FindingCode::OutOfBounds)]);
    let turned = Terms { malicious: Term { term: Length::Months(13), ..file.malicious }, ..file.clone() };
    assert_eq!(over(turned), [("bewaartermijnen/kwaadwillig/termijn".into(), FindingCode::Contradiction)]);
    let trail = |audit, processing| over(Terms { audit, processing, ..file.clone() });
    let of = |name: &str| (format!("bewaartermijnen/{name}"), FindingCode::OutOfBounds);
    assert_eq!(trail(Length::Months(59), Length::Months(60)), [of("logboek")], "never shorter than the file");
    assert_eq!(trail(Length::Months(60), Length::Months(121)), [of("verwerkingen")]);
    assert_eq!(trail(Length::Months(120), Length::Months(120)), []);
    let stored = Settings { retention: Some(longer), ..Settings::default() };
    assert_eq!(stored.over(profile()), profile(), "terms beyond the file do not hold");
}

#[test]
fn a_list_is_named_by_its_version_and_the_register_may_be_empty() {
    let version = ListVersion::parse("2027-1").unwrap();
    let profile = Settings { list: Some(version.clone()), ..Settings::default() }.over(profile());
    assert_eq!(profile.indicator_list, "lijsten/signalen-2027-1.json");
    assert_eq!(Part::of(PartKind::List, &profile), Part::List(Some(version)));
    assert_eq!(found(Part::Register(Some(Register::default()))), []);
    let register = Register { place: "x".repeat(201), ..Register::default() };
    assert_eq!(found(Part::Register(Some(register))), [("register/plaats".into(), FindingCode::TooLong)]);
    let processor = |name: &str, task: &str| Processor { name: name.into(), task: task.into() };
    let two = vec![processor("Verzonnen beheer", "Server"), processor("Verzonnen beheer ", "")];
    let expected = [("verwerkers/1/taak", FindingCode::Required), ("verwerkers/1/naam", FindingCode::Duplicate)];
    assert_eq!(found(Part::Processors(Some(two))), expected.map(|(field, code)| (field.to_owned(), code)));
}

/// Numbers, functions, what may go where and terms; nothing else waits for a second person.
#[test]
fn what_could_harm_takes_a_second_person() {
    let two: Vec<PartKind> = PartKind::ALL.iter().copied().filter(|kind| kind.needs_second_person()).collect();
    assert_eq!(two, [PartKind::Phones, PartKind::Functions, PartKind::Sharing, PartKind::Retention]);
}
