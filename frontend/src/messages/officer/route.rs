use crate::messages::Words;
use shared::{
    case::{CommandKind, Step},
    report::VttContact,
};

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

/// What a screen reader says when a command was carried out.
#[must_use]
pub fn announced(kind: CommandKind) -> String {
    let done = match kind {
        CommandKind::RecordAttempt => "De poging is bewaard.",
        CommandKind::RecordContact => "Het contact is bewaard. De klok staat stil.",
        CommandKind::SaveForm => "Het formulier is bewaard.",
        CommandKind::StartInvestigation => "Het onderzoek is gestart.",
        CommandKind::RecordSource => "De bron is bewaard.",
        CommandKind::RecordKmtCheck => "De KMT-check is bewaard.",
        CommandKind::RecordVtt => "Bewaard wat er met Veilig Thuis is gedaan.",
        CommandKind::MoveToDecision => "Het dossier wacht op het werkoverleg.",
        CommandKind::Decide => "Het besluit is bewaard.",
        CommandKind::ConfirmReferral => "De bevestiging is bewaard.",
        CommandKind::GiveFeedback => "De terugkoppeling is bewaard.",
        CommandKind::ProposeNoFeedback => "Het voorstel is bewaard. Een collega moet akkoord geven.",
        CommandKind::AgreeNoFeedback => "Je akkoord is bewaard.",
        CommandKind::Close | CommandKind::CloseEarly => "Het dossier is afgesloten.",
        CommandKind::Reopen => "Het dossier is weer open.",
        CommandKind::AddRemark => "De notitie is bewaard.",
        CommandKind::Assign => "Het dossier is toegewezen.",
        CommandKind::IssueCode => "De nieuwe code is gemaakt.",
        CommandKind::Exclude => "Je collega ziet dit dossier niet meer.",
        CommandKind::OwnReport => "Je ziet dit dossier niet meer.",
        CommandKind::ProposeLift => "Het voorstel is bewaard. Een collega moet akkoord geven.",
        CommandKind::Agree => "Je akkoord is bewaard.",
    };
    done.into()
}

/// What was done about Veilig Thuis, in one sentence.
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
