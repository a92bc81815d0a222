//! Properties of every draft, whatever was typed.
use super::{super::*, with};
use proptest::prelude::*;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Values to type or choose: each field gets those of its type.
fn pool() -> Vec<Value> {
    let texts = ["", " ", "Woord", "KvK", "Regel\nen nog een", "2026-04-30", "2026-05-20", "30-04-2026", "2026-012"];
    let more = ["01010101010101010101010101010101", "2026-04-29T10:00", "2026-04-29T10:00:00Z"];
    let long = "x".repeat(4001);
    let words = [
        "telefoon",
        "gesprek",
        "onbekend",
        "mogelijk-slachtoffer",
        "getuige",
        "0-11",
        "27+",
        "ja",
        "nee",
        "weet-niet",
        "advies",
        "bekend",
        "waarschijnlijk",
        "onduidelijk",
        "kmt",
        "politie",
        "riec",
        "nu-te-weinig",
        "vergissing",
        "kwaadwillig",
        "melding",
        "beslissing",
        "betrokkene",
        "af",
        "inzage",
        "wissing",
        "toewijzen",
        "uitstellen",
        "weigeren",
        "avg-15-21",
        "uavg-41",
        "avg-15-4",
        "avg-12-3",
        "brief",
        "via-ander",
        "gemeld",
        "nog-niet",
        "advies-gevraagd",
        "overgenomen",
        "niet-aangenomen",
        "niet-nodig",
        "toch-volwassen",
        "jonger-dan-18",
        "stap-1",
        "vraag-1",
    ];
    let all = texts.into_iter().chain(more).chain([long.as_str()]).chain(words).map(|text| json!(text));
    all.chain([Value::Null, json!(0), json!(3)]).collect()
}

/// A draft in which each field was filled in as the numbers say.
fn typed<D: Draft + Serialize + DeserializeOwned>(numbers: &[usize]) -> D {
    let mut draft = serde_json::to_value(D::default()).unwrap();
    let names: Vec<String> = draft.as_object().unwrap().keys().cloned().collect();
    for (name, number) in names.iter().zip(numbers.iter().cycle()) {
        let fits = |value: &Value| {
            let mut tried = draft.clone();
            tried[name] = value.clone();
            serde_json::from_value::<D>(tried).is_ok()
        };
        let mut fitting: Vec<Value> = pool().into_iter().filter(fits).collect();
        // in a free text the words of choices say nothing new
        fitting.truncate(if fits(&json!("Woord")) { 13 } else { usize::MAX });
        if !fitting.is_empty() {
            draft[name] = fitting[number % fitting.len()].clone();
        }
    }
    serde_json::from_value(draft).unwrap()
}

/// A draft becomes a note or has findings, each at one of its fields. A note made into a draft gives the same note.
fn holds<D>(draft: &D) -> bool
where
    D: Draft + Serialize + DeserializeOwned,
    D::Note: PartialEq + std::fmt::Debug + Serialize,
{
    with(|context| match draft.check(context) {
        Ok(note) => {
            assert_eq!(D::of(&note).check(context).as_ref(), Ok(&note));
            let sent = serde_json::to_value(&note).unwrap();
            let read: D = serde_json::from_value(sent).unwrap();
            assert!(read == D::of(&note), "the names of the draft are those of the note");
            true
        }
        Err(found) => {
            assert!(!found.is_empty());
            for finding in found {
                assert_eq!(D::Field::at(&finding.field.pointer()), Some(finding.field));
            }
            false
        }
    })
}

/// Every draft that can be filled in field by field; [`RulingDraft`] and [`EarlyEndDraft`] hold a draft that has to be.
macro_rules! plain_drafts {
    ($call:ident) => {
        $call!(
            AdviceDraft,
            AssignDraft,
            AttemptDraft,
            ConfirmationDraft,
            ContactDraft,
            CorrectionDraft,
            DeferralDraft,
            ExclusionDraft,
            FeedbackDraft,
            IdentifiedDraft,
            InformedDraft,
            JoinDraft,
            KmtDraft,
            MeldcodeDraft,
            PersonDraft,
            PlanDraft,
            ReasonDraft,
            ReferralDraft,
            RemarkDraft,
            RequestDraft,
            SafetyDraft,
            SheetDraft,
            SourceDraft,
            TakenOverDraft,
            VttNoteDraft,
            WhyDraft
        )
    };
}

fn decision(numbers: &[usize]) -> RulingDraft {
    let referrals = vec![typed::<ReferralDraft>(numbers), typed::<ReferralDraft>(&numbers[2..])];
    RulingDraft { referrals, ..typed(&numbers[1..]) }
}

fn early(numbers: &[usize]) -> EarlyEndDraft {
    EarlyEndDraft { feedback: typed(numbers), ..typed(&numbers[1..]) }
}

proptest! {
    #[test]
    fn every_draft_is_a_note_or_has_findings(numbers in prop::collection::vec(0_usize..1000, 12)) {
        macro_rules! each {
            ($($draft:ident),+) => { $(holds(&typed::<$draft>(&numbers));)+ };
        }
        plain_drafts!(each);
        let persons = vec![typed::<PersonDraft>(&numbers), typed::<PersonDraft>(&numbers[3..])];
        holds(&SheetDraft { persons, ..typed(&numbers) });
        holds(&decision(&numbers));
        holds(&early(&numbers));
    }
}

/// Numbers without a pattern, the same at each run (xorshift).
fn scattered(seed: usize) -> Vec<usize> {
    let next = |last: &u32| {
        let last = last ^ (last << 13);
        let last = last ^ (last >> 17);
        Some(last ^ (last << 5))
    };
    let first = u32::try_from(seed).unwrap().wrapping_mul(2_654_435_761) | 1;
    std::iter::successors(next(&first), next).take(12).map(|number| number as usize >> 8).collect()
}

/// Whether one of many drafts of this kind becomes a note.
fn some_become_a_note<D>() -> bool
where
    D: Draft + Serialize + DeserializeOwned,
    D::Note: PartialEq + std::fmt::Debug + Serialize,
{
    (0..2000).any(|seed| holds(&typed::<D>(&scattered(seed))))
}

/// Each field has a place that no other has, and that leads back to it, also from below.
fn places_lead_back<D: Fields>(name: &str) {
    let fields = D::Field::all();
    let places: BTreeSet<String> = fields.iter().map(|field| field.pointer()).collect();
    assert_eq!(places.len(), fields.len(), "{name}");
    for field in fields {
        assert_eq!(D::Field::at(&field.pointer()), Some(field));
        let deeper = format!("{}/lager", field.pointer());
        assert_eq!(D::Field::at(&deeper).map(|one| one.item()), Some(field.item()));
    }
}

#[test]
fn some_of_those_drafts_become_a_note() {
    macro_rules! each {
        ($($draft:ident),+) => { [$((stringify!($draft), some_become_a_note::<$draft>())),+] };
    }
    let never: Vec<&str> = plain_drafts!(each).into_iter().filter(|(_, some)| !some).map(|(name, _)| name).collect();
    assert!(never.is_empty(), "{never:?}");
}

#[test]
fn every_field_has_a_place_of_its_own_that_leads_back_to_it() {
    macro_rules! each {
        ($($draft:ident),+) => { $(places_lead_back::<$draft>(stringify!($draft));)+ };
    }
    plain_drafts!(each);
    each!(RulingDraft, EarlyEndDraft);
    assert_eq!(SheetField::at("/personen/7/rol"), Some(SheetField::Persons(Within::Item(7, PersonField::Role))));
    assert_eq!(SheetField::at("/veiligheden"), None);
}
