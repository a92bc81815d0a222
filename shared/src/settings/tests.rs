use super::*;
use crate::report::FindingCode;

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
    let backup = Backup { function: "a@b".into(), number: String::new(), email: "achterwacht".into() };
    wrong.backup = Some(backup);
    let fields: Vec<String> = found(Part::Phones(Some(wrong))).into_iter().map(|(field, _)| field).collect();
    let expected = [
        "kmt/naam",
        "vertrouwenspersoon/nummer",
        "vertrouwenspersoon/wanneer",
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
