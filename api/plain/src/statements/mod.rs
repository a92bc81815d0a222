//! What a gemeente has to say of these pages: what happens to data (AVG 13 and 14), and who can use them (Besluit
//! digitale toegankelijkheid overheid). Both are made of the profile as it is in use now.
mod accessibility;
mod privacy;
#[cfg(test)]
mod tests;

pub use accessibility::accessibility_page;
pub use privacy::privacy_page;

use crate::Place;
use maud::{Markup, html};

/// A line that the gemeente fills in itself. What is not filled in is said: silence would look like an answer.
fn own(place: Place<'_>, text: &str) -> Markup {
    let text = text.trim();
    html! {
        @if text.is_empty() {
            span.soft {
                (place.say(
                    "Je gemeente heeft dit nog niet ingevuld. Vraag het de FG.",
                    "Your gemeente has not filled this in yet. Ask the FG.",
                ))
            }
        } @else { (text) }
    }
}

/// Whom to ask about data: the functionaris gegevensbescherming.
fn officer(place: Place<'_>) -> Markup {
    let profile = &place.instance.profile;
    let officer = profile.register.officer.trim();
    html! {
        @if officer.is_empty() {
            (place.say(
                "de functionaris gegevensbescherming (FG) van de gemeente ",
                "the data protection officer (FG) of the gemeente ",
            ))
            (profile.name)
        } @else {
            (place.say("de functionaris gegevensbescherming (FG): ", "the data protection officer (FG): ")) (officer)
        }
    }
}
