use super::*;

fn list() -> IndicatorList {
    serde_json::from_str(include_str!("../../../gemeenten/lijsten/signalen-2026-1.json")).unwrap()
}

#[test]
fn the_light_list_reads_the_same_file() {
    let light: SignalIds =
        serde_json::from_str(include_str!("../../../gemeenten/lijsten/signalen-2026-1.json")).unwrap();
    let whole = list();
    assert_eq!(light.version(), whole.version());
    assert!(whole.indicators.iter().all(|indicator| light.has(&indicator.id)));
    assert!(!light.has("onzin") && !whole.has("onzin"));
    let made = SignalIds::of(&whole);
    assert_eq!(made, light);
}

#[test]
fn two_versions_are_compared_by_id() {
    let old = list();
    assert!(old.compare(&old).is_empty());
    let mut new = IndicatorList { version: "2027-1".into(), ..old.clone() };
    let gone = new.indicators.remove(3);
    new.indicators[0].sentence = "Een verzonnen zin".into();
    let extra = Indicator { id: "verzonnen-signaal".into(), sentence: "Nieuw".into(), ..gone.clone() };
    new.indicators.push(extra.clone());
    let found = old.compare(&new);
    assert_eq!((found.added, found.removed), (vec![extra], vec![gone]));
    assert_eq!(found.changed, [(old.indicators[0].clone(), new.indicators[0].clone())]);
    assert!(!found.reordered && !found.synonyms);
    let alike = IndicatorList { synonyms: vec![], ..old.clone() };
    assert!(old.compare(&alike).synonyms && !old.compare(&alike).is_empty());
    let mut turned = old.clone();
    turned.indicators.reverse();
    let found = old.compare(&turned);
    assert!(found.reordered && found.changed.is_empty() && !found.is_empty());
}

/// A list that was kept before it had words and ranks is read as it is, and kept under the same hash.
#[test]
fn a_list_of_before_there_were_words_stays_as_it_is() {
    let kept = r#"{"versie":"2025-1","signalen":[{"id":"a","zin":"Zin","groep":"Groep","vormen":[],"bron":"KMT"}]}"#;
    let old: IndicatorList = serde_json::from_str(kept).unwrap();
    assert!(old.synonyms.is_empty() && old.indicators[0].words.is_empty() && old.indicators[0].first.is_empty());
    assert_eq!(serde_json::to_string(&old).unwrap(), kept);
}

#[test]
fn the_names_of_ranks_are_those_of_the_file() {
    for (at, name) in First::NAMES.into_iter().enumerate() {
        let first: First = serde_json::from_value(serde_json::json!({ name: 3 })).unwrap();
        assert_eq!((first.all()[at], first.all().iter().flatten().count()), (Some(3), 1), "{name}");
    }
}
