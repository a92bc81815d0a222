//! What the register gets, besides the words of each field: see `canary`.
use super::{super::register_file, *};
use crate::case::fixture;

#[test]
fn the_melder_is_blanked_in_what_the_register_gets() {
    let told = fixture::new_case(|draft| {
        draft.name = "Piet Verzonnen".into();
        draft.story = "Ik, Piet, zag zes bedden. Mail piet@voorbeeld.example.".into();
    });
    let (care, sharing) = (CareRecord::default(), Sharing::default());
    let beside = Beside { care: (&care, true), signals: &[], sharing: &sharing, officers: &["Fleur Bedacht".into()] };
    let file = |case: &Case| register_file(case, beside, ("Verzonnenstad", false), case.last().0);
    assert_eq!(file(&told), Err(Refusal::NothingToDo), "it is not known yet what becomes of it");
    let steps = [
        ActKind::RecordContact,
        ActKind::SaveForm,
        ActKind::StartInvestigation,
        ActKind::RecordKmtCheck,
        ActKind::MoveToDecision,
    ];
    let case = fixture::on_the_way(&steps, told);
    let case = fixture::decided(case, Ruling { meaning: prose("Fleur denkt aan uitbuiting"), ..ruling() });
    let sent = serde_json::to_string(&file(&case).unwrap()).unwrap();
    assert!(sent.contains("zag zes bedden") && sent.contains("denkt aan uitbuiting"), "{sent}");
    for name in ["Piet", "piet", "Fleur"] {
        assert!(!sent.contains(name), "{name}: {sent}");
    }
}
