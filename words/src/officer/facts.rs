//! The content of a line of the timeline.

/// A text with its name: `Datum: vrijdag 24 april 2026`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// The name, or empty when the text needs none.
    pub name: &'static str,
    /// The text.
    pub text: String,
}

/// A fact with this name.
pub fn fact(name: &'static str, text: impl Into<String>) -> Fact {
    Fact { name, text: text.into() }
}

/// The text of an event in the timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The title: the event in a few words.
    pub title: String,
    /// The details that were noted with it.
    pub facts: Vec<Fact>,
}

/// A line of the timeline with this title and these facts.
pub(super) fn with(title: impl Into<String>, facts: Vec<Fact>) -> Told {
    Told { title: title.into(), facts }
}
