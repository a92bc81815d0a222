use super::*;
use shared::indicators::{ExploitationForm, Origin, Tick};

fn list() -> IndicatorList {
    serde_json::from_str(include_str!("../../../../../gemeenten/lijsten/signalen-2026-1.json")).unwrap()
}

fn ids(groups: &[Group]) -> Vec<&str> {
    groups.iter().flat_map(|(_, ids)| ids.iter().map(String::as_str)).collect()
}

#[test]
fn a_form_narrows_the_list_and_ticks_stay() {
    let tick = Tick { id: "tatoeage-van-ander".into(), origin: Origin::Seen };
    let draft = Draft { forms: vec![ExploitationForm::Labour], ticks: vec![tick], ..Draft::default() };
    let groups = shown(&list(), &draft, "", false);
    let ids = ids(&groups);
    assert!(ids.contains(&"lange-werkdagen") && ids.contains(&"ander-houdt-paspoort"));
    assert!(ids.contains(&"tatoeage-van-ander") && !ids.contains(&"gehaald-en-gebracht"));
    assert_eq!(
        shown(&list(), &draft, "", true).iter().map(|(_, ids)| ids.len()).sum::<usize>(),
        list().indicators.len()
    );
}

#[test]
fn a_search_looks_in_all_signals_for_all_words() {
    let draft = Draft { forms: vec![ExploitationForm::Sexual], ..Draft::default() };
    assert_eq!(ids(&shown(&list(), &draft, "Paspoort", false)), ["ander-houdt-paspoort"]);
    assert_eq!(ids(&shown(&list(), &draft, "bedden bedrijf", false)), ["bedden-in-bedrijf"]);
    assert!(shown(&list(), &draft, "eenhoorn", false).is_empty());
}

#[test]
fn about_a_place_the_signals_of_places_come_first() {
    let draft = Draft { subject: Some(Subject::Place), ..Draft::default() };
    assert_eq!(shown(&list(), &draft, "", false)[0].0, "Plek of bedrijf");
}

#[test]
fn the_number_found_is_told_in_words() {
    assert!(told(0).starts_with("Geen signaal") && told(1) == "1 signaal" && told(2) == "2 signalen");
}
