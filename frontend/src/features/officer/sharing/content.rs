use super::super::{parts::Facts, session::Gemeente};
use crate::messages::officer::{pack_end, pack_head, pack_text};
use leptos::prelude::*;
use shared::case::pack::{Pack, PackItem};

/// For whom it is, and what it says.
pub fn content(pack: &Pack) -> impl IntoView + use<> {
    view! {
        <Facts facts=pack_head(pack)/>
        <dl class="facts">{pack.items.iter().map(line).collect_view()}</dl>
        <p class="soft">{pack_end(&Gemeente::here().profile.name)}</p>
    }
}

fn line(item: &PackItem) -> impl IntoView + use<> {
    view! { <div><dt>{item.name.clone()}</dt><dd class="own-words" dir="auto">{pack_text(&item.value)}</dd></div> }
}
