use maud::{Markup, PreEscaped, html};

/// White around a QR code, in modules: without it some cameras see nothing.
const BORDER: usize = 4;

/// A QR code as a picture, from rows of `0` and `1`. What it says stands beside it in letters. It is black on white in
/// every colour scheme, because cameras expect that.
#[must_use]
pub fn qr_code(rows: &[String], label: &str) -> Markup {
    let side = rows.len() + 2 * BORDER;
    let dark = |(y, row): (usize, &String)| {
        let squares = row.bytes().enumerate().filter(|(_, module)| *module == b'1');
        squares.map(|(x, _)| format!("M{} {}h1v1h-1z", x + BORDER, y + BORDER)).collect::<String>()
    };
    let path: String = rows.iter().enumerate().map(dark).collect();
    html! {
        svg.qr viewBox={ "0 0 " (side) " " (side) } width=(side * 5) role="img" aria-label=(label) {
            rect.qr-light width=(side) height=(side) fill="white" {}
            path.qr-dark d=(PreEscaped(path)) {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_square_for_each_one_within_its_border() {
        let picture = qr_code(&["10".into(), "01".into()], "Een code").into_string();
        assert!(picture.contains("viewBox=\"0 0 10 10\"") && picture.contains("aria-label=\"Een code\""), "{picture}");
        assert_eq!(picture.matches("M4 4h1v1h-1zM5 5h1v1h-1z").count(), 1, "{picture}");
    }
}
