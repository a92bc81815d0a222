//! What is printed: a poster, and a card for a team meeting. One page A4 each, with the address of this instance.
use super::{
    known::{Known, ROOT},
    pages::NO_TRAIT,
};
use crate::html::{escape, h2, list, numbers, p, qr};
use kit::Failure;

/// How to print it, and the way back: not on the paper.
fn above() -> String {
    format!(
        "<p class=\"not-on-paper\">Druk deze pagina af met je browser (Ctrl en P). Het wordt één blad A4.</p>\n\
         <p class=\"not-on-paper\"><a class=\"utrecht-link\" href=\"{ROOT}\">Wat is mensenhandel?</a></p>\n"
    )
}

/// The address of this instance as a QR code and in letters.
fn address(known: &Known, text: &str) -> Result<String, Failure> {
    let Some(address) = &known.address else {
        return Ok(p("Vraag een aandachtsfunctionaris waar je kunt melden."));
    };
    let rows = kit::qr::rows(&format!("{address}/"))?;
    Ok(format!("{}<p>{}<br><span class=\"address\">{}</span></p>\n", qr(&rows), escape(text), escape(address)))
}

/// The poster.
///
/// # Errors
/// [`Failure::Internal`] when the address is too long for a QR code.
pub fn poster(known: &Known) -> Result<String, Failure> {
    let texts = &known.awareness.texts;
    Ok([
        above(),
        "<article class=\"sheet poster stack\">\n".to_owned(),
        format!("<h1>{}</h1>\n", escape(&texts.poster_head)),
        format!("<p class=\"large\">{}</p>\n", escape(&texts.poster_text)),
        address(known, "Scan de code en meld het:")?,
        numbers(&known.instance),
        format!("<p class=\"soft\">Gemeente {}</p>\n</article>\n", escape(&known.instance.profile.name)),
    ]
    .concat())
}

/// The card: what it is, the signals, what to do, and who to call.
///
/// # Errors
/// As [`poster`].
pub fn card(known: &Known) -> Result<String, Failure> {
    let texts = &known.awareness.texts;
    Ok([
        above(),
        "<article class=\"sheet leaflet stack\">\n<h1>Mensenhandel herkennen en melden</h1>\n".to_owned(),
        h2("Wat is het?"),
        p(&texts.what),
        p(&texts.minors),
        p(&texts.smuggling),
        h2("Waar let je op?"),
        list(&texts.card),
        p(NO_TRAIT),
        "<div class=\"pair\">\n<div>\n".to_owned(),
        h2("Wat doe je?"),
        list(&texts.steps),
        "</div>\n<div>\n".to_owned(),
        h2("Wat doe je niet?"),
        list(&texts.never),
        "</div>\n</div>\n".to_owned(),
        h2("Wie bel je?"),
        numbers(&known.instance),
        h2("Waar meld je?"),
        address(known, "Scan de code, of ga naar:")?,
        format!("<p class=\"soft\">Gemeente {}</p>\n</article>\n", escape(&known.instance.profile.name)),
    ]
    .concat())
}
