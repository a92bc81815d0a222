use super::{saved, store::Store};
use crate::{
    route::Router,
    ui::{AskFirst, Button, ButtonLook, PageHeading},
};
use leptos::prelude::*;

/// Covers a draft that was begun earlier: nothing of it is seen until somebody asks for it.
#[component]
pub fn Cover() -> impl IntoView {
    let store = Store::here();
    let router = Router::here();
    let resume = move |()| {
        saved::set_at_work(true);
        store.covered.set(false);
    };
    let wipe = move |()| {
        store.wipe();
        router.replace("/melden");
    };
    view! {
        <div class="column stack">
            <PageHeading text="Er staat een melding klaar"/>
            <p>"Op dit apparaat is een melding begonnen en nog niet verstuurd. Is die niet van jou? Wis hem dan."</p>
            <Button wide=true press=resume>"Ga verder met de melding"</Button>
            <AskFirst
                label="Wis alles en begin opnieuw" question="Weet je het zeker? Alles wat er getypt is, is dan weg."
                yes="Ja, wis alles" press=wipe look=ButtonLook::Danger wide=true
            />
        </div>
    }
}
