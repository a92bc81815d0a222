//! The check of the words by which signals are found.
use super::origins::names_origin;
use crate::{
    indicators::{names_a_trait, words},
    report::FindingCode,
};
use std::collections::BTreeSet;

/// The most words of one signal, and the most that mean the same.
pub const MOST_WORDS: usize = 40;
/// The most groups of words that mean the same.
pub const MOST_GROUPS: usize = 100;
/// The most letters of such a word.
const LONGEST_WORD: usize = 30;

/// A group has two words at least, and a word is in one group.
pub(super) fn of_synonyms(groups: &[Vec<String>]) -> Vec<FindingCode> {
    let all: Vec<String> = groups.concat();
    let mut found = of_words(&all, MOST_GROUPS * MOST_WORDS);
    if groups.len() > MOST_GROUPS || groups.iter().any(|group| group.len() > MOST_WORDS) {
        found.push(FindingCode::TooMany);
    }
    if groups.iter().any(|group| group.len() < 2) {
        found.push(FindingCode::Required);
    }
    found
}

/// What is wrong with words to search by. Each is one word of letters and digits; a dash may join them.
pub(super) fn of_words(all: &[String], most: usize) -> Vec<FindingCode> {
    let mut seen = BTreeSet::new();
    let one_word = |text: &String| {
        let parts: Vec<String> = words(text).collect();
        parts.len() == 1 && text.chars().all(|sign| sign.is_alphanumeric() || sign == '-')
    };
    let faults = [
        (all.len() > most, FindingCode::TooMany),
        (!all.iter().all(one_word), FindingCode::BadShape),
        (all.iter().any(|text| text.chars().count() > LONGEST_WORD), FindingCode::TooLong),
        (!all.iter().flat_map(|text| words(text)).all(|word| seen.insert(word)), FindingCode::Duplicate),
        (all.iter().any(|text| names_a_trait(text) || names_origin(text)), FindingCode::PersonalTrait),
    ];
    faults.into_iter().filter(|(is, _)| *is).map(|(_, code)| code).collect()
}
