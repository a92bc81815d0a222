use shared::contract::WorkAccountRefusal;

/// The message for somebody who could not log in with a work account.
#[must_use]
pub fn work_account(refusal: WorkAccountRefusal) -> String {
    use WorkAccountRefusal as No;
    let text = match refusal {
        No::Off => "Hier kun je niet inloggen met je werkaccount.",
        No::Settings => "Inloggen met je werkaccount is nog niet goed ingesteld. Vraag de beheerder.",
        No::NotSetUp => "Meldroute is hier nog niet ingericht. Vraag de beheerder.",
        No::Unreachable => "De inlogdienst van de gemeente antwoordt niet. Probeer het over een paar minuten opnieuw.",
        No::Cancelled => "Het inloggen is gestopt. Probeer het opnieuw als je wilt.",
        No::NotBegun | No::State | No::TooOld | No::Used => {
            "Deze poging om in te loggen geldt niet meer. Log opnieuw in; doe dat binnen tien minuten."
        }
        No::Strength => "Je bent niet met een tweede stap ingelogd, zoals een code. Log opnieuw in en gebruik die.",
        No::NoRole => "Je werkaccount heeft geen rol in Meldroute. Vraag die aan bij wie de werkaccounts beheert.",
        No::ManyRoles => {
            "Je werkaccount heeft meer dan één rol in Meldroute. Eén mag. Vraag het wie de werkaccounts beheert."
        }
        No::Blocked => "Je account in Meldroute is geblokkeerd. Vraag de beheerder.",
        No::Arrived => {
            "Je werkaccount is hier nieuw. Log in met je inlognaam om het te koppelen, of wacht op een tweede persoon."
        }
        No::OtherRole => "Je werkaccount heeft een andere rol dan je account in Meldroute. Vraag de beheerder.",
        No::TooMany => "Er is te vaak geprobeerd. Wacht een kwartier en probeer het dan opnieuw.",
        No::Failure => "Er ging iets mis. Probeer het opnieuw. Blijft het zo? Bel de beheerder.",
        No::Provider
        | No::OtherIssuer
        | No::Code
        | No::Form
        | No::Algorithm
        | No::Key
        | No::Signature
        | No::Issuer
        | No::Audience
        | No::Party
        | No::Expired
        | No::IssuedAt
        | No::Nonce
        | No::AccessToken
        | No::Represents => return wrong_answer(refusal),
    };
    text.into()
}

/// The user can only report this: the code says which check failed.
fn wrong_answer(refusal: WorkAccountRefusal) -> String {
    let code = refusal.as_str();
    format!(
        "Het antwoord van de inlogdienst klopte niet. Probeer het opnieuw. Blijft het zo? Geef de beheerder deze code: {code}."
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_says_what_to_do() {
        for refusal in WorkAccountRefusal::ALL {
            let text = work_account(*refusal);
            assert!(text.ends_with('.') && text.len() < 200, "{text}");
        }
        assert!(work_account(WorkAccountRefusal::Nonce).contains("token-nonce"));
    }
}
