//! The texts of the melder's form beside the names of its fields: the same in the app and on the plain pages.
use shared::report::{Field, Part, VttState};

/// The heading of a part of the form.
#[must_use]
pub fn title(part: Part) -> &'static str {
    match part {
        Part::Subject => "Waar gaat het over?",
        Part::Signals => "Wat viel je op?",
        Part::Story => "Vertel het in je eigen woorden",
        Part::Safety => "Is iedereen veilig?",
        Part::Reporter => "Wie kunnen we bellen?",
    }
}

/// How far somebody is in the form.
#[must_use]
pub fn step_of(number: usize, all: usize) -> String {
    format!("Stap {number} van {all}")
}

/// Two or three short answers fit side by side, also on a phone.
#[must_use]
pub fn are_short(answers: &[&str]) -> bool {
    answers.len() < 4 && answers.iter().all(|answer| answer.len() < 13)
}

/// The text before the questions of a part; empty for none.
#[must_use]
pub fn lead(part: Part) -> &'static str {
    match part {
        Part::Subject => "",
        Part::Safety => "Twijfel je? Kies ‘Weet ik niet’. We doen dan alsof het zo is.",
        Part::Signals => "Kies wat je zag. Eén signaal bewijst niets. Staat het er niet bij? Ga verder.",
        Part::Story => "Schrijf op wat je zelf zag of hoorde. Zoek niets extra op. Vul geen burgerservicenummer in.",
        Part::Reporter => "Een aandachtsfunctionaris belt je. Je leidinggevende en je collega’s zien je melding niet.",
    }
}

/// Under the name of a field; empty for none.
#[must_use]
pub fn hint(field: Field) -> &'static str {
    match field {
        Field::Forms => "Je mag meer kiezen. Onder de 18 hoeft er geen dwang te zijn.",
        Field::Story => "Kort is goed. Je hoeft niets te bewijzen.",
        Field::When => "Bijvoorbeeld: gisteren rond 14.00 uur",
        Field::Place => "Bijvoorbeeld: een adres, of aan onze balie",
        Field::Known => "Alleen wat je al weet.",
        Field::Colleague => "Of over iemand die meldingen leest, zoals een aandachtsfunctionaris.",
        Field::Excluded => {
            "Wie je kiest, kan deze melding niet openen. Aan de nummers kan wel opvallen dat er een is. Kies niemand als het niet hoeft."
        }
        Field::VttWhy => "Twijfel je of durf je niet? Wij bellen met je mee.",
        Field::Phone => "Een intern nummer of een nummer van jezelf mag ook.",
        Field::Reachable => "Bijvoorbeeld: elke dag tot 17.00 uur, niet op woensdag",
        Field::List
        | Field::Subject
        | Field::Ticks
        | Field::Minor
        | Field::Acute
        | Field::Called112
        | Field::VttState
        | Field::VttWho
        | Field::VttWhen
        | Field::VttReference
        | Field::Name
        | Field::Team
        | Field::Email
        | Field::ColleagueName
        | Field::ColleaguePhone
        | Field::CallFirst
        | Field::Way
        | Field::KmtWho
        | Field::KmtDay
        | Field::KmtReference => "",
    }
}

/// Under the e-mail address, where melders are told by mail that there is news.
pub const MAILED: &str = "Bij nieuws krijg je een e-mail. Waarover staat er niet in.";

/// The value of `autocomplete`, for the browser. Only what is about the melder (WCAG 1.3.5).
#[must_use]
pub fn autocomplete(field: Field) -> &'static str {
    match field {
        Field::Name => "name",
        Field::Phone => "tel",
        Field::Email => "email",
        Field::List
        | Field::Subject
        | Field::Forms
        | Field::Ticks
        | Field::Story
        | Field::When
        | Field::Place
        | Field::Known
        | Field::Colleague
        | Field::Excluded
        | Field::Minor
        | Field::Acute
        | Field::Called112
        | Field::VttState
        | Field::VttWho
        | Field::VttWhen
        | Field::VttReference
        | Field::VttWhy
        | Field::Team
        | Field::Reachable
        | Field::ColleagueName
        | Field::ColleaguePhone
        | Field::CallFirst
        | Field::Way
        | Field::KmtWho
        | Field::KmtDay
        | Field::KmtReference => "off",
    }
}

/// The advice that follows from the contact with Veilig Thuis; empty for none.
#[must_use]
pub fn after_veilig_thuis(state: VttState) -> &'static str {
    match state {
        VttState::Advised => "Goed dat je belde. Spreek af wie er meldt: advies is nog geen melding.",
        VttState::NotReached => "Bel straks nog een keer. Veilig Thuis is er dag en nacht.",
        VttState::Reported | VttState::NotYet => "",
    }
}

/// The heading of what happens with the melder's name.
pub const MY_NAME: &str = "Wat gebeurt er met mijn naam?";
/// What happens with it (domain §3, "The melder is protected"; WGS and police law may oblige the gemeente otherwise).
pub const ABOUT_MY_NAME: [&str; 3] = [
    "Alleen de aandachtsfunctionarissen zien je naam. Je leidinggevende en je team zien hem niet.",
    "De persoon, de ander, de familie en het bedrijf horen hem niet van ons.",
    "Delen we iets met anderen? Dan staat je naam er niet in. Alleen een wet kan ons daartoe dwingen.",
];
/// For the safety of whoever reports.
pub const NEVER_ALONE: &str = "Ga nooit alleen. Blijf rustig. Beloof niets. Confronteer niemand.";
/// The title of a notice about a report on a colleague.
pub const RATHER_CALL: &str = "Bel liever eerst";
/// What that notice says before its numbers.
pub const COLLEAGUES_READ: &str = "De aandachtsfunctionarissen van je gemeente lezen elke melding. Wil je dat niet? \
    Kies hieronder wie dit niet mag zien, of bel:";
/// What it says after them.
pub const GO_ON: &str = "Je kunt ook gewoon verdergaan.";
/// For acute danger.
pub const CALL_NOW: &str = "Bel nu. Wacht niet op ons: we lezen meldingen alleen op werkdagen.";
/// The title above the alarm number.
pub const DANGER: &str = "Direct gevaar";
/// Who answers the alarm number.
pub const DANGER_WHO: &str = "Politie, ambulance, brandweer";
/// The title above the number of Veilig Thuis.
pub const MINOR_OR_UNSAFE: &str = "Iemand jonger dan 18? Of is het thuis nu niet veilig?";
/// The heading of the questions about Veilig Thuis.
pub const CALL_VEILIG_THUIS: &str = "Bel Veilig Thuis";
/// What to know before calling Veilig Thuis.
pub const ABOUT_VEILIG_THUIS: [&str; 2] = [
    "Meldroute meldt niet voor je. Advies vragen is nog geen melding. Zeg dat je aan mensenhandel denkt.",
    "Het gezin hoort meestal wie er heeft gemeld. Is dat gevaarlijk? Zeg dat er meteen bij.",
];
/// When there is danger and nobody called: a title and what to do.
pub const NOT_CALLED: [&str; 2] =
    ["Bel nu 112", "112 is nog niet gebeld. Wacht niet op ons: we lezen meldingen alleen op werkdagen."];
/// When there is danger and 112 was called; the number follows.
pub const CALL_AGAIN: &str = "Is er nog gevaar, of wordt het erger? Bel weer ";
/// When nobody knows whether there is danger: a title and what to do.
pub const NOT_SURE: [&str; 2] = [
    "Weet je niet of er gevaar is?",
    "Bel de politie of Veilig Thuis voor advies. Wacht niet op ons: we lezen meldingen alleen op werkdagen.",
];
/// The title above the number of the police, and who answers it.
pub const POLICE: [&str; 2] = ["Geen spoed, wel vragen", "Politie"];
/// The title of the reminder of Veilig Thuis, and what it says before the number.
pub const THINK_OF_VEILIG_THUIS: [&str; 2] = ["Denk aan Veilig Thuis", "Meldroute meldt niet voor je. Bel "];
/// What the receipt says of the code.
pub const KEEP_CODE: &str = "Met deze code zie je hoe het verder gaat. Bewaar hem waar alleen jij hem ziet. Kwijt? Vraag \
    een aandachtsfunctionaris om een nieuwe.";
/// What the receipt says besides, where photos may be added.
pub const PHOTO_TOO: &str = "Met de code kun je later ook een foto toevoegen.";
/// Where nobody reads reports yet.
pub const NOBODY_READS: [&str; 2] = ["Hier leest nu niemand je melding", "Bel "];

#[cfg(test)]
mod tests {
    use super::are_short;

    #[test]
    fn only_a_few_short_answers_are_side_by_side() {
        assert!(are_short(&["Ja", "Nee", "Weet ik niet"]));
        assert!(!are_short(&["Over een persoon", "Over een plek of bedrijf"]));
        assert!(!are_short(&["Ja", "Nee", "Soms", "Nooit"]));
    }
}
