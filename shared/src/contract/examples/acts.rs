//! An example of every act on a case, as a client writes it. All of it is made up.
use serde_json::{Value, json};

const WHO: &str = "5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a";

/// All of them.
pub(crate) fn all() -> Value {
    [route(), rights()].into_iter().flat_map(|list| list.as_array().cloned().unwrap_or_default()).collect()
}

fn kmt_check() -> Value {
    json!({
        "soortCheck": "advies", "vraag": "Past dit bij een bekend patroon?",
        "samenvatting": "Zes slaapplaatsen bij een bedrijf, ramen afgeplakt.", "grondslag": null,
        "gevraagdAan": "Adviseur van dienst", "datum": "2026-04-29", "antwoord": "Ja. Vraag wie het vervoer regelt."
    })
}

fn kmt_question() -> Value {
    json!({
        "vormen": ["arbeid"], "onderwerp": "plek", "soortPlek": "landbouw", "leeftijden": ["18-26"], "signalen": [],
        "woorden": "Zes slaapplaatsen in een schuur.", "vraag": "Past dit bij een bekend patroon?",
        "gevraagdAan": "Adviseur van dienst"
    })
}

/// The acts of the route.
fn route() -> Value {
    json!([
        { "soort": "poging", "inhoud": { "note": "Voicemail ingesproken" } },
        { "soort": "contact", "inhoud": { "wijze": "telefoon", "verslag": "We bellen donderdag weer." } },
        { "soort": "geen-contact", "inhoud": { "reden": "weg", "toelichting": "De melder werkt nu in een andere gemeente." } },
        { "soort": "alsnog-contact", "inhoud": { "wijze": "telefoon", "verslag": "De melder belde zelf terug." } },
        { "soort": "formulier", "inhoud": form() },
        { "soort": "onderzoek-starten", "inhoud": { "vraag": "Wie huurt de schuur?", "einddatum": "2026-05-29" } },
        { "soort": "bron",
          "inhoud": { "bron": "Handelsregister (KVK)", "datum": "2026-04-28", "resultaat": "Het bedrijf staat ingeschreven." } },
        { "soort": "taak", "inhoud": { "wat": "Vraag na wie de schuur huurt", "wie": "Toezicht en handhaving", "uiterlijk": "2026-05-20" } },
        { "soort": "taak-klaar", "inhoud": { "taak": 0, "uitkomst": "De schuur staat leeg." } },
        { "soort": "vraag-melder", "inhoud": { "vraag": "Welke dag was dat?" } },
        { "soort": "vraag-melder-klaar", "inhoud": { "vraag": 0, "uitkomst": "De melder belde: het was maandag." } },
        { "soort": "einddatum", "inhoud": { "einddatum": "2026-06-12", "reden": "De melder is twee weken met verlof." } },
        { "soort": "kmt-check", "inhoud": kmt_check() },
        { "soort": "kmt-vragen", "inhoud": kmt_question() },
        { "soort": "kmt-antwoorden", "inhoud": { "adviesvraag": 0, "antwoord": "Sinds ongeveer een maand." } },
        { "soort": "kmt-vraag-sluiten", "inhoud": { "adviesvraag": 0, "reden": "KMT belde zelf al terug." } },
        { "soort": "veilig-thuis", "inhoud": {
            "stand": "gemeld", "wie": "Aandachtsfunctionaris", "wanneer": "24 april, 15.00 uur", "kenmerk": "VT-0000" } },
        { "soort": "veilig-thuis", "inhoud": {
            "stand": "niet-nodig", "omdat": "toch-volwassen", "waarom": "Op het paspoort staat 1998." } },
        { "soort": "veiligheid-corrigeren", "inhoud": { "wat": "jonger-dan-18", "is": "ja", "reden": "De melder zag de schoolpas." } },
        { "soort": "meldcode", "inhoud": {
            "onderdeel": "vraag-1", "antwoord": "ja", "waarom": "De ander woont in hetzelfde huis." } },
        { "soort": "naar-beslismoment" },
        { "soort": "terug-naar-onderzoek", "inhoud": { "reden": "We weten nog niet wie er huurt.", "einddatum": "2026-06-12" } },
        { "soort": "werkoverleg", "inhoud": talked_over() },
        { "soort": "besluiten", "inhoud": ruling() },
        { "soort": "ontvangst-bevestigd", "inhoud": { "vervolgstap": 0, "datum": "2026-05-06" } },
        { "soort": "antwoord-ontvanger",
          "inhoud": { "vervolgstap": 0, "datum": "2026-05-06", "antwoord": "Er gaat een toezichthouder kijken." } },
        { "soort": "besproken",
          "inhoud": { "vervolgstap": 0, "datum": "2026-05-06", "uitkomst": "De gemeente controleert de huisvesting." } },
        { "soort": "agenda-verplaatsen", "inhoud": { "vervolgstap": 0, "agendaVan": "2026-06-18", "reden": "De casustafel ging niet door." } },
        { "soort": "terugkoppelen", "inhoud": feedback() },
        { "soort": "geen-terugkoppeling", "inhoud": { "reden": "De melder is niet meer bereikbaar." } },
        { "soort": "geen-terugkoppeling-akkoord" },
        { "soort": "afsluiten" },
        { "soort": "eerder-afsluiten", "inhoud": {
            "reden": "dubbel", "toelichting": "Staat al in een ander dossier.", "terugkoppeling": feedback() } },
        { "soort": "eerder-afsluiten-zonder-terugkoppeling", "inhoud": {
            "reden": "dubbel", "toelichting": "Staat al in een ander dossier.",
            "waaromNietVerteld": "De melder werkt hier niet meer." } },
        { "soort": "heropenen", "inhoud": { "reden": "Er kwam een nieuw signaal." } },
        { "soort": "samenvoegen", "inhoud": { "onder": "2026-012", "reden": "Gaat over dezelfde schuur." } },
        { "soort": "losmaken", "inhoud": { "reden": "Het is toch een andere schuur." } },
        { "soort": "notitie", "inhoud": { "tekst": "Vraag bij het werkoverleg wie meegaat." } },
        { "soort": "toewijzen", "inhoud": { "aan": WHO } },
        { "soort": "nieuwe-code" },
        { "soort": "uitsluiten", "inhoud": { "wie": WHO, "reden": "Werkt samen met degene om wie het gaat." } },
        { "soort": "eigen-melding" },
        { "soort": "uitsluiting-opheffen", "inhoud": { "wie": WHO, "reden": "Werkt daar niet meer." } },
        { "soort": "niet-akkoord", "inhoud": { "welk": "besluiten", "reden": "Vraag het eerst aan KMT." } },
        { "soort": "voorstel-intrekken", "inhoud": { "reden": "De melder is toch bereikt." } },
        { "soort": "akkoord" },
        { "soort": "akkoord", "inhoud": "besluiten" }
    ])
}

/// The acts outside the route.
fn rights() -> Value {
    let why = |reason: &str| json!({ "reden": reason });
    json!([
        { "soort": "corrigeren", "inhoud": {
            "onderdeel": "melding", "onjuist": "Er stonden zes bedden.", "juist": "Er stonden vier bedden.",
            "opVerzoekVan": "betrokkene" } },
        { "soort": "bewaarplicht", "inhoud": why("De rechter vroeg erom.") },
        { "soort": "bewaarplicht-eraf", "inhoud": why("De zaak is voorbij.") },
        { "soort": "bewaarplicht-eraf-akkoord" },
        { "soort": "beperken", "inhoud": why("De betrokkene bestrijdt wat er staat.") },
        { "soort": "beperking-opheffen", "inhoud": why("Het is uitgezocht; de betrokkene weet het.") },
        { "soort": "verzoek",
          "inhoud": { "recht": "inzage", "ontvangenOp": "2026-05-11", "identiteitVastgesteld": "ja" } },
        { "soort": "identiteit-vastgesteld", "inhoud": { "verzoek": 0, "vastgesteldOp": "2026-05-13" } },
        { "soort": "verzoek-advies", "inhoud": {
            "verzoek": 0, "besluit": "uitstellen", "grond": "avg-12-3",
            "motivering": "Het dossier is groot.", "tot": "2026-08-11" } },
        { "soort": "ingelicht", "inhoud": { "wijze": "brief", "datum": "2026-05-12" } },
        { "soort": "inlichten-uitstellen", "inhoud": {
            "grond": "uavg-41", "motivering": "Het onderzoek loopt nog.", "opnieuwBekijkenOp": "2026-06-12" } },
        { "soort": "overgenomen", "inhoud": { "op": "2026-06-01", "systeem": "Zaaksysteem" } }
    ])
}

fn form() -> Value {
    json!({
        "personen": [{
            "rol": "mogelijk-slachtoffer", "leeftijd": "18-26", "omschrijving": "De bewoner met de rode jas",
            "talen": "Pools", "tolk": "ja", "kwetsbaarheid": "Heeft geen eigen vervoer" }],
        "veiligheid": "Er is nu geen direct gevaar.", "kinderenInHuis": "nee", "dwangmiddelen": null,
        "plek": "Schuur achter het verzonnen bedrijf", "voertuigen": null, "telefoons": null,
        "weetVanMelding": "nee", "wens": null, "melderDoet": "Belt als er iets verandert."
    })
}

fn talked_over() -> Value {
    json!({
        "besprokenOp": "2026-04-30", "aanwezig": [WHO], "besproken": "We weten nog te weinig over de huurder.",
        "teDoen": "Vraag de wijkagent wie er woont.", "opnieuwOp": "2026-05-15"
    })
}

fn ruling() -> Value {
    json!({
        "duiding": "We denken aan uitbuiting in het werk.", "inschatting": "waarschijnlijk",
        "melderGehoord": "nee", "waaromNietGehoord": "De melder was met verlof.",
        "vervolgstappen": [
            { "naar": "kmt", "ontvanger": "Adviseur van dienst", "grondslag": "Advies zonder persoonsgegevens", "datum": "2026-05-04",
              "gedeeld": "De samenvatting zonder namen." },
            { "naar": "politie", "ontvanger": "Meldpunt", "datum": "2026-05-04",
              "grondslag": "Aangifte door een ambtenaar (Wetboek van Strafvordering, artikel 162)",
              "gedeeld": "Het adres.", "kanGedwongenZijn": "Ja: er is geen eigen vervoer." }
        ]
    })
}

fn feedback() -> Value {
    json!({ "wijze": "telefoon", "tekst": "Je melding is onderzocht. Dank je wel.", "datum": "2026-05-07" })
}
