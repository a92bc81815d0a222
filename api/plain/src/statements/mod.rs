//! What a gemeente has to say of these pages: what happens to data (AVG 13 and 14), and who can use them (Besluit
//! digitale toegankelijkheid overheid). Both are made of the profile as it is in use now.
mod accessibility;
mod privacy;
#[cfg(test)]
mod tests;

pub use accessibility::accessibility_page;
pub use privacy::privacy_page;

use maud::{Markup, html};
use shared::profile::Instance;

/// A line that the gemeente fills in itself. What is not filled in is said: silence would look like an answer.
fn own(text: &str) -> Markup {
    let text = text.trim();
    html! {
        @if text.is_empty() { span.soft { "Je gemeente heeft dit nog niet ingevuld. Vraag het de FG." } } @else { (text) }
    }
}

/// Whom to ask about data: the functionaris gegevensbescherming.
fn officer(instance: &Instance) -> Markup {
    let profile = &instance.profile;
    let officer = profile.register.officer.trim();
    html! {
        @if officer.is_empty() {
            "de functionaris gegevensbescherming (FG) van de gemeente " (profile.name)
        } @else {
            "de functionaris gegevensbescherming (FG): " (officer)
        }
    }
}
