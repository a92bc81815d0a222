//! The texts that tests type. Each holds a word that occurs nowhere else, so that a test can search for it. All
//! fictional.
mod reports;
mod safety;

pub use reports::*;
pub use safety::*;

use serde_json::{Value, json};
use shared::{
    calendar::Calendar,
    case::Stage,
    moment::Day,
    sharing::{ReferralTarget, Sharing},
};

/// Part of every text of every draft and command here, in upper or lower case.
pub const CANARY: &str = "kanarie";
/// The melder's number.
pub const PHONE: &str = "074 987 65 43";

/// Whether a text holds anything that was typed.
#[must_use]
pub fn stands_in(text: &str) -> bool {
    let plain = text.to_lowercase();
    plain.contains(CANARY) || plain.contains(PHONE) || plain.contains(&PHONE.replace(' ', ""))
}

/// The melder was not reached.
#[must_use]
pub fn attempt() -> Value {
    json!({ "soort": "poging", "inhoud": { "note": "Poging-kanarie" } })
}

/// The melder was spoken to.
#[must_use]
pub fn contact() -> Value {
    json!({ "soort": "contact", "inhoud": { "wijze": "telefoon", "verslag": "Contact-kanarie" } })
}

/// The meldingsformulier, everything filled in.
#[must_use]
pub fn form() -> Value {
    let person = json!({
        "rol": "mogelijk-slachtoffer", "leeftijd": "27+", "omschrijving": "Persoon-kanarie", "talen": "Taal-kanarie",
        "tolk": "ja", "kwetsbaarheid": "Kwetsbaar-kanarie"
    });
    json!({ "soort": "formulier", "inhoud": {
        "personen": [person], "veiligheid": "Veiligheid-kanarie", "kinderenInHuis": "nee",
        "dwangmiddelen": "Dwang-kanarie", "plek": "Plek-kanarie", "voertuigen": "Busje-kanarie",
        "telefoons": "Toestel-kanarie", "weetVanMelding": "nee", "wens": "Wens-kanarie", "melderDoet": "Doet-kanarie"
    } })
}

/// This day, or the working day after it.
fn working(day: &str) -> String {
    let calendar = Calendar::default();
    let day: Day = day.parse().expect("a day");
    let day = if calendar.is_working_day(day) { day } else { calendar.nth_working_day_after(day, 1) };
    day.to_string()
}

/// The investigation gets another end, on `day` or the working day after it.
#[must_use]
pub fn move_end(day: &str) -> Value {
    json!({ "soort": "einddatum", "inhoud": { "einddatum": working(day), "reden": "Verplaatst-kanarie" } })
}

/// A task, by `day` or the working day after it.
#[must_use]
pub fn task(day: &str) -> Value {
    json!({ "soort": "taak", "inhoud": { "wat": "Taak-kanarie", "wie": "Uitvoerder-kanarie", "uiterlijk": working(day) } })
}

/// What came of the first task.
#[must_use]
pub fn task_done() -> Value {
    json!({ "soort": "taak-klaar", "inhoud": { "taak": 0, "uitkomst": "Taakuitkomst-kanarie" } })
}

/// The investigation starts, until `day`, or the working day after it.
#[must_use]
pub fn investigate(day: &str) -> Value {
    let day = working(day);
    json!({ "soort": "onderzoek-starten", "inhoud": { "vraag": "Vraag-kanarie", "einddatum": day } })
}

/// A source for which Hengelo's profile names a ground.
#[must_use]
pub fn source(day: &str) -> Value {
    let note = json!({ "bron": "Handelsregister (KVK)", "datum": day, "resultaat": "Resultaat-kanarie" });
    json!({ "soort": "bron", "inhoud": note })
}

/// KMT was asked for advice.
#[must_use]
pub fn kmt_check(day: &str) -> Value {
    json!({ "soort": "kmt-check", "inhoud": {
        "soortCheck": "advies", "vraag": "Kmtvraag-kanarie", "samenvatting": "Samenvatting-kanarie",
        "grondslag": "Grond-kanarie", "gevraagdAan": "Procesmanager-kanarie", "datum": day,
        "antwoord": "Antwoord-kanarie"
    } })
}

/// The command that moves a case to the werkoverleg.
#[must_use]
pub fn to_decision() -> Value {
    json!({ "soort": "naar-beslismoment" })
}

/// The decision, with two referrals.
#[must_use]
pub fn decide(day: &str) -> Value {
    json!({ "soort": "besluiten", "inhoud": {
        "duiding": "Duiding-kanarie", "inschatting": "waarschijnlijk", "melderGehoord": "nee",
        "waaromNietGehoord": "Gehoord-kanarie",
        "vervolgstappen": [
            referral(ReferralTarget::Kmt, "Ontvanger-kanarie een", day),
            referral(ReferralTarget::Riec, "Ontvanger-kanarie twee", day),
        ]
    } })
}

/// A step of a decision that sends something to a receiver.
#[must_use]
pub fn referral(to: ReferralTarget, receiver: &str, day: &str) -> Value {
    json!({ "naar": to.as_str(), "ontvanger": receiver, "grondslag": ground(to), "datum": day,
        "gedeeld": "Gedeeld-kanarie" })
}

/// A step that sends something to CoMensha, with how the person agreed.
#[must_use]
pub fn agreed_to_comensha(day: &str) -> Value {
    let mut step = referral(ReferralTarget::Comensha, "Ontvanger-kanarie drie", day);
    step["instemming"] = "Instemming-kanarie".into();
    step
}

/// Sends a step of a decision elsewhere, on a ground that the table names for that receiver.
pub fn send_to(step: &mut Value, to: ReferralTarget) {
    step["naar"] = to.as_str().into();
    step["grondslag"] = ground(to).into();
}

/// The first ground that the table names for this receiver.
fn ground(to: ReferralTarget) -> String {
    Sharing::default().rule(to).expect("a rule").grounds[0].clone()
}

/// The second AF agrees.
#[must_use]
pub fn agree() -> Value {
    plain("akkoord")
}

/// The receiver of a referral confirmed.
#[must_use]
pub fn confirm(referral: usize, day: &str) -> Value {
    json!({ "soort": "ontvangst-bevestigd", "inhoud": { "vervolgstap": referral, "datum": day } })
}

/// Feedback was given to the melder.
#[must_use]
pub fn feedback(day: &str) -> Value {
    let note = json!({ "wijze": "telefoon", "tekst": "Terugkoppeling-kanarie", "datum": day,
        "voorMelder": "Voor-de-melder-kanarie" });
    json!({ "soort": "terugkoppelen", "inhoud": note })
}

/// A command that is a reason in words.
#[must_use]
pub fn reason(kind: &str) -> Value {
    json!({ "soort": kind, "inhoud": { "reden": "Reden-kanarie" } })
}

/// The reason to open a colleague's case.
#[must_use]
pub fn opening(words: &str) -> Value {
    json!({ "waarom": "vraag", "toelichting": words })
}

/// A command without content.
#[must_use]
pub fn plain(kind: &str) -> Value {
    json!({ "soort": kind })
}

/// Something to remember.
#[must_use]
pub fn remark(text: &str) -> Value {
    json!({ "soort": "notitie", "inhoud": { "tekst": format!("{text}-kanarie") } })
}

/// Its processing is restricted.
#[must_use]
pub fn restrict() -> Value {
    json!({ "soort": "beperken", "inhoud": { "reden": "Waarom-kanarie" } })
}

/// Closed before the decision.
#[must_use]
pub fn close_early(day: &str) -> Value {
    json!({ "soort": "eerder-afsluiten", "inhoud": {
        "reden": "vergissing", "toelichting": "Toelichting-kanarie",
        "terugkoppeling": { "wijze": "gesprek", "tekst": "Vroeg-kanarie", "datum": day,
            "voorMelder": "Voor-de-melder-kanarie" }
    } })
}

/// The steps from the first contact to the closed case and back: each act, and the progress that the code shows after
/// it. Another AF agrees to the decision.
#[must_use]
pub fn route(today: &str) -> Vec<(Value, Stage)> {
    use Stage::{Contact, Decision, Done, Investigation, Reported};
    vec![
        (attempt(), Reported),
        (contact(), Contact),
        (form(), Contact),
        (investigate(today), Investigation),
        (source(today), Investigation),
        (kmt_check(today), Investigation),
        (to_decision(), Decision),
        (decide(today), Decision),
        (agree(), Decision),
        (confirm(0, today), Decision),
        (feedback(today), Decision),
        (plain("afsluiten"), Done),
        (confirm(1, today), Done),
        (reason("heropenen"), Investigation),
    ]
}

/// The server's date, from the worklist.
///
/// # Panics
/// When the worklist can't be seen.
#[must_use]
pub fn today(officer: &crate::Client) -> String {
    use shared::contract::Endpoint;
    let page = officer.to(Endpoint::Cases).send().good(Endpoint::Cases);
    page["vandaag"].as_str().expect("a day").to_owned()
}
