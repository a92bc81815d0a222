//! Signs that many scripts and word processors write in their own way: digits, dashes, and what cannot be seen.

/// The digit zero of the scripts in use here; the other nine follow it (Unicode, general category Nd).
const ZEROS: [char; 23] = [
    '0',
    '\u{660}',
    '\u{6f0}',
    '\u{7c0}',
    '\u{966}',
    '\u{9e6}',
    '\u{a66}',
    '\u{ae6}',
    '\u{b66}',
    '\u{be6}',
    '\u{c66}',
    '\u{ce6}',
    '\u{d66}',
    '\u{e50}',
    '\u{ed0}',
    '\u{f20}',
    '\u{1040}',
    '\u{17e0}',
    '\u{1810}',
    '\u{a620}',
    '\u{ff10}',
    '\u{1d7ce}',
    '\u{1d7f6}',
];

/// The value of a decimal digit, of whatever script.
pub(crate) fn digit(c: char) -> Option<u32> {
    let code = u32::from(c);
    ZEROS.iter().find_map(|zero| code.checked_sub(u32::from(*zero)).filter(|value| *value < 10))
}

/// The digit in ASCII; another character stays as it is.
pub(crate) fn plain_digit(c: char) -> char {
    digit(c).and_then(|value| char::from_digit(value, 10)).unwrap_or(c)
}

/// A hyphen, a dash or a minus.
pub(crate) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}')
}

/// A line or a page ends here, in the way of some word processor.
pub(super) fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Zero-width joiner and non-joiner. Persian, several Indian scripts and emoji need them.
pub(super) fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

/// Takes no place on the screen, or changes the order in which the rest is read. Nobody types it on purpose.
pub(crate) fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180e}'
        | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e007f}')
}

/// Whether somebody sees it.
pub(super) fn is_seen(c: char) -> bool {
    let blank = matches!(c, '\u{2800}' | '\u{fe00}'..='\u{fe0f}');
    !(c.is_whitespace() || c.is_control() || is_hidden(c) || is_joiner(c) || blank)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digit_is_one_in_every_script() {
        for (written, value) in
            [('7', 7), ('٧', 7), ('۷', 7), ('७', 7), ('７', 7), ('\u{1d7d5}', 7), ('٠', 0), ('9', 9)]
        {
            assert_eq!(digit(written), Some(value), "{written}");
        }
        for other in ['a', 'Ⅶ', '²', '一', '/', ':'] {
            assert_eq!(digit(other), None, "{other}");
        }
        assert_eq!("٠٦-１２".chars().map(plain_digit).collect::<String>(), "06-12");
    }

    #[test]
    fn what_is_hidden_is_not_seen() {
        for c in ['\u{200b}', '\u{202e}', '\u{2066}', '\u{feff}', '\u{ad}', '\u{e0041}'] {
            assert!(is_hidden(c) && !is_seen(c), "{:x}", u32::from(c));
        }
        assert!(!is_hidden('\u{200d}') && !is_seen('\u{200d}') && is_seen('é') && is_seen('\u{1f600}'));
    }
}
