//! A part of the settings in words.
use super::asked::{asked_register, work_names};
use crate::messages::{Words, day_with_year, isolated};
use leptos::prelude::*;
use shared::{
    profile::{Backup, Contact, Domain, Function},
    retention::{Outcome, Terms},
    settings::{Part, Phones},
    sharing::{Sharing, SharingRule},
};

/// A part as a list of lines.
pub fn list(part: &Part) -> impl IntoView + use<> {
    let lines = lines(part);
    if lines.is_empty() {
        return view! { <p>"Geen."</p> }.into_any();
    }
    view! { <ul>{lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul> }.into_any()
}

/// Which functions are from veiligheid is said with their names.
fn function(one: &Function) -> String {
    let domain = if one.domain == Domain::Safety { " (veiligheid)" } else { "" };
    format!("{}{domain}", isolated(&one.name))
}

/// The lines of a part.
pub fn lines(part: &Part) -> Vec<String> {
    match part {
        Part::Phones(Some(Phones { kmt, confidant, officers, backup })) => {
            let mut lines = vec![contact("KMT", kmt), contact("Vertrouwenspersoon", confidant)];
            lines.extend(officers.iter().map(|one| contact("Aandachtsfunctionarissen", one)));
            lines.push(backup_line(backup.as_ref()));
            lines
        }
        Part::Closed(Some(days)) => days.iter().map(|day| day_with_year(*day)).collect(),
        Part::Sources(Some(sources)) => {
            sources.iter().map(|one| format!("{}: {}", isolated(&one.name), isolated(&one.ground))).collect()
        }
        Part::Texts(Some(texts)) => texts.iter().map(|text| isolated(text).into_owned()).collect(),
        Part::Name(Some(name)) => vec![isolated(name).into_owned()],
        Part::Functions(Some(all)) => all.iter().map(function).collect(),
        Part::Minutes(Some(minutes)) => {
            work_names().into_iter().zip(minutes.all()).map(|(name, all)| format!("{name}: {all} minuten")).collect()
        }
        Part::Sharing(Some(table)) => of_table(table),
        Part::Retention(Some(terms)) => of_terms(terms),
        Part::List(Some(version)) => vec![format!("Lijst {}", version.as_str())],
        Part::Register(Some(register)) => {
            let filled = asked_register().into_iter().zip(register.all()).filter(|(_, text)| !text.is_empty());
            filled.map(|(name, text)| format!("{name}: {}", isolated(text))).collect()
        }
        Part::Processors(Some(all)) => {
            all.iter().map(|one| format!("{}: {}", isolated(&one.name), isolated(&one.task))).collect()
        }
        Part::Phones(None)
        | Part::Closed(None)
        | Part::Sources(None)
        | Part::Texts(None)
        | Part::Name(None)
        | Part::Functions(None)
        | Part::Minutes(None)
        | Part::Sharing(None)
        | Part::Retention(None)
        | Part::List(None)
        | Part::Register(None)
        | Part::Processors(None) => Vec::new(),
    }
}

/// What may go where, in words: a line for each receiver.
fn of_table(table: &Sharing) -> Vec<String> {
    let established = table.established.map(|day| format!("Vastgesteld op {}", day_with_year(day)));
    table.rules.iter().map(rule).chain(established).collect()
}

fn rule(rule: &SharingRule) -> String {
    let list = |all: Vec<String>| if all.is_empty() { "niets".to_owned() } else { all.join(", ") };
    let may = list(rule.may.iter().map(|kind| kind.words().to_owned()).collect());
    let grounds = list(rule.grounds.iter().map(|ground| isolated(ground).into_owned()).collect());
    let consent = if rule.consent { "; alleen als de persoon het goedvindt" } else { "" };
    let coerced = if rule.asks_coerced { "; met antwoord op: kan deze persoon gedwongen zijn?" } else { "" };
    format!("{}: {may}; grondslag: {grounds}{consent}{coerced}", rule.to.words())
}

/// Terms in words: how long for each outcome, and for lines of the audit and of the processing record.
pub fn of_terms(terms: &Terms) -> Vec<String> {
    let of_outcome = |outcome: &Outcome| {
        let term = terms.of(*outcome);
        format!("{}: {} (minstens {}, hoogstens {})", outcome.words(), term.term, term.minimum, term.maximum)
    };
    let established = terms.established.map(|day| format!("Vastgesteld op {}", day_with_year(day)));
    let trails = [("Logboek", terms.audit), ("Verwerkingen", terms.processing)];
    let trails = trails.map(|(name, length)| format!("{name}: {length}"));
    Outcome::ALL.iter().map(of_outcome).chain(trails).chain(established).collect()
}

fn contact(what: &str, contact: &Contact) -> String {
    let when = contact.when.as_ref().map(|when| format!(" ({})", isolated(when))).unwrap_or_default();
    format!("{what}: {}, {}{when}", isolated(&contact.name), isolated(&contact.number))
}

fn backup_line(backup: Option<&Backup>) -> String {
    backup.map_or_else(
        || "Achterwacht: geen".to_owned(),
        |one| format!("Achterwacht: {}, {}, {}", isolated(&one.function), isolated(&one.number), isolated(&one.email)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_is_in_words() {
        let kmt = Contact { name: "KMT".into(), number: "074-000 00 10".into(), when: Some("Op werkdagen".into()) };
        let confidant = Contact { when: None, ..kmt.clone() };
        let part = Part::Phones(Some(Phones { kmt, confidant, officers: None, backup: None }));
        assert_eq!(
            lines(&part),
            ["KMT: KMT, 074-000 00 10 (Op werkdagen)", "Vertrouwenspersoon: KMT, 074-000 00 10", "Achterwacht: geen"]
        );
        assert!(lines(&Part::Closed(None)).is_empty());
    }
}
