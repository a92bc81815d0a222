use super::{
    super::{
        page::Page,
        parts::{Heading, take_token},
    },
    answer::{Draft, Way},
    open::OpenForm,
    opened::Opened,
    question::Question,
};
use crate::{browser, ui::Alert};
use leptos::{ev, prelude::*};
use shared::id::LinkKey;

/// Reads a question to KMT and answers it, with the link behind the `#` and the code that was told by phone.
#[component]
pub fn AdviserPage() -> impl IntoView {
    let link = take_token(&Page::Adviser.path());
    // a link that is opened where this page already stands changes only what is behind the `#`; "Naar de inhoud" too
    let listener = window_event_listener(ev::hashchange, move |_| {
        let hash = browser::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
        if LinkKey::parse(hash.trim_start_matches('#')).is_ok() {
            browser::reload();
        }
    });
    on_cleanup(move || listener.remove());
    let (opened, draft) = (RwSignal::new(None::<Opened>), RwSignal::new(Draft::default()));
    let content = move || match opened.get() {
        Some(Opened { access, question }) => {
            let again = access.clone();
            let done = Callback::new(move |question| opened.set(Some(Opened { access: again.clone(), question })));
            view! { <Question way=Way::Link(access) heading=TITLE question=question draft=draft done=done/> }.into_any()
        }
        None if link.is_empty() => {
            let text = "Open de hele link die je kreeg. Daarin staat een woord dat hier nodig is.".to_owned();
            view! {
                <Heading text=TITLE.to_owned() title="Adviesvraag"/>
                <Alert text=Signal::stored(Some(text))/>
            }
            .into_any()
        }
        None => view! {
            <Heading text=TITLE.to_owned() title="Adviesvraag"/>
            <OpenForm link=link.clone() opened=opened/>
        }
        .into_any(),
    };
    view! {
        <header class="top"><b>"Meldroute"</b></header>
        <main id="main" class="log-in stack">{content}</main>
    }
}

const TITLE: &str = "Een vraag aan het KMT";
