use shared::id::{CaseId, MeetingId};

/// A page under `/af`. Paths hold ids and page numbers, never anything about a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Page {
    /// Te doen.
    ToDo,
    /// Afgerond, page from 1.
    Done(u32),
    /// A dossier.
    Case(CaseId),
    /// The conversation with the melder.
    Conversation(CaseId),
    /// The decision of the werkoverleg.
    Decision(CaseId),
    /// What goes to a receiver of the decision: which of them, counted from 1.
    Pack(CaseId, usize),
    /// A report taken by phone.
    Phone,
    /// Waarneming and handing over.
    Away,
    /// Accounts, for the beheerder.
    Accounts,
    /// The settings, for the beheerder; AF and FG see them.
    Settings,
    /// The lists of signals, for whoever sees the settings.
    Lists,
    /// The register of processing activities, for the FG.
    Register,
    /// The audit, for the FG.
    Log,
    /// Requests for access and access granted, for AF and FG.
    Access,
    /// Own password and recovery codes.
    OwnAccount,
    /// Where one is logged in.
    OwnSessions,
    /// What one is told of by message.
    Messages,
    /// Searching.
    Search,
    /// An invitation; its token is in the fragment.
    Invitation,
    /// A question to KMT; its link is in the fragment.
    Adviser,
    /// Keeping and destroying, for the FG and the AF.
    Keeping,
    /// Closing many reports at once, for the AF.
    Together,
    /// The werkoverleggen.
    Meetings,
    /// One of them.
    Meeting(MeetingId),
    /// The log of awareness.
    Awareness,
    /// The figures of the half-years.
    Figures,
    /// What goes to a table together.
    Agenda,
    /// First-run set-up; its token is in the fragment.
    SetUp,
    /// No such page.
    Unknown,
}

impl Page {
    /// Reads a path.
    #[must_use]
    pub fn from_path(path: &str) -> Self {
        let rest = path.strip_prefix("/af").unwrap_or_default();
        let parts: Vec<&str> = rest.split('/').filter(|part| !part.is_empty()).collect();
        match parts.as_slice() {
            [] => Self::ToDo,
            ["afgerond"] => Self::Done(1),
            ["afgerond", number] => number.parse().map_or(Self::Unknown, Self::Done),
            ["dossiers", id] => CaseId::parse(id).map_or(Self::Unknown, Self::Case),
            ["dossiers", id, "besluit"] => CaseId::parse(id).map_or(Self::Unknown, Self::Decision),
            ["dossiers", id, "gesprek"] => CaseId::parse(id).map_or(Self::Unknown, Self::Conversation),
            ["dossiers", id, "stukken", number] => match (CaseId::parse(id), number.parse()) {
                (Ok(id), Ok(number)) if number > 0 => Self::Pack(id, number),
                _ => Self::Unknown,
            },
            ["telefoon"] => Self::Phone,
            ["waarneming"] => Self::Away,
            ["accounts"] => Self::Accounts,
            ["instellingen"] => Self::Settings,
            ["instellingen", "lijsten"] => Self::Lists,
            ["register"] => Self::Register,
            ["logboek"] => Self::Log,
            ["toegang"] => Self::Access,
            ["mijn-account"] => Self::OwnAccount,
            ["mijn-account", "sessies"] => Self::OwnSessions,
            ["berichten"] => Self::Messages,
            ["zoeken"] => Self::Search,
            ["uitnodiging"] => Self::Invitation,
            ["adviesvraag"] => Self::Adviser,
            ["bewaren"] => Self::Keeping,
            ["samen-afsluiten"] => Self::Together,
            ["overleg"] => Self::Meetings,
            ["overleg", id] => MeetingId::parse(id).map_or(Self::Unknown, Self::Meeting),
            ["bewustwording"] => Self::Awareness,
            ["cijfers"] => Self::Figures,
            ["stukken"] => Self::Agenda,
            ["inrichten"] => Self::SetUp,
            _ => Self::Unknown,
        }
    }

    /// Writes it.
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            Self::ToDo | Self::Unknown => "/af".into(),
            Self::Done(1) => "/af/afgerond".into(),
            Self::Done(number) => format!("/af/afgerond/{number}"),
            Self::Case(id) => format!("/af/dossiers/{id}"),
            Self::Decision(id) => format!("/af/dossiers/{id}/besluit"),
            Self::Conversation(id) => format!("/af/dossiers/{id}/gesprek"),
            Self::Pack(id, number) => format!("/af/dossiers/{id}/stukken/{number}"),
            Self::Phone => "/af/telefoon".into(),
            Self::Away => "/af/waarneming".into(),
            Self::Accounts => "/af/accounts".into(),
            Self::Settings => "/af/instellingen".into(),
            Self::Lists => "/af/instellingen/lijsten".into(),
            Self::Register => "/af/register".into(),
            Self::Log => "/af/logboek".into(),
            Self::Access => "/af/toegang".into(),
            Self::OwnAccount => "/af/mijn-account".into(),
            Self::OwnSessions => "/af/mijn-account/sessies".into(),
            Self::Messages => "/af/berichten".into(),
            Self::Search => "/af/zoeken".into(),
            Self::Invitation => "/af/uitnodiging".into(),
            Self::Adviser => "/af/adviesvraag".into(),
            Self::Keeping => "/af/bewaren".into(),
            Self::Together => "/af/samen-afsluiten".into(),
            Self::Meetings => "/af/overleg".into(),
            Self::Meeting(id) => format!("/af/overleg/{id}"),
            Self::Awareness => "/af/bewustwording".into(),
            Self::Figures => "/af/cijfers".into(),
            Self::Agenda => "/af/stukken".into(),
            Self::SetUp => "/af/inrichten".into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_and_paths_there_and_back() {
        let id = CaseId::from_bytes(&[0xab; 16]);
        let pages = [
            Page::ToDo,
            Page::Done(1),
            Page::Done(7),
            Page::Case(id.clone()),
            Page::Decision(id.clone()),
            Page::Conversation(id.clone()),
            Page::Pack(id, 2),
            Page::Phone,
            Page::Away,
            Page::Accounts,
            Page::Settings,
            Page::Lists,
            Page::Register,
            Page::SetUp,
            Page::Log,
            Page::Access,
            Page::OwnAccount,
            Page::OwnSessions,
            Page::Messages,
            Page::Search,
            Page::Invitation,
            Page::Adviser,
            Page::Keeping,
            Page::Together,
            Page::Awareness,
            Page::Figures,
            Page::Agenda,
            Page::Meetings,
            Page::Meeting(MeetingId::from_bytes(&[0xcd; 16])),
        ];
        for page in pages {
            assert_eq!(Page::from_path(&page.path()), page);
        }
        assert_eq!(Page::from_path("/af/"), Page::ToDo);
        for bad in ["/af/dossiers/2026-017", "/af/afgerond/x", "/af/verzonnen"] {
            assert_eq!(Page::from_path(bad), Page::Unknown, "{bad}");
        }
    }
}
