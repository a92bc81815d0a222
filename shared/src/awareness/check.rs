//! The check of the texts: lengths, no trait of a person, and no way to reach somebody.
use super::texts::AwarenessTexts;
use crate::{
    indicators::names_a_trait,
    report::{Finding, FindingCode},
    text::Line,
};

/// The most characters of a text that is no line of a list: two sentences.
pub const LONGEST_TEXT: usize = 400;
/// The most lines of what one does, and of what one does not do.
pub const MOST_LINES: usize = 8;
/// The most signals on the card, which is one page.
pub const MOST_SIGNALS: usize = 5;

pub(super) type Findings = Vec<Finding<String>>;

impl AwarenessTexts {
    /// What is wrong with them, each finding at its field: `teksten/wat`, `teksten/doen/2`.
    #[must_use]
    pub fn check(&self) -> Vec<Finding<String>> {
        let Self { what, smuggling, minors, sexual, labour, criminal, organ, .. } = self;
        let Self { poster_head, poster_text, steps, never, card, .. } = self;
        let mut found = Findings::new();
        let long = [
            ("wat", what),
            ("smokkel", smuggling),
            ("minderjarig", minors),
            ("seksueel", sexual),
            ("arbeid", labour),
            ("crimineel", criminal),
            ("orgaan", organ),
            ("posterTekst", poster_text),
        ];
        for (name, text) in long {
            paragraph(&mut found, format!("teksten/{name}"), text);
        }
        line(&mut found, "teksten/posterKop".into(), poster_head);
        for (name, lines, most) in
            [("doen", steps, MOST_LINES), ("niet", never, MOST_LINES), ("kaart", card, MOST_SIGNALS)]
        {
            self::lines(&mut found, &format!("teksten/{name}"), lines, most, line);
        }
        found
    }
}

/// One text or more, each by its own check.
pub(super) fn lines(
    found: &mut Findings,
    place: &str,
    texts: &[String],
    most: usize,
    check: fn(&mut Findings, String, &str),
) {
    if texts.is_empty() {
        add(found, place, FindingCode::Required);
    } else if texts.len() > most {
        add(found, place, FindingCode::TooMany);
    }
    for (at, text) in texts.iter().enumerate() {
        check(found, format!("{place}/{at}"), text);
    }
}

pub(super) fn add(found: &mut Findings, field: impl Into<String>, code: FindingCode) {
    found.push(Finding { field: field.into(), code });
}

/// One line with something in it.
pub(super) fn line(found: &mut Findings, field: String, text: &str) {
    match Line::sent(text) {
        Ok(_) => content(found, field, text),
        Err(error) => add(found, field, error.into()),
    }
}

/// A few sentences.
pub(super) fn paragraph(found: &mut Findings, field: String, text: &str) {
    if text.trim().is_empty() {
        add(found, field, FindingCode::Required);
    } else if text.chars().count() > LONGEST_TEXT {
        add(found, field, FindingCode::TooLong);
    } else if text.chars().any(char::is_control) {
        add(found, field, FindingCode::BadCharacter);
    } else {
        content(found, field, text);
    }
}

/// Nothing of a trait of a person. And no number and no address: those are the profile's, where a wrong number takes a
/// second person.
fn content(found: &mut Findings, field: String, text: &str) {
    if names_a_trait(text) {
        add(found, field, FindingCode::PersonalTrait);
    } else if reaches_somebody(text) {
        add(found, field, FindingCode::BadCharacter);
    }
}

fn reaches_somebody(text: &str) -> bool {
    let mut digits = text.split(|c: char| !c.is_numeric());
    digits.any(|run| run.chars().count() > 2) || ["@", "://", "www."].iter().any(|sign| text.contains(sign))
}
