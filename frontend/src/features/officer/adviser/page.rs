use super::{
    super::{
        page::Page,
        parts::{Heading, take_token},
    },
    answer::Way,
    open::OpenForm,
    opened::Opened,
    question::Question,
};
use crate::ui::Alert;
use leptos::prelude::*;

/// Reads a question to KMT and answers it, with the link behind the `#` and the code that was told by phone.
#[component]
pub fn AdviserPage() -> impl IntoView {
    let link = take_token(&Page::Adviser.path());
    let opened = RwSignal::new(None::<Opened>);
    let content = move || match opened.get() {
        Some(Opened { access, question }) => {
            let again = access.clone();
            let done = Callback::new(move |question| opened.set(Some(Opened { access: again.clone(), question })));
            view! { <Question way=Way::Link(access) question=question done=done/> }.into_any()
        }
        None if link.is_empty() => {
            let text = "Open de hele link die je kreeg. Daarin staat een woord dat hier nodig is.".to_owned();
            view! { <Alert text=Signal::stored(Some(text))/> }.into_any()
        }
        None => view! { <OpenForm link=link.clone() opened=opened/> }.into_any(),
    };
    view! {
        <header class="top"><b>"Meldroute"</b></header>
        <main id="main" class="log-in stack">
            <Heading text="Een vraag aan het KMT" title="Adviesvraag"/>
            {content}
        </main>
    }
}
