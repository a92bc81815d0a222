use super::{group::DIGITS, *};
use crate::text::{Phone, TextError};
use proptest::prelude::*;

fn found(text: &str) -> Vec<(String, String)> {
    numbers(text).into_iter().map(|number| (number.shown, number.dialled)).collect()
}

#[test]
fn what_is_dialled_is_what_was_meant() {
    let mobile = "+31612345678";
    let table = [
        ("06-12345678", "0612345678"),
        ("06 12 34 56 78", "0612345678"),
        ("0612345678", "0612345678"),
        ("06/12345678", "0612345678"),
        ("074/2450000", "0742450000"),
        ("06.12.34.56.78", "0612345678"),
        ("(074) 245 00 00", "0742450000"),
        ("074 245 00 00 tst. 12", "0742450000"),
        ("074 245 00 00 toestel 4123", "0742450000"),
        ("074-2450000 (na 14 u)", "0742450000"),
        ("074-2450000 (na 14.00 uur)", "0742450000"),
        ("074-2450000, 9.00-17.00 uur", "0742450000"),
        ("074-2450000 kamer 214", "0742450000"),
        ("Na 17 juni 2026 074-2450000", "0742450000"),
        ("+31 (0)6 12345678", mobile),
        ("+31 6 12 34 56 78", mobile),
        ("+31(0)612345678", mobile),
        ("+310612345678", mobile),
        ("0031 6 1234 5678", mobile),
        ("0031 (0)6 12345678", mobile),
        ("00 31 6 12345678", mobile),
        ("31 6 12345678", mobile),
        ("31612345678", mobile),
        ("+31.74.2450000", "+31742450000"),
        ("+49 (0)5921 123456", "+495921123456"),
        ("112", "112"),
        ("4123", "4123"),
        ("toestel 4123", "4123"),
        ("14 074", "14074"),
        ("0900-8844", "09008844"),
        ("\u{202d}06 12345678\u{202c}", "0612345678"),
        ("06\u{a0}12345678", "0612345678"),
        ("06\u{2009}12345678", "0612345678"),
        ("06\u{2011}12345678", "0612345678"),
        ("06–12345678", "0612345678"),
        ("٠٦-١٢٣٤٥٦٧٨", "0612345678"),
    ];
    for (text, dialled) in table {
        let found: Vec<String> = found(text).into_iter().map(|(_, dialled)| dialled).collect();
        assert_eq!(found, [dialled], "{text}");
        assert!(Phone::parse(text).is_ok(), "{text}");
    }
}

#[test]
fn two_numbers_are_two() {
    let mobile = ("06-12345678", "0612345678");
    let table = [
        ("06-12345678 / 4123", [mobile, ("4123", "4123")]),
        ("4123 / 06-12345678", [("4123", "4123"), mobile]),
        ("4123 06-12345678", [("4123", "4123"), mobile]),
        ("4123 of 06-12345678", [("4123", "4123"), mobile]),
        ("06-12345678 4123", [mobile, ("4123", "4123")]),
        ("06-12345678 of intern 4123", [mobile, ("4123", "4123")]),
        ("(074) 245 00 00 06-12345678", [("(074) 245 00 00", "0742450000"), mobile]),
        ("074-2450000/06-12345678", [("074-2450000", "0742450000"), mobile]),
        ("+31 74 2450000, 06-12345678", [("+31 74 2450000", "+31742450000"), mobile]),
        ("06-12345678 +31 (0)74 2450000", [mobile, ("+31 (0)74 2450000", "+31742450000")]),
    ];
    for (text, expected) in table {
        let expected = expected.map(|(shown, dialled)| (shown.to_owned(), dialled.to_owned()));
        assert_eq!(found(text), expected, "{text}");
        assert!(Phone::parse(text).is_ok(), "{text}");
    }
}

#[test]
fn what_holds_no_number_is_refused() {
    for text in ["geen nummer", "06", "bel maar", "na 14.00 uur", "-", "12 of 14", "0612345678901234567"] {
        assert_eq!(Phone::parse(text), Err(TextError::BadShape), "{text}");
    }
}

#[test]
fn a_number_is_kept_in_plain_signs() {
    assert_eq!(Phone::parse("\u{202d}٠٦\u{2011}12\u{a0}34\u{202c}").unwrap().as_str(), "06-12 34");
}

proptest! {
    #[test]
    fn only_digits_that_were_written_are_dialled(text in "[0-9 +/().a-]{0,60}") {
        for number in numbers(&text) {
            let digits: String = number.dialled.chars().filter(char::is_ascii_digit).collect();
            let written: String = text.chars().filter(char::is_ascii_digit).collect();
            prop_assert!(DIGITS.contains(&digits.len()));
            prop_assert!(number.dialled == "+" .to_owned() + &digits || number.dialled == digits);
            // in the order written; only zeros behind the country are left out
            let mut rest = written.chars();
            prop_assert!(digits.chars().all(|digit| rest.any(|other| other == digit)), "{} of {}", digits, text);
        }
    }
}
