use leptos::prelude::*;

/// White around the code, in modules: without it some cameras see nothing.
const BORDER: usize = 4;

/// A QR code, from rows of `0` and `1`. What it says stands beside it in letters.
#[component]
pub fn QrCode(rows: Vec<String>, label: &'static str) -> impl IntoView {
    let side = rows.len() + 2 * BORDER;
    view! {
        <svg class="qr" viewBox=format!("0 0 {side} {side}") role="img" aria-label=label>
            <rect class="qr-light" width=side height=side/>
            <path class="qr-dark" d=path(&rows)/>
        </svg>
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
