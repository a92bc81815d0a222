use super::super::{page::Page, parts::CopyButton};
use crate::{
    browser,
    messages::{self, isolated},
    ui::{Notice, NoticeLook},
};
use leptos::prelude::*;
use shared::contract::Invitation;

/// The link of an invitation, shown once to the person who hands it over.
#[component]
pub fn ToHandOver(name: String, invitation: Invitation) -> impl IntoView {
    let origin = browser::window().and_then(|window| window.location().origin().ok()).unwrap_or_default();
    let link = format!("{origin}{}#{}", Page::Invitation.path(), invitation.word);
    let copied = link.clone();
    let until = messages::day(invitation.until.day());
    view! {
        <Notice look=NoticeLook::Done title=format!("Uitnodiging voor {}", isolated(&name))>
            <p>"Geef deze link zelf aan "<bdi>{name}</bdi>", het liefst persoonlijk. Hij werkt één keer, tot "{until}". Je ziet hem nu voor het laatst."</p>
            <p><code class="link-code">{link}</code></p>
            <div class="row"><CopyButton label="Kopieer de link" text=Callback::new(move |()| copied.clone())/></div>
        </Notice>
    }
}
