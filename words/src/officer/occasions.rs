//! What an AF can be told of, as a choice.
use shared::told::Occasion;

/// The label of its box.
#[must_use]
pub fn occasion(occasion: Occasion) -> &'static str {
    match occasion {
        Occasion::NewReport => "Er is een nieuwe melding",
        Occasion::Urgent => "Er is een melding met spoed",
        Occasion::TermTomorrow => "Een termijn is de volgende werkdag om",
        Occasion::TermToday => "Een termijn is vandaag om",
        Occasion::Agreement => "Iemand wacht op jouw akkoord",
        Occasion::Silent => "Een ontvanger bevestigt na vijf werkdagen nog niet",
        Occasion::Answered => "De melder of het KMT heeft geantwoord, of de melder voegde iets toe",
        Occasion::StandIn => "Waarnemen begint: jij voor een collega, of een collega voor jou",
        Occasion::Unopened => "Niemand heeft een melding op tijd geopend",
    }
}
