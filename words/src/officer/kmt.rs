//! Questions to KMT without names, in words: for the AF and for the adviser.
use super::facts::{Fact, Told, fact, with};
use crate::{Words, day_with_year};
use shared::{
    case::{
        KmtEvent,
        kmt::KmtStand,
        notes::{AdviserSays, AskedKmt, PlaceKind},
    },
    contract::KmtContent,
    text::Prose,
};

impl Words for PlaceKind {
    fn words(self) -> &'static str {
        match self {
            Self::Home => "Woning",
            Self::Stay => "Hotel, vakantiehuis of camping",
            Self::Hospitality => "Horeca",
            Self::Shop => "Winkel of salon",
            Self::Business => "Ander bedrijf",
            Self::Farm => "Land- of tuinbouw",
            Self::Building => "Bouw",
            Self::Street => "Op straat",
            Self::Online => "Online",
            Self::Other => "Iets anders",
        }
    }
}

impl Words for KmtStand {
    fn words(self) -> &'static str {
        match self {
            Self::Asked => "KMT: gevraagd",
            Self::AskedBack => "KMT vraagt iets terug",
            Self::Answered => "KMT gaf advies",
            Self::Expired => "KMT: link verlopen",
            Self::Shut => "KMT: link dicht, te veel verkeerde codes",
            Self::Ended => "KMT: vraag gesloten",
        }
    }
}

impl Words for AdviserSays {
    fn words(self) -> &'static str {
        match self {
            Self::AsksBack => "Ik wil eerst iets weten",
            Self::Advises => "Dit is mijn advies",
        }
    }
}

/// What an adviser reads, in the order of the page.
#[must_use]
pub fn kmt_facts(content: &KmtContent) -> Vec<Fact> {
    let list = |all: Vec<&str>| all.join(", ");
    let mut facts = vec![
        fact("Vorm", list(content.forms.iter().map(|form| form.words()).collect())),
        fact("Het gaat om", content.subject.words()),
    ];
    facts.extend(content.place.map(|place| fact("Soort plek", place.words())));
    if !content.ages.is_empty() {
        facts.push(fact("Leeftijden", list(content.ages.iter().map(|age| age.words()).collect())));
    }
    facts.extend(content.signals.iter().map(|sentence| fact("Signaal", sentence.as_str())));
    facts.extend(content.words.iter().map(|words| fact("Wat nog telt", words.as_str())));
    facts.push(fact("De vraag", content.question.as_str()));
    facts
}

/// The text of what an AF did with a question to KMT.
pub(super) fn told(event: &KmtEvent) -> Told {
    let of = |what: &str, number: usize| format!("Vraag {} aan het KMT {what}", number + 1);
    let words = |name: &'static str, text: &Prose| vec![fact(name, text.as_str())];
    match event {
        KmtEvent::Asked(asked) => with("Advies zonder namen gevraagd aan het KMT", asked_facts(asked)),
        KmtEvent::Replied(reply) => with(of("beantwoord", reply.question), words("Antwoord", &reply.text)),
        KmtEvent::Ended(end) => with(of("gesloten", end.question), words("Reden", &end.reason)),
    }
}

fn asked_facts(asked: &AskedKmt) -> Vec<Fact> {
    let mut facts = kmt_facts(&KmtContent::of(&asked.question, Vec::new()));
    facts.push(fact("Gevraagd aan", asked.question.asked_of.as_str()));
    facts.push(fact("Te beantwoorden tot en met", day_with_year(asked.until)));
    facts
}
