/// Words that say something is about a trait of a person, or where somebody comes from. That is never a signal.
const TRAITS: [&str; 6] = ["nationaliteit", "afkomst", "herkomst", "buitenland", "beperking", "geloof"];

/// Whether a text names a trait of a person.
#[must_use]
pub fn names_a_trait(text: &str) -> bool {
    let words = text.to_lowercase();
    TRAITS.iter().any(|word| words.contains(word))
}
