use super::{
    super::{paper::PrintButton, parts::Facts, session::Gemeente},
    packing::Packing,
};
use crate::{
    messages::{
        Words, day_with_year,
        officer::{Fact, fact, pack_text},
    },
    ui::SaveButton,
};
use leptos::prelude::*;
use shared::case::pack::{Pack, PackItem};

const WAITS: &str = "Kies wat mee mag en maak het stuk. Hier staat dan wat er gaat, en niets anders.";

/// What goes, as it goes.
#[component]
pub fn Paper(packing: Packing) -> impl IntoView {
    let pack = move || packing.answer.with(|answer| answer.as_ref().map(|answer| answer.pack.clone()));
    let made = Memo::new(move |_| packing.is_made());
    let json =
        Callback::new(move |()| pack().and_then(|pack| serde_json::to_string_pretty(&pack).ok()).unwrap_or_default());
    view! {
        <section class="card" aria-label="Het stuk">
            <h2>"Het stuk"</h2>
            <p role="status" class="not-on-paper">{move || if made.get() { "Het stuk is gemaakt." } else { WAITS }}</p>
            {move || if made.get() {
                pack().map(|pack| view! {
                    <Facts facts=head(&pack)/>
                    <dl class="facts">{pack.items.into_iter().map(line).collect_view()}</dl>
                    <p class="soft">"Meldroute, "{Gemeente::here().profile.name.clone()}". Alleen voor wie hierboven staat."</p>
                    <PrintButton/>
                    <div class="not-on-paper">
                        <SaveButton label="Bewaar als JSON" name="stuk.json" kind="application/json" text=json/>
                    </div>
                }).into_any()
            } else {
                ().into_any()
            }}
        </section>
    }
}

fn line(item: PackItem) -> impl IntoView {
    view! { <div><dt>{item.name}</dt><dd class="own-words" dir="auto">{pack_text(&item.value)}</dd></div> }
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
