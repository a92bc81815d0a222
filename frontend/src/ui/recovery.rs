use super::{Button, ButtonLook, CopyButton};
use crate::browser;
use leptos::prelude::*;

/// Recovery codes, shown once: to print, or to copy into a password manager.
#[component]
pub fn RecoveryCodes(codes: Vec<String>) -> impl IntoView {
    let text = codes.join("\n");
    let print = Callback::new(|()| {
        // a browser that can't print says so itself
        let _ = browser::window().map(|window| window.print());
    });
    view! {
        <p>"Dit zijn je herstelcodes. Kun je niet bij je app? Dan vul je een herstelcode in. Elke code werkt één keer.
            Bewaar ze op papier of in een kluis, niet bij je telefoon. Je ziet ze nu voor het laatst."</p>
        <ul class="recovery">{codes.into_iter().map(|code| view! { <li><code>{code}</code></li> }).collect_view()}</ul>
        <div class="row">
            <Button look=ButtonLook::Plain press=print>"Druk af"</Button>
            <CopyButton label="Kopieer de codes" secret=true text=Callback::new(move |()| text.clone())/>
        </div>
    }
}
