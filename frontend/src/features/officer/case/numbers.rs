//! Telephone numbers as they were written, to call.
use leptos::prelude::*;
use shared::text::Phone;

/// The text of a line, and what a telephone dials when it is pressed.
type Line = (String, Option<String>);

/// The telephone as it was written. With one number in it the whole text calls that; otherwise each number has a line
/// of its own, so that the AF chooses.
pub(super) fn lines(phone: &Phone) -> Vec<Line> {
    let written = phone.as_str().to_owned();
    match phone.numbers().as_slice() {
        [only] => vec![(written, Some(only.dialled.clone()))],
        several => {
            let each = several.iter().map(|number| (format!("Bel {}", number.shown), Some(number.dialled.clone())));
            std::iter::once((written, None)).chain(each).collect()
        }
    }
}

pub(super) fn line_view((text, dial): Line) -> impl IntoView {
    match dial {
        Some(number) => view! { <li><a class="utrecht-link" href=format!("tel:{number}")>{text}</a></li> }.into_any(),
        None => view! { <li dir="auto">{text}</li> }.into_any(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_number_that_was_written_can_be_called() {
        let of = |text: &str| lines(&Phone::parse(text).unwrap());
        let line = |text: &str, number: &str| (text.to_owned(), Some(number.to_owned()));
        assert_eq!(of("074-2450000 (na 14 u)"), [line("074-2450000 (na 14 u)", "0742450000")]);
        let both = "06-12345678 / 4123";
        let each = [line("Bel 06-12345678", "0612345678"), line("Bel 4123", "4123")];
        assert_eq!(of(both), [vec![(both.to_owned(), None)], each.to_vec()].concat());
    }
}
