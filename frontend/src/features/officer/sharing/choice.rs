use super::super::parts::not_found;
use super::packing::Packing;
use crate::{
    messages::officer::{kept_text, pack_text},
    ui::{Checkbox, ticked},
};
use leptos::prelude::*;
use shared::case::pack::{KeptBack, PackItem};

/// What may go, to choose from; and what stays, with the reason.
#[component]
pub fn Choice(packing: Packing) -> impl IntoView {
    // what may go does not change with what is chosen
    let offered = Memo::new(move |_| {
        packing
            .answer
            .with(|answer| answer.as_ref().map(|one| (one.choice.clone(), one.kept.clone(), one.missed.clone())))
    });
    move || {
        let (choice, kept, missed) = offered.get()?;
        let (own, given): (Vec<PackItem>, Vec<PackItem>) = choice.into_iter().partition(|item| item.own_words);
        Some(view! {
            {part(packing, "Uit de lijsten", given)}
            {part(packing, "In eigen woorden: lees het eerst", own)}
            {not_found(missed, "Lees of het er in andere woorden staat.")}
            {stays(kept)}
        })
    }
}

fn part(packing: Packing, name: &'static str, items: Vec<PackItem>) -> impl IntoView {
    (!items.is_empty()).then(|| {
        view! {
            <fieldset class="field choices">
                <legend class="utrecht-form-label">{name}</legend>
                <div class="rows">{items.into_iter().map(|item| line(packing, item)).collect_view()}</div>
            </fieldset>
        }
    })
}

fn line(packing: Packing, item: PackItem) -> impl IntoView {
    let target = format!("stuk-{}", item.id.replace('.', "-"));
    // outside the label: a story is no name, and to select a part of it is no choice
    view! {
        <Checkbox id=target label=item.name checked=ticked(packing.chosen.into(), item.id)/>
        <p class="soft own-words" dir="auto">{pack_text(&item.value)}</p>
    }
}

fn stays(kept: Vec<KeptBack>) -> impl IntoView {
    let line = |kept: KeptBack| view! { <li>{kept_text(&kept)}</li> };
    view! {
        <details>
            <summary>"Dit blijft hier ("{kept.len()}")"</summary>
            <ul>{kept.into_iter().map(line).collect_view()}</ul>
            <p>"Wie meldde, het gesprek met de melder en jullie notities gaan nooit mee."</p>
        </details>
    }
}
