//! E-mail addresses: their shape, and the link that writes to one.
use std::fmt::Write;

/// The signs that may stand before the `@`, besides letters and digits. RFC 5322 §3.2.3 allows `?`, `&` and `%` as
/// well. In a link these begin another field, so they are refused: no work address has them.
const SIGNS: &str = ".!#$'*+/=^_`{|}~-";

/// One `@`, a name of letters, digits and [`SIGNS`] before it, and behind it a domain with a dot: enough to catch a
/// typing error.
pub(super) fn shape(text: &str) -> bool {
    let Some((name, domain)) = text.split_once('@') else {
        return false;
    };
    let named = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || SIGNS.contains(c));
    let part = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || c == '-');
    named && domain.contains('.') && domain.split('.').all(part)
}

/// The link that begins a message to an address. Everything that could end the address in a URL is percent-encoded,
/// because a stored address may be older than the rule for its shape (RFC 6068 §2).
pub(super) fn link(address: &str) -> String {
    address.bytes().fold("mailto:".to_owned(), |mut link, byte| {
        if byte.is_ascii_alphanumeric() || b".-_~@".contains(&byte) {
            link.push(char::from(byte));
        } else {
            // writing to a string cannot fail
            let _written = write!(link, "%{byte:02X}");
        }
        link
    })
}

#[cfg(test)]
mod tests {
    use crate::text::{Email, TextError};

    #[test]
    fn the_shape_catches_slips_and_what_would_add_a_receiver() {
        for good in ["nadia@voorbeeld.example", "n.o'fictief+werk@team-1.voorbeeld.example", "josé@voorbeeld.example"]
        {
            assert!(Email::parse(good).is_ok(), "{good}");
        }
        let bad = [
            "nadia",
            "nadia@voorbeeld",
            "@voorbeeld.example",
            "nadia@.example",
            "nadia@voorbeeld..example",
            "na dia@voorbeeld.example",
            "nadia@voorbeeld.example?bcc=buiten@elders.example",
            "nadia?bcc=buiten&body=x@voorbeeld.example",
            "nadia&body=x@voorbeeld.example",
            "nadia%3Fbcc=x@voorbeeld.example",
            "nadia,buiten@voorbeeld.example",
            "nadia;buiten@voorbeeld.example",
            "<nadia@voorbeeld.example>",
            "a@b@voorbeeld.example",
        ];
        for bad in bad {
            assert_eq!(Email::parse(bad), Err(TextError::BadShape), "{bad}");
        }
    }

    #[test]
    fn the_link_is_one_address_whatever_is_stored() {
        let link = |text: &str| Email::try_from(text.to_owned()).map(|email| email.link());
        assert_eq!(link("nadia@voorbeeld.example").as_deref(), Ok("mailto:nadia@voorbeeld.example"));
        let older = "nadia?bcc=buiten&body=x@voorbeeld.example";
        assert_eq!(link(older).as_deref(), Ok("mailto:nadia%3Fbcc%3Dbuiten%26body%3Dx@voorbeeld.example"));
        assert_eq!(link("josé#1@voorbeeld.example").as_deref(), Ok("mailto:jos%C3%A9%231@voorbeeld.example"));
    }
}
