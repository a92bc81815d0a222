//! The texts of every act.
use super::act_text::{ActText, acts};
use crate::Words;
use shared::case::ActKind;

impl Words for ActKind {
    fn words(self) -> &'static str {
        act_text(self).button
    }
}

acts! {
    RecordAttempt = "Niet bereikt" {
        title: "Melder niet bereikt",
        lead: "De termijn loopt door. Alleen echt contact stopt de klok.",
        send: "Poging bewaren",
        done: "De poging is bewaard.",
    },
    RecordContact = "Contact vastleggen" {
        title: "Contact met de melder",
        lead: "Hiermee stopt de klok. De melder ziet: contact met jou.",
        send: "Gesproken: klok stopt",
        done: "Het contact is bewaard. De klok staat stil.",
    },
    ProposeNoContact = "Verder zonder contact" { title: "Verder zonder contact met de melder", send: "Voorstel bewaren",
        lead: "Niet te bereiken? Probeer het eerst op drie werkdagen en op twee manieren. Een collega moet akkoord geven.",
        done: "Het voorstel is bewaard. Een collega moet akkoord geven." },
    RecordLateContact = "Alsnog contact vastleggen" { title: "Alsnog contact met de melder", send: "Contact bewaren",
        lead: "De melder ziet daarna: contact met jou.", done: "Het contact is bewaard." },
    SaveForm = "Meldingsformulier invullen" {
        title: "Meldingsformulier",
        lead: "Vul in wat jij en de melder samen weten. Elke versie blijft in de tijdlijn staan.",
        send: "Formulier bewaren",
        done: "Het formulier is bewaard.",
    },
    StartInvestigation = "Onderzoek starten" {
        lead: "Zoek alleen wat de vraag beantwoordt. Spreek met de melder af hoe lang het duurt.",
        send: "Onderzoek starten",
        done: "Het onderzoek is gestart.",
    },
    RecordSource = "Bron vastleggen" {
        lead: "Je kunt alleen bronnen kiezen waarvoor de gemeente een grondslag noemt.",
        send: "Bron bewaren",
        done: "De bron is bewaard.",
    },
    MoveEndDate = "Einddatum verplaatsen" {
        lead: "Spreek de nieuwe dag af met de melder. Kies een werkdag, binnen een half jaar.",
        send: "Einddatum bewaren",
        done: "De einddatum is verplaatst.",
    },
    NoteTask = "Taak noteren" { title: "Taak voor het onderzoek", send: "Taak bewaren", done: "De taak is bewaard.",
        lead: "Wat is er uit te zoeken, wie doet het en wanneer is het klaar? De taak komt op die dag in je lijst." },
    FinishTask = "Taak afronden" { lead: "Schrijf op wat eruit kwam, ook als dat niets was.", send: "Taak afronden",
        done: "De taak is afgerond." },
    AskReporter = "Vraag aan de melder" { send: "Vraag klaarzetten", done: "De vraag staat klaar voor de melder.",
        lead: "De melder leest dit met de code en kan daar antwoorden. Er gaat geen bericht uit. Noem geen namen." },
    SettleQuestion = "Vraag aan de melder afronden" { send: "Vraag afronden", done: "De vraag is afgerond.",
        lead: "Hoorde je het antwoord op een andere manier, of is het niet meer nodig? De melder leest dit niet." },
    RecordKmtCheck = "KMT-check vastleggen" {
        title: "Check bij het KMT",
        send: "KMT-check bewaren",
        done: "De KMT-check is bewaard.",
    },
    AskKmt = "Advies vragen aan het KMT" {
        title: "Advies zonder namen",
        lead: "Een adviseur leest dit zonder het dossier te zien. Staat er een naam in, dan gaat de vraag niet weg.",
        send: "Vraag advies",
        done: "De vraag staat klaar.",
    },
    ReplyToKmt = "Het KMT antwoorden" { title: "Antwoord aan het KMT", send: "Antwoord klaarzetten",
        lead: "De adviseur krijgt geen bericht: bel of mail dat je antwoord klaarstaat.",
        done: "Het antwoord staat klaar." },
    EndKmtQuestion = "Vraag aan het KMT sluiten" { lead: "De adviseur kan daarna niet meer antwoorden.", send: "Vraag sluiten",
        done: "De vraag is gesloten." },
    RecordVtt = "Veilig Thuis vastleggen" {
        title: "Veilig Thuis",
        lead: "Meldroute meldt niet zelf bij Veilig Thuis. Advies vragen is geen melding: het blijft dan open.",
        send: "Bewaren",
        done: "Bewaard wat er met Veilig Thuis is gedaan.",
    },
    CorrectSafety = "Leeftijd of gevaar corrigeren" {
        lead: "Wat de melder schreef, blijft staan. Is het erger dan bekend was? Dan geldt het meteen. Is het minder erg? Dan moet een collega akkoord geven.",
        send: "Correctie bewaren",
    },
    NoteMeldcode = "Meldcode invullen" {
        title: "Meldcode",
        lead: "De meldcode gaat alleen over huiselijk geweld en kindermishandeling. De route mensenhandel gaat door, wat er ook uitkomt.",
        send: "Bewaren",
    },
    MoveToDecision = "Naar het beslismoment" {
        lead: "Het onderzoek is klaar. Het dossier komt op de agenda van het werkoverleg.",
        send: "Naar het beslismoment",
        done: "Het dossier wacht op het werkoverleg.",
    },
    NoteMeeting = "Besproken, nog geen besluit" { send: "Bewaar wat is besproken", done: "Bewaard. Het dossier komt terug in het werkoverleg.",
        lead: "Schrijf kort op wat er is gezegd en wat er moet gebeuren. Het staat in het dossier en op het blad voor het volgende overleg." },
    Decide = "Besluit vastleggen" {
        title: "Besluit van het werkoverleg",
        lead: "Wie bij het werkoverleg was, besluit. Een andere aandachtsfunctionaris die erbij was, geeft akkoord. De melder ziet nooit wie het ontvangt.",
        send: "Besluit voorleggen",
        done: "Het besluit ligt voor. Een collega die erbij was, moet akkoord geven.",
    },
    BackToInvestigation = "Terug naar het onderzoek" { lead: "Dan gaat het onderzoek verder waar het was.",
        send: "Terug naar het onderzoek", done: "Het dossier is terug in het onderzoek." },
    ConfirmReferral = "Ontvangst bevestigd" { send: "Bevestiging bewaren", done: "De bevestiging is bewaard." },
    GiveFeedback = "Terugkoppelen" { title: "Terugkoppelen aan de melder", send: "Terugkoppeling bewaren", done: "De terugkoppeling is bewaard." },
    ProposeNoFeedback = "Terugkoppelen kan niet" {
        lead: "Bijvoorbeeld: de melder is weg of niet te bereiken, of politie of OM vroeg erom. Een collega moet akkoord geven.",
        send: "Voorstel bewaren",
        done: "Het voorstel is bewaard. Een collega moet akkoord geven.",
    },
    RecordAnswer = "Antwoord van een ontvanger" { send: "Antwoord bewaren", done: "Het antwoord is bewaard.",
        lead: "Dit kan ook als het dossier al dicht is." },
    RecordDiscussed = "Is het besproken?" { send: "Uitkomst bewaren", done: "De uitkomst is bewaard.",
        lead: "Schrijf op wat daar is besloten." },
    MoveTable = "Op een andere dag besproken" { send: "Nieuwe dag bewaren", done: "De nieuwe dag is bewaard." },
    Close = "Afsluiten" { title: "Dossier afsluiten", send: "Dossier afsluiten", done: "Het dossier is afgesloten.",
        lead: "De melder ziet: afgerond. Heropenen kan altijd, met een reden." },
    CloseEarly = "Eerder afsluiten" {
        lead: "Alleen bij een vergissing, een dubbele melding, of als het geen mensenhandel is.",
        send: "Dossier afsluiten",
        done: "Het dossier is afgesloten.",
    },
    CloseUntold = "Afsluiten zonder het te vertellen" { title: "Afsluiten zonder het de melder te vertellen",
        lead: "Alleen als je de melder niets kunt vertellen. Een collega moet akkoord geven, tenzij dat al is gebeurd.",
        send: "Bewaren", done: "Het is bewaard." },
    Reopen = "Heropenen" {
        title: "Dossier heropenen",
        lead: "De melder ziet dat het weer loopt. Voor de volgende stap zijn er drie werkdagen.",
        send: "Heropenen",
        done: "Het dossier is weer open.",
    },
    Join = "Samenvoegen" { title: "Samenvoegen met een ander dossier", send: "Samenvoegen", done: "De melding is samengevoegd.",
        lead: "Voor meldingen over dezelfde persoon of plek. Onderzoek en besluit gaan verder in het hoofddossier. De melder houdt een eigen code en krijgt hier bericht. Losmaken kan altijd." },
    Unjoin = "Losmaken" { title: "Weer een eigen dossier", send: "Losmaken", done: "De melding gaat zelf verder.",
        lead: "De melding gaat verder waar zij was, met dezelfde termijn." },
    AddRemark = "Notitie toevoegen" {
        title: "Notitie",
        lead: "Een vraag, een antwoord of een afspraak. Dit kan ook als het dossier al dicht is.",
        send: "Notitie bewaren",
        done: "De notitie is bewaard.",
    },
    Assign = "Toewijzen" { title: "Dossier toewijzen", send: "Toewijzen", done: "Het dossier is toegewezen." },
    IssueCode = "Nieuwe code voor de melder" {
        lead: "Bel eerst terug via de interne gids, zodat je weet wie je spreekt. De oude code werkt daarna niet meer.",
        send: "Nieuwe code maken",
        done: "De nieuwe code is gemaakt.",
    },
    Exclude = "Collega uitsluiten" {
        lead: "Bijvoorbeeld als het over je collega gaat, of over iemand die je collega goed kent. Het werkt meteen, drie werkdagen lang. Gaat daarna geen tweede persoon akkoord, een andere AF of de FG? Dan vervalt het. Blijft er geen andere collega over? Dan werkt het pas na akkoord van de FG.",
        send: "Sluit uit",
        done: "De uitsluiting is bewaard. Een tweede persoon moet akkoord geven.",
    },
    OwnReport = "Dit is mijn eigen melding" {
        lead: "Je behandelt nooit een melding van jezelf. Je ziet dit dossier daarna nergens meer. Met je code volg je wel hoe het ervoor staat.",
        send: "Dit is mijn eigen melding",
        done: "Je ziet dit dossier niet meer.",
    },
    ProposeLift = "Uitsluiting opheffen" {
        lead: "Een andere collega moet akkoord geven. Niet degene om wie het gaat.",
        send: "Voorstel bewaren",
        done: "Het voorstel is bewaard. Een collega moet akkoord geven.",
    },
    Agree = "Akkoord geven" {
        lead: "Lees wat je collega voorstelt. Je besluit dit samen. Het gebeurt zodra je akkoord geeft.",
        send: "Ik ga akkoord",
        done: "Je akkoord is bewaard.",
    },
    Decline = "Niet akkoord" { lead: "Je collega leest waarom.", send: "Ik ga niet akkoord", done: "Je antwoord is bewaard." },
    Withdraw = "Mijn voorstel intrekken" { lead: "Je collega's lezen waarom.", send: "Voorstel intrekken",
        done: "Het voorstel is ingetrokken." },
    Correct = "Corrigeren" { lead: "Wat er staat, blijft staan. De correctie komt ernaast." },
    Hold = "Bewaarplicht vastleggen" {
        lead: "Bijvoorbeeld: er loopt een rechtszaak. Het dossier kan dan niet worden vernietigd.",
    },
    ProposeEndHold = "Bewaarplicht kan eraf" {
        lead: "Een andere AF gaat akkoord. Pas dan is de bewaarplicht weg.",
    },
    Restrict = "Verwerking beperken" {
        lead: "Het dossier is dan te zien, maar er kan niets meer mee (AVG artikel 18).",
    },
    LiftRestriction = "Beperking opheffen" {
        lead: "Vertel het eerst aan wie om de beperking vroeg.",
    },
    ReceiveRequest = "Verzoek vastleggen" {
        lead: "Zet hier geen naam of adres. De brief bewaar je in het register van de gemeente.",
    },
    ConfirmIdentity = "Identiteit vastgesteld" {
        lead: "Je weet nu zeker wie het vraagt. Zet hier geen naam of nummer van een document.",
    },
    AdviseRequest = "Advies over een verzoek" {
        lead: "De FG beslist mee en ziet alleen je besluit en de grond, niet je uitleg.",
    },
    Inform = "Betrokkene is ingelicht" {
        lead: "De persoon weet nu dat de gemeente deze gegevens heeft (AVG artikel 14).",
    },
    DeferInforming = "Inlichten uitstellen" {
        lead: "Alleen als vertellen gevaarlijk is, of een onderzoek schaadt.",
    },
    TakeOver = "Overgenomen door ander systeem" {
        lead: "Bewaart een ander systeem het dossier? Dan loopt de termijn hier vanaf die dag.",
    },
    BreakGlass = "Dossier van een collega geopend",
    OpenCare = "Zorg en gezondheid geopend",
    KeepPack = "Stuk voor een ontvanger vastgelegd",
    DecideRequest = "Advies over een verzoek beoordeeld",
    ConfirmExclusion = "Akkoord met een uitsluiting",
    ProposeDestruction = "Vernietigen voorgesteld",
    AgreeDestruction = "Akkoord met vernietigen",
    RejectDestruction = "Niet akkoord met vernietigen",
    ProposeTogether = "Samen afsluiten voorgesteld",
    AgreeTogether = "Samen met andere afgesloten",
    RejectTogether = "Niet akkoord met samen afsluiten",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_act_has_words_and_no_two_have_the_same_button() {
        for (at, kind) in ActKind::ALL.iter().enumerate() {
            let text = act_text(*kind);
            assert!(!text.title.is_empty() && !text.send.is_empty() && text.done.ends_with('.'), "{kind:?}");
            assert!(ActKind::ALL[..at].iter().all(|earlier| earlier.words() != kind.words()), "{kind:?}");
        }
    }
}
