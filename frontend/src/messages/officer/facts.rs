//! What a line of the timeline holds.

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

/// What the timeline shows of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// What happened.
    pub title: String,
    /// What was noted with it.
    pub facts: Vec<Fact>,
}

/// A line of the timeline with this title and these facts.
pub(super) fn with(title: impl Into<String>, facts: Vec<Fact>) -> Told {
    Told { title: title.into(), facts }
}
