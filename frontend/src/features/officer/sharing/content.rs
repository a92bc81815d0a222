use super::super::{parts::Facts, session::Gemeente};
use crate::messages::{
    Words, day_with_year,
    officer::{Fact, fact, pack_text},
};
use leptos::prelude::*;
use shared::case::pack::{Pack, PackItem};

/// For whom it is, and what it says.
pub fn content(pack: &Pack) -> impl IntoView + use<> {
    view! {
        <Facts facts=head(pack)/>
        <dl class="facts">{pack.items.iter().map(line).collect_view()}</dl>
        <p class="soft">"Meldroute, "{Gemeente::here().profile.name.clone()}". Alleen voor wie hierboven staat."</p>
    }
}

fn line(item: &PackItem) -> impl IntoView + use<> {
    view! { <div><dt>{item.name.clone()}</dt><dd class="own-words" dir="auto">{pack_text(&item.value)}</dd></div> }
}

/// For whom it is, on which ground, and from whom: a function, and no name.
fn head(pack: &Pack) -> Vec<Fact> {
    let mut facts = vec![fact("Voor", pack.to.words())];
    let lines = [("Ontvanger", &pack.receiver), ("Grondslag", &pack.ground)];
    facts.extend(lines.into_iter().filter_map(|(name, text)| Some(fact(name, text.as_ref()?.as_str()))));
    facts.extend([
        fact("Datum", day_with_year(pack.day)),
        fact("Van", "Aandachtsfunctionaris mensenhandel"),
        fact("Kenmerk", pack.number.to_string()),
    ]);
    facts
}
