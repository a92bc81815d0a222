//! The privacy statement (privacyverklaring).
use super::{officer, own};
use crate::{lines::lines, page::page};
use maud::{Markup, html};
use shared::{
    profile::{Function, Instance, Processor, Register},
    retention::{Outcome, Terms},
};
use words::{Words, day_with_year, melder, readers};

/// What is kept of whoever reports.
const ABOUT_YOU: [&str; 3] = [
    "Je naam en je telefoonnummer. Als je ze invult ook je team, je e-mailadres en wanneer je bereikbaar bent.",
    "De dag waarop je meldde en wat je schreef.",
    "Of we je spraken, en wat je op vragen antwoordde.",
];
/// What is kept of others.
const ABOUT_OTHERS: [&str; 2] = [
    "Wat jij opschrijft: wie je zag, waar en wat er opviel.",
    "Wat de aandachtsfunctionarissen daarna uitzoeken en besluiten.",
];
/// How long it stays with whoever types.
const ON_DEVICE: &str = "Wat je typt, staat versleuteld op dit apparaat tot je het verstuurt, en nooit langer dan een \
    dag. Met ‘Wis alles’ is het meteen weg. Verstuur je zonder verbinding? Dan wacht je melding hier tot ze weg kan. \
    Niemand kan haar op dit apparaat lezen.";
/// How it is protected.
const PROTECTED: [&str; 4] = [
    "Je gemeente heeft een eigen Meldroute. Andere gemeenten en de makers kunnen er niet in.",
    "Wat in een melding staat, is versleuteld opgeslagen.",
    "Wie iets leest of verandert, wordt vastgelegd. De FG kan dat nakijken.",
    "Er zijn geen cookies die jou volgen, geen statistieken over bezoekers en geen andere bedrijven op deze pagina’s.",
];
/// What somebody may ask.
const RIGHTS: [&str; 4] = [
    "Je mag vragen wat er over jou is vastgelegd.",
    "Je mag vragen om iets te verbeteren of weg te halen.",
    "Je mag bezwaar maken, of vragen om het gebruik te beperken.",
    "Soms moet de gemeente nee zeggen, bijvoorbeeld als iemand daardoor gevaar loopt. Dan hoor je waarom.",
];

/// The page.
#[must_use]
pub fn privacy_page(instance: &Instance) -> String {
    let profile = &instance.profile;
    let content = html! {
        h1 { "Wat gebeurt er met gegevens?" }
        p { "Meldroute is er om mensen te beschermen tegen mensenhandel. Hier lees je wat er met gegevens gebeurt." }
        (read_by(&profile.functions))
        (what())
        (kept(&profile.retention))
        (on_device())
        (asked(instance))
        (responsible(&profile.name, &profile.register))
        (processors(&profile.processors))
        p.links { a.utrecht-link href="/" { "Naar de eerste pagina" } }
    };
    page(instance, "Privacy", &content)
}

fn read_by(functions: &[Function]) -> Markup {
    html! {
        h2 { "Wie leest je melding?" }
        p { (readers(functions)) }
        (lines(melder::ABOUT_MY_NAME))
    }
}

fn what() -> Markup {
    html! {
        h2 { "Welke gegevens?" }
        p { "Over jou:" }
        (lines(ABOUT_YOU))
        p { "Over anderen:" }
        (lines(ABOUT_OTHERS))
    }
}

fn on_device() -> Markup {
    html! {
        h2 { "Op dit apparaat" }
        p { (ON_DEVICE) }
        h2 { "Hoe beschermen we het?" }
        (lines(PROTECTED))
    }
}

fn asked(instance: &Instance) -> Markup {
    html! {
        h2 { "Wat mag je vragen?" }
        (lines(RIGHTS))
        p { "Vraag het aan " (officer(instance)) "." }
        p { "Ben je niet tevreden? Dan kun je een klacht indienen bij de Autoriteit Persoonsgegevens." }
    }
}

fn kept(terms: &Terms) -> Markup {
    html! {
        h2 { "Hoelang?" }
        p { "We tellen vanaf de dag waarop een melding is afgesloten. Daarna vernietigen twee mensen samen wat er is." }
        dl {
            @for outcome in Outcome::ALL.iter().copied() {
                dt { (outcome.words()) }
                dd { (terms.of(outcome).term) }
            }
        }
        @match terms.established {
            Some(day) => { p.soft { "Vastgesteld op " (day_with_year(day)) "." } }
            None => { p.soft { "Je gemeente heeft deze termijnen nog niet vastgesteld." } }
        }
    }
}

fn responsible(name: &str, register: &Register) -> Markup {
    let asked = [
        ("Verantwoordelijk", &register.controller),
        ("Contact", &register.contact),
        ("Grondslag", &register.ground),
        ("Grondslag voor bijzondere gegevens", &register.special),
        ("Grondslag voor strafrechtelijke gegevens", &register.criminal),
        ("Waar de gegevens staan", &register.place),
    ];
    html! {
        h2 { "Wie is verantwoordelijk?" }
        p { "Meldroute is van de gemeente " (name) "." }
        dl {
            @for (what, text) in asked { dt { (what) } dd { (own(text)) } }
            @if !register.joint.trim().is_empty() {
                dt { "Samen met" }
                dd { (register.joint) }
            }
        }
    }
}

fn processors(all: &[Processor]) -> Markup {
    html! {
        @if !all.is_empty() {
            p { "Deze organisaties werken voor de gemeente:" }
            ul { @for one in all { li { (one.name) ": " (one.task) } } }
        }
    }
}
