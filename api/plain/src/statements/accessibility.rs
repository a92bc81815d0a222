//! The accessibility statement (toegankelijkheidsverklaring).
use crate::{call::number, lines::lines, page::page};
use maud::{Markup, html};
use shared::profile::{Contact, Instance};

/// What is aimed at.
const AIM: &str = "Dat is de bedoeling. We houden ons aan de regels voor websites van de overheid: WCAG 2.2, niveau A en \
    AA (EN 301 549).";
/// Where gemeenten publish their statements.
const PUBLISHED: &str = "https://www.toegankelijkheidsverklaring.nl/register";
/// What is done for it. Each of these is a check that runs with every change.
const DONE: [&str; 5] = [
    "Alles werkt met alleen een toetsenbord.",
    "Elke vraag en elke fout is er ook voor een voorleesprogramma.",
    "De tekst kan vier keer zo groot. Je hoeft dan niet opzij te schuiven.",
    "Het werkt in licht, in donker en met hoog contrast, en zonder beweging als je dat instelt.",
    "Knoppen zijn groot genoeg voor een duim.",
];
/// What is not known or not as good as it should be.
const LACKING: [&str; 3] = [
    "Er is nog geen onderzoek door een onafhankelijke partij.",
    "Er is nog niet getest door mensen die elke dag een voorleesprogramma gebruiken.",
    "Alles is in het Nederlands.",
];

/// The page.
#[must_use]
pub fn accessibility_page(instance: &Instance) -> String {
    let content = html! {
        h1 { "Kan iedereen Meldroute gebruiken?" }
        p { (AIM) }
        h2 { "Wat we doen" }
        (lines(DONE))
        p { "Dit testen we bij elke verandering." }
        h2 { "Wat er nog niet is" }
        (lines(LACKING))
        (help(instance.profile.contacts.ours()))
        p.links { a.utrecht-link href="/" { "Naar de eerste pagina" } }
    };
    page(instance, "Toegankelijkheid", &content)
}

fn help(ours: &Contact) -> Markup {
    html! {
        h2 { "Lukt iets niet?" }
        p {
            "Melden kan ook met "
            a.utrecht-link href=(crate::FORM) { "het eenvoudige formulier" }
            ", ook zonder scripts. Of bel " (ours.name) ": " (number(ours)) "."
        }
        p {
            "Zeg het ook tegen je gemeente. Die publiceert haar verklaring over Meldroute in "
            a.utrecht-link href=(PUBLISHED) rel="noreferrer" { "het register van toegankelijkheidsverklaringen" } "."
        }
    }
}
