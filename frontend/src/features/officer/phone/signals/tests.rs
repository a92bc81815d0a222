use super::*;

fn list() -> IndicatorList {
    let one = |id: &str, sentence: &str, forms: Vec<ExploitationForm>| Indicator {
        id: id.into(),
        sentence: sentence.into(),
        example: None,
        group: "Algemeen".into(),
        forms,
        source: "verzonnen".into(),
    };
    let indicators = vec![
        one("paspoort", "Iemand anders houdt het paspoort", vec![]),
        one("bedden", "Bedden in bedrijf", vec![ExploitationForm::Labour]),
        one("nacht", "Klusjes in de nacht", vec![ExploitationForm::Criminal]),
    ];
    IndicatorList { version: "2026-1".into(), indicators }
}

fn ids(draft: &Draft, sought: &str) -> Vec<String> {
    fitting(&list(), draft, sought).iter().map(|one| one.id.clone()).collect()
}

#[test]
fn what_fits_what_is_sought_and_always_what_is_ticked() {
    let mut draft = Draft { forms: vec![ExploitationForm::Labour], ..Draft::default() };
    assert_eq!(ids(&draft, ""), ["paspoort", "bedden"]);
    assert_eq!(ids(&draft, "nacht"), ["nacht"]);
    set_origin(&mut draft, "bedden", Some(Origin::Heard));
    assert_eq!(ids(&draft, "NACHT "), ["bedden", "nacht"]);
    assert_eq!(origin_of(&draft, "bedden"), Some(Origin::Heard));
    set_origin(&mut draft, "bedden", None);
    assert!(draft.ticks.is_empty());
}

#[test]
fn not_knowing_goes_with_nothing_else() {
    let mut draft = Draft::default();
    choose(&mut draft, ExploitationForm::Labour, true);
    choose(&mut draft, ExploitationForm::Sexual, true);
    assert_eq!(draft.forms.len(), 2);
    choose(&mut draft, ExploitationForm::Unknown, true);
    assert_eq!(draft.forms, [ExploitationForm::Unknown]);
    choose(&mut draft, ExploitationForm::Labour, true);
    assert_eq!(draft.forms, [ExploitationForm::Labour]);
    choose(&mut draft, ExploitationForm::Labour, false);
    assert!(draft.forms.is_empty());
}
