//! Files that somebody damages while the instance runs.
use super::*;
use shared::{
    indicators::{Origin, Tick},
    profile::Profile,
};
use std::{fs, path::Path};

/// The lists that a gemeente uses, in the order in which they are looked at.
const LISTS: [&str; 5] = [
    "lijsten/signalen-2026-1.json",
    "lijsten/aangewezen-dagen.json",
    "lijsten/bewustwording.json",
    "lijsten/oefenzaken.json",
    "lijsten/teams.json",
];

/// The sentences of the list in English: an instance works without them.
const ENGLISH: &str = "lijsten/engels-2026-1.json";

/// The profiles of this repository, in a folder of its own.
fn folder() -> tempfile::TempDir {
    let from = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../gemeenten"));
    let folder = tempfile::tempdir().unwrap();
    copy(from, folder.path());
    folder
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to.join("lijsten")).unwrap();
    for name in ["hengelo.json", ENGLISH].into_iter().chain(LISTS) {
        fs::copy(from.join(name), to.join(name)).unwrap();
    }
}

fn damage(folder: &Path, name: &str) {
    let text = fs::read_to_string(folder.join(name)).unwrap();
    fs::write(folder.join(name), text.replacen('{', "{\n\n,", 1).replacen('[', "[\n\n,", 1)).unwrap();
}

#[test]
fn a_damaged_file_is_named_with_its_line() {
    let folder = folder();
    assert_eq!(faults(folder.path(), "hengelo"), []);
    let file = folder.path().join("hengelo.json");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replace("\"sluitingsdagen\": []", "\"sluitingsdagen\": [\n\"30-11-2026\"]")).unwrap();
    let at = text.lines().position(|line| line.contains("sluitingsdagen")).unwrap() + 2;
    let found = faults(folder.path(), "hengelo");
    assert_eq!((found.len(), found[0].line), (1, Some(at)), "{found:?}");
    assert!(found[0].to_string().starts_with(&format!("hengelo.json:{at}: ")), "{found:?}");
    fs::write(&file, text).unwrap();
    for name in LISTS {
        damage(folder.path(), name);
    }
    let named = || faults(folder.path(), "hengelo").into_iter().map(|fault| fault.file).collect::<Vec<_>>();
    assert_eq!(named(), LISTS);
    assert_eq!(faults(folder.path(), "nergens").len(), 5, "no profile, the days, awareness, practice, and teams");
    assert_eq!(faults(folder.path(), "../hengelo").len(), 1);
}

#[test]
fn the_last_good_copy_goes_on() {
    let folder = folder();
    let whole = load(folder.path(), "hengelo", None).unwrap();
    copy(folder.path(), &folder.path().join(LAST_GOOD));
    for name in ["hengelo.json", "lijsten/aangewezen-dagen.json", "lijsten/signalen-2026-1.json"] {
        damage(folder.path(), name);
        assert_eq!(load(folder.path(), "hengelo", None), Ok(whole.clone()), "{name}");
    }
    fs::remove_dir_all(folder.path().join(LAST_GOOD)).unwrap();
    assert!(load(folder.path(), "hengelo", None).is_err());
}

#[test]
fn terms_that_contradict_each_other_are_a_damaged_file() {
    let folder = folder();
    copy(folder.path(), &folder.path().join(LAST_GOOD));
    let file = folder.path().join("hengelo.json");
    let mut profile: serde_json::Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
    let early = "bewaartermijnen";
    let text = profile[early].to_string().replace("\"minimum\":\"30 dagen\"", "\"minimum\":\"0 dagen\"");
    profile[early] = serde_json::from_str(&text).unwrap();
    fs::write(&file, profile.to_string()).unwrap();
    assert_eq!(faults(folder.path(), "hengelo").len(), 1, "{text}");
    assert!(profile_of(folder.path()).is_ok(), "the last good copy");
}

#[test]
fn an_achterwacht_that_cannot_be_reached_is_a_damaged_file_and_no_browser_gets_one() {
    let folder = folder();
    let file = folder.path().join("hengelo.json");
    let whole: serde_json::Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
    for (field, wrong) in [("functie", " "), ("nummer", "bel maar"), ("email", "achterwacht")] {
        let mut profile = whole.clone();
        profile["achterwacht"][field] = wrong.into();
        fs::write(&file, profile.to_string()).unwrap();
        let found = faults(folder.path(), "hengelo");
        assert!(found.len() == 1 && found[0].why.contains(field), "{found:?}");
    }
    fs::write(&file, whole.to_string()).unwrap();
    assert!(profile_of(folder.path()).unwrap().backup.is_some());
    let variables = std::sync::Arc::new(|_: &str| Some("hengelo".to_owned()));
    let environment = super::Environment {
        now: crate::clock::now,
        profiles: folder.path().to_owned(),
        variables,
        overlay: Default::default(),
    };
    let shown = environment.instance().unwrap().profile;
    assert!(shown.backup.is_none());
    // nor what may go where: that comes with a case
    assert!(shown.sharing.rules.is_empty() && !environment.profile().unwrap().sharing.rules.is_empty());
}

/// Somebody who translates a list takes nothing down, and without a translation the signals are in Dutch.
#[test]
fn the_signals_are_in_english_where_they_are_translated() {
    let folder = folder();
    let environment = super::Environment {
        now: crate::clock::now,
        profiles: folder.path().to_owned(),
        variables: std::sync::Arc::new(|_: &str| Some("hengelo".to_owned())),
        overlay: Default::default(),
    };
    let dutch = environment.instance().unwrap();
    let first = |instance: &Instance| instance.indicators.indicators[0].sentence.clone();
    let english = environment.in_english(dutch.clone());
    assert_ne!(first(&english), first(&dutch));
    damage(folder.path(), ENGLISH);
    assert_eq!(faults(folder.path(), "hengelo")[0].file, ENGLISH);
    assert_eq!(environment.in_english(dutch.clone()), dutch);
    fs::remove_file(folder.path().join(ENGLISH)).unwrap();
    assert_eq!((faults(folder.path(), "hengelo"), environment.in_english(dutch.clone())), (vec![], dutch));
}

/// As on screen: `meldroute profiel` names it, and the service does not stop at it.
#[test]
fn a_number_that_the_screen_refuses_is_named_in_the_file_too() {
    let folder = folder();
    let file = folder.path().join("hengelo.json");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replace("074-000 00 10", "bel maar")).unwrap();
    let found = faults(folder.path(), "hengelo");
    assert!(found.len() == 1 && found[0].why.contains("kmt/nummer"), "{found:?}");
    assert!(profile_of(folder.path()).is_ok());
}

fn profile_of(folder: &Path) -> Result<Profile, Failure> {
    super::profile(folder, "hengelo")
}

/// A report must not be sealed for a gemeente that does not exist: nobody could ever open it.
#[test]
fn a_missing_profile_is_another_thing_than_a_damaged_one() {
    let folder = folder();
    let readable = |name: &str| super::files::readable_profile(folder.path(), name);
    assert!(matches!(readable("hengelo"), Ok(Some(_))));
    damage(folder.path(), "hengelo.json");
    assert_eq!(readable("hengelo"), Ok(None));
    assert!(readable("hengel").is_err() && readable("").is_err());
}

/// A folder in which list 2026-2 is in use and 2026-1 still lies beside it.
#[test]
fn an_old_report_is_read_with_the_sentences_of_its_own_list() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../gemeenten");
    let profile =
        Profile { indicator_list: "lijsten/signalen-2026-2.json".into(), ..profile(&folder, "hengelo").unwrap() };
    let tick = |id: &str| Tick { id: id.into(), origin: Origin::Seen };
    let ticks = [tick("ramen-afgeplakt"), tick("bestaat-niet")];
    let of = |version: &str| super::signals::ticked(&folder, &profile, version, &ticks).unwrap();
    let found = of("2026-1");
    assert_eq!(found.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["ramen-afgeplakt"]);
    assert!(found[0].sentence.starts_with("De ramen"), "{}", found[0].sentence);
    for gone in ["2025-9", "../hengelo", ""] {
        assert_eq!(of(gone), [], "{gone}");
    }
}

/// A text that is not in order is a damaged file too: its last good copy goes on.
#[test]
fn texts_of_awareness_that_are_not_in_order_leave_the_last_good_copy() {
    let folder = folder();
    let whole = files::awareness(folder.path()).unwrap();
    copy(folder.path(), &folder.path().join(LAST_GOOD));
    let name = "lijsten/bewustwording.json";
    let text = fs::read_to_string(folder.path().join(name)).unwrap();
    fs::write(folder.path().join(name), text.replace("Beloof niets.", "Bel 074-000 00 99.")).unwrap();
    assert_eq!(faults(folder.path(), "hengelo")[0].why, "teksten/niet/3 is not in order (verkeerd-teken)");
    assert_eq!(files::awareness(folder.path()), Ok(whole));
}
