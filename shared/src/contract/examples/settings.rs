//! What a beheerder changes on screen.
use serde_json::{Value, json};

/// Every part, once; and a part as the file has it.
pub(crate) fn settings() -> Value {
    let contact = |number: &str| json!({ "naam": "Verzonnen dienst", "nummer": number, "wanneer": "Op werkdagen" });
    let backup = json!({ "functie": "Teamleider", "nummer": "074-000 01 57", "email": "teamleider@hengelo.example" });
    let change = |part: &str, value: Value| {
        let part = json!({ "onderdeel": part, "waarde": value });
        json!({ "soort": "wijzigen", "inhoud": { "gezien": 0, "deel": part } })
    };
    let [kmt, confidant, officers] = ["074-000 00 10", "074-000 01 07", "074-000 01 20"].map(contact);
    json!([
        change("telefoon", json!({
            "kmt": kmt, "vertrouwenspersoon": confidant, "aandachtsfunctionarissen": officers, "achterwacht": backup
        })),
        change("sluitingsdagen", json!(["2027-05-14"])),
        change("bronnen", json!([{ "naam": "Regie Wmo", "grondslag": "Eigen taak (Wmo 2015)" }])),
        change("teksten", json!(["We hebben je melding besproken."])),
        change("naam", json!("Nergenshuizen")),
        change("functies", json!([
            { "id": "regisseur-wmo", "naam": "Regisseur Wmo" },
            { "id": "zorg-en-veiligheid", "naam": "Adviseur zorg en veiligheid" }
        ])),
        change("minuten", json!({ "bellen": 25, "bespreken": 15 })),
        change("delen", json!(crate::sharing::Sharing::default())),
        change("bewaartermijnen", json!(crate::retention::Terms::default())),
        change("signalenlijst", json!("2026-1")),
        change("register", json!({ "verantwoordelijke": "College van burgemeester en wethouders" })),
        change("verwerkers", json!([{ "naam": "Verzonnen beheer", "taak": "Server, overeenkomst van 1 mei 2026" }])),
        change("bronnen", Value::Null),
        { "soort": "lijst-inlezen", "inhoud": { "gezien": 0, "lijst": {
            "versie": "2027-1",
            "signalen": [{
                "id": "verzonnen-signaal",
                "zin": "Een verzonnen zin",
                "voorbeeld": "Een verzonnen voorbeeld.",
                "groep": "Afhankelijk van een ander",
                "vormen": [],
                "bron": "Verzonnen"
            }]
        } } },
        { "soort": "ongedaan-maken", "inhoud": { "gezien": 1, "nummer": 1 } },
        { "soort": "intrekken" }
    ])
}

pub(crate) fn settings_answer() -> Value {
    json!([{ "soort": "bevestigen", "nummer": 1 }, { "soort": "weigeren", "nummer": 1 }])
}
