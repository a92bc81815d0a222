//! Addresses: a street and a house number, or a postcode and a house number. A place name alone is no address.
use super::{
    field::Field,
    token::{Gap, Token},
};

/// How Dutch streets end. In a text about anything, a word before a number is a street only with such an end.
const ENDS: [&str; 30] = [
    "straat",
    "laan",
    "weg",
    "plein",
    "kade",
    "dijk",
    "hof",
    "pad",
    "steeg",
    "gracht",
    "singel",
    "park",
    "markt",
    "dreef",
    "plantsoen",
    "brink",
    "esch",
    "hoek",
    "kamp",
    "horst",
    "veld",
    "wal",
    "baan",
    "allee",
    "erf",
    "werf",
    "haven",
    "poort",
    "tuin",
    "bos",
];
/// Ways to write an end short.
const SHORT: [(&str, &str); 3] = [("str", "straat"), ("ln", "laan"), ("pln", "plein")];
/// Words before a street that tell it from another one.
const FIRST: [&str; 12] =
    ["lange", "korte", "oude", "nieuwe", "grote", "kleine", "eerste", "tweede", "derde", "1e", "2e", "3e"];
/// Words before a number that make no address, also where somebody was asked for a place.
const NO_STREET: [&str; 30] = [
    "kamer",
    "nummer",
    "nr",
    "huisnummer",
    "etage",
    "verdieping",
    "unit",
    "bus",
    "lijn",
    "hal",
    "loods",
    "box",
    "plek",
    "tel",
    "vanaf",
    "circa",
    "ongeveer",
    "sinds",
    "om",
    "tot",
    "met",
    "van",
    "leeftijd",
    "jaar",
    "toestel",
    "afrit",
    "perron",
    "balie",
    "op",
    "in",
];
/// The most words of a street where any words can be one.
const WORDS: usize = 5;

/// A house number, and how many tokens it takes.
struct House {
    number: String,
    length: usize,
}

/// The addresses, in a form in which equal ones are equal: `s:fantasiekade|12a`, `p:7551ab|12a`.
pub fn addresses(tokens: &[Token], field: Field) -> Vec<String> {
    let mut found = Vec::new();
    // the house number of the last street, and where the tokens after it begin
    let mut last: Option<(String, usize)> = None;
    for at in 0..tokens.len() {
        if let Some(house) = house(tokens, at)
            && let Some(street) = street(tokens, at, house.length, field)
        {
            found.push(format!("s:{street}|{}", house.number));
            last = Some((house.number, at + house.length));
        }
        if let Some((postcode, next)) = postcode(tokens, at, field) {
            let behind = last.take().filter(|(_, end)| *end == at).map(|(number, _)| number);
            let before = || house(tokens, next).filter(|_| follows(tokens, next)).map(|house| house.number);
            found.extend(behind.or_else(before).map(|number| format!("p:{postcode}|{number}")));
        }
    }
    found
}

/// Whether a token stands in the same line as the one before it.
fn follows(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.gap != Gap::Dash)
}

/// The house number that begins here: `12`, `12a`, `12 A`, `12-a`, `12-3`, `12 bis`.
fn house(tokens: &[Token], at: usize) -> Option<House> {
    let token = tokens.get(at)?;
    let digits = token.text.chars().take_while(char::is_ascii_digit).count();
    let letters = token.text.len() - digits;
    if !(1..=5).contains(&digits) || letters > 3 || token.text.starts_with('0') {
        return None;
    }
    let alone = House { number: token.text.clone(), length: 1 };
    if letters > 0 {
        return Some(alone);
    }
    let Some(next) = tokens.get(at + 1) else { return Some(alone) };
    let parts = tokens.get(at + 2).is_none_or(|after| after.gap == Gap::Hard);
    let is_letter = next.text.len() == 1 && next.is_word() && (next.capitals || parts);
    let is_addition = match next.gap {
        Gap::Dash => next.text.len() <= 4,
        Gap::Space => is_letter || next.text == "bis",
        Gap::Point | Gap::Hard => false,
    };
    if !is_addition {
        return Some(alone);
    }
    // a number behind a number stays apart from it: 12-3 is not 123
    let between = if next.is_word() { "" } else { "-" };
    Some(House { number: format!("{}{between}{}", token.text, next.text), length: 2 })
}

/// The street before a house number.
fn street(tokens: &[Token], at: usize, length: usize, field: Field) -> Option<String> {
    let number = tokens.get(at)?;
    let before = tokens.get(at.checked_sub(1)?)?;
    let is_short = SHORT.iter().any(|(short, _)| before.text.ends_with(short));
    if number.gap != Gap::Space && !(number.gap == Gap::Point && is_short) || !before.is_word() {
        return None;
    }
    if let Some(name) = with_end(&before.text) {
        let first = at.checked_sub(2).and_then(|at| tokens.get(at));
        let first = first.filter(|one| before.gap == Gap::Space && FIRST.contains(&one.text.as_str()));
        return Some(first.map_or_else(|| name.clone(), |first| format!("{} {name}", ordinal(&first.text))));
    }
    // `vijf mensen 3 weken` is no address
    let next = tokens.get(at + length);
    let ends = next.is_none_or(|next| next.gap == Gap::Hard) || postcode(tokens, at + length, field).is_some();
    if field.is_place() && ends { any_words(tokens, at) } else { None }
}

/// A word with the end of a street, written in full.
fn with_end(word: &str) -> Option<String> {
    let long = SHORT.iter().find_map(|(short, long)| word.strip_suffix(short).map(|start| format!("{start}{long}")));
    let word = long.unwrap_or_else(|| word.to_owned());
    ENDS.iter().any(|end| word.ends_with(end)).then_some(word)
}

fn ordinal(word: &str) -> &str {
    match word {
        "1e" => "eerste",
        "2e" => "tweede",
        "3e" => "derde",
        other => other,
    }
}

/// All words of the part of the text before a house number, where that part begins with them.
fn any_words(tokens: &[Token], at: usize) -> Option<String> {
    let begin = tokens[..at].iter().rposition(|token| token.gap == Gap::Hard).unwrap_or(0);
    let words = &tokens[begin..at];
    let are_words = words.iter().all(Token::is_word) && (1..=WORDS).contains(&words.len());
    let last = words.last().filter(|last| last.text.len() > 2 && !NO_STREET.contains(&last.text.as_str()));
    (are_words && last.is_some()).then(|| words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" "))
}

/// The postcode that begins here, and where the tokens after it begin: `7551AB`, `7551 AB`. With a space, in a text
/// about anything, only with capitals: `in 2026 is` is none.
fn postcode(tokens: &[Token], at: usize, field: Field) -> Option<(String, usize)> {
    let token = tokens.get(at)?;
    if is_postcode(&token.text) {
        return Some((token.text.clone(), at + 1));
    }
    let next = tokens.get(at + 1).filter(|next| next.gap == Gap::Space && (next.capitals || field == Field::Sought))?;
    let joined = format!("{}{}", token.text, next.text);
    (token.text.len() == 4 && is_postcode(&joined)).then_some((joined, at + 2))
}

fn is_postcode(text: &str) -> bool {
    let (digits, letters) = text.split_at(text.char_indices().nth(4).map_or(text.len(), |(at, _)| at));
    let is_number = digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit()) && !digits.starts_with('0');
    is_number && letters.len() == 2 && letters.bytes().all(|b| b.is_ascii_lowercase())
}
