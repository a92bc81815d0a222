//! Veilig Thuis, age and danger, and the meldcode.
use super::{
    advice::asks,
    asks::{Asks, WHY},
    facts::{Fact, fact},
};
use crate::Words;
use shared::{
    answer::{Known, YesNo},
    case::{
        act::draft::{MeldcodeField, SafetyField, VttNoteField},
        meldcode::{Follows, MeldcodeSector},
        notes::{MeldcodeNote, MeldcodePart, NotNeeded, NotNeededFor, SafetyCorrection, SafetyFact, VttNote, VttStand},
    },
    text::Line,
};

/// Said with every outcome of the meldcode.
pub const ROUTE_GOES_ON: &str = "De route mensenhandel gaat door.";

impl Words for VttStand {
    fn words(self) -> &'static str {
        match self {
            Self::Reported => "Gemeld bij Veilig Thuis",
            Self::Advised => "Advies gevraagd. Dat is geen melding",
            Self::NotReached => "Gebeld, niet bereikt",
            Self::NotYet => "Nog niet",
            Self::TakenOver => "Veilig Thuis heeft het overgenomen",
            Self::Declined => "Veilig Thuis neemt het niet aan",
            Self::NotNeeded => "Niet nodig, want …",
        }
    }
}

impl Words for NotNeededFor {
    fn words(self) -> &'static str {
        match self {
            Self::Adult => "Toch volwassen",
            Self::SafeAtHome => "Het is thuis niet onveilig",
            Self::Other => "Iets anders",
        }
    }
}

impl Words for SafetyFact {
    fn words(self) -> &'static str {
        match self {
            Self::Minor => "Iemand jonger dan 18",
            Self::Danger => "Acuut gevaar",
        }
    }
}

impl Words for MeldcodePart {
    fn words(self) -> &'static str {
        match self {
            Self::Signs => "Stap 1. Signalen in kaart",
            Self::Consult => "Stap 2. Overleg met een collega of Veilig Thuis",
            Self::Talk => "Stap 3. Gesprek met de betrokkenen",
            Self::Weigh => "Stap 4. Wegen",
            Self::Choose => "Stap 5. Beslissen",
            Self::Suspicion => "Vraag 1. Is er een vermoeden van huiselijk geweld of kindermishandeling?",
            Self::Unsafe => "Vraag 2. Is het acuut of structureel onveilig?",
            Self::Help => "Vraag 3. Kan ik zelf goede hulp bieden of regelen?",
            Self::Accepted => "Vraag 4. Aanvaarden de betrokkenen hulp, en zetten zij zich in?",
            Self::Lasting => "Vraag 5. Maakt de hulp het op tijd en blijvend veilig?",
        }
    }
}

impl Words for MeldcodeSector {
    fn words(self) -> &'static str {
        match self {
            Self::SocialSupport => "maatschappelijke ondersteuning (Wmo)",
            Self::YouthCare => "jeugdhulp en jeugdbescherming",
            Self::Health => "gezondheidszorg",
            Self::Childcare => "kinderopvang",
            Self::Education => "onderwijs",
            Self::Justice => "justitie",
        }
    }
}

/// What follows from an answer of the meldcode.
#[must_use]
pub fn follows_words(follows: Follows) -> &'static str {
    match follows {
        Follows::Ask(MeldcodePart::Suspicion) => "Beantwoord vraag 1.",
        Follows::Ask(MeldcodePart::Unsafe) => "Dan vraag 2.",
        Follows::Ask(MeldcodePart::Help) => "Dan vraag 3.",
        Follows::Ask(MeldcodePart::Accepted) => "Dan vraag 4.",
        Follows::Ask(MeldcodePart::Lasting) => "Dan vraag 5.",
        Follows::Ask(
            MeldcodePart::Signs
            | MeldcodePart::Consult
            | MeldcodePart::Talk
            | MeldcodePart::Weigh
            | MeldcodePart::Choose,
        ) => "Ga door met de stappen.",
        Follows::Stop => "De meldcode stopt hier. Dat leg je hiermee vast.",
        Follows::Report => "Meld bij Veilig Thuis. Doe de stappen daarna samen met Veilig Thuis.",
        Follows::Agreements => "Sluit de meldcode af. Spreek af wie wanneer kijkt of het veilig blijft.",
    }
}

/// The contact with Veilig Thuis, in one sentence.
#[must_use]
pub fn vtt_words(contact: &VttNote) -> String {
    let why = |before: &str, why: &Line| format!("{before}: {}", why.as_str().trim_end_matches('.'));
    match contact {
        VttNote::Reported { who, when, reference } => {
            format!("Gemeld bij Veilig Thuis door {}, {}{}", who.as_str(), when.as_str(), numbered(reference.as_ref()))
        }
        VttNote::TakenOver { who, when, reference } => {
            let reference = numbered(reference.as_ref());
            format!("Veilig Thuis heeft het overgenomen: {}, {}{reference}", who.as_str(), when.as_str())
        }
        VttNote::Advised {} => "Advies gevraagd aan Veilig Thuis. Dat is geen melding".into(),
        VttNote::NotReached {} => "Veilig Thuis gebeld, niet bereikt".into(),
        VttNote::NotYet { why: reason } => why("Veilig Thuis nog niet gebeld", reason),
        VttNote::Declined { why: reason } => why("Veilig Thuis neemt het niet aan", reason),
        VttNote::NotNeeded { because, why: reason } => {
            why(&format!("Veilig Thuis is niet nodig. {}", because.words()), reason)
        }
    }
}

fn numbered(reference: Option<&Line>) -> String {
    reference.map(|reference| format!(", kenmerk {}", reference.as_str())).unwrap_or_default()
}

/// A correction of age or danger, in one sentence.
#[must_use]
pub fn corrected(note: &SafetyCorrection) -> String {
    let is = match note.is {
        Known::Yes => "ja",
        Known::No => "nee",
        Known::Unknown => "niet bekend",
    };
    format!("{}: {is}", note.fact.words())
}

/// The facts of a correction.
pub(super) fn correction(note: &SafetyCorrection) -> Vec<Fact> {
    vec![fact("", corrected(note)), fact("Reden", note.reason.as_str())]
}

/// The facts of why Veilig Thuis is not needed.
pub(super) fn not_needed(note: &NotNeeded) -> Vec<Fact> {
    vec![fact("Omdat", note.because.words()), fact("Waarom", note.why.as_str())]
}

/// Whether an investigation or a source is about the household, and what was agreed with Veilig Thuis.
pub(super) fn household(about: Option<YesNo>, agreed: Option<&Line>) -> impl Iterator<Item = Fact> {
    let about = about.map(|about| fact("Over het gezin of het huis", about.words()));
    about.into_iter().chain(agreed.map(|agreed| fact("Afgesproken met Veilig Thuis", agreed.as_str())))
}

/// The facts of a note on the meldcode.
pub(super) fn meldcode(note: &MeldcodeNote) -> Vec<Fact> {
    let answer = note.answer.map(|answer| fact("Antwoord", answer.words()));
    let follows = note.answer.and_then(|answer| note.part.follows(answer));
    let follows = follows.map(|follows| fact("Gevolg", format!("{} {ROUTE_GOES_ON}", follows_words(follows))));
    let mut facts = vec![fact("", note.part.words())];
    facts.extend(answer.into_iter().chain(follows));
    facts.push(fact("Waarom", note.why.as_str()));
    facts
}

asks! {
    VttNoteField {
        State = "Kies wat er met Veilig Thuis is gedaan.",
        Because = "Kies waarom het niet nodig is.",
        Who = "Vul in wie het was.",
        When = "Vul in wanneer het was.",
        Reference = "Vul het kenmerk in.",
        Why = "Schrijf kort op waarom.",
    }
    SafetyField {
        Fact = "Kies wat er niet klopt.",
        Is = "Kies hoe het is.",
        Reason = "Schrijf op hoe je dat weet.",
    }
    MeldcodeField {
        Part = "Kies een stap of een vraag.",
        Answer = "Kies ja of nee.",
        Why = WHY,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::case::meldcode::QUESTIONS;

    #[test]
    fn every_answer_of_the_meldcode_says_what_follows() {
        for (question, ..) in QUESTIONS {
            for answer in YesNo::ALL {
                let words = follows_words(question.follows(*answer).unwrap());
                assert!(words.ends_with('.') && words != follows_words(Follows::Ask(MeldcodePart::Signs)));
            }
        }
    }

    #[test]
    fn a_record_is_one_sentence_without_its_end() {
        let line = |text: &str| Line::parse(text).unwrap();
        let note = VttNote::NotNeeded { because: NotNeededFor::Adult, why: line("Op het paspoort staat 1998.") };
        assert_eq!(vtt_words(&note), "Veilig Thuis is niet nodig. Toch volwassen: Op het paspoort staat 1998");
        let note = VttNote::TakenOver { who: line("Team Noord"), when: line("vandaag"), reference: None };
        assert_eq!(vtt_words(&note), "Veilig Thuis heeft het overgenomen: Team Noord, vandaag");
    }
}
