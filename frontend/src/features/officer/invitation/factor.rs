use leptos::prelude::*;
use shared::contract::InvitationView;

/// White around the code, in modules: without it some cameras see nothing.
const BORDER: usize = 4;

/// The second factor to enrol: a QR code for a camera, and the same in letters for typing.
#[component]
pub fn Factor(view: InvitationView) -> impl IntoView {
    let side = view.qr.len() + 2 * BORDER;
    let groups: Vec<&str> =
        view.secret.as_bytes().chunks(4).filter_map(|group| std::str::from_utf8(group).ok()).collect();
    let typed = groups.join(" ");
    view! {
        <ol class="steps-list">
            <li>"Open een app voor inlogcodes op je werktelefoon. Heb je er nog geen? Vraag je helpdesk welke jullie gebruiken."</li>
            <li>"Scan deze code met die app."
                <svg class="qr" viewBox=format!("0 0 {side} {side}") role="img" aria-label="QR-code voor je app. De sleutel staat eronder in letters.">
                    <rect class="qr-light" width=side height=side/>
                    <path class="qr-dark" d=path(&view.qr)/>
                </svg>
                <details><summary>"Lukt scannen niet?"</summary><p>"Typ deze sleutel in je app: "<code>{typed}</code></p></details>
            </li>
            <li>"Vul hieronder in welke zes cijfers de app laat zien."</li>
        </ol>
    }
}

/// One square for every dark module of the QR code.
fn path(rows: &[String]) -> String {
    let dark = |(y, row): (usize, &String)| {
        let squares = row.bytes().enumerate().filter(|(_, module)| *module == b'1');
        squares.map(|(x, _)| format!("M{} {}h1v1h-1z", x + BORDER, y + BORDER)).collect::<String>()
    };
    rows.iter().enumerate().map(dark).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_dark_module_is_a_square() {
        assert_eq!(super::path(&["10".into(), "01".into()]), "M4 4h1v1h-1zM5 5h1v1h-1z");
    }
}
