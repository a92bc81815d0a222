//! From a text to the clues in it.
mod address;
mod field;
mod plate;
mod token;

pub(super) use field::Field;

use super::{Clue, ClueKind};
use crate::text::phone_numbers;
use std::collections::BTreeSet;
use token::{Gap, Token, tokens};

/// Fewer letters and digits are no name.
const FEWEST: usize = 3;

/// Every clue that these words may mean, however they were typed: one of them is looked for.
#[must_use]
pub fn sought(words: &str) -> BTreeSet<Clue> {
    read(words, Field::Sought).into_iter().collect()
}

/// The clues in a text.
pub(super) fn read(text: &str, field: Field) -> Vec<Clue> {
    let tokens = tokens(text);
    let of = |kind| move |value| Clue { kind, value };
    let names = if field.is_name() { names(&tokens) } else { Vec::new() };
    let names = names.into_iter().map(of(ClueKind::Name));
    let addresses = address::addresses(&tokens, field).into_iter().map(of(ClueKind::Address));
    let phones = phone_numbers(text).into_iter().filter_map(|number| phone(&number.dialled)).map(of(ClueKind::Phone));
    let plates = plate::plates(&tokens, field).into_iter().map(of(ClueKind::Plate));
    names.chain(addresses).chain(phones).chain(plates).collect()
}

/// The whole text, and what stands before the first comma: `Nadia Fictief, rood haar`.
fn names(tokens: &[Token]) -> Vec<String> {
    let upto = tokens.iter().skip(1).position(|token| token.gap == Gap::Hard).map_or(tokens.len(), |at| at + 1);
    let joined = |some: &[Token]| some.iter().map(|token| token.text.as_str()).collect::<Vec<_>>().join(" ");
    let mut found = vec![joined(tokens), joined(tokens.get(..upto).unwrap_or_default())];
    found.dedup();
    found.retain(|name| name.chars().filter(|c| c.is_alphanumeric()).count() >= FEWEST);
    found
}

/// A telephone number as it is dialled within the Netherlands, and with the country behind `+` from elsewhere. An
/// extension or a short number is nobody's.
fn phone(dialled: &str) -> Option<String> {
    const DUTCH: usize = 10;
    const ABROAD: usize = 9;
    if let Some(own) = dialled.strip_prefix("+31") {
        return Some(format!("0{own}")).filter(|number| number.len() == DUTCH);
    }
    let is_one = match dialled.strip_prefix('+') {
        Some(abroad) => abroad.len() >= ABROAD,
        None => dialled.starts_with('0') && dialled.len() == DUTCH,
    };
    is_one.then(|| dialled.to_owned())
}
