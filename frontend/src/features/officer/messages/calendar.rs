use super::{super::parts::CopyButton, store::Messages};
use crate::{
    browser, messages,
    ui::{Button, ButtonLook},
};
use leptos::prelude::*;
use shared::contract::{MessagesCommand, OwnMessages};

/// The address of the calendar: made, shown once, ended.
#[component]
pub fn Feed(own: OwnMessages) -> impl IntoView {
    let state = Messages::here();
    let make = Callback::new(move |()| {
        state.change(MessagesCommand::NewFeed, "Er is een nieuw adres. Kopieer het nu: we tonen het één keer.");
    });
    let end =
        Callback::new(move |()| state.change(MessagesCommand::EndFeed, "Het adres van je agenda werkt niet meer."));
    let since = own.feed_since.map(|since| {
        let since = messages::day(since.day());
        view! { <p>"Je agenda heeft een adres sinds "{since}"."</p> }
    });
    let is_there = own.feed_since.is_some();
    let origin = browser::window().and_then(|window| window.location().origin().ok()).unwrap_or_default();
    let address = own.feed.map(|path| format!("{origin}{path}"));
    let shown = address.map(|address| {
        let text = address.clone();
        view! {
            <p><code dir="ltr">{address}</code></p>
            <CopyButton text=Callback::new(move |()| text.clone()) label="Kopieer het adres" secret=true/>
        }
    });
    view! {
        <section class="card">
            <h2>"In je eigen agenda"</h2>
            <p>"Je agenda toont dan op welke dag je iemand moet bellen, zonder naam en nummer. Wie het adres heeft, ziet
                dat ook: geef het aan niemand."</p>
            {since}
            {shown}
            <div class="row">
                <Button look=ButtonLook::Plain press=make busy=state.changing.busy()>
                    {if is_there { "Maak een nieuw adres" } else { "Maak een adres" }}
                </Button>
                {is_there.then(|| view! {
                    <Button look=ButtonLook::Plain press=end busy=state.changing.busy()>"Stop ermee"</Button>
                })}
            </div>
        </section>
    }
}
