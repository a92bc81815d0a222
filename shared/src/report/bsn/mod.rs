//! Whether a text seems to hold a BSN. It is a warning only: what passes may be another number, and what does not may
//! be a BSN with a slip.
#[cfg(test)]
mod tests;

use crate::text::signs::{digit, is_dash, is_hidden};

/// How many digits a BSN has.
const DIGITS: usize = 9;
/// More signs than this between two groups of digits, and they are not one number.
const BETWEEN: usize = 3;
/// How a BSN is usually written in groups.
const USUAL: [&[usize]; 4] = [&[9], &[3, 3, 3], &[4, 2, 3], &[1; 9]];
/// A Dutch telephone number, with its zero.
const PHONE: usize = 10;

/// Whether a text holds a number that passes the elfproef of a BSN: nine digits of any script, in one group or in
/// several with any signs between them, also beside other numbers. Telephone numbers, dates and amounts are told apart.
#[must_use]
pub fn holds_bsn(text: &str) -> bool {
    runs(text).iter().any(|run| in_run(run))
}

/// Digits without anything between them.
#[derive(Default)]
struct Group {
    digits: Vec<u32>,
    /// What stands right before it, white space not counted.
    sign: Option<char>,
}

impl Group {
    fn is(&self, digits: &[u32]) -> bool {
        self.digits == digits
    }

    fn value(&self) -> u32 {
        self.digits.iter().take(4).fold(0, |value, digit| value * 10 + digit)
    }

    fn is_year(&self) -> bool {
        self.digits.len() == 4 && (1900..2100).contains(&self.value())
    }

    fn is_up_to(&self, most: u32) -> bool {
        self.digits.len() <= 2 && (1..=most).contains(&self.value())
    }
}

fn is_between(c: char) -> bool {
    c.is_whitespace() || is_dash(c) || ".,:;/|_'’·•+()€".contains(c)
}

/// Groups of digits with nothing but signs between them.
fn runs(text: &str) -> Vec<Vec<Group>> {
    let (mut runs, mut run, mut group) = (Vec::new(), Vec::new(), Group::default());
    let mut between = 0;
    for c in text.chars().filter(|c| !is_hidden(*c)) {
        if let Some(digit) = digit(c) {
            group.digits.push(digit);
            between = 0;
            continue;
        }
        if !group.digits.is_empty() {
            run.push(std::mem::take(&mut group));
        }
        between += 1;
        if !is_between(c) || between > BETWEEN {
            runs.push(std::mem::take(&mut run));
        }
        if !c.is_whitespace() {
            group.sign = Some(c);
        }
    }
    run.push(group);
    runs.push(run);
    runs
}

fn in_run(run: &[Group]) -> bool {
    let mut at = 0;
    while let Some(rest) = run.get(at..).filter(|rest| !rest.is_empty()) {
        let other = date(rest).or_else(|| abroad(rest));
        if other.is_none() && begins(rest) {
            return true;
        }
        at += other.or_else(|| phone(rest)).unwrap_or(1);
    }
    false
}

/// Whether one begins with the first of these groups.
fn begins(groups: &[Group]) -> bool {
    let mut digits: Vec<u32> = Vec::new();
    for (at, group) in groups.iter().enumerate() {
        digits.extend(&group.digits);
        if digits.len() >= DIGITS {
            return digits.len() == DIGITS && passes_eleven_test(&digits) && is_one_number(groups, at + 1);
        }
    }
    false
}

/// Whether the first groups are written as one number, and are not parts of others that happen to have nine digits.
fn is_one_number(groups: &[Group], count: usize) -> bool {
    let (own, rest) = groups.split_at(count);
    let sizes: Vec<usize> = own.iter().map(|group| group.digits.len()).collect();
    if USUAL.contains(&sizes.as_slice()) {
        return true;
    }
    let reaches_into = |at: &usize| {
        let from = &groups[*at..];
        date(from).or_else(|| abroad(from)).or_else(|| phone(from)).is_some()
    };
    let amount = own.iter().chain(rest.first()).any(|group| group.sign == Some('€'));
    !amount && !own.iter().any(Group::is_year) && !(1..count).any(|at| reaches_into(&at))
}

/// How many groups make the date that begins here: `1-2-1990`, or `1990-02-01`.
fn date(groups: &[Group]) -> Option<usize> {
    let [one, two, three, ..] = groups else { return None };
    let dutch = one.is_up_to(31) && two.is_up_to(12) && three.is_year();
    let iso = one.is_year() && two.is_up_to(12) && three.is_up_to(31);
    (dutch || iso).then_some(3)
}

/// How many groups make the Dutch telephone number that begins here with its zero.
fn phone(groups: &[Group]) -> Option<usize> {
    let first = groups.first().filter(|first| first.digits.first() == Some(&0))?;
    (first.digits.len() < DIGITS).then(|| exactly(groups, PHONE)).flatten()
}

/// How many groups make the telephone number that begins here with its country: `+31 (0)6 …`, or `0031 6 …`.
fn abroad(groups: &[Group]) -> Option<usize> {
    let first = groups.first()?;
    let rest = groups.get(1..)?;
    let country = first.is(&[0, 0, 3, 1]) || (first.is(&[3, 1]) && first.sign == Some('+'));
    let zero = usize::from(rest.first().is_some_and(|next| next.is(&[0])));
    let own = if country { exactly(rest.get(zero..)?, PHONE - 1).or_else(|| exactly(rest, PHONE)) } else { None };
    own.map(|count| 1 + zero + count)
}

/// How many groups have this many digits together.
fn exactly(groups: &[Group], digits: usize) -> Option<usize> {
    let sums = groups.iter().scan(0, |sum, group| {
        *sum += group.digits.len();
        Some(*sum)
    });
    sums.take_while(|sum| *sum <= digits).position(|sum| sum == digits).map(|at| at + 1)
}

/// 9·a + 8·b + … + 2·h − i is a multiple of eleven, and not all zeros.
fn passes_eleven_test(digits: &[u32]) -> bool {
    let [front @ .., last] = digits else {
        return false;
    };
    if digits.len() != DIGITS || digits.iter().all(|d| *d == 0) {
        return false;
    }
    let sum: u32 = front.iter().zip((2..=9).rev()).map(|(digit, weight)| digit * weight).sum();
    (sum + 11 - last).is_multiple_of(11)
}
