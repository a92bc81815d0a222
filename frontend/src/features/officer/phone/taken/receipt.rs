use super::{
    super::super::{
        page::Page,
        parts::{CodeToCopy, Heading},
    },
    spoken::Spoken,
};
use crate::{
    messages,
    ui::{ButtonLook, Link, LinkLook, Notice, NoticeLook},
};
use leptos::prelude::*;
use shared::contract::{NewCode, Receipt};

/// The melding is in: the code to read to the melder, once. Without a melder there is nothing to read.
#[component]
pub fn Received(made: NewCode, urgent: bool) -> impl IntoView {
    let id = made.id.clone();
    let link = move |text: &'static str, look| {
        view! { <Link to=Page::Case(id.clone()).path() look=LinkLook::Button(look)>{text}</Link> }
    };
    let rest = match made.receipt {
        Some(receipt) => view! {
            <CodeToRead receipt=receipt urgent=urgent/>
            <Spoken id=made.id/>
            <div class="row">{link("Naar het dossier", ButtonLook::Plain)}</div>
        }
        .into_any(),
        None => view! {
            <p>"Er is geen melder: er is geen code, en er is niemand om te bellen."</p>
            <div class="row">{link("Naar het dossier", ButtonLook::Main)}</div>
        }
        .into_any(),
    };
    view! {
        <Heading text="De melding is binnen" title="Melding opnemen"/>
        {rest}
        <div class="row"><Link to="/af" look=LinkLook::Button(ButtonLook::Plain)>"Naar wat er te doen is"</Link></div>
    }
}

#[component]
fn CodeToRead(receipt: Receipt, urgent: bool) -> impl IntoView {
    let by = if urgent {
        "zo snel mogelijk".to_owned()
    } else {
        format!("uiterlijk {}", messages::day_seen(receipt.contact_by, receipt.received))
    };
    view! {
        <p>"Lees deze code voor. Met de code ziet de melder hoe het verder gaat."</p>
        <CodeToCopy code=receipt.ontvangstcode/>
        <Notice look=NoticeLook::Wait>
            <p>"Je ziet deze code maar één keer. We bewaren hem nergens."</p>
        </Notice>
        <p>"Zeg ook: een aandachtsfunctionaris neemt "<b>{by}</b>" contact op."</p>
    }
}
