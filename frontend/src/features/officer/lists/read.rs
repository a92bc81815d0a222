//! A file as a list, or what is wrong with it and on which line.
use super::places::Places;
use crate::messages::isolated;
use shared::{
    indicators::IndicatorList,
    report::{Finding, FindingCode},
    settings::{MOST_GROUPS, MOST_SIGNALS, MOST_WORDS, check_list},
};

/// Something to put right in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// None: of the file as a whole.
    pub line: Option<usize>,
    pub text: String,
}

/// Reads a file of the KMT. `known` are the versions that there are.
///
/// # Errors
/// Everything that is wrong; of a file that is no list the first thing.
pub fn read(text: &str, known: &[String]) -> Result<IndicatorList, Vec<Wrong>> {
    // a file of Windows may begin with a mark of its encoding
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let list: IndicatorList = serde_json::from_str(text).map_err(|error| vec![no_list(&error)])?;
    let mut found = check_list(&list);
    if known.contains(&list.version) {
        found.push(Finding { field: "versie".into(), code: FindingCode::Duplicate });
    }
    let places = Places::of(text);
    let wrong = |one: &Finding<String>| Wrong { line: places.line(one), text: about(one, &list) };
    let mut wrong: Vec<Wrong> = found.iter().map(wrong).collect();
    wrong.sort_by_key(|one| one.line);
    if wrong.is_empty() { Ok(list) } else { Err(wrong) }
}

/// Why the file cannot be read as a list. It repeats no text of the file but the name of a field.
fn no_list(error: &serde_json::Error) -> Wrong {
    let (line, said) = (Some(error.line()).filter(|line| *line > 0), error.to_string());
    let named = said.split('`').nth(1).map(|name| isolated(name).into_owned()).unwrap_or_default();
    let text = if !error.is_data() {
        "Dit is geen JSON. Kijk hier naar een komma, haakje of aanhalingsteken.".to_owned()
    } else if said.starts_with("missing field") {
        format!("Hier mist het veld ‘{named}’.")
    } else if said.starts_with("unknown field") {
        format!("Het veld ‘{named}’ hoort niet in een signalenlijst.")
    } else if said.starts_with("unknown variant") {
        format!("De vorm ‘{named}’ bestaat niet.")
    } else if said.starts_with("duplicate field") {
        format!("Het veld ‘{named}’ staat er twee keer.")
    } else {
        "Hier staat iets anders dan in een signalenlijst hoort.".to_owned()
    };
    Wrong { line, text }
}

fn about(one: &Finding<String>, list: &IndicatorList) -> String {
    let number = one.field.split('/').nth(1).and_then(|number| number.parse::<usize>().ok());
    let id = number.and_then(|number| list.indicators.get(number)).map(|one| isolated(&one.id).into_owned());
    let whose = id.map(|id| format!("Signaal ‘{id}’: ")).unwrap_or_default();
    format!("{whose}{}", words(one))
}

/// What is wrong with one field, where that is another thing than with others.
const OF_FIELD: [(FindingCode, &str, &str); 7] = [
    (FindingCode::Required, "signalen", "er staat geen signaal in de lijst."),
    (FindingCode::Duplicate, "versie", "deze versie is er al. Geef de lijst een nieuwe versie."),
    (FindingCode::BadShape, "versie", "een versie is zoals 2027-1: kleine letters, cijfers en streepjes."),
    (FindingCode::BadShape, "id", "een id bestaat uit kleine letters, cijfers en streepjes."),
    (FindingCode::Contradiction, "vormen", "‘weet-niet’ is geen vorm van een signaal."),
    (FindingCode::Required, "synoniemen", "in een groep staan ten minste twee woorden."),
    (FindingCode::Contradiction, "eerst", "het signaal hoort niet bij een vorm die er staat."),
];

/// What is wrong with any other field.
const OF_ANY: [(FindingCode, &str); 6] = [
    (FindingCode::Required, "is leeg. Vul het in."),
    (FindingCode::TooLong, "is te lang. Er passen 200 tekens, in een zoekwoord 30."),
    (FindingCode::Duplicate, "heeft iets wat al ergens anders staat."),
    (FindingCode::BadShape, "bestaat uit losse woorden van letters en cijfers, zonder spatie."),
    (FindingCode::OutOfBounds, "geeft een plaats van 1 tot en met 8."),
    (FindingCode::PersonalTrait, "gaat over herkomst of een ander kenmerk van een persoon. Dat is nooit een signaal."),
];

fn words(one: &Finding<String>) -> String {
    let field = one.field.rsplit('/').next().unwrap_or_default();
    if one.code == FindingCode::TooMany {
        return format!(
            "er passen {MOST_SIGNALS} signalen, {MOST_WORDS} woorden en {MOST_GROUPS} groepen in een lijst."
        );
    }
    if let Some((_, _, text)) = OF_FIELD.iter().find(|(code, of, _)| *code == one.code && *of == field) {
        return (*text).to_owned();
    }
    let text = OF_ANY.iter().find(|(code, _)| *code == one.code).map(|(_, text)| *text);
    format!("‘{field}’ {}", text.unwrap_or("heeft een teken dat hier niet kan."))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = include_str!("../../../../../gemeenten/lijsten/signalen-2026-1.json");

    fn wrong(text: &str, known: &[&str]) -> Vec<(Option<usize>, String)> {
        let known: Vec<String> = known.iter().map(|one| (*one).to_owned()).collect();
        let plain = |text: String| text.replace(['\u{2068}', '\u{2069}'], "");
        read(text, &known).unwrap_err().into_iter().map(|one| (one.line, plain(one.text))).collect()
    }

    #[test]
    fn a_list_is_read_also_with_a_mark_of_its_encoding() {
        assert!(read(LIST, &[]).is_ok());
        assert!(read(&format!("\u{feff}{LIST}"), &[]).is_ok());
        assert_eq!(
            wrong(LIST, &["2026-1"]),
            [(Some(2), "deze versie is er al. Geef de lijst een nieuwe versie.".to_owned())]
        );
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        let lines: Vec<&str> = LIST.lines().collect();
        let at = |line: usize, new: &str| {
            let text = lines.iter().enumerate().map(|(n, old)| if n + 1 == line { new } else { old });
            wrong(&text.collect::<Vec<_>>().join("\n"), &[])
        };
        // the first signal stands from line 4: id, zin, voorbeeld, groep, vormen, bron
        assert_eq!(
            at(6, "\"zin\": \"\","),
            [(Some(6), "Signaal ‘verlies-bij-stoppen’: ‘zin’ is leeg. Vul het in.".to_owned())]
        );
        let trait_of = at(7, "\"voorbeeld\": \"Komt uit het buitenland: {\",");
        assert!(trait_of.len() == 1 && trait_of[0].0 == Some(7) && trait_of[0].1.contains("kenmerk"), "{trait_of:?}");
        assert_eq!(at(5, "\"id\": \"Geen id\",").first().map(|one| one.0), Some(Some(5)));
        let no_json = at(6, "\"zin\": \"Zonder einde,");
        assert!(no_json[0].1.starts_with("Dit is geen JSON"), "{no_json:?}");
        let (line, text) = at(6, "").remove(0);
        assert!(line.is_some() && text == "Hier mist het veld ‘zin’.", "{line:?} {text}");
        assert_eq!(at(6, "\"zin\": \"Zin\", \"kleur\": 1,")[0].1, "Het veld ‘kleur’ hoort niet in een signalenlijst.");
        let of_words = at(11, "\"woorden\": [\"twee woorden\", \"Turkse\",");
        assert!(of_words.len() == 2 && of_words[0].0 == Some(11) && of_words[1].1.contains("herkomst"), "{of_words:?}");
        assert_eq!(at(9, "\"vormen\": [\"iets\"],")[0], (Some(9), "De vorm ‘iets’ bestaat niet.".to_owned()));
    }
}
