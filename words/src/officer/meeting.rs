//! The werkoverleg.
use super::facts::{Fact, Told, fact, with};
use crate::{Words, day_with_year};
use shared::{
    case::{
        meeting::MeetingReason,
        notes::{CareGround, CareOpening, MeetingNote, Ruling, VttNote},
    },
    id::{AccountId, FunctionId},
};

impl Words for MeetingReason {
    fn words(self) -> &'static str {
        match self {
            Self::AtDecision => "Wacht op een besluit",
            Self::Late => "Te laat",
            Self::Asked => "Gevraagd om te bespreken",
            Self::Undecided => "Besproken, nog geen besluit",
        }
    }
}

impl Words for CareGround {
    fn words(self) -> &'static str {
        match self {
            Self::Danger => "Er is gevaar voor iemand",
            Self::Decision => "Zonder deze informatie kan het werkoverleg niet besluiten",
            Self::Agreed => "De persoon om wie het gaat, vindt het goed",
            Self::VeiligThuis => "Veilig Thuis vraagt het, of werkt eraan mee",
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

/// What was said in a werkoverleg that decided nothing, and who was there.
pub(super) fn talked_over(note: &MeetingNote, name: impl Fn(&AccountId) -> String) -> Vec<Fact> {
    let mut facts = said_there(note);
    facts.push(fact("Erbij", there(&note.present, &note.others, name)));
    facts
}

/// The same, without who was there: for the sheet.
#[must_use]
pub fn said_there(note: &MeetingNote) -> Vec<Fact> {
    let mut facts = vec![fact("Werkoverleg van", day_with_year(note.held)), fact("Besproken", note.said.as_str())];
    facts.extend(note.to_do.iter().map(|text| fact("Te doen", text.as_str())));
    facts.push(fact("Opnieuw bespreken op", day_with_year(note.again)));
    facts
}

/// That somebody opened the compartment on care and health: never what stands there.
pub(super) fn care_opened(note: &CareOpening) -> Told {
    let facts = vec![fact("Grond", note.ground.words()), fact("Reden", note.reason.as_str())];
    with("Zorg en gezondheid geopend", facts)
}

fn there(present: &[AccountId], others: &[FunctionId], name: impl Fn(&AccountId) -> String) -> String {
    let names = present.iter().map(name);
    let others = others.iter().map(|one| one.as_str().replace('-', " "));
    names.chain(others).collect::<Vec<_>>().join(", ")
}

/// When a decision was taken, who was there, and what was discussed with the melder before.
#[must_use]
pub fn meeting_facts(ruling: &Ruling, name: impl Fn(&AccountId) -> String) -> Vec<Fact> {
    let there = there(&ruling.present, &ruling.others, name);
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
