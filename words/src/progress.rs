use super::Words;
use shared::case::Stage;

impl Words for Stage {
    fn words(self) -> &'static str {
        match self {
            Self::Reported => "Gemeld",
            Self::Contact => "Contact met jou",
            Self::Investigation => "Onderzoek",
            Self::Decision => "Beslissing in het werkoverleg",
            Self::Done => "Afgerond",
        }
    }
}

/// When another answer to the same question is in already.
pub const ANSWERED_BEFORE: &str =
    "Je hebt deze vraag al beantwoord. Je eerste antwoord is binnen. Wil je iets toevoegen? Bel dan.";
/// When a question is not open any more.
pub const NOT_ASKED_ANY_MORE: &str = "Deze vraag staat niet meer open. Wil je het toch vertellen? Bel dan.";
