//! The copy as a page to read or print. It has no script and no external style. Every text from outside is escaped.
use crate::{
    answer::Known,
    case::{
        Stage,
        export::{AccessCopy, CopyPerson, Passage},
        notes::{AgeGroup, PersonRole},
    },
    report::Subject,
};
use std::fmt::Write;

/// The page.
#[must_use]
pub fn document(copy: &AccessCopy) -> String {
    let mut page = String::from(
        "<!doctype html>\n<html lang=\"nl\"><head><meta charset=\"utf-8\"><title>Inzage</title></head><body>\n",
    );
    let about = match copy.subject {
        Subject::Person => "een persoon",
        Subject::Place => "een plek of bedrijf",
    };
    page.push_str("<h1>Inzage in je gegevens</h1>\n");
    add(&mut page, "p", &format!("Dossier {} van de gemeente gaat over {about}.", copy.number));
    page.push_str("<h2>Wat er wanneer gebeurde</h2>\n<ul>\n");
    for step in &copy.steps {
        add(&mut page, "li", &format!("{}: {}", step.day.format("%d-%m-%Y"), stage(step.stage)));
    }
    page.push_str("</ul>\n");
    copy.person.iter().for_each(|person| of_person(&mut page, person));
    copy.passages.iter().for_each(|passage| of_passage(&mut page, passage));
    page.push_str("<h2>Wat er niet in staat</h2>\n");
    let rest = "Gegevens van anderen en van wie meldde, staan er niet in (AVG artikel 15 lid 4).";
    add(&mut page, "p", &format!("{rest} Niet gegeven stukken tekst: {}.", copy.withheld));
    page.push_str("</body></html>\n");
    page
}

fn of_person(page: &mut String, person: &CopyPerson) {
    page.push_str("<h2>Over jou</h2>\n<ul>\n");
    let words = |role: &PersonRole| match role {
        PersonRole::Unknown => "onbekend",
        PersonRole::PossibleVictim => "misschien iemand die hulp nodig heeft",
        PersonRole::PossibleOffender => "misschien iemand die een ander iets aandoet",
        PersonRole::Witness => "getuige",
    };
    let role = person.roles.all().iter().map(words).collect::<Vec<_>>().join(", ");
    let age = match person.age {
        AgeGroup::Unknown => "onbekend",
        AgeGroup::Under12 => "jonger dan 12",
        AgeGroup::From12To17 => "12 tot en met 17",
        AgeGroup::From18To26 => "18 tot en met 26",
        AgeGroup::From27 => "27 en ouder",
    };
    let interpreter = match person.interpreter {
        Known::Yes => "ja",
        Known::No => "nee",
        Known::Unknown => "onbekend",
    };
    for (name, value) in [("Rol", role.as_str()), ("Leeftijd", age), ("Tolk nodig", interpreter)] {
        add(page, "li", &format!("{name}: {value}"));
    }
    page.push_str("</ul>\n");
}

fn of_passage(page: &mut String, passage: &Passage) {
    add(page, "h3", &passage.name);
    add(page, "p", &passage.text);
}

fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Reported => "melding ontvangen",
        Stage::Contact => "contact met wie meldde",
        Stage::Investigation => "onderzoek begonnen",
        Stage::Decision => "besproken",
        Stage::Done => "afgerond",
    }
}

fn add(page: &mut String, element: &str, text: &str) {
    // writing to a string cannot fail
    let _written = writeln!(page, "<{element}>{}</{element}>", escaped(text));
}

fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            '\n' => safe.push_str("<br>"),
            other => safe.push(other),
        }
    }
    safe
}
