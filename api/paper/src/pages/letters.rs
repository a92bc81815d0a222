use std::cell::Cell;
use unicode_segmentation::UnicodeSegmentation;

/// Signs without a place to break: as wide as they get, so many fit on a line.
const LONGEST: usize = 40;
/// A place to break that is not seen.
const BREAK: char = '\u{200B}';

/// The letters of a font, and whether one was missed.
pub struct Letters<Has> {
    has: Has,
    missed: Cell<bool>,
}

impl<Has: Fn(char) -> bool> Letters<Has> {
    pub fn of(has: Has) -> Self {
        Self { has, missed: Cell::new(false) }
    }

    /// Whether a letter was replaced.
    pub fn replaced(&self) -> bool {
        self.missed.get()
    }

    /// A line with only letters that the font has, and with places where a long word may break.
    pub fn line(&self, text: &str) -> String {
        let (mut line, mut run) = (String::with_capacity(text.len()), 0);
        for sign in text.graphemes(true) {
            if sign.chars().all(char::is_whitespace) {
                line.push(' ');
                run = 0;
                continue;
            }
            if run >= LONGEST {
                line.push(BREAK);
                run = 0;
            }
            let written: usize = sign.chars().map(|letter| self.letter(letter, &mut line)).sum();
            run += if sign.chars().all(|letter| (self.has)(letter)) { 1 } else { written };
        }
        line
    }

    /// Adds a letter, or what stands for it. Gives how many signs that are.
    fn letter(&self, letter: char, line: &mut String) -> usize {
        let had = (self.has)(letter) && !is_private(letter);
        if is_silent(letter) || (!had && is_joiner(letter)) {
            return 0;
        }
        if had {
            line.push(letter);
            return 1;
        }
        self.missed.set(true);
        let number = format!("[U+{:04X}]", u32::from(letter));
        line.push_str(&number);
        number.len()
    }
}

/// Whether letters are joined or kept apart by it: that is a part of how a word is written.
fn is_joiner(letter: char) -> bool {
    matches!(letter, '\u{200C}' | '\u{200D}')
}

/// Whether it means something in one font only. A PDF for an archive holds none.
fn is_private(letter: char) -> bool {
    matches!(letter, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}')
}

/// Whether it only says how others look, whether the font has it or not: control signs, marks of direction, and chosen
/// looks. The direction of a paragraph is that of its first letter.
fn is_silent(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{AD}' | '\u{200B}' | '\u{200E}' | '\u{200F}')
        || matches!(letter, '\u{61C}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}')
        || matches!(letter, '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> String {
        Letters::of(|letter| !matches!(letter, '🚗' | '\u{200D}' | '\u{FE0F}')).line(text)
    }

    #[test]
    fn what_the_font_has_stays_as_it_is() {
        for text in ["İnönü, Łukasz ő ğ", "Иван", "محمد علي", "a\u{301}b", "12:30 €"] {
            assert_eq!(line(text), text);
        }
    }

    #[test]
    fn what_it_has_not_becomes_its_number() {
        assert_eq!(line("een 🚗 reed"), "een [U+1F697] reed");
        assert_eq!(line("🚗\u{FE0F}"), "[U+1F697]");
        assert_eq!(line("a\u{7}\tb\u{a0}c"), "a b c");
        assert_eq!(line("\u{E001}\u{F0000}"), "[U+E001][U+F0000]");
    }

    /// A font may have signs that nobody sees. They stay out all the same; what joins letters stays.
    #[test]
    fn signs_that_nobody_sees_stay_out() {
        let all = Letters::of(|_| true);
        assert_eq!(all.line("a\u{FEFF}b\u{202E}c\u{FE0F}d\u{200B}e"), "abcde");
        assert_eq!(all.line("\u{645}\u{200C}\u{645}"), "\u{645}\u{200C}\u{645}");
        assert!(!all.replaced());
    }

    #[test]
    fn a_long_word_may_break_between_signs() {
        assert_eq!(line(&"W".repeat(40)), "W".repeat(40));
        let long = line(&"W".repeat(4000));
        assert!(long.split(BREAK).all(|piece| piece.chars().count() <= LONGEST), "{long}");
        assert_eq!(long.replace(BREAK, ""), "W".repeat(4000));
        let marked = line(&"e\u{301}".repeat(100));
        assert!(marked.split(BREAK).all(|piece| piece.starts_with('e')), "a mark stays with its letter");
        assert!(line(&"🚗".repeat(30)).split(BREAK).all(|piece| piece.len() < 2 * LONGEST));
    }
}
