//! A part of the settings in words.
use crate::messages::{day_with_year, isolated};
use leptos::prelude::*;
use shared::{
    profile::{Backup, Contact},
    settings::{Part, Phones},
};

/// A part as a list of lines.
pub fn list(part: &Part) -> impl IntoView + use<> {
    let lines = lines(part);
    if lines.is_empty() {
        return view! { <p>"Geen."</p> }.into_any();
    }
    view! { <ul>{lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul> }.into_any()
}

fn lines(part: &Part) -> Vec<String> {
    match part {
        Part::Phones(Some(Phones { kmt, confidant, backup })) => {
            vec![contact("KMT", kmt), contact("Vertrouwenspersoon", confidant), backup_line(backup.as_ref())]
        }
        Part::Closed(Some(days)) => days.iter().map(|day| day_with_year(*day)).collect(),
        Part::Sources(Some(sources)) => {
            sources.iter().map(|one| format!("{}: {}", isolated(&one.name), isolated(&one.ground))).collect()
        }
        Part::Texts(Some(texts)) => texts.iter().map(|text| isolated(text).into_owned()).collect(),
        Part::Phones(None) | Part::Closed(None) | Part::Sources(None) | Part::Texts(None) => Vec::new(),
    }
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
        let part = Part::Phones(Some(Phones { kmt, confidant, backup: None }));
        assert_eq!(
            lines(&part),
            ["KMT: KMT, 074-000 00 10 (Op werkdagen)", "Vertrouwenspersoon: KMT, 074-000 00 10", "Achterwacht: geen"]
        );
        assert!(lines(&Part::Closed(None)).is_empty());
    }
}
