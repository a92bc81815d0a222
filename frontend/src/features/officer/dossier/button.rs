use super::store::Dossier;
use crate::{
    messages::Words,
    ui::{Button, ButtonLook},
};
use leptos::prelude::*;
use shared::case::ActKind;

/// A button that opens the dialog of an act, or its page. It shows when that holds input already.
#[component]
pub fn ActButton(kind: ActKind, #[prop(optional)] look: ButtonLook) -> impl IntoView {
    let dossier = Dossier::here();
    let press = Callback::new(move |()| dossier.ask(kind));
    let begun = move || dossier.has_typed(kind).then_some(" (begonnen)");
    view! { <Button look=look press=press>{kind.words()}{begun}</Button> }
}
