use super::*;
use proptest::prelude::*;

/// Each line is one; a line with `#` says what the next ones are.
const REFUSED: &str = include_str!("refused.txt");
const TAKEN: &str = include_str!("taken.txt");

fn lines(text: &str) -> Vec<&str> {
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect()
}

/// How many passwords the library lists.
const MOST_LISTED: usize = 100_000;

/// Somebody, as invited.
const OWN: &[&str] = &["Fleur Voorbeeldsma", "fleur.voorbeeldsma", "Hengelo"];

fn bits(password: &str) -> u32 {
    cover::bits(&fold(password), &own_words(OWN))
}

#[test]
fn what_people_choose_is_refused() {
    let refused = lines(REFUSED);
    assert!(refused.len() >= 200, "{}", refused.len());
    for password in &refused {
        assert!(password.chars().count() >= shared::contract::Password::MIN, "{password} is refused for its length");
    }
    let taken: Vec<_> = refused.iter().filter(|one| !guessable(one, OWN)).map(|one| (one, bits(one))).collect();
    assert!(taken.is_empty(), "{taken:?}");
}

#[test]
fn passphrases_and_random_passwords_are_taken() {
    let taken = lines(TAKEN);
    assert!(taken.len() >= 50, "{}", taken.len());
    let refused: Vec<_> = taken.iter().filter(|one| guessable(one, OWN)).map(|one| (one, bits(one))).collect();
    assert!(refused.is_empty(), "{refused:?}");
}

/// Words that our own list does not hold, and that leaks show often: alone, and with what people put behind them.
#[test]
fn what_leaks_show_most_often_is_refused_with_what_is_put_behind_it() {
    for password in
        ["heartbreaker", "Heartbreaker1", "h3artbr3ak3r!!", "thunderstorm2026", "2026motherlode", "skateboarding"]
    {
        assert!(guessable(password, &[]), "{password}: {}", bits(password));
    }
    assert!(!guessable("heartbreaker skateboarding", &[]), "two of them take more guesses");
    let most = u32::try_from(MOST_LISTED).unwrap().ilog2();
    assert!(leaked::BITS >= most, "a price of fewer bits would refuse more than it says");
}

#[test]
fn a_name_makes_a_password_guessable_for_its_owner_only() {
    let password = "kwastenaarlies9";
    assert!(guessable(password, &["Lies Kwastenaar", "l.kwastenaar", "Borne"]));
    assert!(!guessable(password, OWN));
}

#[test]
fn the_lists_hold_no_more_words_than_their_price_says() {
    for (list, price) in words::LISTS {
        let count = list.split_whitespace().count();
        assert!(count <= 1 << (price + 1), "{count} words of {price} bits");
        for word in list.split_whitespace() {
            assert_eq!(spots::plain(word), word, "written as it is compared");
        }
    }
}

/// The same password with some letters in upper case, some as a digit or sign, and some spaces between them.
fn disguised(password: &str, choices: &[u8]) -> String {
    let with = |(letter, choice): (char, &u8)| {
        let sign = |signs: &[char]| signs.get(usize::from(*choice / 8) % signs.len()).copied().unwrap_or(letter);
        let letter = match (letter.to_ascii_lowercase(), choice % 4) {
            (_, 1) => letter.to_ascii_uppercase(),
            ('a', 2) => sign(&['4', '@', 'á']),
            ('e', 2) => sign(&['3', '€', 'ë']),
            ('i', 2) => sign(&['1', '!', 'ï']),
            ('l', 2) => sign(&['1', '|']),
            ('o', 2) => sign(&['0', 'ö']),
            ('s', 2) => sign(&['5', '$']),
            ('t', 2) => sign(&['7', '+']),
            ('b', 2) => sign(&['8', '6']),
            ('g', 2) => sign(&['9', '6']),
            ('z', 2) => '2',
            _ => letter,
        };
        let gap = match choice % 16 {
            3 => " ",
            7 => "-",
            11 => "_",
            15 => ". ",
            _ => "",
        };
        format!("{letter}{gap}")
    };
    password.chars().zip(choices.iter().cycle()).map(with).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn a_disguise_makes_a_refused_password_no_better(
        which in any::<prop::sample::Index>(),
        choices in prop::collection::vec(any::<u8>(), 1..60),
    ) {
        let password = *which.get(&lines(REFUSED));
        let disguised = disguised(password, &choices);
        prop_assert!(guessable(&disguised, OWN), "{} of {}: {}", disguised, password, bits(&disguised));
        prop_assert!(bits(&disguised) <= bits(password));
    }

    #[test]
    fn twice_the_same_is_hardly_better_and_nothing_is_too_long(password in ".{0,100}") {
        let twice = password.repeat(2);
        prop_assert!(bits(&twice) <= bits(&password) + 1);
    }
}
