use super::super::super::request::{Failed, Request};
use crate::{
    client::Call,
    ui::{Button, ButtonLook},
};
use leptos::prelude::*;
use shared::{access::Cover, contract::Endpoint};

/// Ends it, where it stands. For the colleague and for the FG.
#[component]
pub fn End(
    cover: Cover,
    /// On the button.
    label: &'static str,
    /// After the label, for a screen reader: which one.
    about: String,
) -> impl IntoView {
    let ending = Request::<()>::new();
    let id = StoredValue::new(cover.id);
    let press = Callback::new(move |()| {
        ending.run(Call::on(Endpoint::EndStandIn, id.get_value().as_str()).ask::<()>(), |_| ());
    });
    let (done, about) = (ending.done(), StoredValue::new(about));
    let button = move || {
        view! {
            <Button look=ButtonLook::Plain press=press busy=ending.busy()>
                {label}<span class="sr-only">{about.get_value()}</span>
            </Button>
        }
    };
    view! {
        <Failed failure=ending.failure()/>
        <div role="status">
            <Show when=move || done.get().is_some() fallback=button><p>"Gestopt."</p></Show>
        </div>
    }
}
