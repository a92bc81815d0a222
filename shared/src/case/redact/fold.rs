//! The normal form in which names and numbers are compared, so that a name is found however it was written.
use crate::text::signs::{is_dash, is_hidden, plain_digit};
use icu_normalizer::DecomposingNormalizerBorrowed;

/// A text in normal form: small letters of the base alphabet, ASCII digits, plain spaces and dashes.
pub(super) struct Folded {
    /// Its characters.
    pub chars: Vec<char>,
    /// For each of them, which character of the text it comes from.
    from: Vec<usize>,
    /// How many characters the text has.
    length: usize,
}

impl Folded {
    /// The normal form of a text.
    pub fn of(text: &str) -> Self {
        let (mut chars, mut from, mut length) = (Vec::new(), Vec::new(), 0);
        for (at, c) in text.chars().enumerate() {
            let folded = fold(c);
            from.resize(from.len() + folded.len(), at);
            chars.extend(folded);
            length = at + 1;
        }
        Self { chars, from, length }
    }

    /// The place in the text where the character at a place in the normal form begins. Marks and what is hidden belong
    /// to the character before them.
    pub fn place(&self, at: usize) -> usize {
        self.from.get(at).copied().unwrap_or(self.length)
    }
}

/// A character in normal form: nothing for a mark or for what cannot be seen, two for a ligature.
fn fold(c: char) -> Vec<char> {
    if is_hidden(c) {
        return Vec::new();
    }
    let mut bytes = [0; 4];
    let parts = DecomposingNormalizerBorrowed::new_nfkd().normalize(c.encode_utf8(&mut bytes)).into_owned();
    parts
        .chars()
        .filter(|part| !is_mark(*part))
        .flat_map(char::to_lowercase)
        .filter(|part| !is_mark(*part))
        .flat_map(plain)
        .collect()
}

/// What stays different after decomposing, and is not different to who writes it down.
fn plain(c: char) -> Vec<char> {
    match c {
        '\n' => vec!['\n'],
        'ı' => vec!['i'],
        'ł' => vec!['l'],
        'ø' => vec!['o'],
        'đ' | 'ð' => vec!['d'],
        'ħ' => vec!['h'],
        'ß' => vec!['s', 's'],
        'æ' => vec!['a', 'e'],
        'œ' => vec!['o', 'e'],
        'þ' => vec!['t', 'h'],
        '’' | '‘' | 'ʼ' | 'ʻ' | '`' | '´' => vec!['\''],
        _ if c.is_whitespace() => vec![' '],
        _ if is_dash(c) => vec!['-'],
        other => vec![plain_digit(other)],
    }
}

/// An accent or a vowel sign, in Latin, Greek, Cyrillic, Hebrew, Arabic and Syriac.
fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}'
        | '\u{5c4}' | '\u{5c5}' | '\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}'
        | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6e4}' | '\u{6e7}' | '\u{6e8}' | '\u{6ea}'..='\u{6ed}' | '\u{711}'
        | '\u{730}'..='\u{74a}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}'
        | '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}')
}

/// A text in the normal form in which names are compared.
#[must_use]
pub fn normal(text: &str) -> String {
    Folded::of(text).chars.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_however_it_is_written() {
        let folded = |text: &str| Folded::of(text).chars.into_iter().collect::<String>();
        let table = [
            ("İbrahim", "ibrahim"),
            ("IBRAHİM", "ibrahim"),
            ("ıbrahım", "ibrahim"),
            ("José", "jose"),
            ("Jose\u{301}", "jose"),
            ("Gülşen", "gulsen"),
            ("Łukasz Bjørn Đorđe", "lukasz bjorn dorde"),
            ("Strauß ĲSSEL", "strauss ijssel"),
            ("O’Fictief", "o'fictief"),
            ("Ｎａｄｉａ", "nadia"),
            ("Na\u{ad}d\u{200b}ia", "nadia"),
            ("06\u{a0}12–34", "06 12-34"),
            ("٠٦", "06"),
            ("مُحَمَّد", "محمد"),
            ("ܡܰܠܟܳܐ", "ܡܠܟܐ"),
        ];
        for (text, form) in table {
            assert_eq!(folded(text), form, "{text}");
        }
    }

    #[test]
    fn each_character_knows_where_it_comes_from() {
        let folded = Folded::of("ße\u{301}x");
        assert_eq!(folded.chars, ['s', 's', 'e', 'x']);
        assert_eq!((0..5).map(|at| folded.place(at)).collect::<Vec<_>>(), [0, 0, 1, 3, 4]);
    }
}
