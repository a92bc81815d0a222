//! Words that say where somebody comes from. That is never a signal.
use crate::indicators::{stem, words};

/// Peoples, faiths and where somebody comes from, as [`stem`] leaves them. No list of these is complete: the KMT reads
/// the words as well.
const ORIGINS: &str = "afghan afrikan alochton antilian arabier arabisch arbeidsmigran asielzoeker aziat aziatisch \
    bulgar chine chin chris colombian duitser duit eritrer eritre ghane ghan hindoe hongar ilegal indias indonesier \
    irake irak iran jod lets litouwer litouw marokan migran moldavier moslim nigerian oekraiener oekrai osteurope \
    osteurop osteuropean pakistan pol roma roemen roem rusin rusisch somalier statushouder surinam surinamer \
    syrier syrisch thais turk vietname vietnam vluchteling vremdeling zigeuner";

/// Whether a word says where somebody comes from.
pub(super) fn names_origin(word: &str) -> bool {
    words(word).any(|word| {
        let stem = stem(&word);
        ORIGINS.split(' ').any(|origin| origin == stem)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_of_a_word_for_an_origin_is_known() {
        for word in [
            "Roemeen",
            "Roemenen",
            "Roemeense",
            "Pool",
            "Polen",
            "Poolse",
            "Bulgaren",
            "Bulgaarse",
            "Turken",
            "Turkse",
            "Chinezen",
            "Chinese",
            "Vietnamese",
            "Nigerianen",
            "Marokkaanse",
            "Oekraïense",
            "Syriër",
            "Oost-Europees",
            "vluchtelingen",
            "migranten",
            "moslims",
            "joods",
            "illegalen",
        ] {
            assert!(names_origin(word), "{word} ({})", stem(word));
        }
    }

    #[test]
    fn ordinary_words_are_no_origin() {
        for word in ["rust", "polis", "romance", "vluchten", "vlucht", "indienen", "gejaagd", "christal", "turf", "let"]
        {
            assert!(!names_origin(word), "{word}");
        }
    }
}
