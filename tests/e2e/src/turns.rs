//! What tests type where a case goes otherwise than planned. As in [`crate::words`], each text holds a word that is
//! searched for.
use serde_json::{Value, json};
use shared::report::Draft;

/// The route goes on without the melder; why is one of `niet-te-bereiken`, `weg`, `wil-niet-gebeld-worden`.
#[must_use]
pub fn no_contact(why: &str) -> Value {
    json!({ "soort": "geen-contact", "inhoud": { "reden": why, "toelichting": "Geencontact-kanarie" } })
}

/// An attempt in one way.
#[must_use]
pub fn tried(way: &str) -> Value {
    json!({ "soort": "poging", "inhoud": { "manier": way, "note": "Weer-kanarie" } })
}

/// The melder was spoken to after all.
#[must_use]
pub fn late_contact() -> Value {
    json!({ "soort": "alsnog-contact", "inhoud": { "wijze": "telefoon", "verslag": "Alsnog-kanarie" } })
}

/// Back from the beslismoment, with another end date if one is given.
#[must_use]
pub fn back(until: Option<&str>) -> Value {
    json!({ "soort": "terug-naar-onderzoek", "inhoud": { "reden": "Terug-kanarie", "einddatum": until } })
}

/// No to a proposal (`niet-akkoord`), or taking it back (`voorstel-intrekken`).
#[must_use]
pub fn reject(kind: &str, which: Option<&str>) -> Value {
    json!({ "soort": kind, "inhoud": { "welk": which, "reden": "Nee-kanarie" } })
}

/// Closed early, and the melder is not told.
#[must_use]
pub fn close_untold() -> Value {
    json!({ "soort": "eerder-afsluiten-zonder-terugkoppeling", "inhoud": {
        "reden": "dubbel", "toelichting": "Dicht-kanarie", "waaromNietVerteld": "Onverteld-kanarie"
    } })
}

/// The second receiver of a decision becomes the casustafel, on the agenda of a day to come.
pub fn plan(decision: &mut Value, on: &str) {
    let step = &mut decision["inhoud"]["vervolgstappen"][1];
    super::words::send_to(step, shared::sharing::ReferralTarget::Casustafel);
    step["agendaVan"] = on.into();
}

/// The melder was heard before the decision, and what was discussed.
pub fn heard(decision: &mut Value) {
    let inhoud = &mut decision["inhoud"];
    inhoud["melderGehoord"] = "ja".into();
    inhoud["waaromNietGehoord"] = Value::Null;
    inhoud["besprokenMetMelder"] = "Besproken-kanarie".into();
}

/// A receiver answered.
#[must_use]
pub fn answer(referral: usize, day: &str) -> Value {
    let note = json!({ "vervolgstap": referral, "datum": day, "antwoord": "Antwoordontvanger-kanarie" });
    json!({ "soort": "antwoord-ontvanger", "inhoud": note })
}

/// A table discussed it.
#[must_use]
pub fn discussed(referral: usize, day: &str) -> Value {
    let note = json!({ "vervolgstap": referral, "datum": day, "uitkomst": "Uitkomst-kanarie" });
    json!({ "soort": "besproken", "inhoud": note })
}

/// A table discusses it on another day.
#[must_use]
pub fn move_table(referral: usize, on: &str) -> Value {
    let note = json!({ "vervolgstap": referral, "agendaVan": on, "reden": "Anderedag-kanarie" });
    json!({ "soort": "agenda-verplaatsen", "inhoud": note })
}

/// Discussed in a werkoverleg of this day by this AF, and not decided.
#[must_use]
pub fn talked_over(who: &str, day: &str, again: &str) -> Value {
    json!({ "soort": "werkoverleg", "inhoud": {
        "besprokenOp": day, "aanwezig": [who], "besproken": "Overleg-kanarie", "teDoen": "Tedoen-kanarie",
        "opnieuwOp": again
    } })
}

/// Joined under the case with this number.
#[must_use]
pub fn join(number: &str) -> Value {
    json!({ "soort": "samenvoegen", "inhoud": { "onder": number, "reden": "Samen-kanarie" } })
}

/// On its own again.
#[must_use]
pub fn unjoin() -> Value {
    json!({ "soort": "losmaken", "inhoud": { "reden": "Los-kanarie" } })
}

/// A question to the melder.
#[must_use]
pub fn question() -> Value {
    json!({ "soort": "vraag-melder", "inhoud": { "vraag": "Vraag-aan-melder-kanarie" } })
}

/// What settles the first question to the melder.
#[must_use]
pub fn question_settled() -> Value {
    json!({ "soort": "vraag-melder-klaar", "inhoud": { "vraag": 0, "uitkomst": "Vraaguitkomst-kanarie" } })
}

/// Begins to stand in for this AF, until this day.
#[must_use]
pub fn cover(of: &str, until: &str) -> Value {
    json!({ "voor": of, "totEnMet": until, "waarom": "collega-afwezig", "toelichting": "Waarneming-kanarie" })
}

/// What is typed in this AF's report by phone, over this version.
#[must_use]
pub fn phone_draft(of: &str, seen: u32, draft: &Draft) -> Value {
    json!({ "van": of, "gezien": seen, "concept": draft })
}
