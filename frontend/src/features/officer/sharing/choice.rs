use super::packing::Packing;
use crate::{
    messages::{
        Words,
        officer::{kept_text, pack_text},
    },
    ui::{Bound, Checkbox, Notice, NoticeLook},
};
use leptos::prelude::*;
use shared::case::{
    export::Sought,
    pack::{KeptBack, PackItem},
};

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
            {not_found(missed)}
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
    let (id, other) = (item.id.clone(), item.id.clone());
    let checked = Signal::derive(move || packing.chosen.with(|chosen| chosen.contains(&id)));
    let set = Callback::new(move |on: bool| {
        packing.chosen.update(|chosen| {
            chosen.retain(|one| *one != other);
            if on {
                chosen.push(other.clone());
            }
        });
    });
    let target = format!("stuk-{}", item.id.replace('.', "-"));
    // outside the label: a story is no name, and to select a part of it is no choice
    view! {
        <Checkbox id=target label=item.name checked=Bound::new(checked, set)/>
        <p class="soft own-words" dir="auto">{pack_text(&item.value)}</p>
    }
}

/// What points at the melder or at somebody who may not be named, and was not found as it is in the case.
fn not_found(missed: Vec<Sought>) -> impl IntoView {
    let line = |sought: Sought| view! { <li>{sought.kind.words()}": "<bdi>{sought.text}</bdi></li> };
    (!missed.is_empty()).then(|| {
        view! {
            <Notice look=NoticeLook::Wait title="Dit kwamen we niet letterlijk tegen">
                <p>"Lees of het er in andere woorden staat."</p>
                <ul>{missed.into_iter().map(line).collect_view()}</ul>
            </Notice>
        }
    })
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
