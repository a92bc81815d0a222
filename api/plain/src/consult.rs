//! "Even overleggen": whom to ask, and what can be asked, without names and without a case. It only shows numbers:
//! nothing is sent and nothing is kept.
use crate::{
    CALL_BACK,
    call::{block, emergency, number},
    lines::lines,
    page::page,
};
use maud::html;
use shared::profile::Instance;

/// What somebody can be asked.
const ASK: [&str; 4] = [
    "Is dit iets om te melden?",
    "Wat kan ik doen, en wat kan ik beter niet doen?",
    "Moet ik Veilig Thuis of de politie bellen?",
    "Wat gebeurt er als ik meld, en wie ziet mijn naam?",
];
/// How to ask it without saying who it is about.
const WITHOUT_NAMES: [&str; 3] = [
    "Vertel wat je zag of hoorde. Noem geen namen, geen adres en geen geboortedatum.",
    "Zoek niets extra op om te kunnen overleggen.",
    "Bel waar niemand meeluistert. Mail niet over wat je zag.",
];

/// The page.
#[must_use]
pub fn consult_page(instance: &Instance) -> String {
    let contacts = &instance.profile.contacts;
    let content = html! {
        h1 { "Even overleggen" }
        p { "Je hoeft het niet zeker te weten. Overleggen is nog geen melding: er komt geen dossier." }
        (emergency(instance))
        (block("Overleg over wat je zag", &contacts.ours().who(), contacts.ours(), false))
        (block("Gaat het over een collega?", &contacts.confidant.who(), &contacts.confidant, false))
        p {
            "Gaat het over iemand jonger dan 18, of is het thuis niet veilig? Vraag ook advies aan "
            (contacts.veilig_thuis.who()) ": " (number(&contacts.veilig_thuis)) ". Advies vragen is nog geen melding."
        }
        h2 { "Wat kun je vragen?" }
        (lines(ASK))
        h2 { "Overleg zonder namen" }
        (lines(WITHOUT_NAMES))
        h2 { "En daarna" }
        p {
            "Wil je daarna melden? Dat duurt een paar minuten. Een aandachtsfunctionaris belt je dan. "
            "Je leidinggevende en je team zien je melding niet."
        }
        p { a.utrecht-button.utrecht-button--primary-action.wide href="/melden" { "Ik wil iets melden" } }
        p { "Liever eerst praten? " a.utrecht-link href=(CALL_BACK) { "Laat je terugbellen" } ". Dat telt wel als een melding." }
        p.links { a.utrecht-link href="/bewust" { "Wat is mensenhandel?" } }
        p.links { a.utrecht-link href="/" { "Naar de eerste pagina" } }
    };
    page(instance, "Even overleggen", &content)
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
        let page = consult_page(&instance);
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
        let page = consult_page(&instance);
        assert!(page.contains("Verzonnen aandacht") && !page.contains("Kenniscentrum Verzonnen"));
    }

    #[test]
    fn nothing_can_be_typed_and_nothing_is_sent() {
        let page = consult_page(&instance());
        for part in ["<form", "<input", "<textarea"] {
            assert!(!page.contains(part), "{part}");
        }
    }
}
