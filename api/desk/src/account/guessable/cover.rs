//! The cheapest cover of a password with pieces that a guesser knows.
use super::{
    leaked,
    lines::{is_date, is_year, line_at},
    spots::Spot,
    words::{self, LISTS},
};

/// A letter or sign that is part of nothing known. A random letter takes more; one of an unknown word takes less.
const LETTER: u32 = 3;
/// A digit: people take a telephone number, or a date.
const DIGIT: u32 = 2;
/// A word about the owner.
const OWN: u32 = 5;
/// A line over the keyboard, wherever it begins and however long it is.
const LINE: u32 = 5;
const YEAR: u32 = 5;
const DATE: u32 = 10;
/// Again what came right before.
const AGAIN: u32 = 1;
/// Again what came earlier, or the same backwards.
const EARLIER: u32 = 3;

/// The bits of the cheapest cover. One more known piece never makes it more, so a sign in place of a letter does not.
pub fn bits(spots: &[Spot], own: &[String]) -> u32 {
    let mut best = vec![u32::MAX; spots.len() + 1];
    if let Some(first) = best.first_mut() {
        *first = 0;
    }
    for start in 0..spots.len() {
        let so_far = best.get(start).copied().unwrap_or(u32::MAX);
        let (before, rest) = spots.split_at(start);
        each_piece(before, rest, own, |length, price| {
            if let Some(there) = best.get_mut(start + length) {
                *there = (*there).min(so_far.saturating_add(price));
            }
        });
    }
    best.last().copied().unwrap_or(0)
}

/// Every piece with which the rest can begin: its length, and its price.
fn each_piece(before: &[Spot], rest: &[Spot], own: &[String], mut piece: impl FnMut(usize, u32)) {
    let Some(next) = rest.first() else { return };
    piece(1, if next.typed.is_ascii_digit() { DIGIT } else { LETTER });
    for (list, price) in LISTS {
        list.split_whitespace().for_each(|word| word_at(rest, word, |length| piece(length, *price)));
    }
    own.iter().for_each(|word| word_at(rest, word, |length| piece(length, OWN)));
    leaked::lengths(rest).for_each(|length| piece(length, leaked::BITS));
    // a shorter line is a line as well: what follows may begin with its last letter
    (3..=line_at(rest)).for_each(|length| piece(length, LINE));
    if rest.get(..4).is_some_and(is_year) {
        piece(4, YEAR);
    }
    if rest.get(..8).is_some_and(is_date) {
        piece(8, DATE);
    }
    copies(before, rest, piece);
}

/// The word, or the word backwards.
fn word_at(rest: &[Spot], word: &str, mut found: impl FnMut(usize)) {
    let length = word.chars().count();
    let Some(there) = rest.get(..length) else { return };
    let reads = |mut letters: &mut dyn Iterator<Item = char>| there.iter().zip(&mut letters).all(|(s, c)| s.is(c));
    if reads(&mut word.chars()) || reads(&mut word.chars().rev()) {
        found(length);
    }
}

/// What is there before: right before, anywhere, or backwards.
fn copies(before: &[Spot], rest: &[Spot], mut piece: impl FnMut(usize, u32)) {
    for from in 0..before.len() {
        let earlier = before.get(from..).unwrap_or_default();
        let same = earlier.iter().zip(rest).take_while(|(one, two)| one.same(**two)).count();
        if same == earlier.len() {
            piece(same, AGAIN);
        }
        (words::SHORTEST..=same).for_each(|length| piece(length, EARLIER));
        let back = before.get(..=from).unwrap_or_default().iter().rev();
        let mirrored = back.zip(rest).take_while(|(one, two)| one.same(**two)).count();
        (words::SHORTEST..=mirrored).for_each(|length| piece(length, EARLIER));
    }
}
