use super::*;
use proptest::prelude::*;

// 111222333 is the number that the authorities use as an example
#[test]
fn a_bsn_is_seen_however_it_is_written() {
    let seen = [
        "111222333",
        "nummer 111222333.",
        "1112.22.333",
        "111 222 333",
        "bsn: 111-222-333\n",
        "111\u{a0}222\u{a0}333",
        "111\u{202f}222\u{202f}333",
        "111\u{2011}222\u{2011}333",
        "111–222—333",
        "111.222 333",
        "111/222/333",
        "111_222_333",
        "111,222,333",
        "111·222·333",
        "111 - 222 - 333",
        "111  222  333",
        "111 222\n333",
        "1 1 1 2 2 2 3 3 3",
        "11 12 22 333",
        "１１１２２２３３３",
        "١١١٢٢٢٣٣٣",
        "1112\u{200b}22\u{ad}333",
        "BSN111222333",
        "111222333 2 kinderen",
        "2 kinderen, 111222333",
        "3 111222333",
        "1-2-1990 111222333",
        "111222333 1-2-1990",
        "111222333 06-12345678",
        "06-12345678 111222333",
        "06-12345678 111 222 333",
        "+31 6 12345678, 111 222 333",
        "7551 EC 12, 111222333",
    ];
    for text in seen {
        assert!(holds_bsn(text), "{text:?}");
    }
}

#[test]
fn other_numbers_are_left_alone() {
    let others = [
        "",
        "abc",
        "111222334",
        "000000000",
        "1112223334",
        "11122233",
        "0612345678",
        "074 245 00 00",
        "111 a 222 333",
        "111 ..... 222333",
        "7551 EC 12",
        "NL91 ABNA 0417 1643 00",
        "2026-000123",
        "KvK 12345678",
    ];
    for text in others {
        assert!(!holds_bsn(text), "{text:?}");
    }
}

/// One in eleven numbers of nine digits passes, so a kind of number is only told apart if none of many is seen.
#[test]
fn a_kind_of_number_that_can_have_nine_digits_is_told_apart() {
    for n in 0..2000_u32 {
        let (a, b) = (10_000_000 + n * 4507, 10 + n % 90);
        let eight = a.to_string();
        let (front, back) = eight.split_at(4);
        let pairs = [&eight[..2], &eight[2..4], &eight[4..6], &eight[6..8]].join(" ");
        let texts = [
            format!("06-{eight}"),
            format!("06 {front} {back}"),
            format!("06-{front} {back}, {} kinderen", n % 10),
            format!("06 {pairs} 3"),
            format!("+31 6 {eight}"),
            format!("+31 (0)6 {eight}"),
            format!("0031 6 {pairs}"),
            format!("+31 6{eight}"),
            format!("074 2{}", &eight[..6]),
            format!("0546 {} {}", &eight[..3], &eight[3..6]),
            format!("{}-{}-{} {}", 1 + n % 28, 1 + n % 12, 1950 + n % 100, n % 1000),
            format!("{} {}-{}-{}", n % 10, 1 + n % 28, 1 + n % 12, 1950 + n % 100),
            format!("in {} waren er {b}", 1950 + n % 100),
            format!("in {} {}", 1950 + n % 100, 10_000 + n),
            format!("€ 1.{}.{},{b}", 100 + n % 900, 100 + n % 800),
        ];
        for text in texts {
            assert!(!holds_bsn(&text), "{text}");
        }
    }
}

proptest! {
    #[test]
    fn looking_never_fails(text in "[0-9 +.()€\u{660}-\u{669}-]{0,60}|.{0,60}") {
        let _seen = holds_bsn(&text);
    }

    #[test]
    fn one_is_seen_beside_anything(before in "[a-z0-9 ,.]{0,12}", after in "[a-z0-9 ,.]{0,12}") {
        // a sentence before and behind it; what stands there may be a number itself
        let text = format!("{before} x 111222333 x {after}");
        prop_assert!(holds_bsn(&text), "{}", text);
    }
}
