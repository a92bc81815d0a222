//! What will change, and on which screens, before anybody saves it.
use super::{super::parts::Form, lines::lines, store::Settings, words::screens};
use leptos::prelude::*;
use shared::settings::{Part, PartKind};

/// What the form would change now.
pub fn preview<D: Send + Sync + 'static>(form: Form<D, Part>, kind: PartKind) -> impl IntoView {
    let settings = Settings::here();
    let changes = Memo::new(move |_| {
        let after = form.built()?;
        settings.page.with(|page| Some(changes(page.as_ref()?.part(kind)?, &after)))
    });
    let content = move || match changes.get() {
        None => view! { <p>"Er is nog iets te verbeteren."</p> }.into_any(),
        Some(changes) if changes.is_empty() => view! { <p>"Nog niets."</p> }.into_any(),
        Some(changes) => {
            let lines = changes.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
            view! { <ul>{lines}</ul><p class="soft">{screens(kind)}</p> }.into_any()
        }
    };
    view! { <div class="notice" role="group" aria-label="Wat er verandert"><p><b>"Wat er verandert"</b></p>{content}</div> }
}

/// The lines that go and those that come.
fn changes(before: &Part, after: &Part) -> Vec<String> {
    let (before, after) = (lines(before), lines(after));
    let gone = before.iter().filter(|line| !after.contains(line)).map(|line| format!("Weg: {line}"));
    let new = after.iter().filter(|line| !before.contains(line)).map(|line| format!("Nieuw: {line}"));
    let all: Vec<String> = gone.chain(new).collect();
    if all.is_empty() && before != after { vec!["De volgorde.".into()] } else { all }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_what_comes_and_another_order_are_told() {
        let part = |texts: &[&str]| Part::Texts(Some(texts.iter().map(|text| (*text).to_owned()).collect()));
        let of = |before: &[&str], after: &[&str]| changes(&part(before), &part(after));
        let plain = |line: &String| line.replace(['\u{2068}', '\u{2069}'], "");
        let found: Vec<String> = of(&["Een", "Twee"], &["Een", "Drie"]).iter().map(plain).collect();
        assert_eq!(found, ["Weg: Twee", "Nieuw: Drie"]);
        assert_eq!(of(&["Een", "Twee"], &["Twee", "Een"]), ["De volgorde."]);
        assert!(of(&["Een"], &["Een"]).is_empty());
    }
}
