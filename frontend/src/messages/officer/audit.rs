use crate::messages::Words;
use shared::{
    case::{CommandKind, rights::RightsKind},
    contract::Endpoint,
};

/// What an audit line says was done, in words: an endpoint's name or a command's. Anything else stands as it is.
#[must_use]
pub fn action_words(action: &str) -> String {
    if let Some(endpoint) = Endpoint::ALL.iter().find(|endpoint| endpoint.name() == action) {
        return endpoint_words(*endpoint).into();
    }
    if let Some(kind) = CommandKind::ALL.iter().find(|kind| kind.as_str() == action) {
        return format!("dossier: {}", kind.words().to_lowercase());
    }
    if let Some(kind) = RightsKind::ALL.iter().find(|kind| kind.as_str() == action) {
        return format!("dossier: {}", kind.words().to_lowercase());
    }
    match action {
        "vernietiging-voorstellen" => "vernietigen voorgesteld".into(),
        "vernietiging-akkoord" => "akkoord met vernietigen".into(),
        "vernietiging-afwijzen" => "niet akkoord met vernietigen".into(),
        "wachtwoord" => "eigen wachtwoord veranderd".into(),
        "herstelcodes" => "nieuwe herstelcodes gemaakt".into(),
        "nummer-vervallen" => "nummer vervallen".into(),
        other => other.into(),
    }
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

    #[test]
    fn an_endpoint_and_a_command_are_told_in_words() {
        assert_eq!(action_words("Case"), "dossier bekeken");
        assert_eq!(action_words("contact"), format!("dossier: {}", CommandKind::RecordContact.words().to_lowercase()));
        assert_eq!(action_words("iets-anders"), "iets-anders");
        let words: Vec<String> = Endpoint::ALL.iter().map(|one| action_words(one.name())).collect();
        assert!(words.iter().enumerate().all(|(at, word)| !words[..at].contains(word)), "no two the same");
    }
}
