//! The sentences about something stored that cannot be read.
use crate::day;
use shared::audit::Unreadable;

/// The sentence for one.
#[must_use]
pub fn unreadable(what: &Unreadable) -> String {
    match what {
        Unreadable::Report { number, since } => format!(
            "Melding nummer {number} is binnengekomen maar onleesbaar, sinds {}. Belt er een melder die niets hoorde? \
             Neem de melding dan op met ‘Melding opnemen’.",
            day(*since)
        ),
        Unreadable::Sealed { number, since } => format!(
            "Melding nummer {number} is verzegeld binnengekomen en gaat niet open of klopt niet, sinds {}. Op \
             ‘Mijn melding’ staat dat. Belt er een melder? Neem de melding dan op met ‘Melding opnemen’.",
            day(*since)
        ),
        Unreadable::Lines { from, to } => {
            format!("De dossiers met nummer {from} tot en met {to} ontbreken in de lijsten.")
        }
        Unreadable::Relations => {
            "Waarnemingen, overdrachten en noodtoegang zijn onleesbaar. Zolang dat zo is, gelden ze niet.".to_owned()
        }
    }
}
