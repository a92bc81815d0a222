//! Failures, as codes; `web` turns them into problem documents.
use keyvalue::StoreError;
use shared::{
    case::Refusal,
    contract::{ErrorItem, Problem, ProblemKind},
    flood::Price,
    report::{Finding, FindingCode},
};

/// For whoever sends a report without our page.
const WORK_ASKED: &str = "Er komen nu veel meldingen binnen. Los de opgave in prijs op en stuur dezelfde melding met \
    dezelfde sleutel en het antwoord in de kop Rekenwerk. Lukt dat niet, bel dan.";

/// A failure of a handler. It repeats nothing of the request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// A kind of problem with what to do, and the errors to name.
    Problem(ProblemKind, &'static str, Vec<ErrorItem>),
    /// The key was used for another melding; this is that one's code.
    KeyReused(String),
    /// The store cannot be reached or cannot make it durable.
    Unavailable,
    /// A stored record is not what it should be: names the kind of record only.
    Unreadable(&'static str),
    /// The keys are missing, malformed, or of another instance.
    Keys(Fault),
    /// Too many tries; whoever tries again sooner than this many seconds is refused again.
    TooMany {
        /// The value of `Retry-After`.
        seconds: u64,
    },
    /// A report costs computing now.
    Price(Price),
    /// Something that should not happen; the text says where to look.
    Internal(&'static str),
}

impl Failure {
    /// A problem of this kind, with what to do.
    #[must_use]
    pub fn of(kind: ProblemKind, detail: &'static str) -> Self {
        Self::Problem(kind, detail, Vec::new())
    }

    /// A 404: the thing does not exist, or the caller may not know that it does.
    #[must_use]
    pub fn not_found() -> Self {
        Self::of(ProblemKind::NotFound, "Dit bestaat niet, of het is niet voor jou.")
    }

    /// The errors of a body.
    #[must_use]
    pub fn bad_body(errors: Vec<ErrorItem>) -> Self {
        Self::Problem(ProblemKind::BadRequest, "Verbeter wat hieronder staat.", errors)
    }

    /// The errors of a query.
    #[must_use]
    pub fn bad_query(errors: Vec<ErrorItem>) -> Self {
        Self::Problem(ProblemKind::BadRequest, "Verbeter wat in de URL staat.", errors)
    }

    /// Somebody changed the case since it was read.
    #[must_use]
    pub fn stale() -> Self {
        Self::of(ProblemKind::Stale, "Haal het dossier opnieuw op. Wat je typte staat er nog.")
    }

    /// Others were faster, every time it was tried.
    #[must_use]
    pub fn busy() -> Self {
        Self::of(ProblemKind::Busy, "Probeer het nog een keer.")
    }

    /// A command that cannot be carried out now, with the code of the refusal.
    #[must_use]
    pub fn refused(code: &str) -> Self {
        let detail = "Dit past niet bij hoe het er nu voor staat. Kies iets wat nu wel kan.";
        Self::Problem(ProblemKind::Refused, "Haal op hoe het nu is.", vec![ErrorItem::new("", code, detail)])
    }

    /// The errors in the content of an act.
    #[must_use]
    pub fn found(findings: &[Finding<String>]) -> Self {
        let item = |found: &Finding<String>| ErrorItem::new(&found.field, found.code.as_str(), what_to_do(found.code));
        Self::bad_body(findings.iter().map(item).collect())
    }

    /// The findings of a melding's draft.
    #[must_use]
    pub fn findings(findings: &[Finding]) -> Self {
        let item =
            |finding: &Finding| ErrorItem::new(finding.field.as_str(), finding.code.as_str(), what_to_do(finding.code));
        let stopping = findings.iter().filter(|finding| !finding.code.is_warning());
        let errors = stopping.map(item).collect();
        Self::Problem(ProblemKind::InvalidReport, "Vul aan of verbeter wat hieronder staat.", errors)
    }

    /// Goes on with `instead` where a record cannot be read, and writes to the log which kind. For records without
    /// which there is still a right answer.
    ///
    /// # Errors
    /// Any other failure.
    pub fn unless_damaged<T>(self, instead: T) -> Result<T, Self> {
        if !matches!(self, Self::Unreadable(_)) {
            return Err(self);
        }
        self.log();
        Ok(instead)
    }

    /// The problem document.
    #[must_use]
    pub fn problem(&self) -> Problem {
        let of = |kind, detail| Problem::new(kind, detail);
        match self {
            Self::Problem(kind, detail, errors) => Problem { errors: errors.clone(), ..of(*kind, detail) },
            Self::KeyReused(code) => Problem {
                ontvangstcode: Some(code.clone()),
                ..of(ProblemKind::KeyReused, "De eerdere versie is binnen. Verstuur de nieuwe met een nieuwe sleutel.")
            },
            Self::Price(price) => Problem { price: Some(price.clone()), ..of(ProblemKind::WorkAsked, WORK_ASKED) },
            Self::Unavailable => {
                of(ProblemKind::Unavailable, "Er is niets bewaard. Probeer het over een paar minuten opnieuw.")
            }
            Self::Keys(fault) => of(ProblemKind::Unavailable, fault.sentence()),
            Self::TooMany { .. } => {
                of(ProblemKind::TooMany, "Er is te vaak geprobeerd. Wacht even en probeer het dan opnieuw.")
            }
            Self::Unreadable(_) | Self::Internal(_) => {
                of(ProblemKind::Internal, "Probeer het opnieuw. Blijft het zo? Bel de beheerder.")
            }
        }
    }

    /// Writes the loggable part to the log: never any content.
    pub fn log(&self) {
        match self {
            Self::Unreadable(what) => eprintln!("error: a stored {what} could not be read; run `meldroute controle`"),
            Self::Internal(what) => eprintln!("error: {what}"),
            Self::Keys(fault) => eprintln!("error: {}", fault.sentence()),
            Self::Unavailable => eprintln!("error: the store is unavailable"),
            Self::Problem(..) | Self::KeyReused(_) | Self::TooMany { .. } | Self::Price(_) => {}
        }
    }
}

/// The advice for a finding. The form has its own texts, for each field.
fn what_to_do(code: FindingCode) -> &'static str {
    match code {
        FindingCode::Required => "Vul dit in.",
        FindingCode::TooLong => "Maak dit korter.",
        FindingCode::BadCharacter => "Haal het teken weg dat hier niet kan.",
        FindingCode::BadShape => "Schrijf dit zoals in het voorbeeld in openapi.json.",
        FindingCode::UnknownIndicator => "Kies een signaal van de lijst van deze gemeente.",
        FindingCode::Duplicate => "Noem elke keuze één keer.",
        FindingCode::Contradiction => "Deze keuzes gaan niet samen: neem er een terug.",
        FindingCode::UnknownFunction => "Kies een functie die het profiel van deze gemeente noemt.",
        FindingCode::NobodyLeft => "Sluit minder functies uit, zodat iemand de melding kan lezen.",
        FindingCode::TooMany => "Stuur er minder.",
        FindingCode::InFuture => "Kies vandaag of eerder.",
        FindingCode::BeforeReceipt => "Kies de dag van de melding of later.",
        FindingCode::EndDateInPast => "Kies vandaag of later.",
        FindingCode::LaterDayNeeded => "Kies een dag na vandaag.",
        FindingCode::TooFarAhead => "Kies een dag die minder ver weg is.",
        FindingCode::NotAWorkingDay => "Kies een werkdag.",
        FindingCode::TooLongAgo => "Kijk het jaar na: dit is lang voor de melding.",
        FindingCode::SourceWithoutGround => "Kies een bron waarvoor het profiel van deze gemeente een grondslag noemt.",
        FindingCode::HoldsNames => "Haal namen, nummers en plekken van het dossier weg.",
        FindingCode::WrongGround => "Kies een grond die bij het besluit past.",
        FindingCode::OutOfBounds => "Kies iets binnen de grenzen van het profiel.",
        FindingCode::InUse => "Haal dit pas weg als niemand het meer gebruikt.",
        FindingCode::UsedBefore => "Kies een ander kenmerk: dit was eerder iets anders.",
        FindingCode::UnknownList => "Kies een lijst die er is.",
        FindingCode::PersonalTrait => "Haal weg wat over een kenmerk van een persoon gaat.",
        FindingCode::LooksLikeBsn => "Haal het BSN weg als het er niet in hoeft.",
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Unavailable(_) => Self::Unavailable,
            StoreError::Malformed(_) => Self::Unreadable("counter"),
        }
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::refused(refusal.as_str())
    }
}

/// Faults of the keys and of the values sealed with them, each with advice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// There is no public key.
    NoPublic,
    /// There is no secret key.
    NoSecret,
    /// The variable has an invalid value.
    Malformed,
    /// Public and secret are not a pair.
    NoPair,
    /// The first secret key is one that somebody may have seen.
    Leaked,
    /// The stored values were sealed with another key.
    Unknown,
    /// The store was written by a practice version, in a form that is no longer read.
    Earlier,
}

impl Fault {
    /// The fault and the advice, for the administrator.
    #[must_use]
    pub fn sentence(self) -> &'static str {
        match self {
            Self::NoPublic => {
                "De openbare sleutel ontbreekt. Maak sleutels met `meldroute sleutels nieuw` en geef ze aan de dienst."
            }
            Self::NoSecret => "De geheime sleutel ontbreekt. Geef SPIN_VARIABLE_SEALING_SECRETS aan de dienst.",
            Self::Malformed => {
                "In een sleutelvariabele staat geen sleutel. Neem hem over zoals `meldroute sleutels` hem schreef."
            }
            Self::NoPair => {
                "De openbare en de geheime sleutel horen niet bij elkaar. Zet de sleutels van deze omgeving."
            }
            Self::Leaked => {
                "De eerste geheime sleutel is als uitgelekt gemerkt. Zet er een nieuwe voor met `meldroute sleutels vervang`."
            }
            Self::Unknown => {
                "De gegevens horen bij een andere sleutel. Zet de sleutel terug of herstel hem met `meldroute sleutels herstel`."
            }
            Self::Earlier => {
                "Deze gegevens zijn door een eerdere versie bewaard, in een vorm die niet meer wordt gelezen. \
                 Die versie was alleen om te oefenen. Begin met een lege opslag."
            }
        }
    }
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        Self::Keys(fault)
    }
}
