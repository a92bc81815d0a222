use crate::{
    case::{
        Case,
        redact::{Blanks, Told},
    },
    text::{Prose, TextError},
};

/// A text as it may go to KMT: without what points at the melder or at anybody else, at a place, and at the AFs with
/// these names. Twice is the same as once.
///
/// # Errors
/// [`TextError`] when it is too long once something stands in the place of what was taken away.
pub fn without_names(case: &Case, officers: &[String], text: &Prose) -> Result<Prose, TextError> {
    let told = Told { people: &[], numbers: false, places: false };
    Prose::parse(&Blanks::of(case, told).and_names(officers).of_whole_words().apply(text.as_str()))
}
