//! Lists of sentences.
use maud::{Markup, html};

/// A list with a line for each.
pub fn lines<'a>(all: impl IntoIterator<Item = &'a str>) -> Markup {
    html! { ul { @for line in all { li { (line) } } } }
}
