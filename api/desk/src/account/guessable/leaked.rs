//! The passwords that leaks show most often: some hundred thousand, as the library `passwords` brings them. One counts
//! as a piece as well, so "thunderstorm2026" is no better than the year behind it. Nothing is asked from outside.
//! [guideline: ASVS 5 V6.2.4, V6.2.12]
use super::spots::Spot;

/// The bits of one: the logarithm of how many there are.
pub const BITS: u32 = 17;
/// Shorter ones are in everything, and letter by letter they cost no more.
const SHORTEST: usize = 6;
/// None is longer.
const LONGEST: usize = 32;

/// The lengths at which a listed password ends that begins here, read as it was typed or with letters for its signs.
pub fn lengths(rest: &[Spot]) -> impl Iterator<Item = usize> {
    let there = rest.get(..rest.len().min(LONGEST)).unwrap_or_default();
    let typed: String = there.iter().map(|spot| spot.typed).collect();
    let letters: String = there.iter().map(|spot| spot.letter()).collect();
    let is_listed = move |length: &usize| [&typed, &letters].into_iter().any(|text| listed(text, *length));
    (SHORTEST..=there.len()).filter(is_listed)
}

/// Whether the first so many letters of a text are a listed password.
fn listed(text: &str, length: usize) -> bool {
    let end = text.char_indices().nth(length).map_or(text.len(), |(at, _)| at);
    text.get(..end).is_some_and(passwords::analyzer::is_common_password)
}
