//! Keeping, destroying, correcting, and the rights of the people a case is about.
use super::{
    advice::asks,
    asks::{Asks, DAY},
    facts::{Fact, Told, fact, with},
};
use crate::{Words, day_with_year};
use shared::{
    answer::YesNo,
    case::{
        RightsEvent,
        act::draft::IdentifiedField,
        destruction::DestructionGround,
        notes::rights::{
            Advice, AtRequestOf, Correction, Deferral, Ground, Part, Request, Right, Told as How, Verdict, Why,
        },
    },
    retention::{Blocked, DueState, Outcome},
};

/// The text in the timeline of an event about these rights.
#[must_use]
pub fn rights_told(event: &RightsEvent) -> Told {
    let reason = |title, why: &Why| with(title, vec![fact("Reden", why.reason.as_str())]);
    match event {
        RightsEvent::Corrected(note) => with("Gecorrigeerd", corrected(note)),
        RightsEvent::Held(why) => reason("Bewaarplicht", why),
        RightsEvent::LiftProposed(why) => reason("Voorstel: bewaarplicht eraf", why),
        RightsEvent::LiftAgreed => with("Akkoord: bewaarplicht eraf", vec![]),
        RightsEvent::Restricted(why) => reason("Verwerking beperkt", why),
        RightsEvent::RestrictionLifted(why) => reason("Beperking opgeheven", why),
        RightsEvent::Requested(request) => with("Verzoek van een betrokkene", requested(request)),
        RightsEvent::Identified(note) => with(
            "Identiteit vastgesteld",
            vec![fact("Verzoek", (note.request + 1).to_string()), fact("Datum", day_with_year(note.day))],
        ),
        RightsEvent::Advised(advice) => with("Advies over het verzoek", advised(advice)),
        RightsEvent::RequestDecided(decision) => {
            let word = if decision.agreed == YesNo::Yes { "FG akkoord met het advies" } else { "FG niet akkoord" };
            with(word, vec![fact("", format!("Verzoek {}", decision.request + 1))])
        }
        RightsEvent::Informed(note) => {
            with("Betrokkene ingelicht", vec![fact("Hoe", note.how.words()), fact("Datum", day_with_year(note.day))])
        }
        RightsEvent::InformingDeferred(note) => with("Inlichten uitgesteld", deferred(note)),
        RightsEvent::TakenOver(note) => with(
            "Overgenomen door een ander systeem",
            vec![fact("Systeem", note.system.as_str()), fact("Datum", day_with_year(note.day))],
        ),
        RightsEvent::Doomed => with("Akkoord met vernietigen", vec![]),
    }
}

fn corrected(note: &Correction) -> Vec<Fact> {
    vec![
        fact("Onderdeel", note.part.words()),
        fact("Onjuist", note.wrong.as_str()),
        fact("Juist", note.right.as_str()),
        fact("Op verzoek van", note.at_request_of.words()),
    ]
}

fn requested(request: &Request) -> Vec<Fact> {
    let known = if request.identified == YesNo::Yes { "Ja" } else { "Nog niet" };
    vec![
        fact("Recht", request.right.words()),
        fact("Ontvangen", day_with_year(request.received)),
        fact("Identiteit vastgesteld", known),
    ]
}

fn advised(advice: &Advice) -> Vec<Fact> {
    let mut facts = vec![
        fact("Verzoek", format!("{}", advice.request + 1)),
        fact("Besluit", advice.verdict.words()),
        fact("Grond", advice.ground.words()),
        fact("Waarom", advice.reason.as_str()),
    ];
    facts.extend(advice.until.map(|day| fact("Tot", day_with_year(day))));
    facts
}

fn deferred(note: &Deferral) -> Vec<Fact> {
    vec![
        fact("Grond", note.ground.words()),
        fact("Waarom", note.reason.as_str()),
        fact("Opnieuw bekijken", day_with_year(note.review)),
    ]
}

asks! {
    IdentifiedField { Request = "Kies het verzoek.", Day = DAY }
}

macro_rules! words {
    ($($kind:ident { $($variant:ident = $text:literal),+ $(,)? })+) => {
        $(impl Words for $kind {
            fn words(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }
        })+
    };
}

words! {
    Part {
        Report = "De melding",
        Form = "Het meldingsformulier",
        Investigation = "Het onderzoek",
        Decision = "De beslissing",
    }
    AtRequestOf {
        Subject = "De persoon om wie het gaat",
        Accused = "Wie ten onrechte is beschuldigd",
        Reporter = "De melder",
        Officer = "Ik zag het zelf",
    }
    Right {
        Access = "Inzage",
        Rectification = "Rectificatie",
        Erasure = "Wissing",
        Restriction = "Beperking",
        Objection = "Bezwaar",
    }
    Verdict {
        Give = "Toewijzen",
        Defer = "Uitstellen",
        Refuse = "Weigeren",
    }
    Ground {
        Founded = "Het verzoek is terecht (AVG 15 tot en met 21)",
        Limited = "Veiligheid of opsporing (AVG 23, UAVG 41)",
        Others = "Rechten van een ander (AVG 15 lid 4)",
        Needed = "Nog nodig voor een plicht of rechtszaak (AVG 17 lid 3)",
        Excessive = "Ongegrond of buitensporig (AVG 12 lid 5)",
        Complex = "Ingewikkeld, twee maanden extra (AVG 12 lid 3)",
    }
    How {
        Letter = "Brief",
        InPerson = "Gesprek",
        Phone = "Telefoon",
        ByOther = "Via een ander die er al was",
    }
    Outcome {
        Likely = "Waarschijnlijk mensenhandel",
        Unclear = "Onduidelijk",
        TooLittle = "Nu te weinig aanwijzingen",
        NotTrafficking = "Geen mensenhandel",
        Mistake = "Vergissing",
        Duplicate = "Dubbel",
        Malicious = "Kwaadwillige melding",
    }
    Blocked {
        Hold = "Bewaarplicht",
        Restricted = "Verwerking beperkt",
        Request = "Verzoek loopt nog",
    }
    DueState {
        Kept = "Bewaren",
        Early = "Mag eerder weg",
        Due = "Te vernietigen",
        Late = "Te laat",
    }
    DestructionGround {
        Term = "De bewaartermijn is om",
        Erasure = "Wissing is toegewezen",
        NotNeeded = "Niet meer nodig",
    }
}
