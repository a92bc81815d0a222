use crate::Words;
use shared::{
    access::{Relation, Role},
    case::{
        export::SoughtKind,
        notes::{AgeGroup, Assessment, BreakGlassReason, EarlyReason, KmtKind, Means, PersonRole, ReferralTarget},
    },
    contract::SearchIn,
    profile::Source,
    sharing::{DataKind, SharingRule},
};
use std::fmt::Write;

/// How the melder knows a signal, where the AF notes it.
pub const FROM_WORK: &str = "Uit het werk";

impl Words for SearchIn {
    fn words(self) -> &'static str {
        match self {
            Self::Open => "Open dossiers",
            Self::Closed => "Afgeronde dossiers",
        }
    }
}

impl Words for SoughtKind {
    fn words(self) -> &'static str {
        match self {
            Self::Name => "Naam van de melder",
            Self::Team => "Team van de melder",
            Self::Phone => "Telefoon van de melder",
            Self::Email => "E-mailadres van de melder",
            Self::Place => "Plek of voertuig",
            Self::Reachable => "Wanneer de melder bereikbaar is",
            Self::Other => "Iemand anders op het formulier",
        }
    }
}

impl Words for Means {
    fn words(self) -> &'static str {
        match self {
            Self::Phone => "Telefoon",
            Self::InPerson => "Gesprek",
            Self::Video => "Beeldbellen",
            Self::Written => "E-mail of brief",
        }
    }
}

impl Words for PersonRole {
    fn words(self) -> &'static str {
        match self {
            Self::Unknown => "Nog niet duidelijk",
            Self::PossibleVictim => "Mogelijk slachtoffer",
            Self::PossibleOffender => "Mogelijk dader",
            Self::Witness => "Getuige",
        }
    }
}

impl Words for AgeGroup {
    fn words(self) -> &'static str {
        match self {
            Self::Unknown => "Onbekend (telt als jonger dan 18)",
            Self::Under12 => "Jonger dan 12",
            Self::From12To17 => "12 tot en met 17",
            Self::From18To26 => "18 tot en met 26",
            Self::From27 => "27 of ouder",
        }
    }
}

impl Words for KmtKind {
    fn words(self) -> &'static str {
        match self {
            Self::Advice => "Advies zonder namen",
            Self::Known => "Bekend bij KMT?",
        }
    }
}

impl Words for Assessment {
    fn words(self) -> &'static str {
        match self {
            Self::Likely => "Waarschijnlijk mensenhandel",
            Self::Unclear => "Onduidelijk",
            Self::TooLittle => "Nu te weinig aanwijzingen",
        }
    }
}

impl Words for ReferralTarget {
    fn words(self) -> &'static str {
        match self {
            Self::Kmt => "KMT (advies)",
            Self::KmtCase => "KMT/ZVH (casus met namen)",
            Self::Vtt => "Veilig Thuis",
            Self::WmoRegie => "Regie WMO",
            Self::Ondermijning => "Lokaal ondermijningsoverleg",
            Self::Riec => "RIEC (ondermijning)",
            Self::Casustafel => "Casustafel mensenhandel van het RIEC",
            Self::Dadertafel => "Dadertafel van KMT",
            Self::Casusoverleg => "Casusoverleg met een procesmanager van KMT",
            Self::PersonalApproach => "Persoonsgerichte aanpak",
            Self::Police => "Politie/AVIM",
            Self::Nla => "Nederlandse Arbeidsinspectie",
            Self::Comensha => "CoMensha/zorgcoördinator",
            Self::TooLittle => "Nu te weinig aanwijzingen: niets delen",
        }
    }
}

impl Words for BreakGlassReason {
    fn words(self) -> &'static str {
        match self {
            Self::Absent => "De collega is er niet en het kan niet wachten",
            Self::Urgent => "Er is gevaar of haast",
            Self::Asked => "De melder of een partner vraagt ernaar",
            Self::Together => "De collega vroeg mij mee te kijken",
            Self::Other => "Iets anders",
        }
    }
}

impl Words for EarlyReason {
    fn words(self) -> &'static str {
        match self {
            Self::Mistake => "Vergissing",
            Self::Duplicate => "Dubbel: staat al in een ander dossier",
            Self::NotTrafficking => "Geen mensenhandel",
            Self::Malicious => "Kwaadwillig: bewust iets gemeld wat niet klopt (met een tweede AF)",
        }
    }
}

/// Why one may see a dossier of a colleague; nothing to say about one's own.
#[must_use]
pub fn why_seen(relation: Relation) -> Option<&'static str> {
    match relation {
        Relation::StandIn => Some("Je neemt waar voor je collega."),
        Relation::Covering => Some(
            "Je neemt met een reden waar voor je collega. Overdragen, afsluiten en uitsluiten kan alleen je collega.",
        ),
        Relation::Unassigned => Some("Dit dossier is nog van niemand. Doe je iets, dan is het van jou."),
        Relation::Agenda => Some("Je ziet dit omdat het op de agenda van het werkoverleg staat."),
        Relation::Opened => Some("Je opende dit dossier met een reden. Dat geldt tot het einde van vandaag."),
        Relation::NoCase
        | Relation::CodeHolder
        | Relation::Assigned
        | Relation::Asked
        | Relation::Other
        | Relation::Excluded => None,
    }
}

impl Words for Role {
    fn words(self) -> &'static str {
        match self {
            Self::Officer => "Aandachtsfunctionaris",
            Self::Administrator => "Functioneel beheerder",
            Self::PrivacyOfficer => "Functionaris gegevensbescherming",
            Self::Analyst => "Beleidsadviseur (cijfers)",
            Self::Adviser => "Adviseur KMT",
        }
    }
}

/// A source as it is offered, with the ground the profile names.
#[must_use]
pub fn source_label(source: &Source) -> String {
    format!("{} (grondslag: {})", source.name, source.ground)
}

/// What may go to a receiver and what never may, by the table of the gemeente [domain §3, "What may go where"].
#[must_use]
pub fn sharing_hint(rule: Option<&SharingRule>) -> String {
    let Some(rule) = rule.filter(|rule| !rule.grounds.is_empty()) else {
        return "Het profiel van de gemeente noemt geen grondslag voor deze ontvanger. Er mag niets heen.".into();
    };
    let listed = |kinds: Vec<DataKind>| {
        let words: Vec<&str> = kinds.into_iter().map(Words::words).collect();
        words.join(", ")
    };
    let (may, never) = (listed(rule.may.clone()), listed(rule.never().collect()));
    let may = if may.is_empty() { "niets".to_owned() } else { may };
    let mut said = format!("Mag mee, als het nodig is: {may}.");
    if !never.is_empty() {
        let _written = write!(said, " Nooit: {never}.");
    }
    if rule.consent {
        said.push_str(" Alleen als de persoon het ermee eens is.");
    }
    said
}

impl Words for DataKind {
    fn words(self) -> &'static str {
        match self {
            Self::Nature => "vorm en signalen",
            Self::Ages => "leeftijden in groepen",
            Self::Place => "plek of bedrijf",
            Self::PossibleVictim => "mogelijk slachtoffer",
            Self::PossibleOffender => "mogelijke dader",
            Self::Others => "anderen en getuigen",
            Self::Safety => "veiligheid en gezin",
            Self::Care => "zorg en gezondheid",
            Self::Wishes => "wat de persoon wil",
        }
    }
}
