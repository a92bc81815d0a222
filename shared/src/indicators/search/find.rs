//! Which signals hold what was typed.
use super::{
    super::{Indicator, IndicatorList},
    words::{sought, stem, words},
};

/// For each signal of the list whether it fits. None when there is nothing to look for.
///
/// A signal fits that holds every word, in its sentence, its example or its own words, or a word that means the same.
/// Where none holds them all, those fit that hold one.
pub fn found(typed: &str, list: &IndicatorList) -> Option<Vec<bool>> {
    let by_word: Vec<Vec<bool>> = sought(typed).iter().map(|word| holding(word, list)).collect();
    if by_word.is_empty() {
        return None;
    }
    let signals = 0..list.indicators.len();
    let all: Vec<bool> = signals.clone().map(|at| by_word.iter().all(|holds| holds[at])).collect();
    let some = || signals.map(|at| by_word.iter().any(|holds| holds[at])).collect();
    Some(if all.contains(&true) { all } else { some() })
}

/// The signals that hold a word. A word that is nowhere counts as the beginning of one: it is still being typed.
fn holding(word: &str, list: &IndicatorList) -> Vec<bool> {
    let sought = stem(word);
    let whole = matching(&|_, other| other == sought, list);
    if whole.contains(&true) { whole } else { matching(&|other, _| other.starts_with(word), list) }
}

/// The signals that hold a word of which `is` says, with the word and its stem, that it is meant.
fn matching(is: &dyn Fn(&str, &str) -> bool, list: &IndicatorList) -> Vec<bool> {
    let is_meant = |word: String| is(&word, &stem(&word));
    let alike = list.synonyms.iter().filter(|group| group.iter().any(|one| words(one).any(is_meant)));
    let alike: Vec<String> = alike.flatten().flat_map(|one| words(one)).map(|word| stem(&word)).collect();
    let fits = |word: String| {
        let stem = stem(&word);
        is(&word, &stem) || alike.contains(&stem)
    };
    list.indicators.iter().map(|one| texts(one).any(|text| words(text).any(fits))).collect()
}

/// What is looked through. The name of the group is not: it stands over signals that say something else.
fn texts(one: &Indicator) -> impl Iterator<Item = &String> {
    [&one.sentence].into_iter().chain(&one.example).chain(&one.words)
}
