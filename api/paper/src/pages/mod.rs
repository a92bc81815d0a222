//! A document as the template takes it: texts in paragraphs and lines, each with its direction, with only letters that
//! the font has, and with places where a long word may break.
mod letters;

use letters::Letters;
use serde::Serialize;
use shared::{
    document::{Document, DocumentPart, Passage},
    moment::Moment,
};
use unicode_bidi::{Direction, get_base_direction};

/// What stands at the end when a letter was replaced.
const REPLACED: &str =
    "Voor een teken dat het lettertype niet heeft, staat hier zijn nummer in Unicode, zoals [U+1F697].";

/// What the template takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Pages {
    title: String,
    header: String,
    footer: String,
    parts: Vec<Part>,
    closing: Vec<Paragraph>,
    /// The day and time of what it says.
    #[serde(skip)]
    pub at: Moment,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Part {
    title: Option<String>,
    facts: Vec<Named>,
    passages: Vec<Named>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Named {
    name: String,
    text: Vec<Paragraph>,
}

/// Lines that belong together, with the direction of the first letter that has one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Paragraph {
    rtl: bool,
    lines: Vec<String>,
}

impl Pages {
    /// The pages of a document, in a font that has these letters.
    #[must_use]
    pub fn of(document: &Document, has: impl Fn(char) -> bool) -> Self {
        let letters = Letters::of(has);
        let Document { title, header, footer, at, parts, closing } = document;
        let [title, header, footer] = [title, header, footer].map(|text| letters.line(text));
        let parts = parts.iter().map(|part| Part::of(part, &letters)).collect();
        let mut closing = paragraphs(closing, &letters);
        if letters.replaced() {
            closing.extend(paragraphs(REPLACED, &letters));
        }
        Self { title, header, footer, parts, closing, at: *at }
    }
}

impl Part {
    fn of<Has: Fn(char) -> bool>(part: &DocumentPart, letters: &Letters<Has>) -> Self {
        let all = |passages: &[Passage]| passages.iter().map(|passage| Named::of(passage, letters)).collect();
        Self {
            title: part.title.as_ref().map(|title| letters.line(title)),
            facts: all(&part.facts),
            passages: all(&part.passages),
        }
    }
}

impl Named {
    fn of<Has: Fn(char) -> bool>(passage: &Passage, letters: &Letters<Has>) -> Self {
        Self { name: letters.line(&passage.name), text: paragraphs(&passage.text, letters) }
    }
}

/// The paragraphs of a text. None of them is empty.
fn paragraphs<Has: Fn(char) -> bool>(text: &str, letters: &Letters<Has>) -> Vec<Paragraph> {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    let paragraphs = lines.split(|line| line.is_empty()).filter(|lines| !lines.is_empty());
    paragraphs
        .map(|lines| Paragraph {
            rtl: get_base_direction(lines.join(" ").as_str()) == Direction::Rtl,
            lines: lines.iter().map(|line| letters.line(line)).collect(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<Paragraph> {
        paragraphs(text, &Letters::of(|letter| letter != '🚗'))
    }

    fn plain(lines: &[&str]) -> Paragraph {
        Paragraph { rtl: false, lines: lines.iter().map(|&line| line.to_owned()).collect() }
    }

    #[test]
    fn an_empty_line_ends_a_paragraph() {
        assert_eq!(of("een\ntwee\r\n\n \n\ndrie\n"), [plain(&["een", "twee"]), plain(&["drie"])]);
        assert_eq!(of(""), []);
        assert_eq!(of("\n \n"), []);
    }

    #[test]
    fn a_paragraph_runs_as_its_first_letter_does() {
        for (text, rtl) in
            [("محمد", true), ("12 محمد", true), ("Meneer محمد", false), ("שלום Jan", true), ("12", false)]
        {
            assert_eq!(of(text).first().unwrap().rtl, rtl, "{text}");
        }
    }

    #[test]
    fn the_end_says_that_a_letter_was_replaced() {
        let with = |text: &str| {
            let part = DocumentPart { passages: vec![Passage::new("Wat", text)], ..DocumentPart::default() };
            let at = Moment::from_millis(0);
            let [title, header, footer, closing] = ["T", "K", "V", "Slot."].map(str::to_owned);
            Pages::of(&Document { title, header, footer, at, parts: vec![part], closing }, |letter| letter != '🚗')
        };
        assert_eq!(with("auto").closing, [plain(&["Slot."])]);
        assert_eq!(with("een 🚗").closing, [plain(&["Slot."]), plain(&[REPLACED])]);
    }
}
