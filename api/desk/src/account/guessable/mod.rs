//! Whether a password can be guessed by somebody who tries what people choose: known words, places, names, years, walks
//! over the keyboard, repetitions, and the owner's own name [guideline: ASVS 5 V6.2.4, V6.2.11].
//!
//! The fewest characters alone do not prevent that: "Wachtwoord2026!" is long enough. So a password is covered with
//! pieces that a guesser knows ([`cover`]), each with a price in bits: the logarithm of how many such pieces there are.
//! The cheapest cover says how many guesses it takes. The list of words ([`words`]) is our own and small, and
//! the passwords that leaks show most often ([`leaked`]) are pieces too. What neither holds is paid letter by letter.
mod cover;
mod leaked;
mod lines;
mod spots;
#[cfg(test)]
mod tests;
mod words;

use spots::fold;

/// The fewest bits. Three well-known words and a digit are below it, four words are above. A guesser has twenty tries
/// for one name before each next one takes a quarter of an hour, and needs the second factor too.
const ENOUGH: u32 = 30;

/// Whether this password is among the first that a guesser tries. `own` are words about its owner: their name, log-in
/// name and gemeente.
pub(super) fn guessable(password: &str, own: &[&str]) -> bool {
    cover::bits(&fold(password), &own_words(own)) < ENOUGH
}

/// The words of names, each apart and all together.
fn own_words(own: &[&str]) -> Vec<String> {
    let mut words = Vec::new();
    for text in own {
        let parts = text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
        let parts: Vec<String> = parts.map(spots::plain).collect();
        words.push(parts.concat());
        words.extend(parts);
    }
    words.retain(|word| word.chars().count() >= words::SHORTEST);
    words
}
