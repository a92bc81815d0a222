//! Blanking in what was written in own words: names and words that point at the melder or at another person, and
//! anything that looks like a telephone number or an e-mail address. It takes away too much rather than too little.
use super::{
    fold::Folded,
    targets::{self, Target},
    text::Sought,
};
use crate::{
    case::{Case, notes::Person},
    report::holds_bsn,
};

/// What stands in the place of what was taken away.
const BAR: &str = "[weggelakt]";
/// A row of this many digits is taken for a telephone number or another number of somebody.
const DIGITS: usize = 6;
/// Words up to this many characters count only as whole words.
const SHORT: usize = 3;
/// The groups of a number plate, and its signs without the dashes (RDW).
const PLATE_GROUPS: usize = 3;
const PLATE_SIGNS: usize = 6;
/// The most signs between two words of a name: a comma, a hyphen at the end of a line, and the next line's indent.
const BETWEEN: usize = 8;

/// What is to be taken away.
pub(in crate::case) struct Blanks {
    targets: Vec<Target>,
    /// All forms, longest first.
    forms: Vec<Vec<char>>,
    kept: Kept,
    /// Forms up to so many characters count only as whole words.
    short: usize,
}

/// What else is not taken away.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Kept {
    numbers: bool,
    places: bool,
}

/// What may be told.
#[derive(Clone, Copy)]
pub(in crate::case) struct Told<'a> {
    /// People of the form who may be named.
    pub people: &'a [&'a Person],
    /// Whether telephone numbers and e-mail addresses of anybody but the melder stay.
    pub numbers: bool,
    /// Whether places and number plates stay.
    pub places: bool,
}

impl Blanks {
    /// Everything in this case that points at the melder, or at what may not be told.
    pub(in crate::case) fn of(case: &Case, told: Told<'_>) -> Self {
        let mut targets = targets::of(case, told.people);
        if !told.places {
            targets.extend(targets::places(case));
        }
        let mut forms: Vec<Vec<char>> = targets.iter().flat_map(|target| target.forms.clone()).collect();
        forms.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        forms.dedup();
        Self { targets, forms, kept: Kept { numbers: told.numbers, places: told.places }, short: SHORT }
    }

    /// The same, and these names of people who are not in the case.
    pub(in crate::case) fn and_names(mut self, names: &[String]) -> Self {
        self.forms.extend(names.iter().flat_map(|name| targets::of_name(name)));
        self
    }

    /// The same, of whole words only: an AF who wrote "jongeren" did not name a colleague called De Jong.
    pub(in crate::case) fn of_whole_words(self) -> Self {
        Self { short: usize::MAX, ..self }
    }

    /// The text without them.
    pub(in crate::case) fn apply(&self, text: &str) -> String {
        let (chars, folded) = (text.chars().collect::<Vec<char>>(), Folded::of(text));
        let mut left = String::with_capacity(text.len());
        let (mut at, mut done) = (0, 0);
        while at < folded.chars.len() {
            let taken = self.taken(&folded.chars, at);
            let mut next = at + taken.unwrap_or(1);
            // what remains of a character of which a part was taken goes along
            while next < folded.chars.len() && folded.place(next) == folded.place(next - 1) {
                next += 1;
            }
            let end = folded.place(next);
            match taken {
                Some(_) => left.push_str(BAR),
                None => left.extend(chars.get(done..end).unwrap_or_default()),
            }
            (at, done) = (next, end);
        }
        left.extend(chars.get(done..).unwrap_or_default());
        left
    }

    /// What was looked for and stands in none of these texts: the AF has to look for it in other words.
    pub(in crate::case) fn missed<'a>(&self, texts: impl Iterator<Item = &'a str>) -> Vec<Sought> {
        let texts: Vec<Folded> = texts.map(Folded::of).collect();
        let stands = |form: &Vec<char>| {
            texts.iter().any(|text| (0..text.chars.len()).any(|at| named(form, self.short, &text.chars, at).is_some()))
        };
        let missed = self.targets.iter().filter(|target| !target.forms.iter().any(stands));
        missed.map(|target| target.sought.clone()).collect()
    }

    /// How much is to be taken away from here.
    fn taken(&self, chars: &[char], at: usize) -> Option<usize> {
        let rest = chars.get(at..)?;
        let name = self.forms.iter().find_map(|form| named(form, self.short, chars, at));
        name.or_else(|| begins(chars, at).then(|| self.shaped(rest)).flatten())
    }

    /// What is taken away for its shape. A number that may be a BSN goes wherever numbers of people may.
    fn shaped(&self, rest: &[char]) -> Option<usize> {
        let bsn = |length: &usize| holds_bsn(&rest.iter().take(*length).collect::<String>());
        let number = number(rest).filter(|length| !self.kept.numbers || bsn(length));
        let email = address(rest).filter(|_| !self.kept.numbers);
        let plate = plate(rest).filter(|_| !self.kept.places);
        email.or(number).or(plate)
    }
}

/// Whether a word begins here.
fn begins(chars: &[char], at: usize) -> bool {
    at == 0 || !chars.get(at - 1).is_some_and(|before| before.is_alphanumeric())
}

/// How many characters of this form stand here. A short one counts only as a whole word, with the s of a genitive.
fn named(form: &[char], short: usize, chars: &[char], at: usize) -> Option<usize> {
    let end = written(form, chars, at)?;
    let ends = |at: usize| !chars.get(at).is_some_and(|after| after.is_alphanumeric());
    if form.len() > short {
        return Some(end - at);
    }
    let genitive = chars.get(end) == Some(&'s') && ends(end + 1);
    let whole = begins(chars, at) && (ends(end) || genitive);
    whole.then_some(end - at + usize::from(genitive))
}

/// Where a form that begins here ends. Other signs may stand between its words and its digits, and a word may be broken
/// off at the end of a line.
fn written(form: &[char], chars: &[char], at: usize) -> Option<usize> {
    let mut end = at;
    let mut before = None;
    for c in form {
        let gap = *c == ' ';
        let in_number = c.is_ascii_digit() && before.is_some_and(|before: char| before.is_ascii_digit());
        let skip = chars.get(end..)?.iter().take(BETWEEN).take_while(|sign| !sign.is_alphanumeric()).count();
        let broken = chars.get(end..end + skip)?.contains(&'\n') && chars.get(end) == Some(&'-');
        if gap || (before.is_some() && (in_number || broken)) {
            end += skip;
        }
        if !gap {
            if chars.get(end) != Some(c) {
                return None;
            }
            end += 1;
        }
        before = Some(*c);
    }
    Some(end)
}

/// How long the e-mail address is that begins here.
fn address(rest: &[char]) -> Option<usize> {
    let length = rest.iter().take_while(|c| !c.is_whitespace() && !",;<>()\"".contains(**c)).count();
    rest.get(..length)?.contains(&'@').then_some(length)
}

/// How long the Dutch number plate is that begins here: three groups of letters or digits with dashes, six signs.
fn plate(rest: &[char]) -> Option<usize> {
    let length = rest.iter().take_while(|c| c.is_ascii_alphanumeric() || **c == '-').count();
    let groups: Vec<&[char]> = rest.get(..length)?.split(|c| *c == '-').collect();
    let digits = |group: &&[char]| group.iter().all(char::is_ascii_digit);
    let uniform = groups.iter().all(|group| digits(group) || !group.iter().any(char::is_ascii_digit));
    let mixed = groups.iter().any(digits) && !groups.iter().all(digits);
    let whole = groups.len() == PLATE_GROUPS && groups.iter().all(|group| !group.is_empty());
    (whole && uniform && mixed && length == PLATE_SIGNS + PLATE_GROUPS - 1).then_some(length)
}

/// How long the number is that begins here, with the signs people write in it.
fn number(rest: &[char]) -> Option<usize> {
    let sign = |c: &char| c.is_ascii_digit() || " +-()./\n".contains(*c);
    rest.first().filter(|c| c.is_ascii_digit() || **c == '+' || **c == '(')?;
    let length = rest.iter().take_while(|c| sign(c)).count();
    let found = rest.get(..length)?;
    let last = found.iter().rposition(char::is_ascii_digit)?;
    (found.iter().filter(|c| c.is_ascii_digit()).count() >= DIGITS).then_some(last + 1)
}
