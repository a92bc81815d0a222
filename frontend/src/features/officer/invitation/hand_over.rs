use super::super::{page::Page, parts::CopyButton};
use crate::{
    browser,
    messages::{
        self,
        officer::{handed_over, handing_over},
    },
    ui::{Notice, NoticeLook},
};
use leptos::prelude::*;
use shared::contract::Invitation;

/// The link of an invitation or of a half of one, shown once to the person who hands it over.
#[component]
pub fn ToHandOver(
    #[prop(into)] name: String,
    invitation: Invitation,
    /// Who asked for it, where the other half comes from them.
    #[prop(optional, into)]
    asked_by: Option<String>,
) -> impl IntoView {
    let origin = browser::window().and_then(|window| window.location().origin().ok()).unwrap_or_default();
    let link = format!("{origin}{}#{}", Page::Invitation.path(), invitation.word);
    let copied = link.clone();
    let until = invitation.until.map(|until| messages::day(until.day()));
    let how = handing_over(invitation.part, until.as_deref(), asked_by.as_deref());
    view! {
        <Notice look=NoticeLook::Done title=handed_over(invitation.part, &name)>
            <p>"Geef deze link zelf aan "<bdi>{name}</bdi>", het liefst persoonlijk. "{how}" Je ziet hem nu voor het laatst."</p>
            <p><code class="link-code">{link}</code></p>
            <div class="row"><CopyButton label="Kopieer de link" secret=true text=Callback::new(move |()| copied.clone())/></div>
        </Notice>
    }
}
