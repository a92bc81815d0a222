//! Bodies of acts in the form of the first version: they are still accepted, and keep their meaning.
use super::{super::*, with};
use crate::{case::fixture::ground, sharing::ReferralTarget};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};

const AF: &str = "01010101010101010101010101010101";

/// The body is read as a draft, the draft checks to a note, and the note is the body again.
fn stays<D>(body: Value)
where
    D: Draft + Serialize + DeserializeOwned + std::fmt::Debug,
    D::Note: Serialize + std::fmt::Debug,
{
    let draft: D = serde_json::from_value(body.clone()).unwrap();
    let note = with(|context| draft.check(context)).unwrap_or_else(|found| panic!("{draft:?}: {found:?}"));
    assert_eq!(serde_json::to_value(&note).unwrap(), body);
    let read: D = serde_json::from_value(body).unwrap();
    assert!(read == D::of(&note), "made from the note");
}

fn feedback() -> Value {
    json!({"wijze": "gesprek", "tekst": "Besproken.", "datum": "2026-04-30"})
}

#[test]
fn speaking_with_the_melder_and_the_form() {
    stays::<AttemptDraft>(json!({"note": null}));
    stays::<AttemptDraft>(json!({"note": "Voicemail ingesproken"}));
    stays::<AttemptDraft>(json!({"gebeurdOp": "2026-04-29T08:05:00.000Z", "note": null}));
    stays::<ContactDraft>(
        json!({"gebeurdOp": "2026-04-29T08:05:00.000Z", "wijze": "telefoon", "verslag": "Gesproken."}),
    );
    stays::<ContactDraft>(json!({"wijze": "telefoon", "verslag": "Gesproken.\nMorgen weer."}));
    let person = json!({"rol": "getuige", "leeftijd": "12-17", "omschrijving": "Een verzonnen jongen",
        "talen": null, "tolk": "weet-niet", "kwetsbaarheid": null});
    stays::<SheetDraft>(json!({"personen": [person, person], "veiligheid": "Nu rustig.", "kinderenInHuis": "nee",
        "dwangmiddelen": null, "plek": "Een schuur", "voertuigen": null, "telefoons": null, "weetVanMelding": "ja",
        "wens": null, "melderDoet": "Niets extra’s."}));
}

#[test]
fn the_investigation() {
    stays::<PlanDraft>(json!({"vraag": "Wie woont er?", "einddatum": "2026-05-20"}));
    stays::<GoingBackDraft>(json!({"reden": "Nog een vraag.", "einddatum": "2026-06-12"}));
    stays::<SourceDraft>(json!({"bron": "KvK", "datum": "2026-04-30", "resultaat": "Niets."}));
    stays::<KmtDraft>(json!({"soortCheck": "advies", "vraag": "Herkennen jullie dit?", "samenvatting": "Bedden.",
        "grondslag": null, "gevraagdAan": "Procesmanager", "datum": "2026-04-29", "antwoord": "Nee."}));
    stays::<KmtDraft>(json!({"soortCheck": "bekend", "vraag": "Bekend?", "samenvatting": null,
        "grondslag": ground(ReferralTarget::KmtCase), "gevraagdAan": "Procesmanager", "datum": "2026-04-29", "antwoord": "Nee."}));
    stays::<VttNoteDraft>(json!({"stand": "gemeld", "wie": "Fleur", "wanneer": "Vandaag", "kenmerk": "K1"}));
}

#[test]
fn the_decision_and_what_follows() {
    let referral = |to: ReferralTarget| {
        json!({"naar": to.as_str(), "ontvanger": "Procesmanager",
        "grondslag": ground(to), "datum": "2026-04-30", "gedeeld": "Signalen."})
    };
    let (kmt, mut police) = (referral(ReferralTarget::Kmt), referral(ReferralTarget::Police));
    let mut comensha = referral(ReferralTarget::Comensha);
    comensha["instemming"] = json!("Zelf gevraagd.");
    police["kanGedwongenZijn"] = json!("Ja, dat kan.");
    stays::<RulingDraft>(json!({"duiding": "Gedwongen werk?", "inschatting": "waarschijnlijk", "melderGehoord": "nee",
        "waaromNietGehoord": "Onbereikbaar.", "vervolgstappen": [kmt, police, comensha]}));
    let nothing = json!({"naar": "nu-te-weinig", "ontvanger": null, "grondslag": null, "datum": "2026-04-30",
        "gedeeld": null});
    stays::<RulingDraft>(json!({"duiding": "Niets.", "inschatting": "te-weinig-aanwijzingen", "melderGehoord": "ja",
        "waaromNietGehoord": null, "vervolgstappen": [nothing]}));
    stays::<ConfirmationDraft>(json!({"vervolgstap": 1, "datum": "2026-04-30"}));
    stays::<AnswerDraft>(json!({"vervolgstap": 0, "datum": "2026-04-30", "antwoord": "Opgepakt."}));
    stays::<DiscussedDraft>(json!({"vervolgstap": 0, "datum": "2026-04-30", "uitkomst": "Controle."}));
    stays::<TableDayDraft>(json!({"vervolgstap": 0, "agendaVan": "2026-06-12", "reden": "Ging niet door."}));
    stays::<RejectionDraft>(json!({"welk": "besluiten", "reden": "Eerst meer weten."}));
    stays::<NoContactDraft>(json!({"reden": "weg", "toelichting": "Werkt elders."}));
    stays::<EarlyUntoldDraft>(json!({"reden": "dubbel", "toelichting": "Al bekend.", "waaromNietVerteld": "Weg."}));
    stays::<FeedbackDraft>(feedback());
    stays::<EarlyEndDraft>(json!({"reden": "dubbel", "toelichting": "Al bekend.", "terugkoppeling": feedback()}));
    stays::<ReasonDraft>(json!({"reden": "De melder is weg."}));
    stays::<RemarkDraft>(json!({"tekst": "Belt morgen terug."}));
    stays::<AssignDraft>(json!({"aan": AF}));
    stays::<ExclusionDraft>(json!({"wie": AF, "reden": "Familie."}));
}

#[test]
fn keeping_and_rights() {
    stays::<CorrectionDraft>(json!({"onderdeel": "melding", "onjuist": "Een kraan.", "juist": "Een sproeier.",
        "opVerzoekVan": "melder"}));
    stays::<WhyDraft>(json!({"reden": "Er loopt een zaak."}));
    stays::<TakenOverDraft>(json!({"op": "2026-04-30", "systeem": "Een verzonnen systeem"}));
    stays::<RequestDraft>(json!({"recht": "inzage", "ontvangenOp": "2026-04-28", "identiteitVastgesteld": "ja"}));
    stays::<AdviceDraft>(json!({"verzoek": 0, "besluit": "uitstellen", "grond": "uavg-41", "motivering": "Gevaar.",
        "tot": "2026-06-01"}));
    stays::<AdviceDraft>(json!({"verzoek": 2, "besluit": "weigeren", "grond": "avg-15-4", "motivering": "De melder.",
        "tot": null}));
    stays::<InformedDraft>(json!({"wijze": "brief", "datum": "2026-04-30"}));
    stays::<DeferralDraft>(json!({"grond": "uavg-41", "motivering": "Gevaar.", "opnieuwBekijkenOp": "2026-05-30"}));
}

#[test]
fn optional_texts_may_be_null_or_left_out_and_other_fields_are_refused() {
    let draft: VttNoteDraft =
        serde_json::from_value(json!({"stand": "gemeld", "wie": "F", "wanneer": "Nu", "kenmerk": null})).unwrap();
    assert!(with(|context| draft.check(context)).is_ok());
    let draft: VttNoteDraft = serde_json::from_value(json!({"stand": "advies-gevraagd"})).unwrap();
    assert!(with(|context| draft.check(context)).is_ok());
    assert!(serde_json::from_value::<AttemptDraft>(json!({})).is_ok());
    assert!(serde_json::from_value::<AttemptDraft>(json!({"notitie": "Onbekend"})).is_err());
}
