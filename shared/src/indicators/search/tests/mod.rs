mod typed;

use super::*;
use crate::indicators::{IndicatorList, Origin};
use ExploitationForm::{Criminal, Labour, OrganSurrogacy, Other, Sexual, Unknown};
use proptest::prelude::*;
use typed::TYPED;

fn list() -> IndicatorList {
    serde_json::from_str(include_str!("../../../../../gemeenten/lijsten/signalen-2026-1.json")).unwrap()
}

fn tick(id: &str) -> Tick {
    Tick { id: id.into(), origin: Origin::NotSaid }
}

fn found(words: &str) -> Vec<String> {
    let shown = Search { words, ..Search::default() }.run(&list(), &[]);
    assert!(shown.searched, "{words}");
    shown.first
}

fn first(forms: &[ExploitationForm], place: bool) -> Vec<String> {
    Search { forms, place, words: "" }.run(&list(), &[]).first
}

#[test]
fn what_people_type_finds_what_they_mean() {
    let mut wrong = Vec::new();
    for (typed, has, has_not) in TYPED {
        let found = found(typed);
        assert!(list().find(has).is_some() && list().find(has_not).is_some(), "{has}, {has_not}");
        if !found.iter().any(|id| id == has) {
            wrong.push(format!("{typed} does not find {has}: {found:?}"));
        }
        if found.iter().any(|id| id == has_not) {
            wrong.push(format!("{typed} finds {has_not}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_word_that_is_on_no_signal_finds_none_and_the_groups_stay() {
    for typed in ["eenhoorn", "fiscus", "qwerty"] {
        let shown = Search { words: typed, ..Search::default() }.run(&list(), &[]);
        assert!(shown.searched && shown.first.is_empty(), "{typed}");
        assert_eq!(shown.groups.iter().map(|group| group.ids.len()).sum::<usize>(), list().indicators.len());
    }
}

/// "Plek of bedrijf", "Strafbare dingen doen voor een ander": what stands under it is not about every word of it.
#[test]
fn the_name_of_a_group_finds_nothing() {
    let mut list = list();
    for one in &mut list.indicators {
        one.group = "Verzonnen eenhoorn".into();
    }
    let shown = Search { words: "eenhoorn", ..Search::default() }.run(&list, &[]);
    assert_eq!(shown.first, Vec::<String>::new());
    assert!(!found("strafbare").contains(&"straatboete".to_owned()));
}

#[test]
fn half_a_word_finds_as_its_beginning_and_a_whole_one_only_itself() {
    assert_eq!(found("paspo"), ["ander-houdt-paspoort"]);
    assert!(found("bedr").contains(&"bedreigd-of-mishandeld".to_owned()));
    assert!(found("restaur").contains(&"slaapt-op-werkplek".to_owned()));
    assert!(!found("bed").contains(&"bedreigd-of-mishandeld".to_owned()));
}

#[test]
fn all_words_count_and_where_none_has_them_all_one_does() {
    assert_eq!(found("bedden bedrijf"), ["slaapt-op-werkplek", "bedden-in-bedrijf"]);
    let either = found("paspoort tatoeage");
    assert!(either.contains(&"ander-houdt-paspoort".to_owned()) && either.contains(&"tatoeage-van-ander".to_owned()));
}

#[test]
fn nothing_to_look_for_is_no_search() {
    for typed in ["", "  ", "a", "?!"] {
        let shown = Search { words: typed, ..Search::default() }.run(&list(), &[]);
        assert_eq!((shown.searched, shown.first.len()), (false, First::MOST), "{typed}");
    }
}

/// Every list of the first eight, as the list of signals ranks them.
#[test]
fn the_first_eight_are_those_of_the_form_or_the_place() {
    let ranked = |of: fn(&First) -> Option<u8>| {
        let mut ids: Vec<(u8, String)> =
            list().indicators.iter().filter_map(|one| Some((of(&one.first)?, one.id.clone()))).collect();
        ids.sort();
        ids.into_iter().map(|(_, id)| id).collect::<Vec<_>>()
    };
    assert_eq!(first(&[], false), ranked(|one| one.general));
    assert_eq!(first(&[Unknown], false), ranked(|one| one.general));
    assert_eq!(first(&[Unknown], true), ranked(|one| one.place));
    assert_eq!(first(&[Labour], false), ranked(|one| one.labour));
    assert_eq!(first(&[Sexual], false), ranked(|one| one.sexual));
    assert_eq!(first(&[Criminal], false), ranked(|one| one.criminal));
    assert_eq!(first(&[OrganSurrogacy], false), ranked(|one| one.organ_surrogacy));
    assert_eq!(First::NAMES.len(), 6, "another list of eight needs a line above");
}

#[test]
fn several_choices_take_turns() {
    let both = first(&[Labour], true);
    for id in ["slecht-betaald", "lange-werkdagen", "bedden-in-bedrijf", "busjes-halen-brengen"] {
        assert!(both.contains(&id.to_owned()), "{id} is not among {both:?}");
    }
    let both = first(&[Sexual, Criminal], false);
    for id in ["oudere-contacten", "plotseling-duur", "drugs-of-gestolen-goed", "veel-op-naam"] {
        assert!(both.contains(&id.to_owned()), "{id} is not among {both:?}");
    }
    let other = first(&[Other], false);
    assert!(other.iter().all(|id| list().find(id).unwrap().forms.is_empty()), "{other:?}");
}

/// A list of before there were ranks and words: its own order decides, and its sentences are searched.
#[test]
fn an_older_list_works() {
    let mut old = list();
    old.synonyms.clear();
    for one in &mut old.indicators {
        (one.words, one.first) = (Vec::new(), First::default());
    }
    let shown = Search::default().run(&old, &[]);
    assert!(shown.first.iter().eq(old.indicators.iter().take(8).map(|one| &one.id)));
    let shown = Search { words: "slapen", ..Search::default() }.run(&old, &[]);
    assert_eq!(shown.first, ["slaapt-op-werkplek", "bang-of-uitgeput"]);
}

/// The groups with a signal that fits come before those without.
#[test]
fn groups_of_other_forms_come_last() {
    let shown = Search { forms: &[Labour], ..Search::default() }.run(&list(), &[]);
    let last: Vec<&str> = shown.groups.iter().rev().take(3).map(|group| group.name.as_str()).collect();
    assert_eq!(last, ["Organen of zwangerschap", "Strafbare dingen doen voor een ander", "Seks en relaties"]);
}

#[test]
fn a_group_with_a_tick_is_open() {
    let shown = Search { forms: &[Labour], ..Search::default() }.run(&list(), &[tick("tatoeage-van-ander")]);
    let open: Vec<&str> = shown.groups.iter().filter(|group| group.open).map(|group| group.name.as_str()).collect();
    assert_eq!(open, ["Seks en relaties"]);
}

/// Whoever types a word of the sentence that they read before finds it back.
#[test]
fn every_signal_is_found_by_each_longer_word_of_its_sentence() {
    let mut tried = 0;
    for one in &list().indicators {
        let longer =
            one.sentence.split(' ').filter(|word| word.chars().filter(|sign| sign.is_alphabetic()).count() > 3);
        for word in longer {
            assert!(found(word).contains(&one.id), "{word} does not find {}", one.id);
            tried += 1;
        }
    }
    assert!(tried > 150, "{tried}");
}

fn forms() -> impl Strategy<Value = Vec<ExploitationForm>> {
    proptest::sample::subsequence(ExploitationForm::ALL.to_vec(), 0..=6)
}

fn typed() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        proptest::sample::select(TYPED.to_vec()).prop_map(|(typed, ..)| typed.to_owned()),
        "[a-zé' -]{0,12}",
        any::<String>(),
    ]
}

fn ticks() -> impl Strategy<Value = Vec<String>> {
    let ids: Vec<String> = list().indicators.into_iter().map(|one| one.id).collect();
    proptest::sample::subsequence(ids, 0..=6)
}

proptest! {
    /// None is hidden, none is there twice, and a tick is never behind a folded group.
    #[test]
    fn every_signal_is_reachable_once_and_every_tick_in_sight(
        forms in forms(), place in any::<bool>(), words in typed(), ticked in ticks()
    ) {
        let (list, ticks) = (list(), ticked.iter().map(|id| tick(id)).collect::<Vec<_>>());
        let search = Search { forms: &forms, place, words: &words };
        let shown = search.run(&list, &ticks);
        let mut all: Vec<&String> = shown.first.iter().chain(shown.groups.iter().flat_map(|one| &one.ids)).collect();
        all.sort();
        let mut expected: Vec<&String> = list.indicators.iter().map(|one| &one.id).collect();
        expected.sort();
        prop_assert_eq!(all, expected);
        for id in &ticked {
            let open = shown.groups.iter().any(|one| one.open && one.ids.contains(id));
            prop_assert!(open || shown.first.contains(id), "{} is out of sight", id);
        }
        // a tick moves nothing: only what is open follows from it
        let without = search.run(&list, &[]);
        prop_assert_eq!(&shown.first, &without.first);
        let places = |shown: &Shown| shown.groups.iter().map(|one| one.ids.clone()).collect::<Vec<_>>();
        prop_assert_eq!(places(&shown), places(&without));
    }

    #[test]
    fn a_stem_does_not_depend_on_capitals_and_is_never_empty(word in "[a-zA-Z]{2,20}") {
        let word = words(&word).next().unwrap();
        prop_assert!(!stem(&word).is_empty());
        prop_assert!(stem(&word).len() <= word.len());
    }
}
