//! A text as words and numbers, with what stands between them.
use crate::{case::redact::normal, text::signs::is_dash};

/// What stands before a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// A space, or nothing yet.
    Space,
    /// A dash.
    Dash,
    /// One point: `Fantasiestr. 12`, `AB.12.CD`.
    Point,
    /// A comma, the end of a line, or anything else that parts.
    Hard,
}

/// Letters and digits without anything between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// In normal form.
    pub text: String,
    /// Whether its letters, if it has any, are capitals.
    pub capitals: bool,
    /// What stands before it.
    pub gap: Gap,
}

impl Token {
    /// Whether it has digits only.
    pub fn is_number(&self) -> bool {
        self.text.chars().all(|c| c.is_ascii_digit())
    }

    /// Whether it has letters only.
    pub fn is_word(&self) -> bool {
        self.text.chars().all(char::is_alphabetic)
    }
}

/// The tokens of a text. What is part of a name is not cut: an accent, an apostrophe.
pub fn tokens(text: &str) -> Vec<Token> {
    let (mut found, mut raw, mut gap) = (Vec::new(), String::new(), Gap::Space);
    for c in text.chars().chain(std::iter::once('\n')) {
        let Some(next) = parting(c) else {
            raw.push(c);
            continue;
        };
        if !raw.is_empty() {
            let token = token(&raw, gap);
            raw.clear();
            if let Some(token) = token {
                found.push(token);
                gap = next;
                continue;
            }
        }
        gap = join(gap, next);
    }
    found
}

fn token(raw: &str, gap: Gap) -> Option<Token> {
    let text: String = normal(raw).chars().filter(|c| c.is_alphanumeric()).collect();
    (!text.is_empty()).then(|| Token { text, capitals: !raw.chars().any(char::is_lowercase), gap })
}

/// What a sign that parts is; `None` for one that belongs to a word.
fn parting(c: char) -> Option<Gap> {
    match c {
        '\n' => Some(Gap::Hard),
        '.' | '·' => Some(Gap::Point),
        _ if c.is_whitespace() => Some(Gap::Space),
        _ if is_dash(c) => Some(Gap::Dash),
        '\'' | '`' => None,
        _ if c.is_ascii_punctuation() => Some(Gap::Hard),
        _ => None,
    }
}

/// Two signs beside each other. A space beside a dash or a point is not there; two other signs part.
fn join(before: Gap, next: Gap) -> Gap {
    match (before, next) {
        (Gap::Space, other) | (other, Gap::Space) => other,
        (Gap::Dash, Gap::Dash) => Gap::Dash,
        (Gap::Dash | Gap::Point | Gap::Hard, Gap::Dash | Gap::Point | Gap::Hard) => Gap::Hard,
    }
}
