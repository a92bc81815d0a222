//! The accessibility statement (toegankelijkheidsverklaring).
use crate::{
    ACCESSIBILITY, Place,
    call::number,
    lines::lines,
    page::{page, to_first_page},
};
use maud::{Markup, html};
use shared::profile::Contact;

/// What is aimed at, in each language.
const AIM: [&str; 2] = [
    "Dat is de bedoeling. We houden ons aan de regels voor websites van de overheid: WCAG 2.2, niveau A en AA (EN 301 549).",
    "That is the intention. We follow the rules for websites of the government: WCAG 2.2, levels A and AA (EN 301 549).",
];
/// Where gemeenten publish their statements.
const PUBLISHED: &str = "https://www.toegankelijkheidsverklaring.nl/register";
/// What is done for it. Each of these is a check that runs with every change.
const DONE: [[&str; 5]; 2] = [
    [
        "Alles werkt met alleen een toetsenbord.",
        "Elke vraag en elke fout is er ook voor een voorleesprogramma.",
        "De tekst kan vier keer zo groot. Je hoeft dan niet opzij te schuiven.",
        "Het werkt in licht, in donker en met hoog contrast, en zonder beweging als je dat instelt.",
        "Knoppen zijn groot genoeg voor een duim.",
    ],
    [
        "Everything works with a keyboard only.",
        "Every question and every error is there for a screen reader too.",
        "The text can be four times as large. You don’t have to scroll sideways then.",
        "It works in light, in dark and with high contrast, and without motion if you set that.",
        "Buttons are large enough for a thumb.",
    ],
];
/// What is not known or not as good as it should be.
const LACKING: [[&str; 3]; 2] = [
    [
        "Er is nog geen onderzoek door een onafhankelijke partij.",
        "Er is nog niet getest door mensen die elke dag een voorleesprogramma gebruiken.",
        "Het formulier in stappen, de uitleg en het oefenen zijn alleen in het Nederlands. Het eenvoudige formulier is er \
         ook in het Engels.",
    ],
    [
        "Nobody independent has examined it yet.",
        "It has not been tested yet by people who use a screen reader every day.",
        "The form in steps, what is explained about human trafficking and the practice cases are in Dutch only.",
    ],
];

/// The page.
#[must_use]
pub fn accessibility_page(place: Place<'_>) -> String {
    let content = html! {
        h1 { (place.say("Kan iedereen Meldroute gebruiken?", "Can everybody use Meldroute?")) }
        p { (place.say(AIM[0], AIM[1])) }
        h2 { (place.say("Wat we doen", "What we do")) }
        (lines(place.say(DONE[0], DONE[1])))
        p { (place.say("Dit testen we bij elke verandering.", "We test this with every change.")) }
        h2 { (place.say("Wat er nog niet is", "What is not there yet")) }
        (lines(place.say(LACKING[0], LACKING[1])))
        (help(place, place.instance.profile.contacts.ours()))
        (to_first_page(place))
    };
    page(place, (ACCESSIBILITY, place.say("Toegankelijkheid", "Accessibility")), &content)
}

fn help(place: Place<'_>, ours: &Contact) -> Markup {
    html! {
        h2 { (place.say("Lukt iets niet?", "Does something not work?")) }
        p {
            (place.say("Melden kan ook met ", "You can also report with "))
            a.utrecht-link href=(place.to(crate::FORM)) { (place.say("het eenvoudige formulier", "the simple form")) }
            (place.say(", ook zonder scripts. Of bel ", ", without scripts too. Or call ")) (ours.name) ": " (number(ours)) "."
        }
        p {
            (place.say(
                "Zeg het ook tegen je gemeente. Die publiceert haar verklaring over Meldroute in ",
                "Also tell your gemeente. It publishes its statement about Meldroute in ",
            ))
            a.utrecht-link href=(PUBLISHED) rel="noreferrer" {
                (place.say("het register van toegankelijkheidsverklaringen", "the register of accessibility statements"))
            }
            "."
        }
    }
}
