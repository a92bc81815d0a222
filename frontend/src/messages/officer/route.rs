use crate::{
    client::Failure,
    messages::{self, Words},
};
use shared::{case::Step, contract::ProblemKind, report::VttContact};

impl Words for Step {
    fn words(self) -> &'static str {
        match self {
            Self::Received => "Gemeld",
            Self::InContact => "Contact",
            Self::Investigation => "Onderzoek",
            Self::Decision => "Beslismoment",
            Self::Referred => "Besloten",
            Self::Closed => "Afgerond",
        }
    }
}

/// The message when an act was not carried out, or not for certain.
#[must_use]
pub fn act_failure(failure: &Failure) -> String {
    match failure.kind() {
        Some(ProblemKind::NotFound) => {
            "Een collega heeft dit dossier nu, of het is niet meer voor jou. Kopieer wat je wilt bewaren.".into()
        }
        Some(ProblemKind::NotLoggedIn) => "Je was niet meer ingelogd. Log in en verstuur dit opnieuw.".into(),
        Some(_) | None => messages::failure(failure),
    }
}

/// The contact with Veilig Thuis, in one sentence.
#[must_use]
pub fn vtt_words(contact: &VttContact) -> String {
    match contact {
        VttContact::Reported { who, when, reference } => {
            let reference = reference.as_ref().map(|r| format!(", kenmerk {}", r.as_str())).unwrap_or_default();
            format!("Gemeld bij Veilig Thuis door {}, {}{reference}", who.as_str(), when.as_str())
        }
        VttContact::Advised {} => "Advies gevraagd aan Veilig Thuis. Dat is geen melding".into(),
        VttContact::NotReached {} => "Veilig Thuis gebeld, niet bereikt".into(),
        VttContact::NotYet { why } => format!("Veilig Thuis nog niet gebeld: {}", why.as_str().trim_end_matches('.')),
    }
}
