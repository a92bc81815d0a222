use crate::ui::QrCode;
use leptos::prelude::*;
use shared::contract::InvitationView;

/// The second factor to enrol: a QR code for a camera, and the same in letters for typing.
#[component]
pub fn Factor(view: InvitationView) -> impl IntoView {
    let groups: Vec<&str> =
        view.secret.as_bytes().chunks(4).filter_map(|group| std::str::from_utf8(group).ok()).collect();
    let typed = groups.join(" ");
    view! {
        <ol class="steps-list">
            <li>"Open een app voor inlogcodes op je werktelefoon. Heb je er nog geen? Vraag je helpdesk welke jullie gebruiken."</li>
            <li>"Scan deze code met die app."
                <QrCode rows=view.qr label="QR-code voor je app. De sleutel staat eronder in letters."/>
                <details><summary>"Lukt scannen niet?"</summary><p>"Typ deze sleutel in je app: "<code>{typed}</code></p></details>
            </li>
            <li>"Vul hieronder in welke zes cijfers de app laat zien."</li>
        </ol>
    }
}
