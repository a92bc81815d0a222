//! Cleaning of what was typed or pasted. A character that nobody sees is no reason to refuse a text, because nobody
//! could find it.
use super::{
    error::TextError,
    signs::{is_break, is_hidden, is_joiner, is_seen},
};

/// Takes out what cannot be seen, makes one kind of line break, trims, and checks that something is left and that it
/// fits. `max` counts characters. In one line a break becomes a space.
pub(super) fn tidy(raw: &str, max: usize, lines: bool) -> Result<String, TextError> {
    let text = cleaned(raw, lines);
    let text = text.trim_matches(|c: char| c.is_whitespace() || is_joiner(c));
    if !text.chars().any(is_seen) {
        return Err(TextError::Empty);
    }
    if text.chars().count() > max { Err(TextError::TooLong) } else { Ok(text.to_owned()) }
}

fn cleaned(raw: &str, lines: bool) -> String {
    let raw = raw.replace("\r\n", "\n");
    let kept = raw.chars().filter(|c| is_break(*c) || *c == '\t' || !(c.is_control() || is_hidden(*c)));
    let plain = |c: char| match c {
        _ if is_break(c) => {
            if lines {
                '\n'
            } else {
                ' '
            }
        }
        '\t' if !lines => ' ',
        other => other,
    };
    kept.map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prose(raw: &str) -> Result<String, TextError> {
        tidy(raw, 4000, true)
    }

    fn line(raw: &str) -> Result<String, TextError> {
        tidy(raw, 200, false)
    }

    #[test]
    fn what_programs_leave_behind_is_cleaned() {
        let table = [
            ("een\u{b}twee", "een\ntwee", "een twee"),
            ("een\u{c}twee", "een\ntwee", "een twee"),
            ("een\u{85}twee", "een\ntwee", "een twee"),
            ("een\u{2028}twee", "een\ntwee", "een twee"),
            ("een\r\ntwee\rdrie", "een\ntwee\ndrie", "een twee drie"),
            ("een\ttwee", "een\ttwee", "een twee"),
            ("een\u{3}tw\u{0}ee\u{1f}", "eentwee", "eentwee"),
            ("een\u{93}twee\u{7f}", "eentwee", "eentwee"),
            ("\u{feff}Nadia", "Nadia", "Nadia"),
            ("\u{202d}06 12345678\u{202c}", "06 12345678", "06 12345678"),
            ("woord\u{ad}deel", "woorddeel", "woorddeel"),
            ("\u{202e}gnidlem", "gnidlem", "gnidlem"),
            ("een\u{a0}twee", "een\u{a0}twee", "een\u{a0}twee"),
        ];
        for (raw, in_lines, in_one) in table {
            assert_eq!(prose(raw).as_deref(), Ok(in_lines), "{raw:?}");
            assert_eq!(line(raw).as_deref(), Ok(in_one), "{raw:?}");
        }
    }

    #[test]
    fn what_scripts_and_emoji_need_stays() {
        for text in ["می\u{200c}خواهم", "\u{1f469}\u{200d}\u{1f527}", "❤\u{fe0f}", "ܡܠܟܐ", "İbrahim", "e\u{301}"]
        {
            assert_eq!(line(text).as_deref(), Ok(text), "{text:?}");
        }
    }

    #[test]
    fn a_text_of_nothing_is_empty() {
        let nothing =
            ["", " \t\n", "\u{200b}", "\u{2060}\u{2060}", "\u{200d}", "\u{3164}", "\u{2800}", "\u{3}", "\u{fe0f}"];
        for raw in nothing {
            assert_eq!((line(raw), prose(raw)), (Err(TextError::Empty), Err(TextError::Empty)), "{raw:?}");
        }
    }

    #[test]
    fn what_is_taken_out_does_not_count() {
        let raw = format!("{}\u{200b}", "x".repeat(200));
        assert_eq!(line(&raw).map(|text| text.len()), Ok(200));
        assert_eq!(line(&format!("{}x", "x".repeat(200))), Err(TextError::TooLong));
    }
}
