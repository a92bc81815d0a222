//! "Even overleggen": whom to ask, and what can be asked, without names and without a case. It only shows numbers:
//! nothing is sent and nothing is kept.
use crate::{
    CALL_BACK, CONSULT, Place,
    call::{block, emergency, number},
    lines::lines,
    page::{page, to_first_page},
};
use maud::{Markup, html};
use words::Language;

/// What somebody can be asked, in each language.
const ASK: [[&str; 4]; 2] = [
    [
        "Is dit iets om te melden?",
        "Wat kan ik doen, en wat kan ik beter niet doen?",
        "Moet ik Veilig Thuis of de politie bellen?",
        "Wat gebeurt er als ik meld, en wie ziet mijn naam?",
    ],
    [
        "Is this something to report?",
        "What can I do, and what had I better not do?",
        "Should I call Veilig Thuis or the police?",
        "What happens if I report, and who sees my name?",
    ],
];
/// How to ask it without saying who it is about.
const WITHOUT_NAMES: [[&str; 3]; 2] = [
    [
        "Vertel wat je zag of hoorde. Noem geen namen, geen adres en geen geboortedatum.",
        "Zoek niets extra op om te kunnen overleggen.",
        "Bel waar niemand meeluistert. Mail niet over wat je zag.",
    ],
    [
        "Tell what you saw or heard. Give no names, no address and no date of birth.",
        "Don’t look for more in order to ask.",
        "Call where nobody listens in. Don’t write e-mails about what you saw.",
    ],
];

/// The page.
#[must_use]
pub fn consult_page(place: Place<'_>) -> String {
    let contacts = &place.instance.profile.contacts;
    let title = place.say("Even overleggen", "Ask for advice");
    let [ask, without_names] = [place.say(&ASK[0][..], &ASK[1]), place.say(&WITHOUT_NAMES[0][..], &WITHOUT_NAMES[1])];
    let about_a_colleague = place.say("Gaat het over een collega?", "Is it about a colleague?");
    let content = html! {
        h1 { (title) }
        p {
            (place.say(
                "Je hoeft het niet zeker te weten. Overleggen is nog geen melding: er komt geen dossier.",
                "You don’t have to be sure. Asking for advice is not a report: no file is made.",
            ))
        }
        (emergency(place))
        (block(place.say("Overleg over wat je zag", "Talk about what you saw"), &place.who(contacts.ours()), contacts.ours(), false))
        (block(about_a_colleague, &place.who(&contacts.confidant), &contacts.confidant, false))
        p {
            (place.say(
                "Gaat het over iemand jonger dan 18, of is het thuis niet veilig? Vraag ook advies aan ",
                "Is it about somebody younger than 18, or is home not safe? Also ask for advice: ",
            ))
            (place.who(&contacts.veilig_thuis)) ": " (number(&contacts.veilig_thuis))
            (place.say(". Advies vragen is nog geen melding.", ". Asking for advice is not a report."))
        }
        h2 { (place.say("Wat kun je vragen?", "What can you ask?")) }
        (lines(ask.iter().copied()))
        h2 { (place.say("Overleg zonder namen", "Ask without names")) }
        (lines(without_names.iter().copied()))
        (afterwards(place))
    };
    page(place, (CONSULT, title), &content)
}

fn afterwards(place: Place<'_>) -> Markup {
    html! {
        h2 { (place.say("En daarna", "And then")) }
        p {
            (place.say(
                "Wil je daarna melden? Dat duurt een paar minuten. Een aandachtsfunctionaris belt je dan. \
                 Je leidinggevende en je team zien je melding niet.",
                "Do you want to report after that? It takes a few minutes. Then an aandachtsfunctionaris will call you. \
                 Your manager and your team don’t see your report.",
            ))
        }
        p {
            a.utrecht-button.utrecht-button--primary-action.wide href=(place.to_report()) {
                (place.say("Ik wil iets melden", "I want to report something"))
            }
        }
        p {
            (place.say("Liever eerst praten? ", "Would you rather talk first? "))
            a.utrecht-link href=(place.to(CALL_BACK)) { (place.say("Laat je terugbellen", "Ask us to call you")) }
            (place.say(". Dat telt wel als een melding.", ". That does count as a report."))
        }
        @if place.language == Language::Dutch {
            p.links { a.utrecht-link href="/bewust" { "Wat is mensenhandel?" } }
        }
        (to_first_page(place))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::instance;
    use shared::profile::Contact;

    #[test]
    fn it_names_whom_this_gemeente_names_danger_first() {
        let mut instance = instance();
        let contacts = &mut instance.profile.contacts;
        contacts.kmt.name = "Kenniscentrum Verzonnen".into();
        contacts.kmt.number = "074 000 00 10".into();
        contacts.confidant.number = "074 000 00 20".into();
        let page = consult_page(Place::dutch(&instance));
        let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("{text} is not there"));
        assert!(!page.contains("Verzonnen aandacht"));
        let order = ["tel:112", "Kenniscentrum Verzonnen", "074 000 00 10", "074 000 00 20"].map(at);
        assert!(order.is_sorted(), "{order:?}");
    }

    #[test]
    fn the_afs_come_in_the_place_of_kmt_where_they_have_a_number() {
        let mut instance = instance();
        let number = "074 000 00 30".to_owned();
        let officers = Contact { name: "Verzonnen aandachtsfunctionarissen".into(), number, when: None };
        instance.profile.contacts.kmt.name = "Kenniscentrum Verzonnen".into();
        instance.profile.contacts.officers = Some(officers);
        let page = consult_page(Place::dutch(&instance));
        assert!(page.contains("Verzonnen aandacht") && !page.contains("Kenniscentrum Verzonnen"));
    }

    #[test]
    fn nothing_can_be_typed_and_nothing_is_sent() {
        let page = consult_page(Place::dutch(&instance()));
        for part in ["<form", "<input", "<textarea"] {
            assert!(!page.contains(part), "{part}");
        }
    }
}
