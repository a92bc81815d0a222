//! The check of a list that somebody reads in. The page, the API and the test of the lists in `gemeenten/` use it.
use super::{
    ranks::{of_first, takes_place},
    words::{MOST_WORDS, of_synonyms, of_words},
};
use crate::{
    indicators::{ExploitationForm, Indicator, IndicatorList, ListVersion, is_slug, names_a_trait},
    report::{Finding, FindingCode},
    text::Line,
};
use std::collections::BTreeSet;

/// The most signals of one list.
pub const MOST_SIGNALS: usize = 200;

/// What is wrong with it, each finding at its field: `versie`, `signalen`, `signalen/3/zin`.
#[must_use]
pub fn check_list(list: &IndicatorList) -> Vec<Finding<String>> {
    let mut found = Vec::new();
    if list.version.is_empty() {
        found.push(at("versie", FindingCode::Required));
    } else if ListVersion::parse(&list.version).is_err() {
        found.push(at("versie", FindingCode::BadShape));
    }
    if list.indicators.is_empty() {
        found.push(at("signalen", FindingCode::Required));
    } else if list.indicators.len() > MOST_SIGNALS {
        found.push(at("signalen", FindingCode::TooMany));
    }
    let (mut ids, mut sentences) = (BTreeSet::new(), BTreeSet::new());
    for (n, one) in list.indicators.iter().enumerate() {
        let twice = [("id", !ids.insert(&one.id)), ("zin", !sentences.insert(one.sentence.trim()))];
        let twice = twice.into_iter().filter(|(_, is)| *is).map(|(field, _)| (field, FindingCode::Duplicate));
        let wrong = of_one(one).into_iter().chain(twice);
        found.extend(wrong.map(|(field, code)| at(&format!("signalen/{n}/{field}"), code)));
        if takes_place(one, &list.indicators[..n]) {
            found.push(at(&format!("signalen/{n}/eerst"), FindingCode::Duplicate));
        }
    }
    found.extend(of_synonyms(&list.synonyms).into_iter().map(|code| at("synoniemen", code)));
    found
}

fn at(field: &str, code: FindingCode) -> Finding<String> {
    Finding { field: field.to_owned(), code }
}

fn of_one(one: &Indicator) -> Vec<(&'static str, FindingCode)> {
    let Indicator { id, sentence, example, group, forms, source, words, first } = one;
    let mut found = Vec::new();
    if !is_slug(id) {
        found.push(("id", FindingCode::BadShape));
    }
    let texts =
        [("zin", Some(sentence)), ("voorbeeld", example.as_ref()), ("groep", Some(group)), ("bron", Some(source))];
    for (field, text) in texts.into_iter().filter_map(|(field, text)| Some((field, text?))) {
        if let Err(error) = Line::sent(text) {
            found.push((field, error.into()));
        }
    }
    for (field, text) in texts.into_iter().take(2) {
        if text.is_some_and(|text| names_a_trait(text)) {
            found.push((field, FindingCode::PersonalTrait));
        }
    }
    if forms.contains(&ExploitationForm::Unknown) {
        found.push(("vormen", FindingCode::Contradiction));
    } else if forms.iter().enumerate().any(|(n, form)| forms.iter().take(n).any(|before| before == form)) {
        found.push(("vormen", FindingCode::Duplicate));
    }
    found.extend(of_words(words, MOST_WORDS).into_iter().map(|code| ("woorden", code)));
    found.extend(of_first(first, forms).map(|code| ("eerst", code)));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicators::First;

    fn list() -> IndicatorList {
        serde_json::from_str(include_str!("../../../gemeenten/lijsten/signalen-2026-1.json")).unwrap()
    }

    fn found(change: impl FnOnce(&mut IndicatorList)) -> Vec<(String, FindingCode)> {
        let mut changed = list();
        change(&mut changed);
        check_list(&changed).into_iter().map(|finding| (finding.field, finding.code)).collect()
    }

    #[test]
    fn a_list_is_checked_signal_by_signal() {
        assert_eq!(found(|_| {}), []);
        assert_eq!(found(|list| list.version = String::new()), [("versie".into(), FindingCode::Required)]);
        assert_eq!(found(|list| list.version = "2027/1".into()), [("versie".into(), FindingCode::BadShape)]);
        assert_eq!(found(|list| list.indicators.clear()), [("signalen".into(), FindingCode::Required)]);
        let one = list().indicators[0].clone();
        let many = |list: &mut IndicatorList| {
            let first = First::default();
            list.indicators = (0..=MOST_SIGNALS)
                .map(|n| Indicator { id: format!("signaal-{n}"), sentence: format!("Zin {n}"), first, ..one.clone() })
                .collect();
        };
        assert_eq!(found(many), [("signalen".into(), FindingCode::TooMany)]);
        let wrong = |change: fn(&mut Indicator)| found(|list| change(&mut list.indicators[2]));
        assert_eq!(wrong(|one| one.id = "Geen Id".into()), [("signalen/2/id".into(), FindingCode::BadShape)]);
        assert_eq!(wrong(|one| one.sentence = " ".into()), [("signalen/2/zin".into(), FindingCode::Required)]);
        let long = "x".repeat(201);
        assert_eq!(
            found(|list| list.indicators[2].example = Some(long)),
            [("signalen/2/voorbeeld".into(), FindingCode::TooLong)]
        );
        assert_eq!(wrong(|one| one.group = String::new()), [("signalen/2/groep".into(), FindingCode::Required)]);
        assert_eq!(wrong(|one| one.source = String::new()), [("signalen/2/bron".into(), FindingCode::Required)]);
        let unknown = vec![ExploitationForm::Unknown];
        assert_eq!(
            found(|list| list.indicators[2].forms = unknown),
            ["signalen/2/vormen", "signalen/2/eerst"].map(|field| (field.into(), FindingCode::Contradiction))
        );
        let twice = vec![ExploitationForm::Labour, ExploitationForm::Labour];
        assert_eq!(
            found(|list| list.indicators[2].forms = twice),
            [("signalen/2/vormen".into(), FindingCode::Duplicate)]
        );
        let same = |list: &mut IndicatorList| list.indicators[2] = list.indicators[0].clone();
        assert_eq!(
            found(same),
            [("signalen/2/id".into(), FindingCode::Duplicate), ("signalen/2/zin".into(), FindingCode::Duplicate)]
        );
    }

    /// Where somebody comes from, or another trait, is never a signal.
    #[test]
    fn a_trait_of_a_person_is_no_signal() {
        for sentence in ["Heeft een andere nationaliteit", "Komt uit het buitenland", "Is van een ander geloof"] {
            let found = found(|list| list.indicators[1].sentence = sentence.into());
            assert_eq!(found, [("signalen/1/zin".into(), FindingCode::PersonalTrait)], "{sentence}");
        }
        let example = Some("De persoon heeft een beperking.".into());
        let found = found(|list| list.indicators[1].example = example);
        assert_eq!(found, [("signalen/1/voorbeeld".into(), FindingCode::PersonalTrait)]);
    }

    #[test]
    fn words_are_single_words_and_never_a_trait() {
        let of = |words: &[&str]| {
            let words = words.iter().map(|word| (*word).to_owned()).collect();
            found(|list| list.indicators[1].words = words).into_iter().map(|(field, code)| {
                assert_eq!(field, "signalen/1/woorden");
                code
            })
        };
        assert_eq!(of(&["keuken", "id-kaart", "café"]).count(), 0);
        for bad in ["", "a", "twee woorden", "komma,", "-", "женщина"] {
            assert!(of(&[bad]).eq([FindingCode::BadShape]), "{bad}");
        }
        assert!(of(&["keuken", "Keuken"]).eq([FindingCode::Duplicate]));
        assert!(of(&["x".repeat(31).as_str()]).eq([FindingCode::TooLong]));
        for trait_of in ["afkomst", "Roemeen", "Poolse", "vluchtelingen", "moslim", "buitenlander"] {
            assert!(of(&[trait_of]).eq([FindingCode::PersonalTrait]), "{trait_of}");
        }
        let many: Vec<String> = (0..=MOST_WORDS).map(|n| format!("woord{n}")).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        assert!(of(&many).eq([FindingCode::TooMany]));
    }

    #[test]
    fn words_that_mean_the_same_are_two_at_least_and_in_one_group() {
        let of = |groups: &[&[&str]]| {
            let group = |group: &&[&str]| group.iter().map(|word| (*word).to_owned()).collect();
            found(|list| list.synonyms = groups.iter().map(group).collect())
        };
        let one = |code| vec![("synoniemen".to_owned(), code)];
        assert_eq!(of(&[&["loon", "salaris"], &["baas", "chef"]]), []);
        assert_eq!(of(&[&["loon"]]), one(FindingCode::Required));
        assert_eq!(of(&[&["loon", "salaris"], &["salaris", "geld"]]), one(FindingCode::Duplicate));
        assert_eq!(of(&[&["loon", "Turkse"]]), one(FindingCode::PersonalTrait));
    }

    #[test]
    fn a_place_among_the_first_is_one_of_eight_for_a_form_of_the_signal() {
        let first = |change: fn(&mut First), at: usize| found(|list| change(&mut list.indicators[at].first));
        let labour = list().indicators.iter().position(|one| one.forms == [ExploitationForm::Labour]).unwrap();
        let wrong = |code| vec![(format!("signalen/{labour}/eerst"), code)];
        for bad in [|first: &mut First| first.labour = Some(0), |first: &mut First| first.labour = Some(9)] {
            assert_eq!(first(bad, labour), wrong(FindingCode::OutOfBounds));
        }
        assert_eq!(first(|first| first.sexual = Some(1), labour)[0].1, FindingCode::Contradiction);
        let twice = |list: &mut IndicatorList| {
            list.indicators[0].first = First { place: Some(3), ..First::default() };
            list.indicators.iter_mut().skip(1).for_each(|one| one.first = First::default());
            list.indicators[4].first = First { place: Some(3), ..First::default() };
        };
        assert_eq!(found(twice), [("signalen/4/eerst".into(), FindingCode::Duplicate)]);
    }
}
