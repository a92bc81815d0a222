//! Blanking in what was written in own words: names and words that point at the melder or at another person, and
//! anything that looks like a telephone number or an e-mail address. It takes away too much rather than too little.
use crate::case::Case;

/// The text that replaces what was blanked.
const BAR: &str = "[weggelakt]";
/// A row of this many digits is taken for a telephone number or another number of somebody.
const DIGITS: usize = 6;

/// The texts to blank.
pub(super) struct Blanks {
    /// Lower-case, longest first.
    words: Vec<Vec<char>>,
}

impl Blanks {
    /// Everything in this case that points at the melder, or at another person than this one of the form.
    pub(super) fn of(case: &Case, person: Option<usize>) -> Self {
        let reporter = &case.origins().report.reporter;
        let mut words = Vec::new();
        name(&mut words, reporter.name.as_str());
        reporter.team.iter().for_each(|team| description(&mut words, team.as_str()));
        words.extend(reporter.reachable.iter().map(|text| text.as_str().to_owned()));
        words.push(reporter.phone.as_str().to_owned());
        words.extend(reporter.email.iter().map(|email| email.as_str().to_owned()));
        for form in case.forms() {
            for (at, other) in form.persons.iter().enumerate() {
                if Some(at) != person {
                    other.description.iter().for_each(|text| description(&mut words, text.as_str()));
                }
            }
        }
        let mut words: Vec<Vec<char>> = words.iter().map(|word| folded(word)).filter(|word| word.len() > 1).collect();
        words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        words.dedup();
        Self { words }
    }

    /// The text without them.
    pub(super) fn apply(&self, text: &str) -> String {
        let chars: Vec<char> = text.chars().collect();
        let mut left = String::with_capacity(text.len());
        let mut at = 0;
        while let Some(rest) = chars.get(at..).filter(|rest| !rest.is_empty()) {
            let begins = at == 0 || !chars.get(at - 1).is_some_and(|before| before.is_alphanumeric());
            let taken =
                self.named(rest, begins).or_else(|| begins.then(|| address(rest).or_else(|| number(rest))).flatten());
            match taken {
                Some(length) => {
                    left.push_str(BAR);
                    at += length;
                }
                None => {
                    left.extend(rest.first());
                    at += 1;
                }
            }
        }
        left
    }

    /// How many characters of one of the words stand here. Short words count only as whole words.
    fn named(&self, rest: &[char], begins: bool) -> Option<usize> {
        let stands = |word: &&Vec<char>| {
            let here = rest.get(..word.len()).is_some_and(|here| here.iter().zip(*word).all(|(a, b)| same(*a, *b)));
            let ends = !rest.get(word.len()).is_some_and(|after| after.is_alphanumeric());
            here && (word.len() > 3 || (begins && ends))
        };
        self.words.iter().find(stands).map(Vec::len)
    }
}

fn same(a: char, b: char) -> bool {
    a == b || a.to_lowercase().eq(b.to_lowercase())
}

fn folded(text: &str) -> Vec<char> {
    text.trim().chars().map(|c| c.to_lowercase().next().unwrap_or(c)).collect()
}

/// The name and every part of it.
fn name(words: &mut Vec<String>, text: &str) {
    words.push(text.to_owned());
    words.extend(text.split(|c: char| !c.is_alphanumeric()).map(str::to_owned));
}

/// The words together, and of the single ones what looks like a name or a number.
fn description(words: &mut Vec<String>, text: &str) {
    words.push(text.to_owned());
    let parts = text.split(|c: char| !c.is_alphanumeric());
    let pointing = |part: &&str| part.chars().any(|c| c.is_uppercase() || c.is_numeric());
    words.extend(parts.filter(pointing).map(str::to_owned));
}

/// How long the e-mail address is that begins here.
fn address(rest: &[char]) -> Option<usize> {
    let length = rest.iter().take_while(|c| !c.is_whitespace() && !",;<>()\"".contains(**c)).count();
    rest.get(..length)?.contains(&'@').then_some(length)
}

/// How long the number is that begins here, with the signs people write in it.
fn number(rest: &[char]) -> Option<usize> {
    let sign = |c: &char| c.is_ascii_digit() || " +-()./".contains(*c);
    rest.first().filter(|c| c.is_ascii_digit() || **c == '+' || **c == '(')?;
    let length = rest.iter().take_while(|c| sign(c)).count();
    let found = rest.get(..length)?;
    let last = found.iter().rposition(char::is_ascii_digit)?;
    (found.iter().filter(|c| c.is_ascii_digit()).count() >= DIGITS).then_some(last + 1)
}
