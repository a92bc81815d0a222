//! A BSN in a text is warned of, wherever it is typed, and stops nothing.
use super::{super::*, found};
use crate::{
    answer::YesNo,
    case::notes::{ReferralTarget, VttStand},
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::json;

const BSN: &str = "Met 111-222-333";

fn warned<D: Draft>(draft: &D) -> Vec<String> {
    let warnings = draft.warnings();
    assert!(warnings.iter().all(|finding| finding.code.is_warning()));
    warnings.into_iter().map(|finding| finding.field.pointer()).collect()
}

/// The fields that take any text, each filled in with a BSN; the pointers of those that keep it.
fn filled<D: Draft + Serialize + DeserializeOwned>(start: D) -> (D, Vec<String>) {
    let mut draft = serde_json::to_value(start).unwrap();
    let names: Vec<String> = draft.as_object().unwrap().keys().cloned().collect();
    for name in names {
        let mut tried = draft.clone();
        tried[&name] = BSN.into();
        if serde_json::from_value::<D>(tried.clone()).is_ok() {
            draft = tried;
        }
    }
    let texts = draft.as_object().unwrap().iter().filter(|(_, value)| value.as_str() == Some(BSN));
    let names = texts.map(|(name, _)| format!("/{name}")).collect();
    (serde_json::from_value(draft).unwrap(), names)
}

/// A text that is not a day, a moment or an account is one of somebody's own words, and is looked at.
fn all_are_looked_at<D: Draft + Serialize + DeserializeOwned>(start: D) {
    let (draft, names) = filled(start);
    let shaped: Vec<String> = found(&draft)
        .into_iter()
        .filter(|(_, code)| *code == FindingCode::BadShape)
        .map(|(pointer, _)| pointer)
        .collect();
    // what is not asked, given the other answers, is not kept either
    let asked = serde_json::to_value(draft.clone().asked()).unwrap();
    let kept = |name: &String| asked.pointer(name).is_some_and(|value| value == BSN);
    let mut own: Vec<String> = names.into_iter().filter(|name| !shaped.contains(name) && kept(name)).collect();
    let mut warned = warned(&draft);
    own.sort();
    warned.sort();
    assert_eq!(warned, own, "{}", std::any::type_name::<D>());
}

#[test]
fn every_text_of_every_draft_is_looked_at() {
    macro_rules! each {
        ($($draft:ident),+ $(,)?) => { $(all_are_looked_at($draft::default());)+ };
    }
    each!(
        AssignDraft,
        AttemptDraft,
        ConfirmationDraft,
        ContactDraft,
        CorrectionDraft,
        DeferralDraft,
        EarlyEndDraft,
        ExclusionDraft,
        FeedbackDraft,
        IdentifiedDraft,
        InformedDraft,
        MeldcodeDraft,
        PersonDraft,
        ReasonDraft,
        RemarkDraft,
        RequestDraft,
        SafetyDraft,
        SheetDraft,
        TakenOverDraft,
        WhyDraft,
    );
    all_are_looked_at(ReferralDraft { to: Some(ReferralTarget::Casustafel), ..ReferralDraft::default() });
    all_are_looked_at(PlanDraft { household: Some(YesNo::Yes), ..PlanDraft::default() });
    all_are_looked_at(SourceDraft { household: Some(YesNo::Yes), ..SourceDraft::default() });
    for heard in [YesNo::Yes, YesNo::No] {
        all_are_looked_at(RulingDraft { heard: Some(heard), ..RulingDraft::default() });
    }
}

#[test]
fn texts_inside_a_draft_are_looked_at_where_they_are() {
    let person = PersonDraft { description: Some(BSN.into()), ..PersonDraft::default() };
    let sheet = SheetDraft { persons: vec![PersonDraft::default(), person], ..SheetDraft::default() };
    assert_eq!(warned(&sheet), ["/personen/1/omschrijving"]);
    let feedback = FeedbackDraft { text: BSN.into(), ..FeedbackDraft::default() };
    assert_eq!(warned(&EarlyEndDraft { feedback, ..EarlyEndDraft::default() }), ["/terugkoppeling/tekst"]);
    let of =
        |state| VttNoteDraft { state: Some(state), why: BSN.into(), reference: BSN.into(), ..VttNoteDraft::default() };
    assert_eq!(warned(&of(VttStand::Reported)), ["/kenmerk"]);
    assert_eq!(warned(&of(VttStand::NotYet)), ["/waarom"]);
    assert_eq!(warned(&of(VttStand::Advised)), [""; 0], "what is not asked is not looked at");
}

#[test]
fn a_warning_stops_no_act() {
    let remark: RemarkDraft = serde_json::from_value(json!({ "tekst": BSN })).unwrap();
    assert_eq!((warned(&remark), found(&remark)), (vec!["/tekst".to_owned()], vec![]));
}
