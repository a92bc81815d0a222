//! What a case says about care and health, in the copy.
use super::*;
use crate::case::care::CareEntry;

/// As all free text: kept back, unless the AF releases it. An AF who does not read it has nothing to release.
#[test]
fn what_is_said_about_care_is_released_by_an_af_who_reads_it_and_by_no_other() {
    let secrets = plain();
    let case = case_with(&secrets, 0, false);
    let text = Prose::parse(&format!("Gebruikt zorgkanarie, zei {}", secrets.reporter)).unwrap();
    let mut care = CareRecord::default();
    let entry = CareEntry { at: case.origins().received, by: AccountId::from_bytes(&[1; 16]), text, corrects: None };
    assert_eq!(care.add(entry), Ok(true));
    let ask = |reads, released: &[&str]| {
        let released = released.iter().map(|id| (*id).to_owned()).collect();
        export(&case, &care, reads, &AccessQuestion { request: 0, released })
    };
    let (before, kept) =
        (copied(&case, &AccessQuestion { request: 0, released: vec![] }).unwrap(), ask(true, &[]).unwrap());
    assert_eq!(kept.copy.withheld, before.copy.withheld + 1);
    assert!(!kept.document.contains("zorgkanarie"));
    let released = ask(true, &["zorg.0"]).unwrap();
    assert!(released.document.contains("zorgkanarie") && !released.document.contains(&secrets.reporter));
    let shut = ask(false, &[]).unwrap();
    assert_eq!(shut.copy.withheld, kept.copy.withheld, "it is counted");
    assert!(!serde_json::to_string(&shut).unwrap().contains("zorgkanarie"));
    assert_eq!(ask(false, &["zorg.0"]), Err(Refusal::NothingToDo));
}
