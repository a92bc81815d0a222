//! Veilig Thuis, age and danger, and the meldcode.
use super::{
    asks::Asks,
    facts::{Fact, fact},
};
use crate::messages::Words;
use shared::{
    answer::Known,
    case::{
        act::draft::{MeldcodeField, SafetyField, VttNoteField},
        meldcode::{Follows, MeldcodeSector},
        notes::{MeldcodeNote, MeldcodePart, NotNeeded, NotNeededFor, SafetyCorrection, SafetyFact, VttNote, VttStand},
    },
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
    let why = |before: &str, why: &shared::text::Line| format!("{before}: {}", why.as_str().trim_end_matches('.'));
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

fn numbered(reference: Option<&shared::text::Line>) -> String {
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

impl Asks for VttNoteField {
    fn ask(self) -> &'static str {
        match self {
            Self::State => "Kies wat er met Veilig Thuis is gedaan.",
            Self::Because => "Kies waarom het niet nodig is.",
            Self::Who => "Vul in wie het was.",
            Self::When => "Vul in wanneer het was.",
            Self::Reference => "Vul het kenmerk in.",
            Self::Why => "Schrijf kort op waarom.",
        }
    }
}

impl Asks for SafetyField {
    fn ask(self) -> &'static str {
        match self {
            Self::Fact => "Kies wat er niet klopt.",
            Self::Is => "Kies hoe het is.",
            Self::Reason => "Schrijf op hoe je dat weet.",
        }
    }
}

impl Asks for MeldcodeField {
    fn ask(self) -> &'static str {
        match self {
            Self::Part => "Kies een stap of een vraag.",
            Self::Answer => "Kies ja of nee.",
            Self::Why => "Schrijf op waarom.",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::{answer::YesNo, case::meldcode::QUESTIONS};

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
        let line = |text: &str| shared::text::Line::parse(text).unwrap();
        let note = VttNote::NotNeeded { because: NotNeededFor::Adult, why: line("Op het paspoort staat 1998.") };
        assert_eq!(vtt_words(&note), "Veilig Thuis is niet nodig. Toch volwassen: Op het paspoort staat 1998");
        let note = VttNote::TakenOver { who: line("Team Noord"), when: line("vandaag"), reference: None };
        assert_eq!(vtt_words(&note), "Veilig Thuis heeft het overgenomen: Team Noord, vandaag");
    }
}
