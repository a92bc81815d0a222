//! QR codes.
use crate::Failure;
use qrcodegen::{QrCode, QrCodeEcc};

/// The rows of the QR code of a text, each of `0` (light) and `1` (dark).
///
/// # Errors
/// [`Failure::Internal`] for a text too long for any QR code.
pub fn rows(text: &str) -> Result<Vec<String>, Failure> {
    let code =
        QrCode::encode_text(text, QrCodeEcc::Medium).map_err(|_| Failure::Internal("a QR code could not be made"))?;
    let dot = |x, y| if code.get_module(x, y) { '1' } else { '0' };
    Ok((0..code.size()).map(|y| (0..code.size()).map(|x| dot(x, y)).collect()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_a_square_with_a_finder_and_nothing_endless_has_one() {
        let rows = rows("https://meldroute.example/").unwrap();
        assert!(rows.len() >= 21 && rows.iter().all(|row| row.len() == rows.len()), "a square");
        assert!(rows[0].starts_with("1111111") && rows[0].ends_with("1111111"), "with finders in the corners");
        assert!(super::rows(&"x".repeat(4000)).is_err());
    }
}
