//! The list over a practice instance, and over what a gemeente fills in.
use super::*;
use crate::seed::tests::{profiles, seeded};

const TODAY: &str = "2026-11-25";

fn point<'a>(points: &'a [Point], name: &str) -> &'a State {
    &points.iter().find(|point| point.name == name).unwrap().state
}

#[test]
fn testable_points_are_tested_and_the_rest_stays_open_until_declared() {
    let folder = tempfile::tempdir().unwrap();
    let (stores, _) = seeded(folder.path());
    let (desk, file) = (stores.kit_now(profiles(), "hengelo"), folder.path().join("livegang.toml"));
    let today = TODAY.parse().unwrap();
    let points = list(&desk, true, &file, today).unwrap();
    assert_eq!(*point(&points, "opslag"), State::Tested);
    assert_eq!(*point(&points, "kalender"), State::Tested);
    assert_eq!(*point(&points, "aangewezen"), State::Tested);
    for name in ["oefenomgeving", "profiel", "dpia", "sleuteldelen"] {
        assert!(matches!(point(&points, name), State::Open(_)), "{name}");
    }
    assert!(print(&points, &file).is_err());
    assert!(matches!(point(&list(&desk, false, &file, today).unwrap(), "opslag"), State::Open(_)));
    let late = "2028-01-01".parse().unwrap();
    assert!(matches!(point(&list(&desk, true, &file, late).unwrap(), "kalender"), State::Open(_)));
    // everything that people say, said
    let said: String =
        BY_PEOPLE.map(|(name, _)| format!("[{name}]\nfunctie = \"FG\"\ndatum = \"2026-11-20\"\n")).concat();
    std::fs::write(&file, said).unwrap();
    let points = list(&desk, true, &file, today).unwrap();
    assert_eq!(*point(&points, "dpia"), State::Declared("FG".into(), "2026-11-20".parse().unwrap()));
    let made_up = ["oefenomgeving", "aangewezen", "profiel"];
    let left = points.iter().filter(|point| matches!(point.state, State::Open(_)));
    assert!(left.clone().all(|point| made_up.contains(&point.name)) && open(&points) >= 2, "of practice only");
    // without accounts that can log in, nobody is appointed
    desk.cases.set(&kit::store::cell::accounts(), &serde_json::json!([])).unwrap();
    assert!(matches!(point(&list(&desk, true, &file, today).unwrap(), "aangewezen"), State::Open(_)));
}

#[test]
fn a_declaration_has_a_function_and_a_day_that_has_been() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("livegang.toml");
    let state = |text: &str| {
        std::fs::write(&file, text).unwrap();
        Declarations::read(&file).map(|read| read.state("dpia", TODAY.parse().unwrap()))
    };
    let said =
        |function: &str, day: &str| state(&format!("[dpia]\nfunctie = \"{function}\"\ndatum = \"{day}\"\n")).unwrap();
    assert!(matches!(said("FG", TODAY), State::Declared(..)));
    for (function, day) in [("", TODAY), ("iemand@hengelo.example", TODAY), ("FG", "2026-11-26"), ("FG", "gisteren")] {
        assert!(matches!(said(function, day), State::Open(_)), "{function} {day}");
    }
    assert!(state("[dpia]\nfunctie = \"FG\"\n").is_err());
    std::fs::write(&file, "[dpai]\nfunctie = \"FG\"\ndatum = \"2026-11-20\"\n").unwrap();
    let misspelt = Declarations::read(&file).unwrap();
    assert!(misspelt.names_only(&["dpia"]).err().unwrap().to_string().contains("dpai"));
}

#[test]
fn a_profile_with_real_numbers_and_grounds_is_complete() {
    let mut profile = kit::instance::profile(profiles(), "hengelo").unwrap();
    let why = tested::missing(&profile).unwrap();
    assert!(why.contains("Kenniscentrum") && why.contains("beveiligingscontact"), "{why}");
    profile.contacts.kmt.number = "074-123 45 67".into();
    profile.contacts.confidant.number = "074-123 45 68".into();
    profile.security_contact = Some("https://www.hengelo.nl/veilig".into());
    assert!(tested::missing(&profile).unwrap().contains("nummer en adres van de achterwacht"));
    let backup = profile.backup.take().unwrap();
    assert!(tested::missing(&profile).unwrap().contains("achterwacht"), "there is none");
    let (number, email) = ("074-123 45 69".into(), "achterwacht@hengelo.nl".into());
    profile.backup = Some(shared::profile::Backup { number, email, ..backup });
    assert!(tested::missing(&profile).unwrap().contains("bewaartermijnen"), "the terms are an example");
    profile.retention.established = Some(TODAY.parse().unwrap());
    assert!(tested::missing(&profile).unwrap().contains("delen"), "the table is an example");
    profile.sharing.established = Some(TODAY.parse().unwrap());
    assert_eq!(tested::missing(&profile), None);
    profile.sources[0].ground = " ".into();
    assert!(tested::missing(&profile).unwrap().contains("grondslag"));
}

#[test]
fn an_instance_that_promises_mail_has_a_relay() {
    let folder = tempfile::tempdir().unwrap();
    let (stores, _) = seeded(folder.path());
    let (file, changed) = (folder.path().join("livegang.toml"), folder.path().join("gemeenten"));
    let set = |mails: bool| {
        kit::testing::changed_profiles(profiles(), &changed, |profile| profile["mailAanMelder"] = mails.into());
    };
    let mail = |relay: &str| {
        let mut desk = stores.kit_now(&changed, "hengelo");
        let (before, relay) = (desk.environment().variables.clone(), relay.to_owned());
        desk.inbox.environment.variables = std::sync::Arc::new(move |name: &str| match name {
            "relay_url" => Some(relay.clone()),
            "relay_token" => Some("een-verzonnen-woord".into()),
            other => before(other),
        });
        point(&list(&desk, true, &file, TODAY.parse().unwrap()).unwrap(), "mail").clone()
    };
    set(false);
    assert_eq!(mail(""), State::Tested);
    set(true);
    assert!(matches!(mail(""), State::Open(_)));
    assert_eq!(mail("http://127.0.0.1:2525/bericht"), State::Tested);
}
