//! What follows a line: the alphabet, counting, the rows and columns of a keyboard; and years and dates.
use super::spots::Spot;

/// The lines that people follow, in either direction.
const LINES: &[&str] = &[
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890123456789",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "azertyuiop",
    "qsdfghjklm",
    "qwertzuiop",
    "qazwsxedcrfvtgbyhnujmikolp",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
    "1q2w3e4r5t6y7u8i9o0p",
    "q1w2e3r4t5y6u7i8o9p0",
    "147258369",
    "159357",
    "24681012141618202224",
];

/// The fewest places that show a line.
const SHORTEST: usize = 3;

/// The length of the longest line at the start of these places; 0 for none.
pub fn line_at(spots: &[Spot]) -> usize {
    let longest = LINES.iter().map(|line| {
        let there: Vec<char> = line.chars().collect();
        let back: Vec<char> = there.iter().rev().copied().collect();
        along(spots, &there).max(along(spots, &back))
    });
    longest.max().filter(|length| *length >= SHORTEST).unwrap_or(0)
}

fn along(spots: &[Spot], line: &[char]) -> usize {
    let from = |start: usize| {
        let rest = line.get(start..).unwrap_or_default();
        spots.iter().zip(rest).take_while(|(spot, letter)| spot.is(**letter)).count()
    };
    (0..line.len()).map(from).max().unwrap_or(0)
}

/// Whether four places are a year that somebody living remembers.
pub fn is_year(spots: &[Spot]) -> bool {
    number(spots).is_some_and(|year| spots.len() == 4 && (1900..2100).contains(&year))
}

/// Whether eight places are a day, with its year in front or behind.
pub fn is_date(spots: &[Spot]) -> bool {
    let day = |spots: &[Spot]| number(spots).is_some_and(|day| (1..=31).contains(&day));
    let parts = |a: usize, b: usize, c: usize| Some((spots.get(..a)?, spots.get(a..b)?, spots.get(b..c)?));
    spots.len() == 8
        && (parts(2, 4, 8).is_some_and(|(one, two, year)| day(one) && day(two) && is_year(year))
            || parts(4, 6, 8).is_some_and(|(year, one, two)| is_year(year) && day(one) && day(two)))
}

fn number(spots: &[Spot]) -> Option<u32> {
    spots.iter().try_fold(0, |sum: u32, spot| Some(sum * 10 + spot.typed.to_digit(10)?))
}
