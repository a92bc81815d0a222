//! The receipt code (ontvangstcode): the melder keeps it. It can be read aloud and has a check character.
//!
//! Seventeen characters carry 85 bits, an eighteenth checks them; written in six groups of three. The alphabet leaves
//! out I, L, O and U, so that no letter looks like a digit and no code spells a word. On input, I and L are read as 1
//! and O as 0. The check character detects every single wrong character and every swap of two.
use crate::text::{
    TextError,
    signs::{is_dash, is_hidden, plain_digit},
};

/// The characters of every code that people read to each other: no I, L, O and U.
pub const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const DATA: usize = 17;
/// How many bits of secret a code carries.
pub const BITS: usize = DATA * 5;

/// A receipt code, known to be well-formed. It opens the melder's status, so `Debug` does not show it.
#[derive(Clone, PartialEq, Eq)]
pub struct ReceiptCode([u8; DATA]);

impl ReceiptCode {
    /// Makes a code of the first 85 bits of a derived secret.
    #[must_use]
    pub fn from_secret(secret: &[u8; 16]) -> Self {
        let bits = u128::from_be_bytes(*secret);
        Self(std::array::from_fn(|i| u8::try_from((bits >> (128 - 5 * (i + 1))) & 31).unwrap_or(0)))
    }

    /// Reads what somebody typed: any case, with or without spaces and dashes.
    ///
    /// # Errors
    /// [`TextError::Empty`], [`TextError::BadShape`] for a wrong number of characters or one outside the alphabet,
    /// [`TextError::BadCharacter`] when the check character does not fit: a typing error.
    pub fn parse(typed: &str) -> Result<Self, TextError> {
        let values = values(typed).ok_or(TextError::BadShape)?;
        if values.is_empty() {
            return Err(TextError::Empty);
        }
        let (check, data) = values.split_last().ok_or(TextError::Empty)?;
        let data: [u8; DATA] = data.try_into().map_err(|_| TextError::BadShape)?;
        if check_value(&data) == *check { Ok(Self(data)) } else { Err(TextError::BadCharacter) }
    }

    /// The 17 characters that carry the secret, without check character and spaces. Keys are derived from them.
    #[must_use]
    pub fn secret(&self) -> [u8; DATA] {
        self.0.map(|v| ALPHABET[usize::from(v)])
    }

    /// The code as shown: `K7M 4PQ 2R9 XTB 5WH D3C`.
    #[must_use]
    pub fn shown(&self) -> String {
        let mut all: Vec<u8> = self.secret().to_vec();
        all.push(ALPHABET[usize::from(check_value(&self.0))]);
        let groups = all.chunks(3).map(|group| group.iter().map(|b| char::from(*b)).collect::<String>());
        groups.collect::<Vec<_>>().join(" ")
    }
}

impl std::fmt::Debug for ReceiptCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ReceiptCode(…)")
    }
}

/// The values 0 to 31 of a typed code: any case, with or without spaces, dashes and dots, and with digits of any
/// script. `None` if a character is not in the alphabet.
#[must_use]
pub fn values(typed: &str) -> Option<Vec<u8>> {
    let between = |c: char| c.is_whitespace() || c == '.' || is_dash(c) || is_hidden(c);
    typed.chars().filter(|c| !between(*c)).map(value).collect()
}

/// The digits of a code as typed, in ASCII, without what people and devices write between them. Another character stays
/// as it is.
#[must_use]
pub fn digits(typed: &str) -> String {
    let between = |c: char| c.is_whitespace() || is_dash(c) || is_hidden(c);
    typed.chars().filter(|c| !between(*c)).map(plain_digit).collect()
}

fn value(typed: char) -> Option<u8> {
    let upper = match plain_digit(typed).to_ascii_uppercase() {
        'I' | 'L' => '1',
        'O' => '0',
        other => other,
    };
    ALPHABET.iter().position(|b| char::from(*b) == upper).and_then(|at| u8::try_from(at).ok())
}

/// Σ αⁱ·cᵢ in GF(2⁵) with x⁵ + x² + 1: the powers of α differ for all places, so no single error and no swap of two
/// different characters leaves the sum as it was.
fn check_value(data: &[u8; DATA]) -> u8 {
    data.iter().rev().fold(0, |sum, value| times_alpha(sum ^ value))
}

fn times_alpha(value: u8) -> u8 {
    let shifted = value << 1;
    if shifted & 0b10_0000 == 0 { shifted } else { (shifted ^ 0b10_0101) & 31 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn shown_in_six_groups_of_three_and_read_back() {
        let code = ReceiptCode::from_secret(&[0x5a; 16]);
        let shown = code.shown();
        assert_eq!(shown.len(), 6 * 3 + 5);
        assert_eq!(ReceiptCode::parse(&shown.to_lowercase().replace(' ', "-")), Ok(code));
        assert_eq!(BITS, 85);
    }

    #[test]
    fn signs_between_the_characters_are_those_that_devices_write() {
        let code = ReceiptCode::from_secret(&[0x5a; 16]);
        for between in ["", "-", "--", "\u{2011}", "–", "—", "\u{a0}", "\u{2009}", ".", "\u{200b}", "\u{2060} "] {
            assert_eq!(ReceiptCode::parse(&code.shown().replace(' ', between)), Ok(code.clone()), "{between:?}");
        }
        let wide = |c: char| c.to_digit(10).and_then(|value| char::from_u32(0xff10 + value)).unwrap_or(c);
        let in_wide_digits: String = code.shown().chars().map(wide).collect();
        assert_eq!(ReceiptCode::parse(&format!("\u{202a}{in_wide_digits}\u{202c}")), Ok(code));
    }

    #[test]
    fn refusals() {
        assert_eq!(ReceiptCode::parse("  "), Err(TextError::Empty));
        assert_eq!(ReceiptCode::parse("ABC"), Err(TextError::BadShape));
        assert_eq!(ReceiptCode::parse("ABC DEF GHU"), Err(TextError::BadShape));
        assert_eq!(format!("{:?}", ReceiptCode::from_secret(&[7; 16])), "ReceiptCode(…)");
    }

    proptest! {
        #[test]
        fn one_wrong_character_is_found(secret: [u8; 16], at in 0usize..18, other in 1u8..32) {
            let shown: Vec<char> = ReceiptCode::from_secret(&secret).shown().replace(' ', "").chars().collect();
            let mut wrong = shown.clone();
            let new = (value(wrong[at]).unwrap() + other) % 32;
            wrong[at] = char::from(ALPHABET[usize::from(new)]);
            prop_assert_eq!(ReceiptCode::parse(&wrong.iter().collect::<String>()), Err(TextError::BadCharacter));
        }

        #[test]
        fn two_characters_that_changed_places_are_found(secret: [u8; 16], a in 0usize..18, b in 0usize..18) {
            let mut chars: Vec<char> = ReceiptCode::from_secret(&secret).shown().replace(' ', "").chars().collect();
            prop_assume!(chars[a] != chars[b]);
            chars.swap(a, b);
            prop_assert!(ReceiptCode::parse(&chars.iter().collect::<String>()).is_err());
        }

        #[test]
        fn parsing_never_panics(typed in ".{0,60}") {
            let _ = ReceiptCode::parse(&typed);
        }
    }
}
