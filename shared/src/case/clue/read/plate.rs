//! Number plates: Dutch ones in every series of RDW, and what looks like a foreign one where vehicles are asked for.
use super::{
    field::Field,
    token::{Gap, Token},
};

/// The series, each sign as a letter `x` or a digit `9` (RDW, sidecodes 1 to 14).
const SERIES: [&str; 14] = [
    "xx9999", "9999xx", "99xx99", "xx99xx", "xxxx99", "99xxxx", "99xxx9", "9xxx99", "xx999x", "x999xx", "xxx99x",
    "x99xxx", "9xx999", "999xx9",
];
/// How many letters and digits a plate from elsewhere has.
const FOREIGN: std::ops::RangeInclusive<usize> = 5..=9;
/// The most tokens of one.
const PARTS: usize = 3;

/// The plates, without anything between their signs.
pub fn plates(tokens: &[Token], field: Field) -> Vec<String> {
    let mut found = Vec::new();
    for at in 0..tokens.len() {
        found.extend(dutch(&tokens[at..], field));
        if field.is_vehicle() {
            found.extend(foreign(tokens, at, field));
        }
    }
    found.sort();
    found.dedup();
    found
}

/// A Dutch plate that begins these tokens: three parts with dashes, or one of six signs. Spaces between the parts are
/// enough where vehicles are asked for; elsewhere `12 uur 3` would be one.
fn dutch(tokens: &[Token], field: Field) -> Option<String> {
    let first = tokens.first()?;
    if is_series(&first.text) && (first.capitals || field.is_vehicle()) {
        // `7551AB` is a postcode where nobody was asked for a vehicle
        let is_postcode = shape(&first.text) == "9999xx" && !field.is_vehicle();
        return (!is_postcode).then(|| first.text.clone());
    }
    let parts = tokens.get(..PARTS)?;
    let are_uniform = parts.iter().all(|part| part.is_number() || part.is_word());
    let are_joined = parts[1..].iter().all(|part| match part.gap {
        Gap::Dash | Gap::Point => true,
        Gap::Space => field.is_vehicle(),
        Gap::Hard => false,
    });
    let joined: String = parts.iter().map(|part| part.text.as_str()).collect();
    (are_uniform && are_joined && is_series(&joined)).then_some(joined)
}

/// Capitals and digits together that may be a plate from elsewhere: `BOR-AB 123`. All of them, or the whole of what is
/// looked for.
fn foreign(tokens: &[Token], at: usize, field: Field) -> Option<String> {
    let belongs = |token: &Token| token.capitals || field == Field::Sought;
    let joins = |at: usize| at > 0 && tokens[at].gap != Gap::Hard && belongs(&tokens[at]) && belongs(&tokens[at - 1]);
    if joins(at) || !belongs(&tokens[at]) {
        return None;
    }
    let length = 1 + (at + 1..tokens.len()).take_while(|next| joins(*next)).count();
    let joined: String = tokens[at..at + length].iter().map(|token| token.text.as_str()).collect();
    let has = |is: fn(&char) -> bool| joined.chars().any(|c| is(&c));
    let is_one = length <= PARTS
        && FOREIGN.contains(&joined.chars().count())
        && has(char::is_ascii_digit)
        && has(char::is_ascii_lowercase);
    is_one.then_some(joined)
}

fn is_series(text: &str) -> bool {
    SERIES.contains(&shape(text).as_str())
}

fn shape(text: &str) -> String {
    let sign = |c: char| match c {
        _ if c.is_ascii_digit() => '9',
        _ if c.is_ascii_lowercase() => 'x',
        other => other,
    };
    text.chars().map(sign).collect()
}
