//! Rules of a melding that concern more than one field: when Veilig Thuis is needed, and what looks like a BSN.
use crate::answer::{Known, YesNo};

/// Whether Veilig Thuis has to be involved: a minor, somebody of unknown age, or acute unsafety [seed: "bij
/// minderjarigen altijd direct een melding doen bij VTT"; design: unknown counts as minor].
#[must_use]
pub fn vtt_needed(minor: Option<Known>, acute: Option<YesNo>) -> bool {
    matches!(minor, Some(Known::Yes | Known::Unknown)) || acute == Some(YesNo::Yes)
}

/// Whether a text holds a number that passes the elfproef of a BSN: nine digits, also with spaces, dots or dashes
/// between them, not part of a longer number.
#[must_use]
pub fn holds_bsn(text: &str) -> bool {
    let separator = |c: char| matches!(c, ' ' | '.' | '-');
    let mut digits: Vec<u32> = Vec::new();
    let mut previous_was_separator = false;
    for c in text.chars().chain(std::iter::once('\n')) {
        if let Some(digit) = c.to_digit(10) {
            digits.push(digit);
            previous_was_separator = false;
        } else if separator(c) && !previous_was_separator {
            previous_was_separator = true;
        } else {
            if passes_eleven_test(&digits) {
                return true;
            }
            digits.clear();
            previous_was_separator = false;
        }
    }
    false
}

/// 9·a + 8·b + … + 2·h − i is a multiple of eleven, and not all zeros.
fn passes_eleven_test(digits: &[u32]) -> bool {
    let [front @ .., last] = digits else {
        return false;
    };
    if digits.len() != 9 || digits.iter().all(|d| *d == 0) {
        return false;
    }
    let sum: u32 = front.iter().zip((2..=9).rev()).map(|(digit, weight)| digit * weight).sum();
    (sum + 11 - last).is_multiple_of(11)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_pass_the_eleven_test_are_seen() {
        // 111222333 is the number that the authorities use as an example
        for text in ["111222333", "nummer 111222333.", "1112.22.333", "111 222 333", "bsn: 111-222-333\n"] {
            assert!(holds_bsn(text), "{text}");
        }
        for text in ["111222334", "000000000", "1112223334", "0612345678", "074 245 00 00", "", "abc"] {
            assert!(!holds_bsn(text), "{text}");
        }
    }

    #[test]
    fn unknown_age_counts_as_minor() {
        assert!(vtt_needed(Some(Known::Unknown), Some(YesNo::No)));
        assert!(vtt_needed(Some(Known::Yes), None));
        assert!(vtt_needed(Some(Known::No), Some(YesNo::Yes)));
        assert!(!vtt_needed(Some(Known::No), Some(YesNo::No)));
    }
}
