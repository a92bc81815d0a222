//! A list that is kept, with its sentences.
use super::store::Lists;
use crate::{
    messages::{day_with_year, isolated},
    ui::{AskFirst, ButtonLook},
};
use leptos::prelude::*;
use shared::{
    access::Role,
    contract::KeptList,
    indicators::{Indicator, ListVersion},
};

/// One list, folded up.
#[component]
pub fn Kept(kept: KeptList, role: Role) -> impl IntoView {
    let lists = Lists::here();
    let version = kept.list.version.clone();
    let (title, from) = (title(&kept), origin(&kept));
    let choose = ListVersion::parse(&version).ok().filter(|_| role == Role::Administrator && !kept.in_use);
    let choose = choose.map(|chosen| {
        let press = Callback::new(move |()| lists.choose(chosen.clone()));
        let about = format!(": lijst {version}");
        view! {
            <AskFirst label="Gebruik deze lijst" about=about
                question="Melders kiezen dan uit deze signalen. Weet je het zeker?"
                yes="Ja, gebruik deze" press=press look=ButtonLook::Plain busy=lists.changing.busy()/>
        }
    });
    view! {
        <section class="card stack">
            <h2>{title}</h2>
            <p class="soft">{from}</p>
            <details>
                <summary>{format!("De {} signalen", kept.list.indicators.len())}</summary>
                {groups(&kept.list.indicators)}
            </details>
            {choose}
        </section>
    }
}

fn title(kept: &KeptList) -> String {
    let now = if kept.in_use { ", in gebruik" } else { "" };
    format!("Lijst {}{now}", kept.list.version)
}

fn origin(kept: &KeptList) -> String {
    let by = kept.by.as_ref().map(|by| format!(" door {}", isolated(by.as_str()))).unwrap_or_default();
    kept.read_in.map_or_else(
        || "Staat als bestand op de server.".to_owned(),
        |at| format!("Ingelezen op {}{by}.", day_with_year(at.day())),
    )
}

/// The signals under their headings, in the order of the card.
fn groups(all: &[Indicator]) -> impl IntoView + use<> {
    let mut names: Vec<&String> = Vec::new();
    for one in all {
        if !names.contains(&&one.group) {
            names.push(&one.group);
        }
    }
    let group = |name: &String| {
        let of = all.iter().filter(|one| one.group == *name).map(|one| view! { <li>{one.sentence.clone()}</li> });
        view! { <h3>{name.clone()}</h3><ul>{of.collect_view()}</ul> }
    };
    names.into_iter().map(group).collect_view()
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::{indicators::IndicatorList, moment::Moment, text::Line};

    #[test]
    fn where_a_list_comes_from_is_told() {
        let list = IndicatorList { version: "2027-1".into(), ..IndicatorList::default() };
        let file = KeptList { list, in_use: true, read_in: None, by: None };
        assert_eq!(
            (title(&file).as_str(), origin(&file).as_str()),
            ("Lijst 2027-1, in gebruik", "Staat als bestand op de server.")
        );
        let at = Moment::from_clock("2026-11-27T10:00").unwrap();
        let read = KeptList { in_use: false, read_in: Some(at), by: Line::parse("Bo").ok(), ..file };
        assert!(origin(&read).contains("27 november 2026 door") && title(&read) == "Lijst 2027-1");
    }
}
