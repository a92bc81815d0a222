//! Pieces of HTML. Everything that comes from data is escaped here.
pub use crate::page::escape;
use shared::{
    profile::{Contact, Instance},
    text::dialled,
};

/// A paragraph.
pub fn p(text: &str) -> String {
    format!("<p>{}</p>\n", escape(text))
}

/// A heading of the second level.
pub fn h2(text: &str) -> String {
    format!("<h2>{}</h2>\n", escape(text))
}

/// A list of lines.
pub fn list<'a>(lines: impl IntoIterator<Item = &'a String>) -> String {
    let items: String = lines.into_iter().map(|line| format!("<li>{}</li>\n", escape(line))).collect();
    format!("<ul>\n{items}</ul>\n")
}

/// A link.
pub fn to(place: &str, text: &str) -> String {
    format!("<a class=\"utrecht-link\" href=\"{}\">{}</a>", escape(place), escape(text))
}

/// A telephone number to press.
pub fn number(contact: &Contact) -> String {
    format!("<a href=\"tel:{}\">{}</a>", dialled(&contact.number), escape(&contact.number))
}

/// Who to call, the most urgent first.
pub fn numbers(instance: &Instance) -> String {
    let contacts = &instance.profile.contacts;
    let service = |contact: &Contact| {
        let when = contact.when.as_ref().map(|when| format!(", {}", when.to_lowercase())).unwrap_or_default();
        escape(&format!("{}{when}", contact.name))
    };
    let lines = [
        format!("Direct gevaar: {}", number(&contacts.emergency)),
        format!(
            "Jonger dan 18, of acuut onveilig thuis: {} ({})",
            number(&contacts.veilig_thuis),
            service(&contacts.veilig_thuis)
        ),
        format!("Kan het niet wachten? De politie: {}", number(&contacts.police)),
        format!("Advies: {} ({})", number(&contacts.kmt), service(&contacts.kmt)),
    ];
    let items: String = lines.into_iter().map(|line| format!("<li>{line}</li>\n")).collect();
    format!("<ul class=\"numbers\">\n{items}</ul>\n")
}

/// A QR code that leads here.
pub fn qr(rows: &[String]) -> String {
    plain::qr_code(rows, "QR-code naar Meldroute").into_string()
}
