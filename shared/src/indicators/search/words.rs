//! How words are compared: without accents and capitals, and by a stem.
//!
//! The stem is a small one, made to be explained: endings come off, and a double letter counts once. Where Dutch does
//! something else (`sliep`, `kinderen`), the list of signals has the word. Only ASCII and a few accents: the tables of
//! Unicode weigh too much in a browser.

/// The words of a text: lower case, without accents. A dash joins (`id-kaart` is one word), and a single letter is no
/// word.
pub fn words(text: &str) -> impl Iterator<Item = String> {
    let plain: String = text.chars().filter(|sign| *sign != '-').map(plain).collect();
    let words: Vec<String> = plain.split(' ').filter(|word| word.len() > 1).map(str::to_owned).collect();
    words.into_iter()
}

/// A letter or digit as it is compared; a space for everything else.
fn plain(sign: char) -> char {
    match sign {
        'a'..='z' | '0'..='9' => sign,
        'A'..='Z' => sign.to_ascii_lowercase(),
        'à'..='å' | 'À'..='Å' => 'a',
        'ç' | 'Ç' => 'c',
        'è'..='ë' | 'È'..='Ë' => 'e',
        'ì'..='ï' | 'Ì'..='Ï' => 'i',
        'ñ' | 'Ñ' => 'n',
        'ò'..='ö' | 'Ò'..='Ö' => 'o',
        'ù'..='ü' | 'Ù'..='Ü' => 'u',
        _other => ' ',
    }
}

/// An ending, how much of the word has to stay, and the letters after which it may stand.
const ENDINGS: [(&str, usize, &str); 7] = [
    ("s", 4, "bcdefghjklmnpqrstuvwxz"),
    ("z", 4, "bcdefghjklmnpqrstuvwxz"),
    ("je", 3, "bcdfghjklmnpqrstvwxz"),
    ("en", 3, "abcdfghijklmnopqrstuvwxyz"),
    ("e", 3, "bcdfghjklmnpqrstvwxz"),
    ("t", 3, "bcdfghjklmnpqrstvwxz"),
    // not after n: maand is not man
    ("d", 4, "bcdfghjklmpqrstvwxz"),
];

/// The stem of a word of [`words`]: `slapen` and `slaapt` have one, `bed` and `bedrijf` have two.
#[must_use]
pub fn stem(word: &str) -> String {
    let mut rest = word;
    while let Some(shorter) = without_ending(rest) {
        rest = shorter;
    }
    let mut stem = String::new();
    for letter in rest.chars() {
        if !stem.ends_with(letter) {
            stem.push(letter);
        }
    }
    // geven, geef; huizen, huis
    match stem.pop() {
        Some('v') => stem.push('f'),
        Some('z') => stem.push('s'),
        Some(last) => stem.push(last),
        None => {}
    }
    stem
}

fn without_ending(word: &str) -> Option<&str> {
    ENDINGS.iter().find_map(|(ending, least, after)| {
        let rest = word.strip_suffix(ending)?;
        (rest.len() >= *least && rest.ends_with(|last| after.contains(last))).then_some(rest)
    })
}

/// Words that say nothing by themselves. They count only where nothing else was typed.
const EMPTY: &str = "aan als bij dan dat de deze die dit door een en er haar heb heeft het hij hun ik in is je met \
                     mijn naar of om ook op over te uit van voor wat we wel wie word wordt ze zij zijn";

/// The words to look for in what was typed.
pub fn sought(typed: &str) -> Vec<String> {
    let all: Vec<String> = words(typed).collect();
    let telling: Vec<String> = all.iter().filter(|word| EMPTY.split(' ').all(|one| one != *word)).cloned().collect();
    if telling.is_empty() { all } else { telling }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_word_have_one_stem() {
        for alike in [
            "slapen slaapt slaap",
            "bed bedden bedje bedjes",
            "bus bussen busje busjes",
            "werk werkt werken werkte werkten",
            "boete boetes boeten",
            "huis huizen",
            "baas bazen",
            "geeft geven geef",
            "duur dure duurt",
            "adres adressen",
            "bewijs bewijzen",
            "bedreigd bedreigt bedreigen bedreigde",
            "betaald betaalt betalen betaalde",
            "abonnement abonnementen",
            "paspoort paspoorten",
            "kaart kaarten kaartje",
            "nacht nachten nachts",
            "raam ramen",
            "drugs drug",
            "plaats plaatsen",
            "vriend vrienden",
            "wond wonden",
            "telefoon telefoons telefoontje",
            "cadeau cadeaus",
        ] {
            let mut stems: Vec<String> = alike.split(' ').map(stem).collect();
            stems.dedup();
            assert_eq!(stems.len(), 1, "{alike}: {stems:?}");
        }
    }

    #[test]
    fn other_words_have_another_stem() {
        for (one, other) in [
            ("bed", "bedrijf"),
            ("bed", "bedreigd"),
            ("pas", "paspoort"),
            ("moe", "moet"),
            ("man", "maand"),
            ("loon", "lonken"),
            ("huis", "huur"),
            ("nacht", "nek"),
            ("school", "schuld"),
            ("arm", "arts"),
        ] {
            assert_ne!(stem(one), stem(other), "{one}, {other}");
        }
    }

    #[test]
    fn a_word_is_compared_without_capitals_accents_and_dashes() {
        let found: Vec<String> = words("De collega’s: één ID-kaart, a 24/7").collect();
        assert_eq!(found, ["de", "collega", "een", "idkaart", "24"]);
        assert_eq!(words("!? ß 女").count(), 0);
    }

    #[test]
    fn words_that_say_nothing_count_only_alone() {
        assert_eq!(sought("Wie heeft het paspoort"), ["paspoort"]);
        assert_eq!(sought("wordt voor"), ["wordt", "voor"]);
        assert!(sought("  ").is_empty());
    }
}
