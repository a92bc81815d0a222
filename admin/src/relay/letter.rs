//! The letter: what the relay takes, and the mail that it makes of it for a mail server.
use anyhow::Result;
use lettre::{
    Address, Message,
    message::{
        Mailbox,
        header::{ContentType, HeaderName, HeaderValue},
    },
};
use serde::Deserialize;
use shared::{text::Email, told::Reader};

/// What due work gives.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Letter {
    /// The same at every try.
    pub id: String,
    /// Where to.
    #[serde(rename = "aan")]
    pub to: String,
    /// Who reads it; an AF when it does not say.
    #[serde(rename = "voor", default = "officer")]
    pub reader: Reader,
}

fn officer() -> Reader {
    Reader::Officer
}

impl Letter {
    /// A letter with an id and one address; `None` for anything else.
    pub fn parse(body: &[u8]) -> Option<Self> {
        let letter: Self = serde_json::from_slice(body).ok()?;
        let hex = letter.id.len() == 32 && letter.id.bytes().all(|byte| byte.is_ascii_hexdigit());
        (hex && Email::parse(&letter.to).is_ok()).then_some(letter)
    }

    /// The mail. Its id follows from the letter's, so that a mail server can tell too what it had before.
    pub fn mail(&self, from: &Address, site: &str) -> Result<Message> {
        let automatic = HeaderName::new_from_ascii_str("Auto-Submitted");
        let mail = Message::builder()
            .from(Mailbox::new(Some("Meldroute".into()), from.clone()))
            .to(Mailbox::new(None, self.to.parse()?))
            .subject(self.reader.message())
            .message_id(Some(format!("<{}@{}>", self.id, from.domain())))
            // so that nobody's absence is answered
            .raw_header(HeaderValue::new(automatic, "auto-generated".into()))
            .header(ContentType::TEXT_PLAIN)
            .date_now();
        Ok(mail.body(format!("{}.\n\n{}\n", self.reader.message(), self.address(site)))?)
    }

    /// Where the reader goes, in the instance with this address.
    pub fn address(&self, site: &str) -> String {
        format!("{}{}", site.trim_end_matches('/'), self.reader.page())
    }
}
