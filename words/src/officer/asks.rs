//! The advice for a finding at a field of an act.
use super::advice::asks;
use shared::{
    case::act::draft::{
        AdviceField, AssignField, AttemptField, ConfirmationField, ContactField, CorrectionField, DeferralField,
        DraftField, EndDateField, ExclusionField, FeedbackField, InformedField, JoinField, KmtField, PersonField,
        PlanField, ReasonField, ReferralField, RemarkField, RequestField, RulingField, SheetField, SourceField,
        TakenOverField, TaskField, TaskResultField, WhyField, Within,
    },
    report::FindingCode,
};

/// The texts of a field of an act.
pub trait Asks: DraftField {
    /// The name of one of several: `Persoon`.
    const ITEM: &'static str = "";

    /// The advice for a field that is empty or malformed.
    fn ask(self) -> &'static str;
}

/// The advice for a finding; with several of a kind it names the one.
#[must_use]
pub fn act_finding<F: Asks>(field: F, code: FindingCode) -> String {
    let text = about(field, code);
    match field.item() {
        Some(at) => format!("{} {}: {text}", F::ITEM, at + 1),
        None => text,
    }
}

fn about<F: Asks>(field: F, code: FindingCode) -> String {
    use FindingCode as Code;
    let most = field.most().unwrap_or_default();
    let text = match code {
        Code::Required | Code::BadShape => field.ask(),
        Code::TooLong => return format!("Dit is te lang. Er passen {most} tekens in."),
        Code::TooMany => return format!("Dit zijn er te veel. Er passen er {most}."),
        Code::BadCharacter => "Er staat een teken in dat hier niet kan. Typ het opnieuw.",
        Code::Duplicate => super::clash::duplicate(field),
        Code::Contradiction => super::clash::contradiction(field),
        Code::InFuture => "Deze dag moet nog komen. Kies vandaag of eerder.",
        Code::BeforeReceipt => "Toen was de melding er nog niet. Kies een later moment.",
        Code::EndDateInPast => "De einddatum ligt in het verleden. Kies een latere dag.",
        Code::LaterDayNeeded => "Kies een dag na vandaag.",
        Code::TooFarAhead => super::clash::too_far(field),
        Code::NotAWorkingDay => "Dan werkt niemand. Kies een werkdag.",
        Code::TooLongAgo => "Dit is lang voor de melding. Kijk het jaar na.",
        Code::SourceWithoutGround | Code::WrongGround => super::clash::ground(field, code),
        Code::UnknownIndicator | Code::UnknownFunction | Code::NobodyLeft => "Dit is er niet meer. Kies opnieuw.",
        Code::OutOfBounds | Code::InUse | Code::UsedBefore | Code::UnknownList | Code::PersonalTrait => "Kijk dit na.",
        Code::HoldsNames => "Hier staat een naam, nummer of plek uit het dossier. Haal dat weg, of laat het weglakken.",
        Code::LooksLikeBsn => "Dit lijkt op een burgerservicenummer. Haal het weg: we hebben het niet nodig.",
    };
    text.into()
}

pub(super) const DAY: &str = "Vul een datum in: dag, maand en jaar.";
const MOMENT: &str = "Vul in wanneer het was: dag en tijd.";
const HOUSEHOLD: &str = "Kies of het over het gezin of het huis gaat.";
const AGREED: &str = "Schrijf op wat je met Veilig Thuis afsprak.";
pub(super) const WHY: &str = "Schrijf op waarom.";

asks! {
    AttemptField {
        Happened = MOMENT,
        Way = "Kies hoe je het probeerde.",
        Note = "Schrijf op wat er gebeurde.",
    }
    ContactField {
        Means = "Kies hoe je de melder sprak.",
        Happened = MOMENT,
        Summary = "Schrijf kort op wat jullie bespraken.",
    }
    PersonField {
        Role = "Kies de rol van deze persoon, of ‘Nog niet duidelijk’.",
        Age = "Kies de leeftijd, of ‘Onbekend’.",
        Description = "Schrijf op wie het is, of hoe je de persoon herkent.",
        Languages = "Vul de talen in.",
        Interpreter = "Kies of er een tolk nodig is.",
        Vulnerability = "Schrijf op wat deze persoon kwetsbaar maakt.",
        Number = "Dit klopt niet. Haal deze persoon weg en voeg hem opnieuw toe.",
    }
    PlanField {
        Question = "Schrijf op welke vraag je wilt beantwoorden.",
        Until = DAY,
        Household = HOUSEHOLD,
        Agreed = AGREED,
    }
    TaskField {
        What = "Schrijf op wat er uit te zoeken is.",
        Who = "Schrijf op wie het doet.",
        By = DAY,
    }
    TaskResultField { Task = "Kies een taak.", Outcome = "Schrijf op wat eruit kwam, ook als het niets was." }
    EndDateField { Until = DAY, Reason = WHY }
    SourceField {
        Source = "Kies een bron.",
        Day = DAY,
        Result = "Schrijf op wat eruit kwam, ook als het niets was.",
        Household = HOUSEHOLD,
        Agreed = AGREED,
    }
    KmtField {
        Kind = "Kies wat je vroeg.",
        Question = "Schrijf op wat je vroeg.",
        Summary = "Schrijf een samenvatting zonder namen.",
        Ground = "Vul de grondslag in.",
        AskedOf = "Vul in aan wie je het vroeg.",
        Day = DAY,
        Answer = "Schrijf op wat het antwoord was.",
    }
    ReferralField {
        To = "Kies een vervolgstap.",
        Receiver = "Vul in wie het ontvangt.",
        Ground = "Kies de grondslag. Geen grondslag, dan niet delen.",
        Shared = "Schrijf op wat je deelt.",
        Coerced = "Schrijf op of deze persoon gedwongen kan zijn, en waarom je dat denkt.",
        Consent = "Schrijf op wanneer en hoe de persoon het goedvond.",
        Day = DAY,
        Planned = DAY,
    }
    ConfirmationField {
        Referral = "Kies wie de ontvangst bevestigde.",
        Day = DAY,
    }
    FeedbackField {
        Means = "Kies hoe je het de melder vertelde.",
        Text = "Schrijf op wat je de melder vertelde.",
        Reporter = "Schrijf op wat de melder op Mijn melding leest, of laat het leeg.",
        Day = DAY,
    }
    RemarkField { Text = "Schrijf op wat je wilt onthouden." }
    ReasonField { Reason = WHY }
    AssignField { To = "Kies aan wie je het dossier geeft." }
    JoinField { Lead = "Vul het nummer van het hoofddossier in, zoals 2026-017.", Reason = WHY }
    ExclusionField {
        Who = "Kies om welke collega het gaat.",
        Reason = WHY,
    }
    CorrectionField {
        Part = "Kies waar het over gaat.",
        Wrong = "Schrijf op wat niet klopt.",
        Right = "Schrijf op wat het moet zijn.",
        AtRequestOf = "Kies wie erom vroeg.",
    }
    WhyField {
        Reason = WHY,
    }
    TakenOverField {
        System = "Vul in welk systeem.",
        Day = DAY,
    }
    RequestField {
        Right = "Kies wat de persoon vraagt.",
        Received = DAY,
        Identified = "Kies of je weet wie het vraagt.",
    }
    AdviceField {
        Request = "Kies het verzoek.",
        Verdict = "Kies wat je adviseert.",
        Ground = "Kies op welke grond.",
        Reason = WHY,
        Until = DAY,
        Person = "Kies de persoon.",
    }
    InformedField {
        How = "Kies hoe.",
        Day = DAY,
    }
    DeferralField {
        Ground = "Kies op welke grond.",
        Reason = WHY,
        Review = DAY,
    }
}

impl Asks for SheetField {
    const ITEM: &'static str = "Persoon";

    fn ask(self) -> &'static str {
        match self {
            Self::Persons(Within::List) => "Voeg een persoon toe.",
            Self::Persons(Within::Item(_, field)) => field.ask(),
            Self::Safety => "Schrijf op hoe veilig het nu is. Weet je het niet? Schrijf dat.",
            Self::Children => "Kies of er kinderen in huis zijn.",
            Self::Control => "Schrijf op hoe iemand wordt gedwongen of tegengehouden.",
            Self::Place => "Schrijf op welke plek of welk bedrijf.",
            Self::Vehicles => "Vul de voertuigen in.",
            Self::Phones => "Vul de telefoonnummers in.",
            Self::Knows => "Kies of de persoon van de melding weet.",
            Self::Wishes => "Schrijf op wat de persoon zelf wil.",
            Self::ReporterDoes => "Schrijf op wat de melder doet.",
        }
    }
}

impl Asks for RulingField {
    const ITEM: &'static str = "Vervolgstap";

    fn ask(self) -> &'static str {
        match self {
            Self::Meaning => "Schrijf op wat jullie denken dat er speelt.",
            Self::Assessment => "Kies hoe jullie het inschatten.",
            Self::Held => "Kies wanneer het werkoverleg was.",
            Self::Present => "Kies welke aandachtsfunctionarissen erbij waren.",
            Self::Others => "Kies wie er nog meer was.",
            Self::Talked => "Schrijf op wat met de melder is besproken.",
            Self::Heard => "Kies of de melder is gehoord.",
            Self::WhyNotHeard => "Schrijf op waarom de melder niet is gehoord.",
            Self::Referrals(Within::List) => "Voeg ten minste een vervolgstap toe.",
            Self::Referrals(Within::Item(_, field)) => field.ask(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::case::act::draft::EarlyEndField;

    #[test]
    fn every_finding_says_what_to_do_and_at_which_of_several() {
        fn all<F: Asks>() {
            for field in F::all() {
                for code in FindingCode::ALL {
                    assert!(act_finding(field, *code).ends_with('.'), "{field:?} {code:?}");
                }
            }
        }
        all::<SheetField>();
        all::<RulingField>();
        all::<EarlyEndField>();
        let second = RulingField::Referrals(Within::Item(1, ReferralField::Receiver));
        assert_eq!(act_finding(second, FindingCode::Required), "Vervolgstap 2: Vul in wie het ontvangt.");
        let none = RulingField::Referrals(Within::List);
        assert_eq!(act_finding(none, FindingCode::Required), "Voeg ten minste een vervolgstap toe.");
        assert_eq!(act_finding(none, FindingCode::TooMany), "Dit zijn er te veel. Er passen er 10.");
        let long = act_finding(KmtField::AskedOf, FindingCode::TooLong);
        assert_eq!(long, "Dit is te lang. Er passen 200 tekens in.");
    }
}
