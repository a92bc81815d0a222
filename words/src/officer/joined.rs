//! The timeline's words for joining.
use super::facts::{Told, fact, with};
use shared::case::{Event, notes::LeadStand};

/// The text of an event about the lead case of a report ([`Event::is_of_joining`]).
pub(super) fn told(event: &Event) -> Told {
    if let Event::Joined(note) = event {
        with(format!("Samengevoegd onder {}", note.number), vec![fact("Reden", note.reason.as_str())])
    } else if let Event::Unjoined(note) = event {
        with("Losgemaakt: gaat zelf verder", vec![fact("Reden", note.reason.as_str())])
    } else if let Event::LeadMoved(note) = event {
        with(moved(note.stand), vec![])
    } else {
        with("Afgesloten met het hoofddossier", vec![])
    }
}

fn moved(stand: LeadStand) -> &'static str {
    match stand {
        LeadStand::Begun => "Hoofddossier: nog niet in onderzoek",
        LeadStand::Investigated => "Hoofddossier: in onderzoek",
        LeadStand::Discussed => "Hoofddossier: wacht op het werkoverleg",
        LeadStand::Decided => "Hoofddossier: besloten. De melder kan bericht krijgen",
        LeadStand::Closed => "Hoofddossier: afgerond",
    }
}
