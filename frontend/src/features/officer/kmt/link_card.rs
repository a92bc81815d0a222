use super::super::{
    dossier::Dossier,
    page::Page,
    parts::{CopyButton, Modal},
};
use crate::{
    browser,
    ui::{Button, Notice, NoticeLook},
};
use leptos::prelude::*;

/// The link and the code of a new question to KMT, once. Only its own button closes it, because a stray Escape would
/// lose them.
#[component]
pub fn LinkCard() -> impl IntoView {
    let dossier = Dossier::here();
    let close = Callback::new(move |()| dossier.link.set(None));
    move || {
        dossier.link.get().map(|given| {
            let origin = browser::window().and_then(|window| window.location().origin().ok()).unwrap_or_default();
            let link = format!("{origin}{}#{}", Page::Adviser.path(), given.link);
            let copied = link.clone();
            view! {
                <Modal title="De link en de code">
                    <p>"Mail de link aan de adviseur. Bel daarna, en lees de code voor. Zet ze nooit samen in een bericht."</p>
                    <p><code class="link-code">{link}</code></p>
                    <div class="row">
                        <CopyButton label="Kopieer de link" secret=true text=Callback::new(move |()| copied.clone())/>
                    </div>
                    <p>"De code: "<b class="link-code">{given.code}</b></p>
                    <Notice look=NoticeLook::Wait>
                        <p>"Je ziet ze maar één keer. We bewaren ze nergens. Ben je ze kwijt? Sluit de vraag en stel hem opnieuw."</p>
                    </Notice>
                    <Button press=close>"Ik heb de link en de code"</Button>
                </Modal>
            }
        })
    }
}
