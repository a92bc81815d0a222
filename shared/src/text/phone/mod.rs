//! The numbers in what somebody wrote as their telephone number.
//!
//! A number that is dialled wrongly tells a stranger that there is a report. So only a number that stands there as one
//! is offered, and where two may be meant, both are.
mod group;
#[cfg(test)]
mod tests;

use super::signs::{is_dash, is_hidden, plain_digit};
use group::{Group, dialled, groups, shown, split};

/// Up to this many digits it may be an extension, a room or an hour as well.
const SHORT: usize = 5;
/// Words between two numbers of which the second is one to call.
const OTHER: [&str; 7] = ["of", "en", "or", "and", "intern", "int", "kort"];

/// A number somebody can be called at.
#[derive(Clone, PartialEq, Eq)]
pub struct PhoneNumber {
    /// As written.
    pub shown: String,
    /// As a telephone dials it: digits, behind a `+` when it begins with a country.
    pub dialled: String,
}

impl std::fmt::Debug for PhoneNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PhoneNumber(…)")
    }
}

/// With plain digits, dashes and spaces.
pub(super) fn plain(text: &str) -> String {
    let plain = |c: char| match c {
        _ if is_dash(c) => '-',
        _ if c.is_whitespace() => ' ',
        other => plain_digit(other),
    };
    text.chars().filter(|c| !is_hidden(*c)).map(plain).collect()
}

/// At least one number, whatever was written beside it.
pub(super) fn shape(text: &str) -> bool {
    !numbers(text).is_empty()
}

/// Groups that belong together, and the words that stand before them.
struct Found<'a> {
    groups: Vec<Group<'a>>,
    words: String,
}

/// The numbers in a text, in order.
pub(super) fn numbers(text: &str) -> Vec<PhoneNumber> {
    let text = plain(text);
    let mut all: Vec<Found<'_>> = Vec::new();
    let mut words = String::new();
    for (start, part) in parts(&text) {
        if part.contains(|c: char| c.is_ascii_digit()) {
            if !is_hour(part) {
                let found = |groups| Found { groups, words: words.clone() };
                all.extend(split(&groups(part, start)).into_iter().map(found));
            }
            words.clear();
        } else {
            words.push_str(part);
        }
    }
    let full = all.iter().any(|one| dialled(&one.groups).is_some_and(|number| number.len() > SHORT));
    let meant = |one: &Found<'_>, number: &str| number.len() > SHORT || !full || leads_on(&one.words);
    let mut found: Vec<PhoneNumber> = Vec::new();
    for one in &all {
        let Some(dialled) = dialled(&one.groups).filter(|number| meant(one, number)) else { continue };
        if found.iter().all(|other| other.dialled != dialled) {
            found.push(PhoneNumber { shown: shown(&text, &one.groups), dialled });
        }
    }
    found
}

/// Whether what stands between two numbers leads to another one to call.
fn leads_on(between: &str) -> bool {
    let words = between.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    // ASCII keeps the Unicode tables of letters out of the browser's module
    words.map(str::to_ascii_lowercase).all(|word| OTHER.contains(&word.as_str()))
}

/// Whether this stands in or between the groups of a number.
fn is_sign(c: char) -> bool {
    c.is_ascii_digit() || " +-()./".contains(c)
}

/// The text cut where signs of a number and other characters meet, each part with its place.
fn parts(text: &str) -> Vec<(usize, &str)> {
    let mut cuts = vec![0];
    let pairs = text.char_indices().zip(text.chars().skip(1));
    cuts.extend(pairs.filter(|((_, a), b)| is_sign(*a) != is_sign(*b)).map(|((at, a), _)| at + a.len_utf8()));
    cuts.push(text.len());
    cuts.windows(2).filter_map(|ends| text.get(ends[0]..ends[1]).map(|part| (ends[0], part))).collect()
}

/// `14.00`, or `9.00-17.00`.
fn is_hour(part: &str) -> bool {
    let hour = |one: &str| {
        let (hour, minute) = one.split_once('.')?;
        Some(minute.len() == 2 && hour.parse::<u8>().ok()? < 25 && minute.parse::<u8>().ok()? < 60)
    };
    part.split(['-', ' ', '(', ')']).filter(|one| !one.is_empty()).all(|one| hour(one) == Some(true))
}
