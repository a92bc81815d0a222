use super::Words;
use shared::{
    case::Refusal,
    contract::{Problem, ProblemKind},
};

/// The text for a problem: the reason of a refusal, otherwise the text of its kind.
#[must_use]
pub fn problem(problem: &Problem) -> String {
    let refusal = problem.refusal().filter(|_| problem.parsed_kind() == Some(ProblemKind::Refused));
    refusal.map_or_else(|| problem.parsed_kind().map_or(SOMETHING, Words::words), Words::words).into()
}

/// The same of what a melder can run into. Without the reasons of a refusal, and without what only somebody who logs in
/// reads, the melder's module is lighter.
#[must_use]
pub fn problem_by_kind(problem: &Problem) -> &'static str {
    problem.parsed_kind().map_or(SOMETHING, to_a_melder)
}

const SOMETHING: &str = "Er ging iets mis. Probeer het zo opnieuw.";
const NOT_UNDERSTOOD: &str = "De server begreep het verzoek niet. Laad de pagina opnieuw.";

fn to_a_melder(kind: ProblemKind) -> &'static str {
    match kind {
        ProblemKind::BadRequest | ProblemKind::UnsupportedType | ProblemKind::PreconditionRequired => NOT_UNDERSTOOD,
        ProblemKind::InvalidReport => "De melding is nog niet compleet.",
        ProblemKind::ForeignOrigin => "Dit kwam van een andere website. Open Meldroute en doe het daar.",
        ProblemKind::NotFound => "We kunnen dit niet vinden.",
        ProblemKind::Busy => "Iemand anders was tegelijk bezig. Probeer het opnieuw.",
        ProblemKind::TooLarge => "Dit is te groot om te versturen. Maak de tekst korter.",
        ProblemKind::KeyReused => "Deze melding is al eerder verstuurd, in een andere vorm.",
        ProblemKind::WorkAsked => {
            "Het is heel druk met meldingen, en dit apparaat kwam er niet door. Probeer het zo opnieuw."
        }
        ProblemKind::TooMany => "Er komen te veel verzoeken. Wacht een minuut en probeer het opnieuw.",
        ProblemKind::Internal => "Er ging iets mis bij ons. Probeer het zo opnieuw.",
        ProblemKind::NotOpen => "Hier kan nog niet gemeld worden. Wat je typte, staat er nog. Bel het KMT.",
        ProblemKind::Unavailable => "Bewaren lukt nu niet. Er is niets verloren. Probeer het zo opnieuw.",
        ProblemKind::Refused => "Dit kan nu niet.",
        ProblemKind::NotLoggedIn
        | ProblemKind::WrongCredentials
        | ProblemKind::Forbidden
        | ProblemKind::MethodNotAllowed
        | ProblemKind::Exists
        | ProblemKind::NoPages
        | ProblemKind::Stale => SOMETHING,
    }
}

impl Words for ProblemKind {
    fn words(self) -> &'static str {
        match self {
            Self::NotLoggedIn => "Je bent niet meer ingelogd. Log opnieuw in.",
            Self::WrongCredentials => {
                "Inlognaam, wachtwoord of code klopt niet. Elke code werkt één keer: wacht anders op de volgende."
            }
            Self::Forbidden => "Dit mag je niet met deze rol.",
            Self::MethodNotAllowed => "Dit kan hier niet.",
            Self::Exists => "Dit bestaat al.",
            Self::NoPages => {
                "Het bestand lukt nu niet. Er is niets verloren. Probeer het opnieuw, of met minder tegelijk."
            }
            Self::Stale => "Iemand anders heeft dit intussen veranderd. Wat je typte, staat er nog.",
            Self::BadRequest
            | Self::InvalidReport
            | Self::ForeignOrigin
            | Self::NotFound
            | Self::Busy
            | Self::TooLarge
            | Self::UnsupportedType
            | Self::KeyReused
            | Self::Refused
            | Self::PreconditionRequired
            | Self::WorkAsked
            | Self::TooMany
            | Self::Internal
            | Self::NotOpen
            | Self::Unavailable => to_a_melder(self),
        }
    }
}

const CASE_FULL: &str = "Dit dossier is bijna vol. Afronden kan nog wel. Zet wat je wilt toevoegen in een nieuwe melding (‘Melding opnemen’).";
const CARE_FULL: &str = "Bij zorg en gezondheid past niet meer. Zet de rest in een notitie zonder details over zorg.";
const CARE_SHUT: &str =
    "Hier staat iets in over zorg en gezondheid. Open dat eerst in het dossier, met een grond en een reden.";
const EXCLUSION_WAITS: &str =
    "Er wacht al een uitsluiting op een tweede persoon. Wacht daarop, of vraag een collega om akkoord.";

/// Where no more fits.
fn full(refusal: Refusal) -> &'static str {
    if refusal == Refusal::CaseFull {
        CASE_FULL
    } else if refusal == Refusal::CareFull {
        CARE_FULL
    } else if refusal == Refusal::PacksFull {
        "In dit dossier past geen stuk meer. Bekijk wat al is vastgelegd."
    } else {
        "Het dossier is vol. Er past niet meer bij."
    }
}

/// A refusal that has to do with joining.
fn joining(refusal: Refusal) -> &'static str {
    let texts = [
        (Refusal::NoLead, "Dit nummer is geen open dossier dat je mag zien. Kijk het nummer na."),
        (
            Refusal::Chained,
            "Een van beide hoort al bij een ander dossier, of heeft al meldingen onder zich. Kies het hoofddossier daarvan, of maak eerst los.",
        ),
        (
            Refusal::NotForAll,
            "Een collega mag deze melding wel zien, maar het hoofddossier niet. Sluit die collega eerst ook hier uit.",
        ),
        (Refusal::DecidedByLead, "Deze melding hoort bij een ander dossier. Daar gebeurt dit. Of maak haar eerst los."),
        (Refusal::LeadFirst, "In het hoofddossier is nog niet besloten. Daarna kun je de melder bericht geven."),
        (
            Refusal::TellJoinedFirst,
            "Bij een samengevoegde melding moet de melder nog bericht krijgen, of staat Veilig Thuis nog open.",
        ),
    ];
    let own = texts.into_iter().find(|(one, _)| *one == refusal);
    own.map_or(
        "Er zijn meldingen met dit dossier samengevoegd. Maak die eerst los, dan gaan ze zelf verder.",
        |(_, text)| text,
    )
}

impl Words for Refusal {
    fn words(self) -> &'static str {
        match self {
            Self::NotInThisStep => "Dit kan niet in deze stap van de route. Kijk bij ‘Nu’ wat wel kan.",
            Self::FormFirst => "Vul eerst het meldingsformulier in.",
            Self::VttFirst => "Veilig Thuis staat nog open. Meld eerst, of leg vast waarom het niet nodig is.",
            Self::NoReporter => "Er is geen melder: dit signaal kwam van het KMT. Dit hoeft niet.",
            Self::AgreeWithVttFirst => "Veilig Thuis nam het over. Kies of het over het gezin gaat, en wat je afsprak.",
            Self::ReopenFirst => "Heropen eerst het dossier. Er is vandaag nog iets te doen.",
            Self::NotAsked => "Deze vraag is nog niet aan de beurt. Beantwoord eerst de vragen ervoor.",
            Self::KmtFirst => "Doe eerst de check bij het KMT.",
            Self::TriesFirst => "Probeer het eerst op drie verschillende werkdagen, en op ten minste twee manieren.",
            Self::TableFirst => "Leg eerst vast wat er aan de tafel is besproken.",
            Self::EndDateNeeded => "De einddatum van het onderzoek is voorbij. Kies een nieuwe.",
            Self::FeedbackFirst => "Geef eerst de melder bericht.",
            Self::NotIdentified => "Stel eerst vast wie het vraagt.",
            Self::NothingToConfirm => "Deze vervolgstap is al bevestigd, of bestaat niet. Laad de pagina opnieuw.",
            Self::AlreadySettled => "De melder heeft al bericht gehad. Je hoeft niets meer te doen.",
            Self::AlreadySo => "Dit is al zo. Laad de pagina opnieuw om te zien hoe het nu is.",
            Self::NothingToDo => "Hier valt nu niets te doen. Laad de pagina opnieuw.",
            Self::CareShut => CARE_SHUT,
            Self::PackChanged => "Het dossier is intussen veranderd. Maak het stuk opnieuw, en lees het na.",
            Self::CaseFull | Self::CareFull | Self::PacksFull | Self::TooMany => full(self),
            Self::SourceWithoutGround => "Voor deze bron noemt de gemeente geen grondslag. Kies een andere bron.",
            Self::NoLead | Self::Chained | Self::NotForAll | Self::DecidedByLead => joining(self),
            Self::LeadFirst | Self::TellJoinedFirst | Self::UnjoinFirst => joining(self),
            Self::NotYours => "Dit is van een collega. Alleen wie het heeft of waarneemt, kan dit doen.",
            Self::NotAnOfficer => "Dit is geen aandachtsfunctionaris die een dossier kan hebben. Kies een ander.",
            Self::AlreadyAssigned => "Deze aandachtsfunctionaris heeft het dossier al. Kies een ander.",
            Self::NotThere => "Dat kan alleen een aandachtsfunctionaris die bij het werkoverleg was.",
            Self::Excluded => "Jij mag deze melding niet zien. Laat een collega haar opnemen, of bel het KMT.",
            Self::AlreadyExcluded => "Deze aandachtsfunctionaris is al uitgesloten. Je hoeft niets te doen.",
            Self::NotExcluded => "Deze aandachtsfunctionaris is niet uitgesloten. Je hoeft niets te doen.",
            Self::ExclusionWaits => EXCLUSION_WAITS,
            Self::ExcludedTheOwner => {
                "Wie de behandelaar uitsloot, krijgt het dossier niet. Laat een andere collega het doen."
            }
            Self::NobodyLeft => {
                "Dan blijft er niemand over die het dossier kan behandelen. Bel het KMT of de vertrouwenspersoon."
            }
            Self::SayOwnReport => "Gaat het om jezelf? Kies dan ‘Dit is mijn eigen melding’.",
            Self::KeyMissing => "Er ontbreekt een sleutel voor de nieuwe code. Laad de pagina opnieuw.",
            Self::NothingProposed => "Dit voorstel is er niet of niet meer. Laad de pagina opnieuw.",
            Self::WhichProposal => "Er wacht meer dan één voorstel. Kies om welk het gaat.",
            Self::OtherOfficerNeeded => "Hiervoor is een andere aandachtsfunctionaris nodig. Vraag een collega.",
            Self::OtherPersonNeeded => "Jij stelde dit voor. Een ander moet akkoord geven.",
            Self::ProcessingRestricted => "De verwerking is beperkt. Hef eerst de beperking op.",
            Self::BeingDestroyed => "Dit dossier wordt vernietigd. Er kan niets meer mee.",
            Self::OfficerProposes => "Een aandachtsfunctionaris stelt dit voor. Jij gaat akkoord, of niet.",
            Self::NotClosed => "Dit dossier is nog open. Sluit het eerst af.",
            Self::Blocked => "Er is een bewaarplicht, een beperking of een verzoek. Handel die eerst af.",
            Self::TooEarly => "Dit mag nog niet. Wacht tot de termijn om is.",
            Self::OfficerAgrees => {
                "Dit dossier is nog geen dertig dagen afgesloten. Een aandachtsfunctionaris moet akkoord geven."
            }
            Self::NoErasure => "AF en FG hebben geen wissing toegewezen. Kies een andere grond.",
            Self::AlreadyProposed => "Iemand stelde dit al voor. Kijk bij de voorstellen.",
            Self::UnderWay => "Dit dossier wordt al vernietigd. Je hoeft niets te doen.",
            Self::TooManyProposals => "Er wachten te veel voorstellen. Handel die eerst af.",
        }
    }
}
