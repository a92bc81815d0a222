//! Changes of bytes that know nothing of their meaning.
use crate::Luck;

/// Difficult input for parsers: ends, signs, extremes, multi-byte and unusual characters.
const WORDS: [&str; 42] = [
    "0",
    "-1",
    "-0",
    "1",
    "255",
    "256",
    "65536",
    "2147483647",
    "4294967295",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "18446744073709551616",
    "1e309",
    "0.1",
    "NaN",
    "null",
    "true",
    "{}",
    "[]",
    "\"\"",
    "\"",
    "\\",
    "\\u0000",
    "\\ud800",
    "{{",
    "}}",
    "../",
    "%00",
    "%2e%2e%2f",
    "..",
    "//",
    ":",
    ";",
    "=",
    "&",
    ",",
    "\r\n",
    "\u{feff}",
    "\u{202e}",
    "\u{1f600}",
    "e\u{301}",
];

/// Between one and eight changes, mostly few.
pub fn change(luck: &mut Luck, input: &mut Vec<u8>, seeds: &[Vec<u8>]) {
    loop {
        once(luck, input, seeds);
        if luck.one_in(2) {
            return;
        }
    }
}

fn once(luck: &mut Luck, input: &mut Vec<u8>, seeds: &[Vec<u8>]) {
    let at = luck.below(input.len() + 1);
    let (from, to) = range(luck, input.len());
    match luck.below(10) {
        0 => {
            if let Some(byte) = input.get_mut(at) {
                *byte ^= 1 << luck.below(8);
            }
        }
        1 => {
            if let Some(byte) = input.get_mut(at) {
                *byte = u8::try_from(luck.below(256)).unwrap_or(0);
            }
        }
        2 => input.insert(at, u8::try_from(luck.below(256)).unwrap_or(0)),
        3 => drop(input.drain(from..to)),
        4 => input.truncate(at),
        5 => repeat(luck, input, from, to),
        6 => put(input, at, luck.pick(&WORDS).copied().unwrap_or_default().as_bytes()),
        7 => {
            let word = luck.pick(&WORDS).copied().unwrap_or_default();
            input.splice(from..to, word.bytes());
        }
        8 => splice(luck, input, at, seeds),
        _ => {
            if let Some(part) = input.get_mut(from..to) {
                part.reverse();
            }
        }
    }
}

/// A part, mostly a short one.
fn range(luck: &mut Luck, length: usize) -> (usize, usize) {
    let from = luck.below(length + 1);
    let most = if luck.one_in(4) { length - from } else { (length - from).min(8) };
    (from, from + luck.below(most + 1))
}

fn put(input: &mut Vec<u8>, at: usize, word: &[u8]) {
    input.splice(at..at, word.iter().copied());
}

/// A part that is repeated, once or very often.
fn repeat(luck: &mut Luck, input: &mut Vec<u8>, from: usize, to: usize) {
    let part = input.get(from..to).unwrap_or_default().to_vec();
    let times = if luck.one_in(8) { 200 } else { 1 };
    put(input, to, &part.repeat(times));
}

/// The rest of another example.
fn splice(luck: &mut Luck, input: &mut Vec<u8>, at: usize, seeds: &[Vec<u8>]) {
    if let Some(other) = luck.pick(seeds) {
        let from = luck.below(other.len() + 1);
        input.truncate(at);
        input.extend(other.get(from..).unwrap_or_default());
    }
}
