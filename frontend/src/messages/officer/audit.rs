use crate::messages::Words;
use shared::{
    audit::{AuditLine, Denial},
    case::ActKind,
    contract::Endpoint,
};

/// What an audit line says was done, in words: an endpoint's name, a command's, or what was refused. Anything else stands as it is.
#[must_use]
pub fn action_words(action: &str) -> String {
    if let Some(endpoint) = Endpoint::ALL.iter().find(|endpoint| endpoint.name() == action) {
        return endpoint_words(*endpoint).into();
    }
    if let Some(kind) = ActKind::ALL.iter().find(|kind| kind.as_str() == action) {
        return format!("dossier: {}", kind.words().to_lowercase());
    }
    if let Some(denial) = Denial::ALL.iter().find(|denial| denial.as_str() == action) {
        return denial_words(*denial).into();
    }
    match action {
        // until 2026-11 these were acts of their own
        "geen-terugkoppeling-akkoord" => "dossier: akkoord, niet terugkoppelen".into(),
        "bewaarplicht-eraf-akkoord" => "dossier: akkoord, bewaarplicht eraf".into(),
        "wachtwoord" => "eigen wachtwoord veranderd".into(),
        "herstelcodes" => "nieuwe herstelcodes gemaakt".into(),
        "nummer-vervallen" => "nummer vervallen".into(),
        other => other.into(),
    }
}

fn denial_words(denial: Denial) -> &'static str {
    match denial {
        Denial::LogIn => "inloggen: naam, wachtwoord of code fout",
        Denial::LogInBrake => "rem op inloggen ging aan",
        Denial::WorkAccount => "inloggen met een werkaccount: niet toegelaten",
        Denial::WorkAccountBrake => "rem op werkaccounts ging aan",
        Denial::Invitation => "uitnodiging die niet (meer) geldt",
        Denial::SetUp => "inrichten met een verkeerde of gebruikte link",
        Denial::Work => "onderhoud met een verkeerd woord",
        Denial::NoSession => "gevraagd zonder in te loggen",
        Denial::ForeignOrigin => "gevraagd vanaf een andere website",
        Denial::CodeBrake => "rem op ontvangstcodes ging aan",
    }
}

/// How a line ended: once, or of many together how often and when.
#[must_use]
pub fn outcome_words(line: &AuditLine) -> String {
    let outcome = line.outcome.as_str();
    let Some(repeated) = line.repeated else { return outcome.into() };
    let (first, last) = (repeated.first.local(), repeated.last.local());
    let when = if repeated.first == repeated.last && line.action == Denial::CodeBrake.as_str() {
        // the day is all that is known of it
        first.format("%d-%m-%Y").to_string()
    } else if first.date() == last.date() {
        format!("{}, {} tot {}", first.format("%d-%m-%Y"), first.format("%H:%M"), last.format("%H:%M"))
    } else {
        format!("{} tot {}", first.format("%d-%m-%Y %H:%M"), last.format("%d-%m-%Y %H:%M"))
    };
    format!("{outcome}, {} keer ({when})", repeated.count)
}

fn endpoint_words(endpoint: Endpoint) -> &'static str {
    match endpoint {
        Endpoint::SendReport => "melding verstuurd",
        Endpoint::AskProgress => "voortgang gevraagd",
        Endpoint::LogIn => "ingelogd",
        Endpoint::WorkAccountLogIn => "naar de inlogdienst gegaan",
        Endpoint::WorkAccountReturn => "ingelogd met het werkaccount",
        Endpoint::Session => "sessie bekeken",
        Endpoint::LogOut => "uitgelogd",
        Endpoint::Cases => "werklijst bekeken",
        Endpoint::AddCase => "melding per telefoon vastgelegd",
        Endpoint::Case => "dossier bekeken",
        Endpoint::CommandCase => "dossier: opdracht",
        Endpoint::OpenCase => "noodtoegang geopend",
        Endpoint::StandIns => "waarneming bekeken",
        Endpoint::AddStandIn => "waarneming ingesteld",
        Endpoint::EndStandIn => "waarneming beëindigd",
        Endpoint::HandOver => "dossiers overgedragen",
        Endpoint::Officers => "aandachtsfunctionarissen bekeken",
        Endpoint::Accounts => "accounts bekeken",
        Endpoint::AddAccount => "account aangevraagd",
        Endpoint::CommandAccount => "account veranderd",
        Endpoint::AccessRequests => "toegang bekeken",
        Endpoint::CommandAccess => "toegang bevestigd of geweigerd",
        Endpoint::Invitation => "uitnodiging bekeken",
        Endpoint::AcceptInvitation => "uitnodiging gebruikt",
        Endpoint::OwnAccount => "eigen account veranderd",
        Endpoint::Audit => "logboek bekeken",
        Endpoint::AuditCheck => "logboek gecontroleerd",
        Endpoint::CommandRights => "dossier: bewaren en rechten",
        Endpoint::AccessCopy => "dossier: kopie voor de betrokkene",
        Endpoint::Retention => "te vernietigen dossiers bekeken",
        Endpoint::CommandRetention => "vernietigen: opdracht",
        Endpoint::Certificates => "verklaringen van vernietiging bekeken",
        Endpoint::Requests => "verzoeken van betrokkenen bekeken",
        Endpoint::DecideRequest => "over een verzoek besloten",
        Endpoint::Processings => "verwerkingen bekeken",
        Endpoint::Work => "onderhoud gedaan",
        Endpoint::SetUp => "ingericht",
        Endpoint::Health => "gezondheid bekeken",
        Endpoint::OpenApi => "beschrijving van de API bekeken",
        Endpoint::Instance => "profiel bekeken",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::{
        audit::{Outcome, Repeated},
        moment::Moment,
    };

    #[test]
    fn an_endpoint_and_a_command_are_told_in_words() {
        assert_eq!(action_words("Case"), "dossier bekeken");
        assert_eq!(action_words("contact"), format!("dossier: {}", ActKind::RecordContact.words().to_lowercase()));
        assert_eq!(action_words("iets-anders"), "iets-anders");
        let endpoints = Endpoint::ALL.iter().map(|one| action_words(one.name()));
        let denials = Denial::ALL.iter().map(|one| action_words(one.as_str()));
        let words: Vec<String> = endpoints.chain(denials).collect();
        assert!(words.iter().enumerate().all(|(at, word)| !words[..at].contains(word)), "no two the same");
    }
    #[test]
    fn many_of_the_same_are_told_with_how_often_and_when() {
        let at = |text: &str| Moment::try_from(text.to_owned()).unwrap();
        let line = |denial: Denial, count: u32, first: &str, last: &str| AuditLine {
            number: 1,
            at: at("2026-05-02T10:00:00Z"),
            actor: None,
            action: denial.as_str().into(),
            object: "sessies".into(),
            outcome: Outcome::Refused,
            origin: String::new(),
            reason: None,
            trace: String::new(),
            repeated: Some(Repeated { count, first: at(first), last: at(last) }),
        };
        let told = outcome_words(&line(Denial::LogIn, 5, "2026-05-01T08:10:00Z", "2026-05-01T08:12:30Z"));
        assert_eq!(told, "geweigerd, 5 keer (01-05-2026, 10:10 tot 10:12)");
        let night = outcome_words(&line(Denial::LogIn, 2, "2026-05-01T21:50:00Z", "2026-05-01T22:05:00Z"));
        assert_eq!(night, "geweigerd, 2 keer (01-05-2026 23:50 tot 02-05-2026 00:05)");
        let day = outcome_words(&line(Denial::CodeBrake, 3, "2026-04-30T22:00:00Z", "2026-04-30T22:00:00Z"));
        assert_eq!(day, "geweigerd, 3 keer (01-05-2026)");
        let one =
            AuditLine { repeated: None, ..line(Denial::LogIn, 1, "2026-05-01T08:10:00Z", "2026-05-01T08:10:00Z") };
        assert_eq!(outcome_words(&one), "geweigerd");
    }
}
