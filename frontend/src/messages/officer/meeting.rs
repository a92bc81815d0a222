//! The werkoverleg.
use super::facts::{Fact, fact};
use crate::messages::{Words, day_with_year};
use shared::{
    case::{
        meeting::MeetingReason,
        notes::{Ruling, VttNote},
    },
    id::AccountId,
};

impl Words for MeetingReason {
    fn words(self) -> &'static str {
        match self {
            Self::AtDecision => "Wacht op een besluit",
            Self::Late => "Te laat",
            Self::Asked => "Gevraagd om te bespreken",
        }
    }
}

/// What to do about a field of a werkoverleg, by its name on the wire.
#[must_use]
pub fn meeting_advice(field: &str) -> &'static str {
    match field {
        "datum" => "Kies een dag binnen een jaar.",
        "aanwezig" => "Kies wie erbij is: minstens een, en hooguit 20.",
        "ookAanwezig" => "Kies er hooguit 20.",
        "volgende" => "Kies een dag na dit overleg, binnen een jaar.",
        _ => "Kies hooguit 40 dossiers tegelijk.",
    }
}

/// When a decision was taken, who was there, and what was discussed with the melder before.
#[must_use]
pub fn meeting_facts(ruling: &Ruling, name: impl Fn(&AccountId) -> String) -> Vec<Fact> {
    let names = ruling.present.iter().map(name);
    let others = ruling.others.iter().map(|one| one.as_str().replace('-', " "));
    let there = names.chain(others).collect::<Vec<_>>().join(", ");
    let mut facts: Vec<Fact> =
        ruling.talked.iter().map(|text| fact("Besproken met de melder", text.as_str())).collect();
    facts.extend(ruling.held.map(|day| fact("Werkoverleg van", day_with_year(day))));
    if !there.is_empty() {
        facts.push(fact("Erbij", there));
    }
    facts
}

/// How it stands with Veilig Thuis, without who called and when.
#[must_use]
pub fn vtt_stand_words(note: &VttNote) -> &'static str {
    match note {
        VttNote::Reported { .. } => "Gemeld",
        VttNote::TakenOver { .. } => "Overgenomen door Veilig Thuis",
        VttNote::Advised {} => "Advies gevraagd",
        VttNote::NotReached {} => "Niet bereikt",
        VttNote::NotYet { .. } => "Nog niet gebeld",
        VttNote::Declined { .. } => "Niet aangenomen",
        VttNote::NotNeeded { .. } => "Niet nodig",
    }
}
