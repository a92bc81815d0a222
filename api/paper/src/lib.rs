//! Makes pages of a document: one request with a [`Document`], one answer with a PDF.
//!
//! The typesetter is large, and it reads what people typed. So it stands alone: this component has no store, no secret,
//! no file and no route from outside, and sends nothing. A fault in it costs one PDF.
//!
//! What becomes of the texts ([`pages`]) is tested on the machine itself. The typesetter is compiled for the component
//! only; the tests of the whole read the PDFs that come out of it.
#![deny(missing_docs)]
#![cfg_attr(target_arch = "wasm32", expect(unsafe_code, reason = "the SDK's macro exports the entry with it"))]

pub mod pages;
#[cfg(target_arch = "wasm32")]
mod typeset;

use pages::Pages;
use shared::document::Document;

/// Why there is no PDF. Never anything of what it would have said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoPages {
    /// This is not a document.
    NoDocument,
    /// The typesetter does not make a PDF of it that fits the standards.
    NotSet,
}

impl NoPages {
    /// The HTTP status.
    #[must_use]
    pub fn status(self) -> u16 {
        match self {
            Self::NoDocument => 400,
            Self::NotSet => 500,
        }
    }
}

/// Makes a PDF of a document in JSON. `has` says whether the font has a letter, `set` sets the pages.
///
/// # Errors
/// [`NoPages::NoDocument`]; [`NoPages::NotSet`] when `set` makes none.
pub fn pdf(
    body: &[u8],
    has: impl Fn(char) -> bool,
    set: impl FnOnce(&Pages) -> Option<Vec<u8>>,
) -> Result<Vec<u8>, NoPages> {
    let document: Document = serde_json::from_slice(body).map_err(|_| NoPages::NoDocument)?;
    set(&Pages::of(&document, has)).ok_or(NoPages::NotSet)
}

#[cfg(target_arch = "wasm32")]
#[spin_sdk::http_component]
fn entry(request: spin_sdk::http::Request) -> spin_sdk::http::Response {
    let fonts = typeset::fonts();
    match pdf(request.body(), |letter| typeset::has(&fonts, letter), |pages| typeset::pdf(pages, fonts.clone())) {
        Ok(pdf) => {
            spin_sdk::http::Response::builder().status(200).header("content-type", "application/pdf").body(pdf).build()
        }
        Err(why) => {
            eprintln!("error: no PDF: {why:?}");
            spin_sdk::http::Response::new(why.status(), Vec::<u8>::new())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_document_is_set() {
        let set = |_: &Pages| Some(b"%PDF-".to_vec());
        let whole = br#"{"titel":"T","kop":"K","voet":"V","op":"2026-01-01T00:00:00Z","delen":[],"slot":"S"}"#;
        assert_eq!(pdf(whole, |_| true, set), Ok(b"%PDF-".to_vec()));
        for wrong in [&b""[..], b"{}", b"\xff", &whole[1..], &[&whole[..whole.len() - 1], br#","meer":1}"#].concat()] {
            assert_eq!(pdf(wrong, |_| true, set), Err(NoPages::NoDocument), "{}", String::from_utf8_lossy(wrong));
        }
        assert_eq!(pdf(whole, |_| true, |_| None), Err(NoPages::NotSet));
    }
}
