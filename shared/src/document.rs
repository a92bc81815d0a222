//! A document for paper: what it says, and nothing of how it looks. The component that makes pages of it gets this, and
//! nothing else.
use crate::moment::Moment;
use serde::{Deserialize, Serialize};

/// A document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Its title.
    #[serde(rename = "titel")]
    pub title: String,
    /// What stands above every page.
    #[serde(rename = "kop")]
    pub header: String,
    /// What stands below every page, beside its number.
    #[serde(rename = "voet")]
    pub footer: String,
    /// The day and time of what it says. So the same document becomes the same file.
    #[serde(rename = "op")]
    pub at: Moment,
    /// Its parts. A part with a title begins on a page of its own and is listed at the front.
    #[serde(rename = "delen")]
    pub parts: Vec<DocumentPart>,
    /// What stands at the end.
    #[serde(rename = "slot")]
    pub closing: String,
}

/// A part of a document.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentPart {
    /// Its title; none when it is the only one.
    #[serde(rename = "titel")]
    pub title: Option<String>,
    /// Short lines at its beginning.
    #[serde(rename = "regels")]
    pub facts: Vec<Passage>,
    /// What it says.
    #[serde(rename = "passages")]
    pub passages: Vec<Passage>,
}

/// A text with its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Passage {
    /// Its name.
    #[serde(rename = "naam")]
    pub name: String,
    /// The text. A line that is empty ends a paragraph.
    #[serde(rename = "tekst")]
    pub text: String,
}

impl Passage {
    /// A text with this name.
    #[must_use]
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self { name: name.into(), text: text.into() }
    }
}
