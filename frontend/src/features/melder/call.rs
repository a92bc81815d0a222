use crate::browser;
use leptos::prelude::*;
use shared::{profile::Contact, text::dialled};

/// A number of the first screen. It is read from there, so that it is known without a network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Number {
    /// 112.
    Emergency,
    /// Veilig Thuis.
    VeiligThuis,
    /// The police, when there is no hurry.
    Police,
    /// The KMT: the region's centre of expertise on human trafficking.
    Kmt,
}

impl Number {
    fn id(self) -> &'static str {
        match self {
            Self::Emergency => "number-emergency",
            Self::VeiligThuis => "number-veilig-thuis",
            Self::Police => "number-police",
            Self::Kmt => "number-kmt",
        }
    }

    /// Who answers, and when, as the first screen says it; empty where the first screen names nobody.
    #[must_use]
    pub fn who(self) -> String {
        text_of(&self.id().replace("number", "who"))
    }

    /// The number as shown on the first screen.
    #[must_use]
    pub fn shown(self) -> String {
        text_of(self.id())
    }
}

/// Shows the gemeente's name, and who the KMT is now with its number, on the first screen, from where every page reads
/// them.
pub fn show_current(name: &str, kmt: &Contact) {
    let element = |id: &str| browser::document().and_then(|page| page.get_element_by_id(id));
    if let Some(gemeente) = element("gemeente") {
        gemeente.set_text_content(Some(name));
    }
    if let Some(who) = element(&Number::Kmt.id().replace("number", "who")) {
        who.set_text_content(Some(&kmt.name));
    }
    if let Some(number) = element(Number::Kmt.id()) {
        number.set_text_content(Some(&kmt.number));
        let _kept = number.set_attribute("href", &tel(&kmt.number));
    }
}

fn text_of(id: &str) -> String {
    let element = browser::document().and_then(|page| page.get_element_by_id(id));
    element.and_then(|element| element.text_content()).unwrap_or_default().trim().to_owned()
}

/// The address that makes a phone call this number.
#[must_use]
pub fn tel(shown: &str) -> String {
    format!("tel:{}", dialled(shown))
}

/// A number as the largest thing around.
#[component]
pub fn CallBlock(
    #[prop(into)] title: String,
    #[prop(into)] who: String,
    #[prop(into)] number: String,
    #[prop(optional)] danger: bool,
) -> impl IntoView {
    let address = tel(&number);
    view! {
        <a class="call" class:danger=danger href=address>
            <b>{title}</b>
            <span>{who}</span>
            <strong>{number}</strong>
        </a>
    }
}

/// A contact of the profile, with when it answers.
pub fn contact_line(contact: &Contact) -> impl IntoView + use<> {
    let when = contact.when.clone().map(|when| format!(" ({})", when.to_ascii_lowercase()));
    view! {
        <li>
            {contact.name.clone()}": "
            <a class="utrecht-link" href=tel(&contact.number)>{contact.number.clone()}</a>
            {when}
        </li>
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_number_is_called_without_its_signs() {
        assert_eq!(super::tel("0800-2000"), "tel:08002000");
        assert_eq!(super::tel("+31 (0)74 000"), "tel:+3174000");
    }
}
