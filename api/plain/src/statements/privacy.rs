//! The privacy statement (privacyverklaring). What the gemeente filled in itself is in the gemeente's own words.
use super::{officer, own};
use crate::{
    PRIVACY, Place,
    lines::lines,
    page::{page, to_first_page},
};
use maud::{Markup, html};
use shared::{
    profile::{Processor, Register},
    retention::{Outcome, Terms},
};
use words::{english, melder};

/// What is kept of whoever reports, in each language.
const ABOUT_YOU: [[&str; 3]; 2] = [
    [
        "Je naam en je telefoonnummer. Als je ze invult ook je team, je e-mailadres en wanneer je bereikbaar bent.",
        "De dag waarop je meldde en wat je schreef.",
        "Of we je spraken, en wat je op vragen antwoordde.",
    ],
    [
        "Your name and your phone number. If you fill them in also your team, your e-mail address and when we can call.",
        "The day on which you reported, and what you wrote.",
        "Whether we spoke with you, and what you answered to questions.",
    ],
];
/// What happens with a photo, where there are any.
const PHOTOS: [&str; 2] = [
    "Voeg je een foto toe? Dan halen we eraf waar en wanneer je hem maakte. Alleen de aandachtsfunctionarissen zien hem.",
    "If you add a photo, we take off where and when you took it. Only the aandachtsfunctionarissen see it.",
];
/// What an e-mail address is for, where melders are told by mail that there is news.
const MAILED: [&str; 2] = [
    "Geef je een e-mailadres? Dan sturen we daar een bericht heen als er nieuws is. Er staat niet in waarover, en geen \
     naam. Wie je e-mail kan lezen, ziet wel dat je Meldroute gebruikt.",
    "If you give an e-mail address, we send a message there when there is news. It does not say what about, and no name. \
     Whoever can read your e-mail does see that you use Meldroute.",
];
/// What is kept of others.
const ABOUT_OTHERS: [[&str; 2]; 2] = [
    [
        "Wat jij opschrijft: wie je zag, waar en wat er opviel.",
        "Wat de aandachtsfunctionarissen daarna uitzoeken en besluiten.",
    ],
    [
        "What you write down: who you saw, where, and what you noticed.",
        "What the aandachtsfunctionarissen find out and decide after that.",
    ],
];
/// How long it stays with whoever types. The form in English keeps nothing.
const ON_DEVICE: [&str; 2] = [
    "Wat je typt, staat versleuteld op dit apparaat tot je het verstuurt, en nooit langer dan een dag. Met ‘Wis alles’ is \
     het meteen weg. Verstuur je zonder verbinding? Dan wacht je melding hier tot ze weg kan. Niemand kan haar op dit \
     apparaat lezen.",
    "The form in English keeps nothing on this device. The form in Dutch keeps what you type, encrypted and never longer \
     than a day. If you send it without a connection, the report waits here until it can go. Nobody can read it on this \
     device.",
];
/// How it is protected.
const PROTECTED: [[&str; 4]; 2] = [
    [
        "Je gemeente heeft een eigen Meldroute. Andere gemeenten en de makers kunnen er niet in.",
        "Wat in een melding staat, is versleuteld opgeslagen.",
        "Wie iets leest of verandert, wordt vastgelegd. De FG kan dat nakijken.",
        "Er zijn geen cookies die jou volgen, geen statistieken over bezoekers en geen andere bedrijven op deze pagina’s.",
    ],
    [
        "Your gemeente has its own Meldroute. Other gemeenten and its makers can’t get in.",
        "What is in a report is stored encrypted.",
        "Whoever reads or changes something is recorded. The FG can look at that.",
        "There are no cookies that follow you, no statistics about visitors and no other companies on these pages.",
    ],
];
/// What somebody may ask.
const RIGHTS: [[&str; 4]; 2] = [
    [
        "Je mag vragen wat er over jou is vastgelegd.",
        "Je mag vragen om iets te verbeteren of weg te halen.",
        "Je mag bezwaar maken, of vragen om het gebruik te beperken.",
        "Soms moet de gemeente nee zeggen, bijvoorbeeld als iemand daardoor gevaar loopt. Dan hoor je waarom.",
    ],
    [
        "You may ask what is recorded about you.",
        "You may ask to have something corrected or removed.",
        "You may object, or ask to limit the use.",
        "Sometimes the gemeente has to say no, for example if it puts somebody in danger. Then you hear why.",
    ],
];

/// The page.
#[must_use]
pub fn privacy_page(place: Place<'_>) -> String {
    let profile = &place.instance.profile;
    let content = html! {
        h1 { (place.say("Wat gebeurt er met gegevens?", "What happens with data?")) }
        p {
            (place.say(
                "Meldroute is er om mensen te beschermen tegen mensenhandel. Hier lees je wat er met gegevens gebeurt.",
                "Meldroute is there to protect people against human trafficking. Here you read what happens with data.",
            ))
        }
        (read_by(place))
        (what(place))
        (kept(place, &profile.retention))
        (on_device(place))
        (asked(place))
        (responsible(place, &profile.name, &profile.register))
        (processors(place, &profile.processors))
        (to_first_page(place))
    };
    page(place, (PRIVACY, "Privacy"), &content)
}

fn read_by(place: Place<'_>) -> Markup {
    html! {
        h2 { (place.say("Wie leest je melding?", "Who reads your report?")) }
        p { (place.language.readers(&place.instance.profile.functions)) }
        (lines(place.say(melder::ABOUT_MY_NAME, english::melder::ABOUT_MY_NAME)))
    }
}

fn what(place: Place<'_>) -> Markup {
    html! {
        h2 { (place.say("Welke gegevens?", "Which data?")) }
        p { (place.say("Over jou:", "About you:")) }
        (lines(place.say(ABOUT_YOU[0], ABOUT_YOU[1])))
        @if place.instance.profile.photos { p { (place.say(PHOTOS[0], PHOTOS[1])) } }
        @if place.instance.profile.mails { p { (place.say(MAILED[0], MAILED[1])) } }
        p { (place.say("Over anderen:", "About others:")) }
        (lines(place.say(ABOUT_OTHERS[0], ABOUT_OTHERS[1])))
    }
}

fn on_device(place: Place<'_>) -> Markup {
    html! {
        h2 { (place.say("Op dit apparaat", "On this device")) }
        p { (place.say(ON_DEVICE[0], ON_DEVICE[1])) }
        h2 { (place.say("Hoe beschermen we het?", "How do we protect it?")) }
        (lines(place.say(PROTECTED[0], PROTECTED[1])))
    }
}

fn asked(place: Place<'_>) -> Markup {
    html! {
        h2 { (place.say("Wat mag je vragen?", "What may you ask?")) }
        (lines(place.say(RIGHTS[0], RIGHTS[1])))
        p { (place.say("Vraag het aan ", "Ask ")) (officer(place)) "." }
        p {
            (place.say(
                "Ben je niet tevreden? Dan kun je een klacht indienen bij de Autoriteit Persoonsgegevens.",
                "Are you not satisfied? Then you can complain to the Autoriteit Persoonsgegevens.",
            ))
        }
    }
}

fn kept(place: Place<'_>, terms: &Terms) -> Markup {
    html! {
        h2 { (place.say("Hoelang?", "How long?")) }
        p {
            (place.say(
                "We tellen vanaf de dag waarop een melding is afgesloten. Daarna vernietigen twee mensen samen wat er is.",
                "We count from the day on which a report was closed. After that two people together destroy what there is.",
            ))
        }
        dl {
            @for outcome in Outcome::ALL.iter().copied() {
                dt { (place.language.words(outcome)) }
                dd { (place.language.length(terms.of(outcome).term)) }
            }
        }
        @match terms.established {
            Some(day) => {
                p.soft { (place.say("Vastgesteld op ", "Established on ")) (place.language.day_with_year(day)) "." }
            }
            None => {
                p.soft {
                    (place.say(
                        "Je gemeente heeft deze termijnen nog niet vastgesteld.",
                        "Your gemeente has not established these periods yet.",
                    ))
                }
            }
        }
    }
}

fn responsible(place: Place<'_>, name: &str, register: &Register) -> Markup {
    let asked = [
        (place.say("Verantwoordelijk", "Responsible"), &register.controller),
        ("Contact", &register.contact),
        (place.say("Grondslag", "Legal ground"), &register.ground),
        (place.say("Grondslag voor bijzondere gegevens", "Legal ground for special data"), &register.special),
        (place.say("Grondslag voor strafrechtelijke gegevens", "Legal ground for criminal data"), &register.criminal),
        (place.say("Waar de gegevens staan", "Where the data are"), &register.place),
    ];
    html! {
        h2 { (place.say("Wie is verantwoordelijk?", "Who is responsible?")) }
        p { (place.say("Meldroute is van de gemeente ", "Meldroute belongs to the gemeente ")) (name) "." }
        dl {
            @for (what, text) in asked { dt { (what) } dd { (own(place, text)) } }
            @if !register.joint.trim().is_empty() {
                dt { (place.say("Samen met", "Together with")) }
                dd { (register.joint) }
            }
        }
    }
}

fn processors(place: Place<'_>, all: &[Processor]) -> Markup {
    html! {
        @if !all.is_empty() {
            p { (place.say("Deze organisaties werken voor de gemeente:", "These organisations work for the gemeente:")) }
            ul { @for one in all { li { (one.name) ": " (one.task) } } }
        }
    }
}
