use crate::{
    client::Failure,
    messages::{self, Words},
};
use shared::{case::Step, contract::ProblemKind};

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
