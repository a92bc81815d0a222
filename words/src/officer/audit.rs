use crate::Words;
use shared::audit::{AuditAction, AuditLine, Denial};

/// The words of every action that is only a name.
macro_rules! words {
    ($($action:ident = $words:literal,)+) => {
        /// The action of an audit line, in words. An action that this version does not know is shown as it was stored.
        #[must_use]
        pub fn action_words(action: &AuditAction) -> String {
            match action {
                $(AuditAction::$action => $words.into(),)+
                AuditAction::Act(kind) => format!("dossier: {}", kind.lower()),
                AuditAction::Denied(denial) => denial_words(*denial).into(),
                AuditAction::Unknown(slug) => format!("onbekend ({slug})"),
            }
        }
    };
}

words! {
    LogIn = "ingelogd",
    WorkAccountLogIn = "ingelogd met het werkaccount",
    LinkWorkAccount = "werkaccount gekoppeld en ingelogd",
    LogOut = "uitgelogd",
    ViewCases = "werklijst bekeken",
    AddCase = "melding per telefoon vastgelegd",
    ViewCase = "dossier bekeken",
    CommandCase = "dossier: opdracht",
    OpenCase = "noodtoegang geopend",
    ViewConversation = "gesprek met de melder bekeken",
    SaveConversation = "in het gesprek met de melder geschreven",
    ViewPhoto = "foto van de melder bekeken",
    ViewPack = "bekeken wat naar een ontvanger mag",
    KeepPack = "stuk voor een ontvanger vastgelegd",
    ViewKeptPack = "vastgelegd stuk bekeken",
    PrintKeptPack = "PDF gemaakt van een vastgelegd stuk",
    ViewAgendaPacks = "bekeken wat voor een tafel is vastgelegd",
    PrintAgenda = "PDF gemaakt van stukken voor een tafel",
    MakeRegisterPackage = "pakket voor het register gemaakt",
    LookForNames = "namen gezocht in een vraag aan het KMT",
    ViewKmtQuestion = "adviesvraag bekeken, met link en code",
    AnswerKmtQuestion = "adviesvraag beantwoord",
    ViewKmtQuestions = "eigen adviesvragen bekeken",
    ViewCare = "zorg en gezondheid bekeken",
    AddCare = "over zorg en gezondheid geschreven",
    OpenCare = "zorg en gezondheid geopend",
    ViewOfficers = "aandachtsfunctionarissen bekeken",
    ViewStandIns = "waarneming bekeken",
    AddStandIn = "waarneming ingesteld",
    StartStandIn = "met een reden gaan waarnemen",
    EndStandIn = "waarneming beëindigd",
    ViewPhoneDrafts = "meldingen per telefoon bekeken die niet af zijn",
    SavePhoneDraft = "in een melding per telefoon geschreven",
    HandOver = "dossiers overgedragen",
    ViewAccounts = "accounts bekeken",
    AddAccount = "account aangevraagd",
    CommandAccount = "account veranderd",
    BlockAccount = "account geblokkeerd",
    UnblockAccount = "account vrijgegeven, of dat gevraagd",
    InviteAgain = "opnieuw uitgenodigd, of dat gevraagd",
    WithdrawAccess = "verzoek of uitnodiging ingetrokken",
    EndLogIn = "inloggen beëindigd, op de server",
    SetFunction = "andere functie gevraagd",
    AskDeparture = "gevraagd: collega is vertrokken",
    ViewSettings = "inrichting bekeken",
    CommandSettings = "inrichting: opdracht",
    ChangeSettings = "inrichting veranderd, of dat gevraagd",
    UndoSettings = "verandering van de inrichting ongedaan gemaakt, of dat gevraagd",
    WithdrawSettings = "verandering van de inrichting ingetrokken",
    AnswerSettings = "verandering van de inrichting bevestigd of geweigerd",
    ConfirmSettings = "verandering van de inrichting bevestigd",
    RefuseSettings = "verandering van de inrichting geweigerd",
    ViewAccessRequests = "toegang bekeken",
    CommandAccess = "toegang bevestigd of geweigerd",
    ConfirmAccess = "verzoek bevestigd",
    RefuseAccess = "verzoek geweigerd",
    SeeAccess = "gegeven toegang gezien",
    ViewInvitation = "uitnodiging bekeken",
    AcceptInvitation = "uitnodiging gebruikt",
    OwnAccount = "eigen account veranderd",
    NewPassword = "eigen wachtwoord veranderd",
    NewRecoveryCodes = "nieuwe herstelcodes gemaakt",
    ViewOwnSessions = "eigen sessies bekeken",
    ViewMessages = "eigen berichten bekeken",
    ChooseMessages = "eigen berichten of agenda ingesteld",
    EndSessions = "eigen sessies beëindigd",
    ViewAudit = "logboek bekeken",
    CheckAudit = "logboek gecontroleerd",
    CommandRights = "dossier: bewaren en rechten",
    MakeCopy = "dossier: kopie voor de betrokkene",
    ViewRetention = "te vernietigen dossiers bekeken",
    CommandRetention = "vernietigen: opdracht",
    ViewCertificates = "verklaringen van vernietiging bekeken",
    ViewRequests = "verzoeken van betrokkenen bekeken",
    DecideRequest = "over een verzoek besloten",
    ConfirmExclusion = "met een uitsluiting akkoord gegaan",
    Search = "in dossiers gezocht",
    ViewTogether = "voorstellen om samen af te sluiten bekeken",
    CommandTogether = "samen afsluiten: opdracht",
    ViewMeetings = "werkoverleggen bekeken",
    CommandMeetings = "werkoverleg: opdracht",
    ViewMeeting = "werkoverleg bekeken",
    ViewFigures = "cijfers bekeken",
    SignFigures = "cijfers ondertekend opgehaald",
    ViewAwareness = "bewustwording bekeken",
    CommandAwareness = "bewustwording: opdracht",
    ViewProcessings = "verwerkingen bekeken",
    SetUp = "ingericht",
    VoidNumber = "nummer vervallen",
    NewRoot = "nieuw begin van het logboek, na het hoofd dat ernaast staat",
    AgreedNoFeedback = "dossier: akkoord, niet terugkoppelen",
    AgreedEndHold = "dossier: akkoord, bewaarplicht eraf",
}

fn denial_words(denial: Denial) -> &'static str {
    match denial {
        Denial::LogIn => "inloggen: naam, wachtwoord of code fout",
        Denial::LogInBrake => "rem op inloggen ging aan",
        Denial::WorkAccount => "inloggen met een werkaccount: niet toegelaten",
        Denial::WorkAccountBrake => "rem op werkaccounts ging aan",
        Denial::Invitation => "uitnodiging die niet (meer) geldt",
        Denial::KmtLink => "adviesvraag: link of code die niet (meer) geldt",
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
    let when = if repeated.first == repeated.last && line.action == AuditAction::Denied(Denial::CodeBrake) {
        // the day is all that is known of it
        first.format("%d-%m-%Y").to_string()
    } else if first.date() == last.date() {
        format!("{}, {} tot {}", first.format("%d-%m-%Y"), first.format("%H:%M"), last.format("%H:%M"))
    } else {
        format!("{} tot {}", first.format("%d-%m-%Y %H:%M"), last.format("%d-%m-%Y %H:%M"))
    };
    format!("{outcome}, {} keer ({when})", repeated.count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::{
        audit::{Outcome, Repeated},
        case::ActKind,
        moment::Moment,
    };

    #[test]
    fn every_action_has_words_of_its_own() {
        let contact = AuditAction::Act(ActKind::RecordContact);
        assert_eq!(action_words(&AuditAction::ViewCase), "dossier bekeken");
        assert_eq!(action_words(&contact), format!("dossier: {}", ActKind::RecordContact.lower()));
        let words: Vec<String> = AuditAction::all().iter().map(action_words).collect();
        assert!(words.iter().enumerate().all(|(at, word)| !words[..at].contains(word)), "{words:#?}");
    }

    #[test]
    fn an_action_of_another_version_is_shown_as_it_was_stored() {
        assert_eq!(action_words(&AuditAction::parse("iets-anders")), "onbekend (iets-anders)");
    }

    #[test]
    fn many_of_the_same_are_reported_with_their_number_and_times() {
        let at = |text: &str| Moment::try_from(text.to_owned()).unwrap();
        let line = |denial: Denial, count: u32, first: &str, last: &str| AuditLine {
            number: 1,
            at: at("2026-05-02T10:00:00Z"),
            actor: None,
            action: AuditAction::Denied(denial),
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
