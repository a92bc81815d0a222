//! The notice on the start pages of AF and FG that something stored cannot be read.
use crate::{
    messages::officer,
    ui::{Notice, NoticeLook},
};
use leptos::prelude::*;
use shared::audit::Unreadable;

/// Nothing when all can be read.
#[component]
pub fn UnreadableNotice(#[prop(into)] told: Signal<Vec<Unreadable>>) -> impl IntoView {
    let lines = move || told.get().iter().map(|one| view! { <li>{officer::unreadable(one)}</li> }).collect_view();
    view! {
        <Show when=move || !told.read().is_empty()>
            <Notice look=NoticeLook::Danger title="Niet alles is te lezen">
                <ul>{lines}</ul>
                <p>"Er is niets weggegooid. Bel de beheerder van de server: die kan het misschien herstellen."</p>
            </Notice>
        </Show>
    }
}
