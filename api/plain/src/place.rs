use crate::FORM;
use shared::profile::{Contact, Instance};
use words::Language;

/// Where a page is, and in which language it speaks.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// The gemeente. Its signals are in the language of the page as far as they are translated.
    pub instance: &'a Instance,
    /// The language.
    pub language: Language,
}

impl<'a> Place<'a> {
    /// In Dutch.
    #[must_use]
    pub fn dutch(instance: &'a Instance) -> Self {
        Self { instance, language: Language::Dutch }
    }
    /// What the page says.
    pub fn say<T>(self, dutch: T, english: T) -> T {
        self.language.say(dutch, english)
    }

    /// Who answers a number, and when, as far as that can be said in this language: the hours are the gemeente's own
    /// words.
    #[must_use]
    pub fn who(self, contact: &Contact) -> String {
        let always = contact.when.as_deref().is_some_and(|when| when.eq_ignore_ascii_case("dag en nacht"));
        match self.language {
            Language::Dutch => contact.who(),
            Language::English if always => format!("{}, day and night", contact.name),
            Language::English => contact.name.clone(),
        }
    }

    /// Where a report begins: the app in Dutch, which is its only language, and else the form.
    #[must_use]
    pub fn to_report(self) -> String {
        self.say("/melden".to_owned(), self.to(FORM))
    }

    /// The address of a page in the same language.
    #[must_use]
    pub fn to(self, address: &str) -> String {
        address_in(self.language, address)
    }
}

/// The address of a page in this language: those in English are below [`ENGLISH`].
#[must_use]
pub fn address_in(language: Language, address: &str) -> String {
    match language {
        Language::Dutch => address.to_owned(),
        Language::English => format!("{ENGLISH}{}", address.trim_end_matches('/')),
    }
}

/// The address of the first page in English; the others are below it.
pub const ENGLISH: &str = "/en";

/// The language of an address, and the address of the same page in Dutch.
#[must_use]
pub fn language_of(path: &str) -> (Language, &str) {
    match path.strip_prefix(ENGLISH) {
        Some("") => (Language::English, "/"),
        Some(rest) if rest.starts_with('/') => (Language::English, rest),
        _ => (Language::Dutch, path),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leads_to_its_language_and_back() {
        for address in ["/", "/melden/formulier", "/privacy"] {
            for language in Language::ALL {
                assert_eq!(language_of(&address_in(language, address)), (language, address));
            }
        }
        assert_eq!(language_of("/energie"), (Language::Dutch, "/energie"));
        assert_eq!(language_of("/en/"), (Language::English, "/"));
    }
}
