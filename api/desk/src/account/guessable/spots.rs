//! A password as a guesser reads it: without case, accents and spaces, and with the letters for which a digit or sign
//! may stand.

/// One place in a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// What was typed, in lower case and without an accent.
    pub typed: char,
    /// The letters for which it may stand.
    stands_for: &'static str,
}

impl Spot {
    /// Whether it is this letter, or may stand for it.
    pub fn is(self, letter: char) -> bool {
        self.typed == letter || self.stands_for.contains(letter)
    }

    /// The first letter that it may stand for, or else what was typed.
    pub fn letter(self) -> char {
        self.stands_for.chars().next().unwrap_or(self.typed)
    }

    /// Whether the two may be the same letter.
    pub fn same(self, other: Self) -> bool {
        self.is(other.typed) || other.is(self.typed) || self.stands_for.chars().any(|letter| other.is(letter))
    }
}

/// The places of a password. What separates words says nothing, so it is left out.
pub fn fold(password: &str) -> Vec<Spot> {
    let spot = |typed| Spot { typed, stands_for: stands_for(typed) };
    plain(password).chars().filter(|c| c.is_alphanumeric() || !stands_for(*c).is_empty()).map(spot).collect()
}

/// In lower case and without accents.
pub fn plain(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).map(without_accent).collect()
}

fn without_accent(letter: char) -> char {
    match letter {
        'á' | 'à' | 'ä' | 'â' | 'ã' | 'å' => 'a',
        'é' | 'è' | 'ë' | 'ê' => 'e',
        'í' | 'ì' | 'ï' | 'î' => 'i',
        'ó' | 'ò' | 'ö' | 'ô' | 'õ' | 'ø' => 'o',
        'ú' | 'ù' | 'ü' | 'û' => 'u',
        'ç' => 'c',
        'ñ' => 'n',
        'ý' | 'ÿ' => 'y',
        other => other,
    }
}

fn stands_for(typed: char) -> &'static str {
    match typed {
        '0' => "o",
        '1' | '!' | '|' => "il",
        '2' => "z",
        '3' | '€' => "e",
        '4' | '@' => "a",
        '5' | '$' => "s",
        '6' => "gb",
        '7' | '+' => "t",
        '8' => "b",
        '9' => "g",
        _ => "",
    }
}
