use super::{
    super::{page::Page, parts::Heading, request::Failed},
    calendar::Feed,
    choose::Choose,
    line::words,
    store::Messages,
};
use crate::ui::{Link, Said};
use leptos::prelude::*;
use shared::contract::OwnMessages;

/// One's own messages.
#[component]
pub fn MessagesPage() -> impl IntoView {
    let messages = Messages::start();
    let said = messages.changing.done();
    view! {
        <div class="wide stack">
            <p><Link to=Page::ToDo.path()>"‹ Te doen"</Link></p>
            <Heading text="Berichten" title="Berichten"/>
            <p>"Er staat nooit meer in een bericht dan: ‘Er is iets te doen in Meldroute’. Geen naam, geen nummer, en
                niet hoeveel."</p>
            <Said text=Signal::derive(move || said.get().map(str::to_owned))/>
            <Failed failure=messages.reading.failure()/>
            {move || messages.own.with(Option::is_none).then(|| view! { <p class="soft">"Even laden…"</p> })}
            {move || messages.own.get().map(|own| view! { <Own own=own/> })}
            <p><Link to=Page::OwnAccount.path()>"Mijn account"</Link></p>
        </div>
    }
}

#[component]
fn Own(own: OwnMessages) -> impl IntoView {
    let goes = own.email.is_some().then(|| words(&own.delivery));
    let off = (!own.by_mail).then(|| {
        view! { <p class="soft">"Deze omgeving stuurt nog geen e-mail. De beheerder van de server kan dat aanzetten."</p> }
    });
    view! {
        {off}
        {goes.map(|words| view! { <p>{words}</p> })}
        <Choose own=own.clone()/>
        <Feed own=own/>
    }
}
