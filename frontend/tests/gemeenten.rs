//! The data in `gemeenten/`: every profile and list is what the code takes it for.
#![expect(clippy::unwrap_used, reason = "a test stops where its data is wrong")]

use shared::{
    contract::examples,
    indicators::{ExploitationForm, IndicatorList},
    moment::Day,
    profile::Profile,
    report,
    retention::Terms,
    settings::check_list,
};
use std::path::{Path, PathBuf};

const NAMES: [&str; 14] = [
    "Almelo",
    "Borne",
    "Dinkelland",
    "Enschede",
    "Haaksbergen",
    "Hellendoorn",
    "Hengelo",
    "Hof van Twente",
    "Losser",
    "Oldenzaal",
    "Rijssen-Holten",
    "Tubbergen",
    "Twenterand",
    "Wierden",
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../gemeenten")
}

fn read<T: serde::de::DeserializeOwned>(path: &Path) -> T {
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn profiles() -> Vec<Profile> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
    files.sort();
    let named = |path: &PathBuf| {
        let profile: Profile = read(path);
        assert_eq!(path.file_stem().unwrap().to_str().unwrap(), profile.id);
        profile
    };
    files.iter().map(named).collect()
}

#[test]
fn all_fourteen_are_there_and_name_a_list_that_exists() {
    let profiles = profiles();
    assert_eq!(profiles.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), NAMES);
    for one in &profiles {
        let list: IndicatorList = read(&folder().join(&one.indicator_list));
        assert!(!list.indicators.is_empty());
        assert!(one.security_contact.as_deref().is_some_and(|contact| contact.starts_with("mailto:")));
        let backup = one.backup.as_ref().expect("an achterwacht");
        assert!(backup.check().is_ok() && backup.email.ends_with(".example") && backup.number.starts_with("074-000"));
        assert!(one.kmt_site.starts_with("https://") && one.sources.iter().all(|source| !source.ground.is_empty()));
    }
}

#[test]
fn emergency_numbers_are_the_real_ones_and_all_others_are_fictional() {
    for one in profiles() {
        let contacts = one.contacts;
        let real =
            [&contacts.emergency, &contacts.veilig_thuis, &contacts.police].map(|contact| contact.number.as_str());
        assert_eq!(real, ["112", "0800-2000", "0900-8844"], "{}", one.id);
        assert!([contacts.kmt, contacts.confidant].iter().all(|contact| contact.number.starts_with("074-000")));
    }
}

#[test]
fn terms_are_in_order_and_none_claims_to_be_established() {
    for one in profiles() {
        assert_eq!(one.retention.check(), Ok(()), "{}", one.id);
        assert_eq!(one.retention.established, None, "{}: an example is not a gemeente's decision", one.id);
    }
}

#[test]
fn a_profile_of_before_there_were_terms_gets_the_example() {
    let mut old: serde_json::Value = read(&folder().join("hengelo.json"));
    assert!(old.as_object_mut().unwrap().remove("bewaartermijnen").is_some());
    let profile: Profile = serde_json::from_value(old.clone()).unwrap();
    assert_eq!(profile.retention, Terms::default());
    old["bewaartermijnen"] = serde_json::json!({ "vergissing": { "minimum": "1 week" } });
    assert!(serde_json::from_value::<Profile>(old).is_err());
}

#[test]
fn the_signals_hold_together() {
    let list: IndicatorList = read(&folder().join("lijsten/signalen-2026-1.json"));
    assert_eq!(check_list(&list), []);
    assert!(list.indicators.iter().all(|one| one.example.is_some()), "a signal has no example");
    let shown = |form| list.for_forms(&[form]).filter(|one| !one.forms.is_empty()).count();
    let of_their_own = [
        ExploitationForm::Sexual,
        ExploitationForm::Labour,
        ExploitationForm::Criminal,
        ExploitationForm::OrganSurrogacy,
    ];
    assert_eq!(of_their_own.map(shown), [9, 8, 5, 4]);
    assert!(report::check(&examples::draft(), &list).report.is_some(), "the example of the API is not valid");
}

#[test]
fn the_decreed_days_are_days_in_order() {
    let days: Vec<Day> = read(&folder().join("lijsten/aangewezen-dagen.json"));
    assert!(days.is_sorted() && days.len() == 5);
}
