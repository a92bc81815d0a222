//! What a list that was read would change: added, removed and changed signals.
use crate::messages::isolated;
use leptos::prelude::*;
use shared::indicators::{Differences, Indicator};

/// The differences in words.
#[component]
pub fn Verdict(differences: Differences) -> impl IntoView {
    let same = differences.is_empty();
    let Differences { added, removed, changed, reordered, synonyms } = differences;
    let of_list = [(reordered, "De volgorde is anders."), (synonyms, "Andere woorden betekenen hetzelfde.")];
    let of_list = of_list.map(|(is, text)| is.then(|| view! { <p>{text}</p> }));
    let pairs = changed.iter().map(both).collect();
    view! {
        {same.then(|| view! { <p>"De signalen zijn dezelfde."</p> })}
        {group("Nieuw", added.iter().map(sentence).collect())}
        {group("Weg", removed.iter().map(sentence).collect())}
        {group("Anders", pairs)}
        {of_list}
    }
}

fn group(name: &'static str, lines: Vec<String>) -> Option<impl IntoView> {
    let title = format!("{name}: {}", lines.len());
    let lines = (!lines.is_empty()).then(|| lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view());
    lines.map(|lines| view! { <details open=true><summary>{title}</summary><ul>{lines}</ul></details> })
}

fn sentence(one: &Indicator) -> String {
    format!("{} ({})", isolated(&one.sentence), isolated(&one.id))
}

/// What is different in a signal.
fn both((old, new): &(Indicator, Indicator)) -> String {
    let mut parts = Vec::new();
    if old.sentence != new.sentence {
        parts.push(format!("‘{}’ wordt ‘{}’", isolated(&old.sentence), isolated(&new.sentence)));
    }
    let others = [
        ("het voorbeeld", old.example != new.example),
        ("de groep", old.group != new.group),
        ("de vormen", old.forms != new.forms),
        ("de bron", old.source != new.source),
        ("de woorden", old.words != new.words),
        ("de plaats bij de eerste acht", old.first != new.first),
    ];
    let others: Vec<&str> = others.into_iter().filter(|(_, is)| *is).map(|(name, _)| name).collect();
    if !others.is_empty() {
        parts.push(format!("ook anders: {}", others.join(", ")));
    }
    format!("{}: {}", isolated(&new.id), parts.join("; "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::indicators::First;

    #[test]
    fn everything_that_is_different_in_a_signal_is_told() {
        let old = Indicator {
            id: "verzonnen".into(),
            sentence: "Oude zin".into(),
            group: "Groep".into(),
            source: "Bron".into(),
            ..Indicator::default()
        };
        let first = First { labour: Some(1), ..First::default() };
        let new = Indicator { sentence: "Nieuwe zin".into(), words: vec!["keuken".into()], first, ..old.clone() };
        let said = both(&(old, new)).replace(['\u{2068}', '\u{2069}'], "");
        assert!(said.ends_with("wordt ‘Nieuwe zin’; ook anders: de woorden, de plaats bij de eerste acht"), "{said}");
    }
}
