//! The examples of each body in openapi.json: one for each variant, with every field that is optional at least once.
use super::{
    accept_invitation, access_question, credentials, draft, hand_over, invitation_word, new_account, open_reason,
    progress_query, set_up, stand_in, start_stand_in,
};
use crate::{
    access::Role,
    answer::YesNo,
    contract::{AcceptInvitation, PhoneDraftChange},
    id::{AccountId, FunctionId},
    report::{Draft, Subject},
};
use serde_json::{Value, json};

pub(crate) use super::{
    kmt::{kmt_answer, kmt_link, kmt_own_answer, names},
    settings::{settings, settings_answer},
};

/// Two reports: about a place, and about a colleague, with excluded AFs.
pub(crate) fn report() -> Value {
    let excluded = FunctionId::parse("regisseur-wmo").into_iter().collect();
    let about_colleague = Draft { subject: Some(Subject::Person), colleague: Some(YesNo::Yes), excluded, ..draft() };
    json!([draft(), about_colleague])
}

pub(crate) fn answer() -> Value {
    let code = &progress_query().ontvangstcode;
    let addition = json!({ "sleutel": "5a".repeat(16), "soort": "aanvulling" });
    json!([{ "ontvangstcode": code, "vraag": 0, "antwoord": "Het was op maandag." },
        { "ontvangstcode": code, "aanvulling": addition, "antwoord": "Ik zag de auto weer." }])
}

/// Whoever has no key of an instance cannot make one that opens.
pub(crate) fn photo_part() -> Value {
    let shortest = "A".repeat(5_526) + "==";
    let content = json!({ "sleutel": "5a".repeat(16), "verzegeld": shortest });
    let code = &progress_query().ontvangstcode;
    json!([{ "ontvangstcode": code, "foto": "5a".repeat(16), "deel": 0, "inhoud": content }])
}

pub(crate) fn photo() -> Value {
    json!([{ "foto": "5a".repeat(16) }])
}

pub(crate) fn pack() -> Value {
    let some = json!({ "vervolgstap": 1, "naar": "riec", "gekozen": ["vervolgstap.gedeeld"] });
    json!([{ "vervolgstap": 0, "naar": "kmt", "gekozen": [] }, some])
}

pub(crate) fn pack_to_keep() -> Value {
    json!([{ "stuk": { "vervolgstap": 1, "naar": "riec", "gekozen": ["vervolgstap.gedeeld"] }, "vingerafdruk": "5b".repeat(16) }])
}

pub(crate) fn agenda() -> Value {
    let one = json!({ "dossier": "5c".repeat(16), "vingerafdruk": "5b".repeat(16) });
    let other = json!({ "dossier": "5d".repeat(16), "vingerafdruk": "5e".repeat(16) });
    json!([
        { "naar": "riec", "stukken": [one] },
        { "naar": "casustafel", "ontvanger": "Voorzitter van de verzonnen tafel", "overleg": "Verzonnen casustafel van 12 maart", "stukken": [one, other] },
    ])
}

pub(crate) fn kept_pack() -> Value {
    json!([{ "vingerafdruk": "5b".repeat(16) }])
}

pub(crate) fn progress() -> Value {
    json!([progress_query()])
}

pub(crate) fn log_in() -> Value {
    json!([credentials().ok()])
}

/// An AF with a function, and somebody of another role.
pub(crate) fn account() -> Value {
    let mut officer = json!(new_account(Role::Officer).ok());
    officer["functie"] = json!("regisseur-wmo");
    json!([officer, new_account(Role::Administrator).ok()])
}

pub(crate) fn account_command() -> Value {
    json!([
        { "soort": "blokkeren" },
        { "soort": "vrijgeven" },
        { "soort": "uitnodigen" },
        { "soort": "intrekken" },
        { "soort": "vertrokken", "inhoud": { "reden": "Andere baan" } },
        { "soort": "functie", "inhoud": { "functie": "regisseur-wmo" } },
        { "soort": "functie", "inhoud": { "functie": null } }
    ])
}

pub(crate) fn access_command() -> Value {
    json!([{ "soort": "bevestigen" }, { "soort": "weigeren" }, { "soort": "gezien" }])
}

pub(crate) fn own_account() -> Value {
    let (password, code) = ("een lange verzonnen zin", "123 456");
    json!([
        { "soort": "herstelcodes", "inhoud": { "wachtwoord": password, "code": code } },
        { "soort": "wachtwoord",
          "inhoud": { "wachtwoord": password, "code": code, "nieuw": "een andere verzonnen zin" } }
    ])
}

pub(crate) fn own_messages() -> Value {
    let about = ["spoed", "akkoord", "termijn-vandaag"];
    json!([
        { "soort": "kiezen", "inhoud": { "email": "fleur.voorbeeld@voorbeeld.example", "over": about } },
        { "soort": "kiezen", "inhoud": { "email": null, "over": [] } },
        { "soort": "proef" },
        { "soort": "agenda-nieuw" },
        { "soort": "agenda-einde" }
    ])
}

pub(crate) fn own_sessions() -> Value {
    json!([
        { "soort": "beeindigen", "inhoud": { "id": "00112233445566778899aabbccddeeff" } },
        { "soort": "andere-beeindigen" }
    ])
}

/// The safety was empty and is filled in.
pub(crate) fn conversation() -> Value {
    let form = |safety: &str| json!({ "formulier": { "veiligheid": safety } });
    json!([{ "van": form(""), "naar": form("Slaapt vannacht bij een verzonnen vriend.") }])
}

/// An entry, and one that corrects it.
pub(crate) fn care() -> Value {
    json!([{ "tekst": "Krijgt verzonnen hulp van de huisarts." }, { "tekst": "Sinds kort niet meer.", "verbetert": 0 }])
}

pub(crate) fn care_opening() -> Value {
    json!([{ "grond": "besluit", "reden": "Nodig voor het werkoverleg van vrijdag." }])
}

pub(crate) fn destruction() -> Value {
    json!([
        { "soort": "voorstellen", "inhoud": { "grond": "termijn" } },
        { "soort": "akkoord" },
        { "soort": "afwijzen" }
    ])
}

/// Everything of an hour, those with one text only, and what comes after a proposal.
/// Open cases in full text, going on; closed ones by number, and by year and outcome.
pub(crate) fn search() -> Value {
    json!([
        { "waar": "open", "woorden": "Fantasiekade", "voor": 51 },
        { "waar": "afgerond", "woorden": "2026-017" },
        { "waar": "afgerond", "jaar": 2026, "uitkomst": "vergissing" }
    ])
}

pub(crate) fn together() -> Value {
    let proposal = "5a".repeat(16);
    let selected = |like: Option<u32>| {
        let mut selection = json!({ "van": "2026-04-24T13:00:00.000Z", "tot": "2026-04-24T14:00:00.000Z",
            "reden": "Steeds dezelfde verzonnen tekst." });
        if let Some(number) = like {
            selection["zoals"] = json!(number);
        }
        json!({ "soort": "voorstellen", "inhoud": selection })
    };
    let named = |kind: &str| json!({ "soort": kind, "inhoud": { "voorstel": proposal } });
    json!([selected(None), selected(Some(17)), named("akkoord"), named("verder"), named("afwijzen")])
}

/// One with everything that is optional, and one without.
pub(crate) fn meeting() -> Value {
    let (id, officer, case) = ("5b".repeat(16), "5c".repeat(16), json!({ "jaar": 2026, "volgnummer": 17 }));
    let plan = json!({ "datum": "2026-05-01", "aanwezig": [officer] });
    let whole = json!({ "datum": "2026-05-01", "aanwezig": [officer], "ookAanwezig": ["leidinggevende-zorg"],
        "volgende": "2026-05-15" });
    json!([
        { "soort": "plannen", "inhoud": { "overleg": whole, "erbij": [case] } },
        { "soort": "wijzigen", "inhoud": { "welk": id, "overleg": plan, "erbij": [], "eraf": [case] } },
        { "soort": "afzeggen", "inhoud": { "welk": id } },
        { "soort": "vragen", "inhoud": { "dossier": case } },
        { "soort": "niet-vragen", "inhoud": { "dossier": case } }
    ])
}

/// A line that is added, one that is corrected, and one that ends.
pub(crate) fn awareness() -> Value {
    let session =
        json!({ "dag": "2026-05-01", "soort": "presentatie", "team": "Team Wmo", "aantal": 12, "door": "af-en-kmt" });
    json!([
        { "soort": "vastleggen", "inhoud": { "regel": session } },
        { "soort": "verbeteren", "inhoud": { "nummer": 1, "gezien": 0, "regel": session } },
        { "soort": "beeindigen", "inhoud": { "nummer": 1, "gezien": 1 } }
    ])
}

pub(crate) fn figures() -> Value {
    json!([{ "halfjaar": "2026-1" }])
}

pub(crate) fn request_decision() -> Value {
    json!([{ "verzoek": 0, "akkoord": "ja" }])
}

/// A copy in which nothing written in own words is released, and one for a person on the form.
pub(crate) fn copy() -> Value {
    json!([access_question(), { "verzoek": 1, "vrijgegeven": ["melding.verhaal"] }])
}

pub(crate) fn invitation() -> Value {
    let half = |part: &str| format!("{part}-{}", "0123456789abcdef".repeat(2));
    json!([invitation_word(), { "woord": half("1"), "andereHelft": half("2") }])
}

pub(crate) fn acceptance() -> Value {
    let accept = accept_invitation();
    let half = |part: &str| format!("{part}-{}", accept.word);
    let halves = AcceptInvitation { word: half("1"), other: Some(half("2")), ..accept.clone() };
    json!([accept, halves])
}

pub(crate) fn break_glass() -> Value {
    json!([open_reason().ok()])
}

pub(crate) fn standing_in() -> Value {
    json!([stand_in()])
}

/// A report by phone as it is typed, and one that is thrown away.
pub(crate) fn phone_draft() -> Value {
    let change = |seen, draft| PhoneDraftChange { of: AccountId::from_bytes(&[0x5a; 16]), seen, draft };
    json!([change(0, Some(draft())), change(1, None)])
}

pub(crate) fn starting_to_stand_in() -> Value {
    json!([start_stand_in().ok()])
}

pub(crate) fn handing_over() -> Value {
    json!([hand_over()])
}

pub(crate) fn first_accounts() -> Value {
    json!([set_up().ok()])
}
