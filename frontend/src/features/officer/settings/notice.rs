use super::super::{page::Page, request::Request};
use crate::{
    client::Call,
    ui::{Link, Notice, NoticeLook},
};
use leptos::prelude::*;
use shared::contract::{Endpoint, SettingsPage};

/// On the start page of AF and FG: a change of numbers waits for them.
#[component]
pub fn SettingsNotice() -> impl IntoView {
    let (waits, reading) = (RwSignal::new(false), Request::<()>::new());
    let call = Call::to(Endpoint::Settings).by_itself().ask::<SettingsPage>();
    reading.run_by_itself(call, move |answer| waits.set(answer.body.waiting.is_some()));
    view! {
        <Show when=move || waits.get()>
            <Notice look=NoticeLook::Wait title="Andere telefoonnummers">
                <p>"De beheerder vraagt om andere nummers voor melders. Ze gelden pas als jij of een ander ze bevestigt."</p>
                <p><Link to=Page::Settings.path()>"Bekijk de nummers"</Link></p>
            </Notice>
        </Show>
    }
}
