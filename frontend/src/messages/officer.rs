//! Texts that only the AF sees: those of every code, and what is said of an invitation, a password and an act that was
//! not carried out.
use crate::{
    client::Failure,
    messages::{self, isolated},
};
use shared::contract::{InvitationPart, Password, ProblemKind};
pub use words::officer::*;

/// For an invitation that does not hold any more.
pub const INVITATION_OVER: &str = "Deze uitnodiging geldt niet of niet meer. Vraag een nieuwe aan wie je de link gaf.";
/// For two halves that do not fit.
pub const HALVES_OVER: &str =
    "Deze twee links horen niet bij elkaar, of gelden niet meer. Vraag allebei de mensen om hun nieuwste link.";

/// The rule for a password, shown before and after it is typed.
#[must_use]
pub fn password_rule() -> String {
    format!(
        "Neem ten minste {} tekens. Vier of vijf woorden die niets met elkaar of met jou te maken hebben, werken goed.",
        Password::MIN
    )
}

/// The text for a new password that others guess; the server knows the words.
#[must_use]
pub fn guessed(failure: &Failure) -> Option<String> {
    let guessed = failure.problem()?.errors.iter().any(|error| error.code == Password::GUESSABLE);
    guessed.then(|| {
        "Dit wachtwoord is te raden: het bestaat uit bekende woorden, een datum, een herhaling, je naam of je gemeente. \
         Neem vier of vijf woorden die niets met elkaar of met jou te maken hebben."
            .into()
    })
}

/// The title above a link to hand over.
#[must_use]
pub fn handed_over(part: InvitationPart, name: &str) -> String {
    let name = isolated(name);
    match part {
        InvitationPart::Whole => format!("Uitnodiging voor {name}"),
        InvitationPart::First => format!("Eerste helft van de uitnodiging voor {name}"),
        InvitationPart::Second => format!("Tweede helft van de uitnodiging voor {name}"),
    }
}

/// What the link does. A half does nothing without the other one, which somebody else hands over.
#[must_use]
pub fn handing_over(part: InvitationPart, until: Option<&str>, asked_by: Option<&str>) -> String {
    let until = until.map(|until| format!(", tot {until}")).unwrap_or_default();
    match part {
        InvitationPart::Whole => format!("Hij werkt één keer{until}."),
        InvitationPart::First => {
            "Dit is de eerste helft. De andere helft komt van de collega die het verzoek bevestigt, \
                                  en daarna werken ze samen."
                .into()
        }
        InvitationPart::Second => {
            let from = asked_by.map_or_else(|| "wie het vroeg".into(), isolated);
            format!("Dit is de tweede helft. De eerste helft komt van {from}. Samen werken ze één keer{until}.")
        }
    }
}

/// The word in a link, or the word alone, as somebody pastes it.
#[must_use]
pub fn half_in_link(typed: &str) -> &str {
    typed.rsplit('#').next().unwrap_or_default().trim()
}

/// The text for something pasted that is not the other half of this one.
#[must_use]
pub fn other_half_missing(part: InvitationPart, typed: &str) -> &'static str {
    if InvitationPart::of_word(half_in_link(typed)) == part {
        "Dit is dezelfde helft als de link die je opende. Plak de link van de andere collega."
    } else {
        "Plak de hele andere link. Hij eindigt op een # met cijfers en letters erachter."
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

#[cfg(test)]
mod tests {
    use super::*;
    use shared::contract::{Problem, ProblemKind};

    #[test]
    fn every_part_says_what_to_do_with_it() {
        let day = Some("vrijdag 24 april");
        assert_eq!(handing_over(InvitationPart::Whole, day, None), "Hij werkt één keer, tot vrijdag 24 april.");
        assert!(handing_over(InvitationPart::First, None, None).contains("bevestigt, en daarna werken ze samen."));
        let second = handing_over(InvitationPart::Second, day, Some("Bo Beheer"));
        assert!(second.contains("Bo Beheer") && second.ends_with("één keer, tot vrijdag 24 april."), "{second}");
        assert!(other_half_missing(InvitationPart::First, "x#1-00ff").starts_with("Dit is dezelfde helft"));
        assert!(other_half_missing(InvitationPart::First, "").starts_with("Plak de hele"));
    }

    #[test]
    fn only_a_guessable_password_is_called_that() {
        let refused = |code: &str| {
            let problem = Problem::new(ProblemKind::BadRequest, "").with("/x", code, "");
            guessed(&Failure::Problem(Box::new(problem)))
        };
        assert!(refused(Password::GUESSABLE).is_some_and(|text| text.starts_with("Dit wachtwoord is te raden")));
        assert_eq!(refused("verkeerde-code"), None);
    }
}
