use super::*;
use crate::{moment::Day, report::FindingCode};

fn file() -> Awareness {
    serde_json::from_str(include_str!("../../../gemeenten/lijsten/bewustwording.json")).unwrap()
}

fn found(change: impl FnOnce(&mut Awareness)) -> Vec<(String, FindingCode)> {
    let mut changed = file();
    change(&mut changed);
    changed.check().into_iter().map(|finding| (finding.field, finding.code)).collect()
}

fn day(text: &str) -> Day {
    crate::moment::read_day(text).unwrap()
}

fn campaign(from: &str, until: &str) -> Campaign {
    Campaign { from: day(from), until: day(until), text: "Let deze week op signalen.".into(), links: true }
}

#[test]
fn the_file_is_in_order() {
    assert_eq!(found(|_| {}), []);
    let again: Awareness = serde_json::from_str(&serde_json::to_string(&file()).unwrap()).unwrap();
    assert_eq!(again, file());
}

fn practice_found(change: impl FnOnce(&mut Practice)) -> Vec<(String, FindingCode)> {
    let file = include_str!("../../../gemeenten/lijsten/oefenzaken.json");
    let mut changed: Practice = serde_json::from_str(file).unwrap();
    change(&mut changed);
    changed.check().into_iter().map(|finding| (finding.field, finding.code)).collect()
}

#[test]
fn cases_to_practise_with_are_checked_field_by_field() {
    let at = |field: &str, code| vec![(format!("zaken{field}"), code)];
    assert_eq!(practice_found(|_| {}), []);
    assert_eq!(practice_found(|all| all.cases.truncate(FEWEST_CASES)), []);
    assert_eq!(practice_found(|all| all.cases.truncate(FEWEST_CASES - 1)), at("", FindingCode::Required));
    let many = |all: &mut Practice| {
        let one = all.cases[0].clone();
        all.cases = (0..=MOST_CASES).map(|n| PracticeCase { title: format!("Geval {n}"), ..one.clone() }).collect();
    };
    assert_eq!(practice_found(many), at("", FindingCode::TooMany));
    let twice = |all: &mut Practice| all.cases[1].title = all.cases[0].title.clone();
    assert_eq!(practice_found(twice), at("/1/titel", FindingCode::Duplicate));
    assert_eq!(practice_found(|all| all.cases[0].title.clear()), at("/0/titel", FindingCode::Required));
    assert_eq!(practice_found(|all| all.cases[2].story.clear()), at("/2/verhaal", FindingCode::Required));
    let long = |all: &mut Practice| all.cases[2].story = vec!["Zin.".into(); LONGEST_STORY + 1];
    assert_eq!(practice_found(long), at("/2/verhaal", FindingCode::TooMany));
    assert_eq!(practice_found(|all| all.cases[0].story[1] = " ".into()), at("/0/verhaal/1", FindingCode::Required));
    assert_eq!(practice_found(|all| all.cases[0].notice.clear()), at("/0/opvalt", FindingCode::Required));
    let calls = |all: &mut Practice| all.cases[0].steps[0] = "Bel 074-000 00 99.".into();
    assert_eq!(practice_found(calls), at("/0/doen/0", FindingCode::BadCharacter));
    let trait_named = |all: &mut Practice| all.cases[0].otherwise = "Zij komt uit het buitenland.".into();
    assert_eq!(practice_found(trait_named), at("/0/anders", FindingCode::PersonalTrait));
}

/// What it is, in two sentences, and in other words than those of any region.
#[test]
fn each_form_is_told_in_two_sentences() {
    for topic in Topic::ALL {
        let texts = file().texts;
        let text = texts.of(*topic);
        assert_eq!(text.matches(". ").count(), 1, "{text}");
        assert!(text.ends_with('.'), "{text}");
    }
    let all = serde_json::to_string(&file()).unwrap().to_lowercase();
    for word in ["twente", "hengelo", "slachtoffer", "dader"] {
        assert!(!all.contains(word), "{word}");
    }
}

#[test]
fn texts_are_checked_field_by_field() {
    let at = |field: &str, code| vec![(format!("teksten/{field}"), code)];
    assert_eq!(found(|all| all.texts.what = " ".into()), at("wat", FindingCode::Required));
    assert_eq!(found(|all| all.texts.organ = "x".repeat(401)), at("orgaan", FindingCode::TooLong));
    assert_eq!(found(|all| all.texts.labour = "Een\nTwee".into()), at("arbeid", FindingCode::BadCharacter));
    assert_eq!(found(|all| all.texts.poster_head = "x".repeat(201)), at("posterKop", FindingCode::TooLong));
    assert_eq!(found(|all| all.texts.steps[1].clear()), at("doen/1", FindingCode::Required));
    assert_eq!(found(|all| all.texts.never.clear()), at("niet", FindingCode::Required));
    assert_eq!(found(|all| all.texts.card.push("Nog een".into())), at("kaart", FindingCode::TooMany));
    let nine = |all: &mut Awareness| all.texts.steps = (0..9).map(|n| format!("Stap {n}.")).collect();
    assert_eq!(found(nine), at("doen", FindingCode::TooMany));
}

/// Where somebody comes from is never a signal, also not in a text about signals.
#[test]
fn no_text_names_a_trait_of_a_person() {
    for text in ["Let op de nationaliteit.", "Iemand uit het Buitenland.", "Iemand met een beperking."] {
        let expected = |field: &str| vec![(field.to_owned(), FindingCode::PersonalTrait)];
        assert_eq!(found(|all| all.texts.sexual = text.into()), expected("teksten/seksueel"), "{text}");
        assert_eq!(found(|all| all.texts.card[0] = text.into()), expected("teksten/kaart/0"), "{text}");
        let one = Campaign { text: text.into(), ..campaign("2027-03-01", "2027-03-07") };
        assert_eq!(found(|all| all.campaigns = vec![one]), expected("campagnes/0/tekst"), "{text}");
    }
}

/// A wrong number to call would be an attack: numbers and addresses are the profile's alone.
#[test]
fn no_text_says_how_to_reach_somebody() {
    for text in
        ["Bel 074-000 00 99.", "Bel 113.", "Mail naar x@y.example", "Ga naar https://y.example", "www.y.example"]
    {
        let expected = vec![("teksten/doen/0".to_owned(), FindingCode::BadCharacter)];
        assert_eq!(found(|all| all.texts.steps[0] = text.into()), expected, "{text}");
    }
    assert_eq!(found(|all| all.texts.steps[0] = "Is iemand jonger dan 18? Bel.".into()), []);
}

#[test]
fn a_campaign_shows_within_its_dates_only() {
    let all = [campaign("2027-03-01", "2027-03-07"), campaign("2027-10-18", "2027-10-18")];
    for (on, expected) in [
        ("2027-02-28", None),
        ("2027-03-01", Some(&all[0])),
        ("2027-03-07", Some(&all[0])),
        ("2027-03-08", None),
        ("2027-10-18", Some(&all[1])),
        ("2027-10-19", None),
    ] {
        assert_eq!(running(&all, day(on)), expected, "{on}");
    }
}

#[test]
fn campaigns_end_after_they_begin_and_do_not_meet() {
    let of = |all: Vec<Campaign>| found(move |now| now.campaigns = all);
    let at = |field: &str, code| vec![(format!("campagnes/{field}"), code)];
    assert_eq!(of(vec![campaign("2027-03-01", "2027-05-31"), campaign("2027-06-01", "2027-06-01")]), []);
    assert_eq!(of(vec![campaign("2027-03-02", "2027-03-01")]), at("0/totEnMet", FindingCode::Contradiction));
    assert_eq!(of(vec![campaign("2027-03-01", "2027-06-01")]), at("0/totEnMet", FindingCode::OutOfBounds));
    let two = vec![campaign("2027-03-01", "2027-03-07"), campaign("2027-03-07", "2027-03-09")];
    assert_eq!(of(two), at("1/van", FindingCode::Duplicate));
    let empty = Campaign { text: String::new(), ..campaign("2027-03-01", "2027-03-07") };
    assert_eq!(of(vec![empty]), at("0/tekst", FindingCode::Required));
    let many: Vec<Campaign> =
        (1..=11).map(|n| campaign(&format!("2027-03-{n:02}"), &format!("2027-03-{n:02}"))).collect();
    assert_eq!(of(many), [("campagnes".into(), FindingCode::TooMany)]);
}

fn session() -> Session {
    let team = crate::text::Line::parse("Team Wmo").unwrap();
    let kind = SessionKind::Presentation;
    Session { day: day("2026-05-01"), kind, team, reached: 12, given_by: GivenBy::Together }
}

#[test]
fn a_line_of_the_log_is_of_a_day_that_was_and_names_nobody() {
    let codes = |session: Session| -> Vec<(String, FindingCode)> {
        let command = AwarenessCommand::Correct { number: 1, seen: 0, session };
        command.check(day("2026-05-02")).into_iter().map(|finding| (finding.field, finding.code)).collect()
    };
    let at = |field: &str, code| vec![(format!("/inhoud/regel/{field}"), code)];
    assert_eq!(codes(session()), []);
    assert_eq!(codes(Session { day: day("2026-05-02"), ..session() }), [], "today");
    assert_eq!(codes(Session { day: day("2024-05-02"), ..session() }), [], "two years");
    assert_eq!(codes(Session { day: day("2026-05-03"), ..session() }), at("dag", FindingCode::InFuture));
    assert_eq!(codes(Session { day: day("2024-05-01"), ..session() }), at("dag", FindingCode::TooLongAgo));
    let team = crate::text::Line::parse("fleur@hengelo.example").unwrap();
    assert_eq!(codes(Session { team, ..session() }), at("team", FindingCode::BadCharacter), "a team and no person");
    assert_eq!(codes(Session { reached: 0, ..session() }), [], "a message counts nobody");
    assert_eq!(codes(Session { reached: 5001, ..session() }), at("aantal", FindingCode::OutOfBounds));
}

/// A year after the last one, also in a leap year; a month before that it comes in sight.
#[test]
fn the_yearly_update_comes_back() {
    assert_eq!(update_due(None, None), None);
    assert_eq!(update_due(Some(day("2026-05-01")), Some(day("2026-09-01"))), Some(day("2027-05-01")));
    assert_eq!(update_due(None, Some(day("2026-09-01"))), Some(day("2027-09-01")));
    assert_eq!(update_due(Some(day("2028-02-29")), None), Some(day("2029-02-28")));
    let due = day("2027-05-01");
    for (on, expected) in [
        ("2027-03-31", None),
        ("2027-04-01", Some(Reminder::Soon)),
        ("2027-04-30", Some(Reminder::Soon)),
        ("2027-05-01", Some(Reminder::Now)),
        ("2028-05-01", Some(Reminder::Now)),
    ] {
        assert_eq!(reminder(due, day(on)), expected, "{on}");
    }
}
