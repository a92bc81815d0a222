use std::borrow::Cow;

/// A text of somebody inside a sentence of ours. A text from right to left would otherwise take the words and signs
/// around it along, and the sentence would read as another one. The text is set apart with U+2068 and U+2069, as
/// `<bdi>` does on a page (Unicode UAX #9 §2.4); what is pasted somewhere is cleaned of them again.
#[must_use]
pub fn isolated(text: &str) -> Cow<'_, str> {
    if text.chars().any(turns) { Cow::Owned(format!("\u{2068}{text}\u{2069}")) } else { Cow::Borrowed(text) }
}

/// Whether this character is written from right to left, or turns what comes after it.
fn turns(c: char) -> bool {
    let turned = '\u{590}'..='\u{8ff}';
    let forms =
        ['\u{fb1d}'..='\u{fdff}', '\u{fe70}'..='\u{feff}', '\u{10800}'..='\u{10fff}', '\u{1e800}'..='\u{1efff}'];
    let signs = ['\u{200e}'..='\u{200f}', '\u{202a}'..='\u{202e}', '\u{2066}'..='\u{2069}'];
    turned.contains(&c) || forms.iter().chain(&signs).any(|range| range.contains(&c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_from_right_to_left_is_set_apart() {
        assert_eq!(isolated("Fleur Voorbeeld"), "Fleur Voorbeeld");
        assert_eq!(isolated("İbrahim"), "İbrahim");
        for name in ["ܡܠܟܐ", "محمد", "דוד", "Jan \u{202e}nav"] {
            assert_eq!(isolated(name), format!("\u{2068}{name}\u{2069}"), "{name}");
        }
    }
}
