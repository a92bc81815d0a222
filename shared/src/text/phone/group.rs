//! Groups of digits, and which of them are one number.

/// How many digits a number has: an internal one may be short, and no other is longer (ITU-T E.164 §6.2.1).
pub(super) const DIGITS: std::ops::RangeInclusive<usize> = 3..=15;
/// A Dutch number with its zero, and without it behind +31.
const NATIONAL: usize = 10;

/// Digits without anything between them.
#[derive(Clone, Copy)]
pub(super) struct Group<'a> {
    digits: &'a str,
    /// Between the group before and this one.
    before: &'a str,
    /// Where it begins and ends in the text.
    at: (usize, usize),
}

/// The groups of digits in a part of a text that begins at `start`.
pub(super) fn groups(part: &str, start: usize) -> Vec<Group<'_>> {
    let mut groups = Vec::new();
    let mut end = 0;
    while let Some(begin) = part[end..].find(|c: char| c.is_ascii_digit()).map(|at| at + end) {
        let stop = part[begin..].find(|c: char| !c.is_ascii_digit()).map_or(part.len(), |at| at + begin);
        let at = (start + begin, start + stop);
        groups.push(Group { digits: &part[begin..stop], before: &part[end..begin], at });
        end = stop;
    }
    groups
}

/// Numbers beside each other, each with its groups.
pub(super) fn split<'a>(groups: &[Group<'a>]) -> Vec<Vec<Group<'a>>> {
    let mut numbers: Vec<Vec<Group<'a>>> = Vec::new();
    for (at, group) in groups.iter().enumerate() {
        match numbers.last_mut().filter(|number| !begins(number, &groups[at..])) {
            Some(number) => number.push(*group),
            None => numbers.push(vec![*group]),
        }
    }
    numbers
}

/// Whether the first of these groups begins another number.
fn begins(number: &[Group<'_>], rest: &[Group<'_>]) -> bool {
    let Some(next) = rest.first() else { return false };
    let digits = joined(number);
    let (have, country) = (length(number), is_abroad(number));
    let fits = (country || digits.starts_with('0')) && have + next.digits.len() <= NATIONAL;
    let other = !country && is_whole(rest);
    next.before.contains('+') || have >= NATIONAL || other || (next.before.contains('/') && !fits)
}

/// Whether a Dutch number with its zero stands at the beginning of these groups.
fn is_whole(groups: &[Group<'_>]) -> bool {
    let outside = groups.first().is_some_and(|first| first.digits.starts_with('0') && !first.digits.starts_with("00"));
    let ends = groups.iter().scan(0, |sum, group| {
        *sum += group.digits.len();
        Some(*sum)
    });
    outside && ends.into_iter().any(|sum| sum == NATIONAL)
}

/// How many digits it has so far as a Dutch number with its zero. Of another country's it cannot be known: 0.
fn length(number: &[Group<'_>]) -> usize {
    let digits = joined(number);
    let Some(rest) = abroad(number, &digits) else { return if digits.starts_with('0') { digits.len() } else { 0 } };
    rest.strip_prefix("31").map_or(0, |rest| rest.trim_start_matches('0').len() + 1)
}

fn is_abroad(number: &[Group<'_>]) -> bool {
    abroad(number, &joined(number)).is_some()
}

/// What stands behind the `+`, when the number begins with a country: `+31`, `0031`, or `31` where nothing else can be
/// meant.
fn abroad<'a>(number: &[Group<'_>], digits: &'a str) -> Option<&'a str> {
    if number.first()?.before.contains('+') {
        return Some(digits);
    }
    let alone = number.first()?.digits == "31" || (digits.len() > NATIONAL && digits.starts_with("31"));
    digits.strip_prefix("00").or_else(|| alone.then_some(digits))
}

/// All digits, without a zero in brackets behind the country.
fn joined(number: &[Group<'_>]) -> String {
    let dropped = |at: usize, one: &Group<'_>| at > 0 && one.digits == "0" && one.before.ends_with('(');
    number.iter().enumerate().filter(|(at, one)| !dropped(*at, one)).map(|(_, one)| one.digits).collect()
}

/// What a telephone dials for these groups; `None` when they are no number.
pub(super) fn dialled(number: &[Group<'_>]) -> Option<String> {
    let digits = joined(number);
    let dialled = match abroad(number, &digits) {
        // no number in the Netherlands begins with a zero behind the country
        Some(rest) => match rest.strip_prefix("31") {
            Some(dutch) => format!("+31{}", dutch.trim_start_matches('0')),
            None => format!("+{rest}"),
        },
        None => digits,
    };
    DIGITS.contains(&dialled.trim_start_matches('+').len()).then_some(dialled)
}

/// The groups as they stand in the text, with the plus or the bracket before them.
pub(super) fn shown(text: &str, number: &[Group<'_>]) -> String {
    let (Some(first), Some(last)) = (number.first(), number.last()) else { return String::new() };
    let inside = text.get(first.at.0..last.at.1).unwrap_or_default();
    let opened = inside.contains(')') && first.before.ends_with('(');
    let sign = if first.before.contains('+') { "+" } else { "" };
    format!("{}{sign}{inside}", if opened { "(" } else { "" })
}
