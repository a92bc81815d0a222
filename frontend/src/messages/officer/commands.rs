use crate::messages::Words;
use shared::case::CommandKind;

/// The words of a command's dialog.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CommandText {
    /// Its heading.
    pub title: &'static str,
    /// One sentence under it, if there is something to know first.
    pub lead: &'static str,
    /// On the button that sends it.
    pub send: &'static str,
}

/// A command as a button of the case page.
impl Words for CommandKind {
    fn words(self) -> &'static str {
        match self {
            Self::RecordAttempt => "Niet bereikt",
            Self::RecordContact => "Contact vastleggen",
            Self::SaveForm => "Meldingsformulier invullen",
            Self::StartInvestigation => "Onderzoek starten",
            Self::RecordSource => "Bron vastleggen",
            Self::RecordKmtCheck => "KMT-check vastleggen",
            Self::RecordVtt => "Veilig Thuis vastleggen",
            Self::MoveToDecision => "Naar het beslismoment",
            Self::Decide => "Besluit vastleggen",
            Self::ConfirmReferral => "Ontvangst bevestigd",
            Self::GiveFeedback => "Terugkoppelen",
            Self::ProposeNoFeedback => "Terugkoppelen kan niet",
            Self::AgreeNoFeedback => "Akkoord: niet terugkoppelen",
            Self::Close => "Afsluiten",
            Self::CloseEarly => "Eerder afsluiten",
            Self::Reopen => "Heropenen",
            Self::AddRemark => "Notitie toevoegen",
            Self::Assign => "Toewijzen",
            Self::IssueCode => "Nieuwe code voor de melder",
            Self::Exclude => "Collega uitsluiten",
            Self::OwnReport => "Dit is mijn eigen melding",
            Self::ProposeLift => "Uitsluiting opheffen",
            Self::Agree => "Akkoord geven",
        }
    }
}

const fn text(title: &'static str, lead: &'static str, send: &'static str) -> CommandText {
    CommandText { title, lead, send }
}

/// The words of a command's dialog.
#[must_use]
#[expect(clippy::too_many_lines, reason = "a table of words: one entry for each command and nothing else")]
pub fn command_text(kind: CommandKind) -> CommandText {
    match kind {
        CommandKind::RecordAttempt => {
            text("Melder niet bereikt", "De termijn loopt door. Alleen echt contact stopt de klok.", "Poging bewaren")
        }
        CommandKind::RecordContact => {
            text("Contact met de melder", "Hiermee stopt de klok. De melder ziet: contact met jou.", "Contact bewaren")
        }
        CommandKind::SaveForm => text(
            "Meldingsformulier",
            "Vul in wat jij en de melder samen weten. Elke versie blijft in de tijdlijn staan.",
            "Formulier bewaren",
        ),
        CommandKind::StartInvestigation => text(
            "Onderzoek starten",
            "Zoek alleen wat de vraag beantwoordt. Spreek met de melder af hoe lang het duurt.",
            "Onderzoek starten",
        ),
        CommandKind::RecordSource => text(
            "Bron vastleggen",
            "Je kunt alleen bronnen kiezen waarvoor de gemeente een grondslag noemt.",
            "Bron bewaren",
        ),
        CommandKind::RecordKmtCheck => text("Check bij het KMT", "", "KMT-check bewaren"),
        CommandKind::RecordVtt => text(
            "Veilig Thuis Twente",
            "Meldroute meldt niet zelf bij Veilig Thuis. Advies vragen is geen melding.",
            "Bewaren",
        ),
        CommandKind::MoveToDecision => text(
            "Naar het beslismoment",
            "Het onderzoek is klaar. Het dossier komt op de agenda van het werkoverleg.",
            "Naar het beslismoment",
        ),
        CommandKind::Decide => {
            text("Besluit van het werkoverleg", "De melder ziet nooit wie het ontvangt.", "Besluit bewaren")
        }
        CommandKind::ConfirmReferral => text("Ontvangst bevestigd", "", "Bevestiging bewaren"),
        CommandKind::GiveFeedback => text("Terugkoppelen aan de melder", "", "Terugkoppeling bewaren"),
        CommandKind::ProposeNoFeedback => text(
            "Terugkoppelen kan niet",
            "Bijvoorbeeld: de melder is weg of niet te bereiken, of politie of OM vroeg erom. Een collega moet akkoord geven.",
            "Voorstel bewaren",
        ),
        CommandKind::AgreeNoFeedback => text(
            "Akkoord: niet terugkoppelen",
            "Lees in de tijdlijn waarom je collega dit voorstelt. Je besluit dit samen.",
            "Ik ga akkoord",
        ),
        CommandKind::Close => text(
            "Dossier afsluiten",
            "De melder ziet: afgerond. Heropenen kan altijd, met een reden.",
            "Dossier afsluiten",
        ),
        CommandKind::CloseEarly => text(
            "Eerder afsluiten",
            "Alleen bij een vergissing, een dubbele melding, of als het geen mensenhandel is.",
            "Dossier afsluiten",
        ),
        CommandKind::Reopen => text("Dossier heropenen", "De melder ziet dat het weer loopt.", "Heropenen"),
        CommandKind::AddRemark => text("Notitie", "Een vraag, een antwoord of een afspraak.", "Notitie bewaren"),
        CommandKind::Assign => text("Dossier toewijzen", "", "Toewijzen"),
        CommandKind::IssueCode => text(
            "Nieuwe code voor de melder",
            "Bel eerst terug via de interne gids, zodat je weet wie je spreekt. De oude code werkt daarna niet meer.",
            "Nieuwe code maken",
        ),
        CommandKind::Exclude => text(
            "Collega uitsluiten",
            "Bijvoorbeeld als het over je collega gaat, of over iemand die je collega goed kent. Je collega ziet dit dossier daarna nergens meer. Opheffen kan alleen met twee anderen.",
            "Sluit uit",
        ),
        CommandKind::OwnReport => text(
            "Dit is mijn eigen melding",
            "Je behandelt nooit een melding van jezelf. Je ziet dit dossier daarna nergens meer. Met je code volg je wel hoe het ervoor staat.",
            "Dit is mijn eigen melding",
        ),
        CommandKind::ProposeLift => text(
            "Uitsluiting opheffen",
            "Een andere collega moet akkoord geven. Niet degene om wie het gaat.",
            "Voorstel bewaren",
        ),
        CommandKind::Agree => text(
            "Akkoord geven",
            "Lees in de tijdlijn wat je collega voorstelt. Je besluit dit samen. Het gebeurt zodra je akkoord geeft.",
            "Ik ga akkoord",
        ),
    }
}
