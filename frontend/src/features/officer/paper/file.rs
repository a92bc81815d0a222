use super::super::request::{Failed, Request};
use crate::{
    browser,
    client::{Answer, Failure},
    messages,
    ui::{Button, ButtonLook, live},
};
use leptos::prelude::*;
use shared::contract::MadeFile;

/// Lets the server make a file of something of a case, and keeps it on the device.
#[component]
pub fn FileButton<Ask, Asked>(
    /// Asks for it.
    ask: Ask,
    label: &'static str,
    /// The file's name: never with anything about a person.
    #[prop(into)]
    name: String,
    /// Its media type.
    kind: &'static str,
    /// The text, where a failure means more than usual.
    #[prop(default = messages::failure)]
    words: fn(&Failure) -> String,
) -> impl IntoView
where
    Ask: Fn() -> Asked + Send + Sync + 'static,
    Asked: Future<Output = Result<Answer<MadeFile>, Failure>> + 'static,
{
    let request = Request::<bool>::new();
    let press = Callback::new(move |()| {
        let name = name.clone();
        request.run(ask(), move |answer| browser::download_bytes(&name, kind, &answer.body.content).is_ok());
    });
    let done: Signal<Option<bool>> = request.done();
    let said = move || match done.get() {
        Some(true) => Some(
            "Het bestand staat nu op dit apparaat. Zet het waar het hoort, en verwijder het daarna van dit apparaat.",
        ),
        Some(false) => Some("Bewaren lukt in deze browser niet. Probeer het in een andere browser."),
        None => None,
    };
    view! {
        <Button look=ButtonLook::Plain press=press busy=request.busy()>{label}</Button>
        <p role="status" class="soft">{live(said)}</p>
        <Failed failure=request.failure() words=words/>
    }
}
