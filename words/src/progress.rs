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
    "Je hebt deze vraag al beantwoord. Je eerste antwoord is binnen. Meer kun je hieronder toevoegen.";
/// When other words were added before with the same form.
pub const ADDED_BEFORE: &str = "Je eerdere tekst is al binnen. Wil je deze ook toevoegen? Druk dan nog een keer.";
/// When a question is not open any more.
pub const NOT_ASKED_ANY_MORE: &str =
    "Deze vraag staat niet meer open. Wil je het toch vertellen? Zet het dan bij ‘Iets toevoegen’, of bel.";
