use super::super::{
    page::Page,
    parts::{CodeToCopy, Heading},
};
use crate::{
    messages,
    ui::{ButtonLook, Link, LinkLook, Notice, NoticeLook},
};
use leptos::prelude::*;
use shared::contract::NewCode;

/// The melding is in: the code to read to the melder, once.
#[component]
pub fn CodeToRead(code: NewCode, urgent: bool) -> impl IntoView {
    let receipt = &code.receipt;
    let by = if urgent {
        "zo snel mogelijk".to_owned()
    } else {
        format!("uiterlijk {}", messages::day_seen(receipt.contact_by, receipt.received))
    };
    view! {
        <Heading text="De melding is binnen" title="Melding per telefoon"/>
        <p>"Lees deze code voor. Met de code ziet de melder hoe het verder gaat."</p>
        <CodeToCopy code=code.receipt.ontvangstcode/>
        <Notice look=NoticeLook::Wait>
            <p>"Je ziet deze code maar één keer. We bewaren hem nergens."</p>
        </Notice>
        <p>"Zeg ook: een aandachtsfunctionaris neemt "<b>{by}</b>" contact op."</p>
        <div class="row">
            <Link to=Page::Case(code.id).path() look=LinkLook::Button(ButtonLook::Main)>"Naar het dossier"</Link>
            <Link to="/af" look=LinkLook::Button(ButtonLook::Plain)>"Naar wat er te doen is"</Link>
        </div>
    }
}
